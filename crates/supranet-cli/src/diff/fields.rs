//! Two states of one record, field by field.
//!
//! Knows nothing of lists of records, nor of how a difference is printed.

use super::records::{Record, Records};
use serde_json::Value;
use supranet_core::raw::List;
use supranet_core::shape::{Field, Kind};

/// So many letters of an item stand where it is only named.
const MOST_LETTERS: usize = 60;

/// A field that is not as it was.
pub struct FieldChange {
    /// Where, as it stands in the file: `summary.sv`.
    pub path: String,
    /// Where, in words: `summary (sv)`.
    pub words: String,
    /// What it was and is.
    pub change: Change,
}

/// A value as it stands in the file, and in words.
pub struct Told {
    /// As it stands in the file.
    pub value: Value,
    /// In words.
    pub words: String,
}

/// A difference.
pub enum Change {
    /// Another value; nothing where none is stated.
    Value(Option<Told>, Option<Told>),
    /// Items that came and that went.
    Items(Vec<Told>, Vec<Told>),
    /// The same items in another order.
    Order,
}

/// The fields of a record that are not as they were, in the order of the table; then those that the table does not know.
pub fn compare(fields: &[Field], old: &Record, new: &Record, before: &Records, now: &Records) -> Vec<FieldChange> {
    let mut found = Found { before, now, changes: Vec::new() };
    found.record(fields, old, new, "", "");
    found.changes
}

struct Found<'r> {
    before: &'r Records,
    now: &'r Records,
    changes: Vec<FieldChange>,
}

impl Found<'_> {
    fn record(&mut self, fields: &[Field], old: &Record, new: &Record, path: &str, words: &str) {
        let known = fields.iter().map(|field| (field.key, field.kind));
        let is_unknown = |key: &&String| fields.iter().all(|field| field.key != **key);
        let unknown = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))).filter(is_unknown);
        for (key, kind) in known.chain(unknown.map(|key| (key.as_str(), Kind::Text))) {
            let (path, words) = (format!("{path}{key}"), format!("{words}{}", in_words(key)));
            self.value(kind, stated(old.get(key)), stated(new.get(key)), path, words);
        }
    }

    fn value(&mut self, kind: Kind, old: Option<&Value>, new: Option<&Value>, path: String, words: String) {
        if old == new {
            return;
        }
        let empty = (Record::new(), Vec::new());
        match (kind, old, new) {
            (Kind::Texts | Kind::Name, Some(Value::Object(_)) | None, Some(Value::Object(_)) | None) => {
                let (old, new) = (object(old).unwrap_or(&empty.0), object(new).unwrap_or(&empty.0));
                for language in old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))) {
                    let (path, words) = (format!("{path}.{language}"), format!("{words} ({language})"));
                    self.value(Kind::Text, old.get(language), new.get(language), path, words);
                }
            }
            (Kind::Record(fields), Some(Value::Object(old)), Some(Value::Object(new))) => {
                self.record(fields, old, new, &format!("{path}."), &format!("{words}, "));
            }
            (Kind::Many(kind), Some(Value::Array(_)) | None, Some(Value::Array(_)) | None) => {
                let items = |list: Option<&Value>| list.and_then(Value::as_array).unwrap_or(&empty.1).clone();
                self.items(*kind, items(old), items(new), path, words);
            }
            _ => {
                let old = old.map(|value| told(kind, value, self.before));
                let new = new.map(|value| told(kind, value, self.now));
                self.changes.push(FieldChange { path, words, change: Change::Value(old, new) });
            }
        }
    }

    fn items(&mut self, kind: Kind, mut old: Vec<Value>, new: Vec<Value>, path: String, words: String) {
        let mut came = Vec::new();
        for item in new {
            match old.iter().position(|own| *own == item) {
                Some(at) => drop(old.remove(at)),
                None => came.push(item),
            }
        }
        if came.is_empty() && old.is_empty() {
            return self.changes.push(FieldChange { path, words, change: Change::Order });
        }
        // An item that says its name is the same one where the name is.
        let mut others = Vec::new();
        for item in came {
            let name = title(kind, &item, self.now);
            let at = old.iter().position(|own| name.is_some() && title(kind, own, self.before) == name);
            match (at, name) {
                (Some(at), Some(name)) => {
                    let (path, words) = (format!("{path}[{name}]"), format!("{words} “{}”", begin(&name)));
                    let kind = if let Kind::Record(_) = kind { kind } else { Kind::Texts };
                    self.value(kind, Some(&old.remove(at)), Some(&item), path, words);
                }
                _ => others.push(item),
            }
        }
        came = others;
        if !came.is_empty() || !old.is_empty() {
            let came = came.iter().map(|item| told(kind, item, self.now)).collect();
            let went = old.iter().map(|item| told(kind, item, self.before)).collect();
            self.changes.push(FieldChange { path, words, change: Change::Items(came, went) });
        }
    }
}

/// What `null` stands for is not stated.
fn stated(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null())
}

fn object(value: Option<&Value>) -> Option<&Record> {
    value.and_then(Value::as_object)
}

/// What an item of a list is called: a text itself in the language of the file, a record by the first of the fields that
/// would say so.
fn title(kind: Kind, item: &Value, of: &Records) -> Option<String> {
    let record = object(Some(item))?;
    if matches!(kind, Kind::Texts | Kind::Name) {
        return of.text(item);
    }
    let title = |key: &&str| of.text(record.get(*key)?);
    let name = ["title", "name", "label", "reference", "text"].iter().find_map(title);
    // One field may be stated by several sources.
    let evidence = || Some(format!("{}, {}", title(&"field")?, title(&"source")?));
    name.or_else(evidence)
}

/// The beginning of a long text, where it only says what is meant.
fn begin(text: &str) -> String {
    let mut begin: String = text.chars().take(MOST_LETTERS).collect();
    if begin.len() < text.len() {
        begin.push('…');
    }
    begin
}

fn told(kind: Kind, value: &Value, of: &Records) -> Told {
    let name = match (kind, value.as_str()) {
        (Kind::Ref(list), Some(id)) => of.name(list, id),
        (Kind::Party, Some(id)) => of.party(id),
        _ => None,
    };
    let words = match (name, value) {
        (Some(name), Value::String(id)) => format!("{name} ({id})"),
        (None, Value::String(text)) if matches!(kind, Kind::Text | Kind::Texts | Kind::Name) => format!("“{text}”"),
        (None, Value::String(text)) => text.clone(),
        (_, Value::Object(_)) => title(kind, value, of).map_or_else(|| value.to_string(), |title| format!("“{title}”")),
        _ => value.to_string(),
    };
    Told { value: value.clone(), words }
}

/// `leadBodies` as `lead bodies`.
fn in_words(key: &str) -> String {
    let mut words = String::new();
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// The words of a list.
pub fn list_in_words(list: List) -> &'static str {
    match list {
        List::Areas => "Disease areas",
        List::Places => "Places",
        List::Organisations => "Organisations",
        List::Initiatives => "Initiatives",
        List::Agreements => "Agreements",
        List::Sources => "Sources",
    }
}
