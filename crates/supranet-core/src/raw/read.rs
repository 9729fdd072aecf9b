//! From a JSON value to a Rust value, leniently: a bad value is left out and named by its path.
//!
//! Knows nothing of which fields there are: see `records`.

use crate::error::{Issue, IssueCode};
use std::borrow::Cow;

/// A parsed JSON value that borrows from the file wherever no escape stands.
pub(super) type Node<'a> = hifijson::value::Value<&'a str, Cow<'a, str>>;

/// A text; `None` where none is stated or the value was no text.
pub type Text<'a> = Option<Cow<'a, str>>;
/// Texts by language, in file order.
pub type Texts<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;
/// A whole number; `None` where none is stated or the value was none.
pub type Whole = Option<i64>;
/// A list with the positions of the file: `None` stands where a value was left out.
pub type List<T> = Vec<Option<T>>;

/// A number with decimals, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal<'a>(pub &'a str);

/// Where a value stands: a chain from the value up to the file, made on the stack while reading.
#[derive(Clone, Copy)]
pub struct Path<'p> {
    /// The path of what holds this value.
    pub parent: Option<&'p Path<'p>>,
    /// The last step.
    pub step: Step<'p>,
}

/// One step of a [`Path`].
#[derive(Clone, Copy)]
pub enum Step<'p> {
    /// The member of an object.
    Key(&'p str),
    /// The item of a list, counted from 0.
    Index(usize),
}

impl<'p> Path<'p> {
    /// The top of the file.
    #[must_use]
    pub fn root(key: &'p str) -> Self {
        Self { parent: None, step: Step::Key(key) }
    }

    /// The member `key` of this value.
    #[must_use]
    pub fn key(&'p self, key: &'p str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }

    /// The item `index` of this list.
    #[must_use]
    pub fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// As shown to an editor: `agreements[3].ends[1]`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.parent.map(Path::text).unwrap_or_default();
        match self.step {
            Step::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
        text
    }
}

/// Notes one issue at `path`.
pub(crate) fn issue(path: &Path<'_>, code: IssueCode, detail: String, issues: &mut Vec<Issue>) {
    issues.push(Issue { path: path.text(), code, detail });
}

pub(super) fn wrong_type(path: &Path<'_>, expected: &str, issues: &mut Vec<Issue>) {
    issue(path, IssueCode::WrongType, expected.into(), issues);
}

/// How a type is read from a JSON value; `None` leaves the value out, and an issue then says why.
pub(super) trait Read<'a>: Sized {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self>;
}

impl<'a> Read<'a> for Cow<'a, str> {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
        match node {
            Node::String(text) if text.trim().is_empty() => {
                issue(path, IssueCode::Empty, String::new(), issues);
                None
            }
            Node::String(text) => Some(text),
            _ => {
                wrong_type(path, "a text", issues);
                None
            }
        }
    }
}

impl<'a> Read<'a> for i64 {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
        let number = match node {
            Node::Number((digits, _)) => digits.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            wrong_type(path, "a whole number", issues);
        }
        number
    }
}

impl<'a> Read<'a> for Decimal<'a> {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
        match node {
            Node::Number((digits, _)) => Some(Self(digits)),
            _ => {
                wrong_type(path, "a number", issues);
                None
            }
        }
    }
}

impl<'a> Read<'a> for Texts<'a> {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
        let mut texts = Vec::new();
        members(node, path, "texts by language, such as {\"en\": \"…\"}", issues, &mut |key, node, path, issues| {
            if let Some(text) = Cow::read(node, path, issues) {
                texts.push((key, text));
            }
        });
        Some(texts)
    }
}

impl<'a, T: Read<'a>> Read<'a> for List<T> {
    fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
        let Node::Array(items) = node else {
            wrong_type(path, "a list", issues);
            return None;
        };
        let read = |(index, item)| T::read(item, &path.index(index), issues);
        Some(items.into_iter().enumerate().map(read).collect())
    }
}

type Member<'m, 'a> = dyn FnMut(Cow<'a, str>, Node<'a>, &Path<'_>, &mut Vec<Issue>) + 'm;

/// Calls `each` for every member of an object, the first of each key; false where it is no object.
pub(super) fn members<'a>(
    node: Node<'a>,
    path: &Path<'_>,
    expected: &str,
    issues: &mut Vec<Issue>,
    each: &mut Member<'_, 'a>,
) -> bool {
    let Node::Object(entries) = node else {
        wrong_type(path, expected, issues);
        return false;
    };
    let mut seen: Vec<Cow<'a, str>> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let path = path.key(&key);
        if seen.contains(&key) {
            issue(&path, IssueCode::RepeatedKey, key.to_string(), issues);
            continue;
        }
        seen.push(key.clone());
        each(key.clone(), value, &path, issues);
    }
    true
}
