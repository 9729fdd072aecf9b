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

    pub(super) fn id(&self, number: usize) -> &str {
        std::str::from_utf8(self.0.word(number)).unwrap_or_default()
    }
}

/// Where a record stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The position of its file.
    pub(super) file: u32,
    /// Its position in the list of that file.
    pub(super) position: u32,
    /// The next file that has it, as a position in [`Kept::more`] plus one; 0 where there is none.
    next: u32,
}

/// The records of a list that stand.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Where each stands first, by its number.
    pub(super) firsts: Vec<Place>,
    /// Where it stands in later files.
    more: Vec<Place>,
}

impl Kept {
    /// Where a record stands after this place, in a later file.
    pub(super) fn after(&self, place: Place) -> Option<Place> {
        self.more.get((place.next as usize).wrapping_sub(1)).copied()
    }

    /// Adds a place of a record that stands already; false where this file has it.
    fn add(&mut self, number: usize, place: Place) -> bool {
        let mut last = self.firsts[number];
        let mut at = usize::MAX;
        while last.next > 0 {
            at = last.next as usize - 1;
            last = self.more[at];
        }
        if last.file == place.file {
            return false;
        }
        self.more.push(place);
        let next = self.more.len() as u32;
        self.more.get_mut(at).unwrap_or(&mut self.firsts[number]).next = next;
        true
    }
}

/// The records of all lists that stand.
#[derive(Debug, Default)]
pub(super) struct AllKept(pub(super) [Kept; List::ALL.len()]);

impl AllKept {
    pub(super) fn of(&self, list: List) -> &Kept {
        &self.0[list as usize]
    }
}

impl<'a> Check<'a> {
    /// The records of a list that stand, in file order; their ids are known afterwards.
    pub(super) fn keep(&mut self, list: List) -> Kept {
        let path = Path::key(None, list.key());
        let mut kept = Kept::default();
        let mut ids = Interner::default();
        let mut repeated: Vec<(Cow<'a, str>, Place)> = Vec::new();
        for file in 0..self.files.len() {
            self.file = file;
            for position in 0..self.files[file].len(list) {
                let node = self.files[file].record(list, position);
                let path = path.index(position);
                let Some((id, ends)) = self.id(list, &node, &path) else { continue };
                let (number, is_new) = ids.number(id.as_bytes());
                let place = Place { file: file as u32, position: position as u32, next: 0 };
                if is_new {
                    kept.firsts.push(place);
                    self.ends.extend(ends);
                } else if !kept.add(number as usize, place) {
                    repeated.push((id, place));
                } else if ends.is_some_and(|ends| self.ends[number as usize] != ends) {
                    self.note(&Path::key(Some(&path), "ends"), IssueCode::Differs, "");
                }
            }
        }
        for (id, place) in &repeated {
            self.file = place.file as usize;
            let path = path.index(place.position as usize);
            self.note(&Path::key(Some(&path), id_key(list)), IssueCode::RepeatedId, id);
        }
        self.ids[list as usize] = Table(ids);
        kept
    }

    /// The id of a record that has what it needs, and of an agreement its ends.
    fn id(&mut self, list: List, node: &Node<'a>, path: &Path<'_>) -> Option<(Cow<'a, str>, Option<[Party; 2]>)> {
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
        let mut ends = None;
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
                ends = self.two_ends(inside, path);
                ends?;
            }
            _ => {}
        }
        if list != List::Places && !is_kebab(&id) {
            self.note(&at_id, IssueCode::BadId, &id);
        }
        Some((id, ends))
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
