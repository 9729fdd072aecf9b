//! One record by its table: each field of the right kind, or nothing and an issue.
//!
//! Knows nothing of single records, nor of who takes the values.

use super::Check;
use super::codes::{is_address, is_country, is_place};
use super::fields::{Fields, Value};
use super::path::Path;
use crate::error::IssueCode;
use crate::join::concat;
use crate::model::{InitiativeIdx, LocalizedText, OrganisationIdx, PartialDate, Party};
use crate::raw::{Inside, List, Node};
use crate::shape::{Field, Kind};
use std::borrow::Cow;

/// A key and its value.
pub(super) type Member<'a> = (Cow<'a, str>, Node<'a>);

/// No table has more fields.
const FIELDS: usize = 32;

impl<'a> Check<'a> {
    /// Reads an object by a table; nothing where a required field is missing.
    pub(super) fn record(
        &mut self,
        members: &mut dyn Iterator<Item = Member<'a>>,
        shape: &'static [Field],
        path: Option<&Path<'_>>,
    ) -> Option<Fields> {
        let start = self.open(members);
        debug_assert!(shape.len() <= FIELDS, "a table has more fields");
        let mut found = [usize::MAX; FIELDS];
        let mut next = 0;
        for at in start..self.open.len() {
            let key = &self.open[at].0;
            // Most files have the order of the table: the search begins where the last one ended.
            let mut field = next;
            while field < shape.len() && shape[field].key != key {
                field += 1;
            }
            if field == shape.len() {
                field = 0;
                while field < next && shape[field].key != key {
                    field += 1;
                }
            }
            let is_repeated = if field < shape.len() && shape[field].key == key {
                next = field + 1;
                let is_repeated = found[field] != usize::MAX;
                found[field] = found[field].min(at);
                is_repeated
            } else {
                self.open[start..at].iter().any(|(before, _)| before == key)
            };
            if is_repeated {
                let key = key.clone();
                self.note(&Path::key(path, &key), IssueCode::RepeatedKey, &key);
            }
        }
        let mut values = Vec::with_capacity(shape.len());
        let mut complete = true;
        for (field, at) in shape.iter().zip(found) {
            let path = Path::key(path, field.key);
            let value = match self.open.get_mut(at) {
                Some((_, node)) => {
                    let node = std::mem::replace(node, Node::Null);
                    self.value(node, field.kind, &path)
                }
                None => Value::Nothing,
            };
            if field.required && matches!(value, Value::Nothing) {
                self.note(&path, IssueCode::Missing, field.key);
                complete = false;
            }
            values.push(value);
        }
        self.open.truncate(start);
        complete.then(|| Fields::new(values, shape))
    }

    /// Puts members on top of those that are being read; where they begin.
    fn open(&mut self, members: &mut dyn Iterator<Item = Member<'a>>) -> usize {
        let start = self.open.len();
        for member in members {
            self.open.push(member);
        }
        start
    }

    /// Takes a member.
    fn take(&mut self, at: usize) -> Member<'a> {
        std::mem::replace(&mut self.open[at], (Cow::Borrowed(""), Node::Null))
    }

    pub(super) fn value(&mut self, node: Node<'a>, kind: Kind, path: &Path<'_>) -> Value {
        match (kind, node) {
            (Kind::Whole, Node::Number(digits)) if let Ok(number) = digits.parse() => return Value::Whole(number),
            (Kind::Degrees(most), Node::Number(digits)) => return self.degrees(digits, most, path),
            (Kind::Texts | Kind::Name, Node::Object(inside)) => return self.texts(inside, path),
            (Kind::Many(kind), Node::Array(inside)) => {
                let start = self.open(&mut inside.members());
                let mut values = Vec::with_capacity(self.open.len() - start);
                for at in start..self.open.len() {
                    let (_, item) = self.take(at);
                    match self.value(item, *kind, &path.index(at - start)) {
                        Value::Nothing => {}
                        value => values.push(value),
                    }
                }
                self.open.truncate(start);
                return Value::Many(values);
            }
            (Kind::Record(shape), Node::Object(inside)) => {
                return self.record(&mut inside.members(), shape, Some(path)).map_or(Value::Nothing, Value::Record);
            }
            (_, Node::String(text)) if !is_structure(kind) => return self.text(text, kind, path),
            _ => self.note(path, IssueCode::WrongType, expected(kind)),
        }
        Value::Nothing
    }

    fn text(&mut self, text: Cow<'a, str>, kind: Kind, path: &Path<'_>) -> Value {
        if is_blank(&text) {
            self.note(path, IssueCode::Empty, "");
            return Value::Nothing;
        }
        let code = match kind {
            Kind::Date => match PartialDate::parse(&text) {
                Some(date) => return Value::Date(date),
                None => IssueCode::BadDate,
            },
            Kind::Country if !is_country(&text) => IssueCode::BadCode,
            Kind::Place if !is_place(&text) => IssueCode::BadCode,
            Kind::Address if !is_address(&text) => IssueCode::BadAddress,
            Kind::Word(words) => return self.word(&text, words, path),
            Kind::Ref(list) => {
                return self.reference(&text, self.find(list, &text).map(Value::At), word_for(list), path);
            }
            Kind::Party => {
                let party = self.party(&text).map(Value::Party);
                return self.reference(&text, party, "initiative or organisation", path);
            }
            Kind::Name => return Value::Texts(LocalizedText::same(text.into_owned())),
            _ => return Value::Text(text.into_owned()),
        };
        self.note(path, code, &text);
        Value::Nothing
    }

    fn texts(&mut self, inside: Inside<'a>, path: &Path<'_>) -> Value {
        let start = self.open(&mut inside.members());
        let mut texts = Vec::with_capacity(self.open.len() - start);
        for at in start..self.open.len() {
            let (language, node) = self.take(at);
            if let Value::Text(text) = self.value(node, Kind::Text, &Path::key(Some(path), &language)) {
                texts.push((language.into_owned(), text));
            }
        }
        self.open.truncate(start);
        if texts.is_empty() { Value::Nothing } else { Value::Texts(LocalizedText(texts)) }
    }

    /// An unknown word is `other` where the list has that.
    fn word(&mut self, text: &str, words: &[&str], path: &Path<'_>) -> Value {
        let find = |wanted: &str| words.iter().position(|word| *word == wanted);
        let found = find(text);
        if found.is_none() {
            self.note(path, IssueCode::UnknownWord, text);
        }
        found.or_else(|| find("other")).map_or(Value::Nothing, |at| Value::At(at as u32))
    }

    fn reference(&mut self, id: &str, found: Option<Value>, what: &str, path: &Path<'_>) -> Value {
        if found.is_none() {
            self.note(path, IssueCode::UnknownReference, &concat(&[what, " \"", id, "\""]));
        }
        found.unwrap_or(Value::Nothing)
    }

    fn find(&self, list: List, id: &str) -> Option<u32> {
        self.ids[list as usize].find(id)
    }

    fn party(&self, id: &str) -> Option<Party> {
        let initiative = self.find(List::Initiatives, id).map(|at| Party::Initiative(InitiativeIdx(at)));
        initiative.or_else(|| Some(Party::Organisation(OrganisationIdx(self.find(List::Organisations, id)?))))
    }

    /// A coordinate, in the digits of the file. No view of this release draws a map.
    fn degrees(&mut self, digits: &str, most: i64, path: &Path<'_>) -> Value {
        let (whole, _) = digits.split_once('.').unwrap_or((digits, ""));
        if !digits.contains(['e', 'E']) && whole.parse().is_ok_and(|whole: i64| whole.abs() <= most) {
            return Value::Text(digits.into());
        }
        self.note(path, IssueCode::BadNumber, "degrees out of range");
        Value::Nothing
    }
}

/// Whether there is nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Whether a value of this kind is not written as a text.
fn is_structure(kind: Kind) -> bool {
    matches!(kind, Kind::Texts | Kind::Many(_) | Kind::Record(_) | Kind::Whole | Kind::Degrees(_))
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Texts => "texts by language, such as {\"en\": \"…\"}",
        Kind::Whole => "a whole number",
        Kind::Degrees(_) => "a number",
        Kind::Many(_) => "a list",
        Kind::Record(_) => "an object",
        _ => "a text",
    }
}

fn word_for(list: List) -> &'static str {
    match list {
        List::Areas => "area",
        List::Places => "place",
        List::Organisations => "organisation",
        List::Initiatives => "initiative",
        List::Agreements => "agreement",
        List::Sources => "source",
    }
}
