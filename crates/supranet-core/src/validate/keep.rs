//! Which records of a list stand: those with an id of their own and what else they need.
//!
//! Knows nothing of the other fields.

use super::Check;
use super::codes::is_kebab;
use super::path::Path;
use super::read::find;
use crate::error::IssueCode;
use crate::model::Party;
use crate::order::{boundary, ordered};
use crate::raw::{List, Node};
use crate::shape;
use std::borrow::Cow;

/// Ids with the positions that their records have in the model, in order of the ids.
#[derive(Default)]
pub(super) struct Table<'a>(Vec<(Cow<'a, str>, u32)>);

impl Table<'_> {
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let found = boundary(self.0.len(), &|at| &*self.0[at].0 < id);
        self.0.get(found).filter(|(own, _)| own == id).map(|(_, position)| *position)
    }
}

impl<'a> Check<'a> {
    /// The positions of the records that stand, in file order; their ids are known afterwards.
    pub(super) fn keep(&mut self, list: List) -> Vec<usize> {
        let path = Path::key(None, list.key());
        let mut ids: Vec<(Cow<'a, str>, usize)> = Vec::new();
        for (position, node) in self.raw.records(list).enumerate() {
            if let Some(id) = self.id(list, &node, position, &path.index(position)) {
                ids.push((id, position));
            }
        }
        let mut kept: Vec<usize> = Vec::new();
        let mut before: Option<&str> = None;
        let mut table = Vec::new();
        // Ordered by id, and equal ones by position: the first of each id comes first.
        for at in ordered(ids.len(), &|a, b| ids[a].0.cmp(&ids[b].0)) {
            let (id, position) = &ids[at];
            if before == Some(id) {
                self.note(&Path::key(Some(&path.index(*position)), id_key(list)), IssueCode::RepeatedId, id);
            } else {
                before = Some(id);
                table.push((id.clone(), *position as u32));
                kept.push(*position);
            }
        }
        let order = ordered(kept.len(), &|a, b| kept[a].cmp(&kept[b]));
        for (new, at) in (0..).zip(&order) {
            table[*at].1 = new;
        }
        self.ids[list as usize] = Table(table);
        order.into_iter().map(|at| kept[at]).collect()
    }

    /// The id of a record that has what it needs.
    fn id(&mut self, list: List, node: &Node<'a>, position: usize, path: &Path<'_>) -> Option<Cow<'a, str>> {
        let Node::Object(members) = node else {
            self.note(path, IssueCode::WrongType, "an object");
            return None;
        };
        let key = id_key(list);
        let at_id = Path::key(Some(path), key);
        let Some(Node::String(id)) =
            find(members, key).filter(|id| matches!(id, Node::String(id) if !id.trim().is_empty()))
        else {
            self.note(&at_id, IssueCode::Missing, key);
            return None;
        };
        match list {
            List::Initiatives | List::Organisations if !has_text(find(members, "name")) => {
                self.note(&Path::key(Some(path), "name"), IssueCode::Missing, "a name in one language");
                return None;
            }
            // Ends name initiatives and organisations alike, so that their ids must differ too.
            List::Organisations if self.ids[List::Initiatives as usize].find(id).is_some() => {
                self.note(&at_id, IssueCode::RepeatedId, id);
                return None;
            }
            List::Agreements => {
                let ends = self.two_ends(members, path);
                self.ends.resize(position, None);
                self.ends.push(ends);
                ends?;
            }
            _ => {}
        }
        if list != List::Places && !is_kebab(id) {
            self.note(&at_id, IssueCode::BadId, id);
        }
        Some(id.clone())
    }

    fn two_ends(&mut self, members: &[(Cow<'a, str>, Node<'a>)], path: &Path<'_>) -> Option<[Party; 2]> {
        let stated = matches!(find(members, "ends"), Some(Node::Array(ends)) if ends.len() == 2);
        let parties = self.record(members, shape::ENDS, Some(path))?.parties();
        let path = Path::key(Some(path), "ends");
        match parties[..] {
            [first, second] if stated && first != second => return Some([first, second]),
            [_, _] if stated => self.note(&path, IssueCode::SameEnds, ""),
            _ => self.note(&path, IssueCode::Missing, "two ends that exist"),
        }
        None
    }
}

/// Places are known by their code.
fn id_key(list: List) -> &'static str {
    if list == List::Places { "code" } else { "id" }
}

fn has_text(node: Option<&Node<'_>>) -> bool {
    let is_text = |node: &Node<'_>| matches!(node, Node::String(text) if !text.trim().is_empty());
    matches!(node, Some(Node::Object(texts)) if texts.iter().any(|(_, text)| is_text(text)))
}
