//! A record as all that it states: each value with its field and its path.
//!
//! Knows nothing of what is right. Values of another type than their field has are passed over, as the reader
//! passes over them, and of a key that stands twice the first counts.

use std::borrow::Cow;
use std::collections::HashSet;
use supranet_core::raw::{Dataset, Inside, List, Node};
use supranet_core::shape::{self, Beside, Field, Kind};

/// One step of a path.
#[derive(Debug, Clone)]
enum Step<'a> {
    Key(Cow<'a, str>),
    Index(usize),
}

/// A value of a record.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    /// The position, among the values of the record, of the one that this is part of.
    pub parent: Option<usize>,
    step: Step<'a>,
    /// What its field holds; the texts of a text in several languages are [`Kind::Text`].
    pub kind: Kind,
    /// As it stands in the file.
    pub node: Node<'a>,
}

impl<'a> Value<'a> {
    /// Its text, where it is one.
    pub fn text(&self) -> Option<&str> {
        if let Node::String(text) = &self.node { Some(text) } else { None }
    }

    /// Its key, where it is a member of something.
    pub fn key(&self) -> Option<&str> {
        if let Step::Key(key) = &self.step { Some(key) } else { None }
    }
}

/// A key that no field has.
#[derive(Debug)]
pub struct Unknown<'a> {
    /// The position, among the values of the record, of the object that has it.
    parent: Option<usize>,
    /// The key.
    pub key: Cow<'a, str>,
    /// The table of the object.
    fields: &'static [Field],
}

/// A record of a list, or the single fields at the top of a file.
#[derive(Debug)]
pub struct Record<'a> {
    /// The position of the file.
    pub file: usize,
    /// Its list, and its position there; nothing for the top of the file.
    pub list: Option<(List, usize)>,
    /// The object itself; nothing for the top of the file.
    pub object: Option<Inside<'a>>,
    /// All that it states, each before what is part of it.
    pub values: Vec<Value<'a>>,
    /// What it says under keys that the format does not have, each key of an object once.
    pub unknown: Vec<Unknown<'a>>,
}

impl<'a> Record<'a> {
    /// The single fields at the top of a file.
    pub fn top(file: usize, raw: &Dataset<'a>) -> Self {
        let mut record = Self { file, list: None, object: None, values: Vec::new(), unknown: Vec::new() };
        record.members(&mut raw.members.iter().cloned(), shape::DATASET, None);
        record
    }

    /// One record of a list; nothing where it is no object.
    pub fn of(file: usize, raw: &Dataset<'a>, list: List, position: usize) -> Option<Self> {
        let Node::Object(object) = raw.record(list, position) else { return None };
        let (values, unknown) = (Vec::new(), Vec::new());
        let mut record = Self { file, list: Some((list, position)), object: Some(object), values, unknown };
        record.members(&mut object.members(), shape::of(list), None);
        if list == List::Agreements
            && let Some(ends) = object.find(shape::beside(Beside::Ends).0)
        {
            record.push(None, Step::Key(shape::beside(Beside::Ends).0.into()), shape::ENDS, ends);
        }
        Some(record)
    }

    fn members(
        &mut self,
        members: &mut dyn Iterator<Item = (Cow<'a, str>, Node<'a>)>,
        fields: &'static [Field],
        parent: Option<usize>,
    ) {
        let mut is_known = vec![false; fields.len()];
        let mut unknown = HashSet::new();
        for (key, node) in members {
            if let Some(at) = fields.iter().position(|field| field.key == key)
                && !std::mem::replace(&mut is_known[at], true)
            {
                self.push(parent, Step::Key(key), fields[at].kind, node);
            } else if !self.known(fields, parent).any(|known| known == key) && unknown.insert(key.clone()) {
                self.unknown.push(Unknown { parent, key, fields });
            }
        }
    }

    /// The keys that an object may have, those beside its table too.
    fn known(&self, fields: &'static [Field], parent: Option<usize>) -> impl Iterator<Item = &'static str> {
        let of_file = ["$schema", shape::beside(Beside::Version).0].into_iter().chain(List::ALL.map(List::key));
        let is_file = parent.is_none() && self.list.is_none();
        let is_agreement = parent.is_none() && matches!(self.list, Some((List::Agreements, _)));
        let ends = is_agreement.then(|| shape::beside(Beside::Ends).0);
        fields.iter().map(|field| field.key).chain(of_file.filter(move |_| is_file)).chain(ends)
    }

    /// The keys that could stand where one stands that the format does not have.
    pub fn known_beside(&self, unknown: &Unknown<'_>) -> impl Iterator<Item = &'static str> {
        self.known(unknown.fields, unknown.parent)
    }

    fn push(&mut self, parent: Option<usize>, step: Step<'a>, kind: Kind, node: Node<'a>) {
        let at = self.values.len();
        self.values.push(Value { parent, step, kind, node: node.clone() });
        match (kind, node) {
            (Kind::Many(kind), Node::Array(items)) => {
                for (index, (_, item)) in items.members().enumerate() {
                    self.push(Some(at), Step::Index(index), *kind, item);
                }
            }
            (Kind::Record(fields), Node::Object(inside)) => self.members(&mut inside.members(), fields, Some(at)),
            (Kind::Texts | Kind::Name, Node::Object(texts)) => {
                for (language, text) in texts.members() {
                    self.push(Some(at), Step::Key(language), Kind::Text, text);
                }
            }
            _ => {}
        }
    }

    /// The text of its field `id`, or of a place its code.
    pub fn id(&self) -> &str {
        self.text("id").or_else(|| self.text("code")).unwrap_or_default()
    }

    /// The text of one of its own fields.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.part(None, key).and_then(|at| self.values[at].text())
    }

    /// A field of the record, or of what stands at a position, by its key.
    pub fn part(&self, parent: Option<usize>, key: &str) -> Option<usize> {
        let start = parent.map_or(0, |at| at + 1);
        let is_it = |own: &Value<'_>| own.parent == parent && own.key() == Some(key);
        self.values[start..].iter().position(is_it).map(|at| start + at)
    }

    /// What stands directly inside the value at a position.
    pub fn parts(&self, parent: usize) -> impl Iterator<Item = &Value<'a>> {
        let inside = self.values[parent + 1..].iter().take_while(move |own| own.parent >= Some(parent));
        inside.filter(move |own| own.parent == Some(parent))
    }

    /// The path of the whole record in the file.
    pub fn own_path(&self) -> String {
        self.list.map_or_else(String::new, |(list, position)| format!("{}[{position}]", list.key()))
    }

    /// The path of one of its values in the file.
    pub fn path(&self, at: usize) -> String {
        let value = &self.values[at];
        match &value.step {
            Step::Key(key) => self.path_of_key(value.parent, key),
            Step::Index(index) => format!("{}[{index}]", self.path_before(value.parent)),
        }
    }

    /// The path of a key that the format does not have.
    pub fn path_of_unknown(&self, unknown: &Unknown<'_>) -> String {
        self.path_of_key(unknown.parent, &unknown.key)
    }

    fn path_of_key(&self, parent: Option<usize>, key: &str) -> String {
        let before = self.path_before(parent);
        if before.is_empty() { key.to_owned() } else { format!("{before}.{key}") }
    }

    fn path_before(&self, parent: Option<usize>) -> String {
        parent.map_or_else(|| self.own_path(), |parent| self.path(parent))
    }
}
