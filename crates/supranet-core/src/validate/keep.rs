//! Which records of a list stand: those with an id of their own and what else they need.
//!
//! Knows nothing of the other fields.

use super::Check;
use super::codes::is_kebab;
use super::fields::Value;
use super::path::Path;
use super::read::is_blank;
use crate::error::IssueCode;
use crate::intern::Interner;
use crate::model::Party;
use crate::raw::{Inside, List, Node};
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
        for position in 0..self.raw.len(list) {
            let node = self.raw.record(list, position);
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
        let Node::Object(inside) = *node else {
            self.note(path, IssueCode::WrongType, "an object");
            return None;
        };
        let key = id_key(list);
        let at_id = Path::key(Some(path), key);
        let id = match inside.find(key) {
            Some(Node::String(id)) if !is_blank(&id) => id,
            _ => {
                self.note(&at_id, IssueCode::Missing, key);
                return None;
            }
        };
        match list {
            List::Initiatives | List::Organisations if !has_text(inside.find("name")) => {
                self.note(&Path::key(Some(path), "name"), IssueCode::Missing, "a name in one language");
                return None;
            }
            // Ends name initiatives and organisations alike, so that their ids must differ too.
            List::Organisations if self.ids[List::Initiatives as usize].find(&id).is_some() => {
                self.note(&at_id, IssueCode::RepeatedId, &id);
                return None;
            }
            List::Agreements => {
                let ends = self.two_ends(inside, path);
                self.ends.resize(position, None);
                self.ends.push(ends);
                ends?;
            }
            _ => {}
        }
        if list != List::Places && !is_kebab(&id) {
            self.note(&at_id, IssueCode::BadId, &id);
        }
        Some(id)
    }

    fn two_ends(&mut self, inside: Inside<'a>, path: &Path<'_>) -> Option<[Party; 2]> {
        let node = inside.find("ends");
        let stated = matches!(node, Some(Node::Array(ends)) if ends.members().count() == 2);
        let path = Path::key(Some(path), "ends");
        let value = node.map_or(Value::Nothing, |node| self.value(node, shape::ENDS, &path));
        let parties = if let Value::Many(parties) = value { parties } else { Vec::new() };
        match parties[..] {
            [Value::Party(first), Value::Party(second)] if stated && first != second => return Some([first, second]),
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

fn has_text(node: Option<Node<'_>>) -> bool {
    let is_text = |node: &Node<'_>| matches!(node, Node::String(text) if !is_blank(text));
    matches!(node, Some(Node::Object(texts)) if texts.members().any(|(_, text)| is_text(&text)))
}
