//! Which records of a list stand: those with an id of their own and what else they need.
//!
//! Knows nothing of the other fields.

use super::Check;
use super::codes::is_kebab;
use super::path::Path;
use super::read::find;
use crate::error::IssueCode;
use crate::intern::Interner;
use crate::model::Party;
use crate::raw::{List, Node};
use crate::shape;
use std::borrow::Cow;

/// Ids, each with the position that its record has in the model for its number.
#[derive(Default)]
pub(super) struct Table(Interner);

impl Table {
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        self.0.find(id.as_bytes())
    }
}

impl<'a> Check<'a> {
    /// The positions of the records that stand, in file order; their ids are known afterwards.
    pub(super) fn keep(&mut self, list: List) -> Vec<usize> {
        let path = Path::key(None, list.key());
        let mut kept: Vec<usize> = Vec::new();
        let mut ids = Interner::default();
        let mut repeated: Vec<(Cow<'a, str>, usize)> = Vec::new();
        for (position, node) in self.raw.records(list).enumerate() {
            if let Some(id) = self.id(list, &node, position, &path.index(position)) {
                if ids.number(id.as_bytes()).1 {
                    kept.push(position);
                } else {
                    repeated.push((id, position));
                }
            }
        }
        for (id, position) in &repeated {
            self.note(&Path::key(Some(&path.index(*position)), id_key(list)), IssueCode::RepeatedId, id);
        }
        self.ids[list as usize] = Table(ids);
        kept
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
