//! A part of a dataset, written as a dataset of its own.
//!
//! Knows nothing of why it is this part. What is written was read and checked before, so that the new file has no issue;
//! what was left out is not in it.

use super::Check;
use super::fields::{Fields, Value};
use super::keep::AllKept;
use crate::join::{concat, digits};
use crate::model::{Network, Party};
use crate::raw::{self, List};
use crate::shape::{self, Field, Kind};
use crate::write::{Json, quoted};

/// Which records are wanted, by their positions in a [`Network`]; what these refer to comes with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The initiatives: the cards of the new dataset.
    pub initiatives: Vec<bool>,
    /// The agreements. An end that has no card in the part is an organisation there.
    pub agreements: Vec<bool>,
}

impl Part {
    /// Everything.
    #[must_use]
    pub fn all(network: &Network) -> Self {
        Self { initiatives: vec![true; network.initiatives.len()], agreements: vec![true; network.agreements.len()] }
    }

    /// Adds the agreements that these renew, which a renewal needs.
    pub fn with_renewed(mut self, network: &Network) -> Self {
        for at in 0..self.agreements.len() {
            let mut next = self.agreements[at].then_some(at);
            while let Some(to) = next.and_then(|at| network.agreements[at].renews) {
                self.agreements[to.at()] = true;
                next = Some(to.at());
            }
        }
        self
    }
}

/// The fields of an initiative that an organisation has too, besides its country.
const AS_ORGANISATION: [&str; 5] = ["id", "name", "abbreviation", "place", "url"];

/// Writes a part of what some files say together, of which `network` was made, as the JSON of one file. It has no
/// publisher, and no id unless it is the whole.
#[must_use]
pub fn part(files: &[raw::Dataset<'_>], network: &Network, wanted: &Part) -> String {
    let mut check = Check::new(files);
    let kept = check.keep_all();
    let is_whole = !wanted.initiatives.contains(&false) && !wanted.agreements.contains(&false);
    let first = if is_whole { State::Needed } else { State::Idle };
    let mut writing = Writing {
        network,
        wanted,
        states: List::ALL.map(|list| vec![first; kept.of(list).firsts.len()]),
        lists: List::ALL.map(|_| Json::list()),
        check,
        kept,
        shortened: "",
        gone: Vec::new(),
    };
    let mut whole = Json::object();
    whole.member("version", "1");
    if let Some(file) = files.first()
        && let Some(top) = writing.check.record(&mut file.members.iter().cloned(), shape::DATASET, None)
    {
        // Nobody vouches for it, and a part is not the dataset that has the id.
        writing.members(&top, &mut whole, &|key| key != "publisher" && (is_whole || key != "id"));
    }
    for (list, wanted) in [(List::Initiatives, &wanted.initiatives), (List::Agreements, &wanted.agreements)] {
        for (number, is_wanted) in wanted.iter().enumerate() {
            if *is_wanted {
                writing.record(list, number);
            }
        }
    }
    writing.needed();
    for (list, json) in List::ALL.into_iter().zip(writing.lists) {
        whole.member(list.key(), &json.end());
    }
    whole.end()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Needed,
    Done,
}

struct Writing<'c, 'a> {
    check: Check<'a>,
    kept: AllKept,
    network: &'c Network,
    wanted: &'c Part,
    states: [Vec<State>; List::ALL.len()],
    lists: [Json; List::ALL.len()],
    /// The list of the record being written from which an item was left out: what is said of single items is void.
    shortened: &'static str,
    /// The fields of it that refer to nothing in the part any more: what is said of them is void.
    gone: Vec<&'static str>,
}

impl Writing<'_, '_> {
    /// Writes what is needed, and what that needs: an organisation its parent, a parent its sources.
    fn needed(&mut self) {
        let mut is_done = false;
        while !is_done {
            is_done = true;
            for list in List::ALL {
                for number in 0..self.states[list as usize].len() {
                    if self.states[list as usize][number] == State::Needed {
                        self.record(list, number);
                        is_done = false;
                    }
                }
            }
        }
    }

    fn need(&mut self, list: List, number: usize) {
        let state = &mut self.states[list as usize][number];
        if *state == State::Idle {
            *state = State::Needed;
        }
    }

    fn record(&mut self, list: List, number: usize) {
        self.states[list as usize][number] = State::Done;
        let Some(fields) = self.check.whole(list, self.kept.of(list), number) else { return };
        let mut json = Json::object();
        let mut to = list;
        self.shortened = "";
        self.gone.clear();
        let cut = self.cut(list, number);
        self.gone.push(cut);
        if list == List::Agreements {
            let mut ends = Json::list();
            for end in self.network.agreements[number].ends {
                ends.item(&self.party(end));
            }
            json.member("ends", &ends.end());
        }
        if list == List::Initiatives && !self.wanted.initiatives[number] {
            to = List::Organisations;
            self.members(&fields, &mut json, &|key| AS_ORGANISATION.contains(&key));
            // Only its place may say it in the file.
            if let Some(country) = &self.network.initiatives[number].country {
                json.member("country", &quoted(country));
            }
        } else {
            self.members(&fields, &mut json, &|key| key != cut);
        }
        self.lists[to as usize].item(&json.end());
    }

    /// The field of a record that led back to itself, which was left out; nothing where none was.
    fn cut(&self, list: List, number: usize) -> &'static str {
        let network = self.network;
        let (field, leads_on) = match list {
            List::Areas => ("parent", network.areas[number].parent.is_some()),
            List::Organisations => ("parent", network.organisations[number].parent.is_some()),
            List::Initiatives => ("parent", network.initiatives[number].parent.is_some()),
            List::Agreements => ("renews", network.agreements[number].renews.is_some()),
            List::Places | List::Sources => ("", true),
        };
        if leads_on { "" } else { field }
    }

    fn members(&mut self, fields: &Fields, json: &mut Json, is_wanted: &dyn Fn(&str) -> bool) {
        let (values, shape) = fields.left();
        for (value, field) in values.iter().zip(shape) {
            if !is_wanted(field.key) {
                continue;
            }
            match self.value(value, field) {
                Some(written) => json.member(field.key, &written),
                None if *value != Value::Nothing => self.gone.push(field.key),
                None => {}
            }
        }
    }

    /// A value as JSON; nothing where it is not stated, or refers to what is not in the part.
    fn value(&mut self, value: &Value, field: &Field) -> Option<String> {
        Some(match (value, field.kind) {
            (Value::Nothing, _) => return None,
            (Value::Text(digits), Kind::Degrees(_)) => digits.clone(),
            (Value::Text(text), kind) => {
                if let (Kind::Place, Some(at)) = (kind, self.check.ids[List::Places as usize].find(text)) {
                    self.need(List::Places, at as usize);
                }
                quoted(text)
            }
            (Value::Texts(texts), _) => match &texts.0[..] {
                // The same in every language.
                [(language, text)] if language.is_empty() => quoted(text),
                texts => {
                    let mut json = Json::object();
                    for (language, text) in texts {
                        json.member(language, &quoted(text));
                    }
                    json.end()
                }
            },
            (Value::Date(date), _) => quoted(&date.iso()),
            (Value::Whole(number), _) => concat(&[if *number < 0 { "-" } else { "" }, &digits(number.unsigned_abs())]),
            (Value::At(at), Kind::Word(words)) => quoted(words[*at as usize]),
            (Value::At(at), Kind::Ref(list)) => return self.reference(list, *at as usize),
            (Value::At(_), _) => return None,
            (Value::Party(party), _) => self.party(*party),
            (Value::Many(values), Kind::Many(kind)) => {
                let mut json = Json::list();
                for value in values {
                    if self.is_void(value) {
                        continue;
                    }
                    match self.value(value, &Field { kind: *kind, ..*field }) {
                        Some(item) => json.item(&item),
                        None => self.shortened = field.key,
                    }
                }
                if json.is_empty() && !values.is_empty() {
                    return None;
                }
                json.end()
            }
            (Value::Many(_), _) => return None,
            (Value::Record(fields), _) => {
                let mut json = Json::object();
                self.members(fields, &mut json, &|_| true);
                json.end()
            }
        })
    }

    /// Whether something is said of a single item of the list that was shortened, which is another one now, or of what is
    /// gone.
    fn is_void(&self, value: &Value) -> bool {
        let Value::Record(fields) = value else { return false };
        let Some(Value::Text(path)) = fields.left().0.first() else { return false };
        let is_of = |key: &str, whole: bool| {
            let rest = path.strip_prefix(key).unwrap_or(".");
            rest.starts_with('[') || whole && rest.is_empty()
        };
        !self.shortened.is_empty() && is_of(self.shortened, false) || self.gone.iter().any(|key| is_of(key, true))
    }

    /// The id of a record; nothing where the list has only what is wanted, and it is not.
    fn reference(&mut self, list: List, number: usize) -> Option<String> {
        let is_there = match list {
            List::Initiatives => self.wanted.initiatives[number],
            List::Agreements => self.wanted.agreements[number],
            _ => true,
        };
        is_there.then(|| {
            self.need(list, number);
            quoted(self.check.ids[list as usize].id(number))
        })
    }

    /// The id of one who takes part; who has no card in the part is an organisation there.
    fn party(&mut self, party: Party) -> String {
        let (list, number) = match party {
            Party::Initiative(at) => (List::Initiatives, at.at()),
            Party::Organisation(at) => (List::Organisations, at.at()),
        };
        self.need(list, number);
        quoted(self.check.ids[list as usize].id(number))
    }
}
