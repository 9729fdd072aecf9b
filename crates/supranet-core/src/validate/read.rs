//! One record by its table: each field of the right kind, or nothing and an issue.
//!
//! Knows nothing of single records. The values come in the order of the table, and are taken in that
//! order; a build with debug assertions stops where a table and its taker differ.

use super::Check;
use super::codes::{is_address, is_country, is_place};
use super::path::Path;
use crate::error::IssueCode;
use crate::join::concat;
use crate::model::{InitiativeIdx, LocalizedText, OrganisationIdx, PartialDate, Party};
use crate::raw::{List, Node};
use crate::shape::{Field, Kind};
use std::borrow::Cow;

/// A value of a kind.
pub(super) enum Value {
    /// Not stated, or left out.
    Nothing,
    Text(String),
    Texts(LocalizedText),
    Date(PartialDate),
    Whole(i64),
    /// The position of a record, or of a word in its list.
    At(u32),
    Party(Party),
    Many(Vec<Value>),
    Record(Fields),
}

/// The values of a record, in the order of its table.
pub(super) struct Fields {
    values: std::vec::IntoIter<Value>,
    shape: std::slice::Iter<'static, Field>,
}

/// The first member with this key.
pub(super) fn find<'m, 'a>(members: &'m [(Cow<'a, str>, Node<'a>)], key: &str) -> Option<&'m Node<'a>> {
    members.iter().find(|(own, _)| own == key).map(|(_, node)| node)
}

impl<'a> Check<'a> {
    /// Reads an object by a table; nothing where a required field is missing.
    pub(super) fn record(
        &mut self,
        members: &[(Cow<'a, str>, Node<'a>)],
        shape: &'static [Field],
        path: Option<&Path<'_>>,
    ) -> Option<Fields> {
        let mut nodes: Vec<Option<&Node<'a>>> = vec![None; shape.len()];
        let mut next = 0;
        for (at, (key, node)) in members.iter().enumerate() {
            // Most files have the order of the table: the search begins where the last one ended.
            let found = (next..shape.len()).chain(0..next).find(|field| shape[*field].key == key);
            let is_repeated = match found {
                Some(field) => {
                    next = field + 1;
                    let is_first = nodes[field].is_none();
                    nodes[field] = nodes[field].or(Some(node));
                    !is_first
                }
                None => members[..at].iter().any(|(before, _)| before == key),
            };
            // The ends of an agreement are read apart from its other fields; the rest is told then.
            if is_repeated && shape.len() > 1 {
                self.note(&Path::key(path, key), IssueCode::RepeatedKey, key);
            }
        }
        let mut values = Vec::with_capacity(shape.len());
        let mut complete = true;
        for (field, node) in shape.iter().zip(nodes) {
            let path = Path::key(path, field.key);
            let value = node.map_or(Value::Nothing, |node| self.value(node, field.kind, &path));
            if field.required && matches!(value, Value::Nothing) {
                self.note(&path, IssueCode::Missing, field.key);
                complete = false;
            }
            values.push(value);
        }
        complete.then(|| Fields { values: values.into_iter(), shape: shape.iter() })
    }

    fn value(&mut self, node: &Node<'a>, kind: Kind, path: &Path<'_>) -> Value {
        match (kind, node) {
            (Kind::Whole, Node::Number((digits, _))) if let Ok(number) = digits.parse() => return Value::Whole(number),
            (Kind::Degrees(most), Node::Number((digits, _))) => self.degrees(digits, most, path),
            (Kind::Texts | Kind::Name, Node::Object(members)) => return self.texts(members, path),
            (Kind::Many(kind), Node::Array(items)) => {
                let mut values = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    match self.value(item, *kind, &path.index(index)) {
                        Value::Nothing => {}
                        value => values.push(value),
                    }
                }
                return Value::Many(values);
            }
            (Kind::Record(shape), Node::Object(members)) => {
                return self.record(members, shape, Some(path)).map_or(Value::Nothing, Value::Record);
            }
            (_, Node::String(text)) if !is_structure(kind) => return self.text(text, kind, path),
            _ => self.note(path, IssueCode::WrongType, expected(kind)),
        }
        Value::Nothing
    }

    fn text(&mut self, text: &str, kind: Kind, path: &Path<'_>) -> Value {
        if text.trim().is_empty() {
            self.note(path, IssueCode::Empty, "");
            return Value::Nothing;
        }
        let (value, code) = match kind {
            Kind::Date => (PartialDate::parse(text).map(Value::Date), IssueCode::BadDate),
            Kind::Country => (only(text, is_country), IssueCode::BadCode),
            Kind::Place => (only(text, is_place), IssueCode::BadCode),
            Kind::Address => (only(text, is_address), IssueCode::BadAddress),
            Kind::Word(words) => return self.word(text, words, path),
            Kind::Ref(list) => return self.reference(text, self.find(list, text).map(Value::At), word_for(list), path),
            Kind::Party => {
                let party = self.party(text).map(Value::Party);
                return self.reference(text, party, "initiative or organisation", path);
            }
            Kind::Name => (Some(Value::Texts(LocalizedText::same(text.into()))), IssueCode::Empty),
            _ => (Some(Value::Text(text.into())), IssueCode::Empty),
        };
        if value.is_none() {
            self.note(path, code, text);
        }
        value.unwrap_or(Value::Nothing)
    }

    fn texts(&mut self, members: &[(Cow<'a, str>, Node<'a>)], path: &Path<'_>) -> Value {
        let mut texts = Vec::with_capacity(members.len());
        for (language, node) in members {
            if let Value::Text(text) = self.value(node, Kind::Text, &Path::key(Some(path), language)) {
                texts.push((language.clone().into_owned(), text));
            }
        }
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

    /// Says when a coordinate is out of its range. No view of this release draws a map.
    fn degrees(&mut self, digits: &str, most: i64, path: &Path<'_>) {
        let (whole, _) = digits.split_once('.').unwrap_or((digits, ""));
        if digits.contains(['e', 'E']) || !whole.parse().is_ok_and(|whole: i64| whole.abs() <= most) {
            self.note(path, IssueCode::BadNumber, "degrees out of range");
        }
    }
}

fn only(text: &str, fits: fn(&str) -> bool) -> Option<Value> {
    fits(text).then(|| Value::Text(text.into()))
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

impl Fields {
    fn next(&mut self, fits: fn(Kind) -> bool) -> Value {
        let field = self.shape.next();
        debug_assert!(field.is_some_and(|field| fits(field.kind)), "not the kind of {:?}", field.map(|own| own.key));
        self.values.next().unwrap_or(Value::Nothing)
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let fits = |kind| matches!(kind, Kind::Text | Kind::Country | Kind::Place | Kind::Address);
        if let Value::Text(text) = self.next(fits) { Some(text) } else { None }
    }

    pub(super) fn texts(&mut self) -> LocalizedText {
        let fits = |kind| matches!(kind, Kind::Texts | Kind::Name);
        if let Value::Texts(texts) = self.next(fits) { texts } else { LocalizedText::default() }
    }

    pub(super) fn date(&mut self) -> Option<PartialDate> {
        if let Value::Date(date) = self.next(|kind| matches!(kind, Kind::Date)) { Some(date) } else { None }
    }

    pub(super) fn whole(&mut self) -> Option<i64> {
        if let Value::Whole(number) = self.next(|kind| matches!(kind, Kind::Whole)) { Some(number) } else { None }
    }

    pub(super) fn at(&mut self) -> Option<u32> {
        if let Value::At(at) = self.next(|kind| matches!(kind, Kind::Ref(_))) { Some(at) } else { None }
    }

    /// A word of a closed list, whose values stand in the order of the words.
    pub(super) fn word<T: Copy>(&mut self, words: &[T]) -> Option<T> {
        let at =
            if let Value::At(at) = self.next(|kind| matches!(kind, Kind::Word(_))) { at as usize } else { usize::MAX };
        words.get(at).copied()
    }

    pub(super) fn party(&mut self) -> Option<Party> {
        if let Value::Party(party) = self.next(|kind| matches!(kind, Kind::Party)) { Some(party) } else { None }
    }

    fn many(&mut self) -> Vec<Value> {
        if let Value::Many(values) = self.next(|kind| matches!(kind, Kind::Many(_))) { values } else { Vec::new() }
    }

    pub(super) fn text_list(&mut self) -> Vec<String> {
        let text = |value| if let Value::Text(text) = value { Some(text) } else { None };
        self.many().into_iter().filter_map(text).collect()
    }

    pub(super) fn texts_list(&mut self) -> Vec<LocalizedText> {
        let texts = |value| if let Value::Texts(texts) = value { Some(texts) } else { None };
        self.many().into_iter().filter_map(texts).collect()
    }

    pub(super) fn parties(&mut self) -> Vec<Party> {
        let party = |value| if let Value::Party(party) = value { Some(party) } else { None };
        self.many().into_iter().filter_map(party).collect()
    }

    pub(super) fn at_list(&mut self) -> Vec<u32> {
        let at = |value| if let Value::At(at) = value { Some(at) } else { None };
        self.many().into_iter().filter_map(at).collect()
    }

    /// Takes a list of records, one after the other.
    pub(super) fn records(&mut self, take: &mut dyn FnMut(&mut Self)) {
        for value in self.many() {
            if let Value::Record(mut fields) = value {
                take(&mut fields);
                fields.done();
            }
        }
    }

    /// Passes over a field that is checked and shown by no view.
    pub(super) fn checked_only(&mut self) {
        self.next(|_| true);
    }

    /// Asserts that all fields of the table were taken.
    pub(super) fn done(&mut self) {
        debug_assert!(self.shape.next().is_none(), "a field was not taken");
    }
}
