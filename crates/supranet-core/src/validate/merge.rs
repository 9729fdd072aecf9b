//! One record of several files, and what several files say of one agreement.
//!
//! Knows nothing of how a value is read. The first file that states something counts; lists and languages come together.

use super::Check;
use super::fields::{Fields, Value};
use super::keep::Kept;
use super::path::Path;
use crate::error::IssueCode;
use crate::intern::Interner;
use crate::join::{concat, digits};
use crate::model::{Network, PartialDate, Party};
use crate::shape::Field;

/// The one field of which the latest counts: each file says when its own was last reviewed.
const REVIEWED: &str = "checked";

impl Check<'_> {
    /// Adds to a record what a later file, in which it stands at `path`, states of it.
    pub(super) fn merge_records(&mut self, whole: &mut Fields, mut later: Fields, path: &Path<'_>) {
        let (_, shape) = whole.left();
        for ((value, later), field) in whole.left_mut().iter_mut().zip(later.left_mut()).zip(shape) {
            self.merge(value, std::mem::replace(later, Value::Nothing), field, &Path::key(Some(path), field.key));
        }
    }

    fn merge(&mut self, value: &mut Value, later: Value, field: &Field, path: &Path<'_>) {
        match (value, later) {
            (_, Value::Nothing) => {}
            (value @ Value::Nothing, later) => *value = later,
            (Value::Texts(own), Value::Texts(later)) => {
                for (language, text) in later.0 {
                    match own.0.iter().find(|(known, _)| *known == language) {
                        Some((_, known)) if *known == text => {}
                        Some(_) => self.note(&Path::key(Some(path), &language), IssueCode::Differs, ""),
                        None => own.0.push((language, text)),
                    }
                }
            }
            (Value::Many(own), Value::Many(later)) => {
                let mut moved = Vec::with_capacity(later.len());
                for mut item in later {
                    self.follow_move(&mut item);
                    let mut at = 0;
                    while at < own.len() && own[at] != item {
                        at += 1;
                    }
                    if at == own.len() {
                        own.push(item);
                    }
                    moved.push(at);
                }
                self.moved.push((field.key, moved));
            }
            (Value::Record(own), Value::Record(later)) => self.merge_records(own, later, path),
            (Value::Date(own), Value::Date(later)) if field.key == REVIEWED => *own = later.max(*own),
            (own, later) if *own != later => self.note(path, IssueCode::Differs, ""),
            _ => {}
        }
    }

    /// What evidence says of an item of a list, it says of it where it stands now.
    fn follow_move(&self, item: &mut Value) {
        if let Value::Record(evidence) = item
            && let Some(Value::Text(path)) = evidence.left_mut().first_mut()
            && let Some((list, rest)) = path.split_once('[')
            && let Some((at, rest)) = rest.split_once(']')
            && let Ok(at) = at.parse::<i64>()
        {
            for (key, moved) in &self.moved {
                if let (true, Some(to)) = (*key == list, moved.get(at as usize)) {
                    *path = concat(&[list, "[", &digits(*to as u64), "]", rest]);
                    return;
                }
            }
        }
    }
}

/// Marks the agreements that both ends state, each in a file of its own.
pub(super) fn confirm(network: &mut Network, kept: &Kept, publishers: &[Option<Party>]) {
    for at in 0..network.agreements.len() {
        let [first, second] = network.agreements[at].ends;
        let mut of_both = [false; 2];
        let mut next = kept.firsts.get(at).copied();
        while let Some(place) = next {
            if let Some(Some(publisher)) = publishers.get(place.file as usize) {
                of_both[0] |= speaks_for(network, *publisher, first);
                of_both[1] |= speaks_for(network, *publisher, second);
            }
            next = kept.after(place);
        }
        network.agreements[at].is_confirmed = of_both == [true; 2];
    }
}

/// Whether who publishes a file is an end of an agreement, or hosts or leads it.
fn speaks_for(network: &Network, publisher: Party, end: Party) -> bool {
    match (end, publisher) {
        (Party::Initiative(at), Party::Organisation(body)) => {
            let initiative = network.initiative(at);
            initiative.host == Some(body) || initiative.lead_bodies.contains(&body)
        }
        _ => publisher == end,
    }
}

/// Agreements with the ends, kind and date of an earlier one, each with that one; a renewal is none.
pub(super) fn duplicates(network: &Network) -> Vec<(usize, usize)> {
    let agreements = &network.agreements;
    let mut kinds = Interner::default();
    let mut firsts = Vec::new();
    let mut duplicates = Vec::new();
    for (at, own) in agreements.iter().enumerate() {
        let [first, second] = own.ends;
        let date = own.signed.or(own.announced).map(PartialDate::iso).unwrap_or_default();
        let [first, second] = [number(first.min(second)), number(first.max(second))];
        let (number, is_new) = kinds.number(concat(&[&first, "/", &second, "/", own.kind.key(), &date]).as_bytes());
        if is_new {
            firsts.push(at);
            continue;
        }
        let earlier = firsts[number as usize];
        let renews = |a: usize, b: usize| agreements[a].renews.is_some_and(|to| to.at() == b);
        if !renews(earlier, at) && !renews(at, earlier) {
            duplicates.push((at, earlier));
        }
    }
    duplicates
}

fn number(party: Party) -> String {
    match party {
        Party::Initiative(at) => digits(at.0.into()),
        Party::Organisation(at) => concat(&["o", &digits(at.0.into())]),
    }
}
