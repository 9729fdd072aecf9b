//! JSON values that were checked: what is in a list or an object is read when it is asked for.
//!
//! Builds no tree. Knows nothing of what a value is for.

use super::reader::Reader;
use std::borrow::Cow;

/// A JSON value that borrows from the text wherever no escape stands.
#[derive(Debug, Clone)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A text.
    String(Cow<'a, str>),
    /// A list, whose items have no keys.
    Array(Inside<'a>),
    /// An object.
    Object(Inside<'a>),
}

/// What is in a list or an object: the text from its bracket on.
#[derive(Debug, Clone, Copy)]
pub struct Inside<'a>(&'a str);

impl<'a> Inside<'a> {
    /// What is behind the bracket that this text begins with.
    pub(super) fn at(text: &'a str) -> Self {
        Self(text)
    }

    /// The members in file order, repeated ones too; items of a list have empty keys.
    #[must_use]
    pub fn members(self) -> Members<'a> {
        Members { reader: Reader::new(self.0.as_bytes(), self.0), is_first: true, unread: false }
    }

    /// The first member with this key.
    #[must_use]
    pub fn find(self, key: &str) -> Option<Node<'a>> {
        for (own, node) in self.members() {
            if own == key {
                return Some(node);
            }
        }
        None
    }
}

/// The members of an object or the items of a list, one after the other.
#[derive(Debug)]
pub struct Members<'a> {
    reader: Reader<'a>,
    is_first: bool,
    /// Whether the reader stands before the last one, which is a list or an object.
    unread: bool,
}

impl<'a> Iterator for Members<'a> {
    type Item = (Cow<'a, str>, Node<'a>);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        let reader = &mut self.reader;
        let end = *reader.bytes.first()? + 2;
        if self.unread {
            reader.pass();
        }
        if self.is_first {
            reader.at = 1;
        }
        if !reader.comes(end, self.is_first)? {
            // It ends again and again.
            reader.at -= 1;
            (self.is_first, self.unread) = (false, false);
            return None;
        }
        self.is_first = false;
        let key = if end == b'}' { reader.key()? } else { Cow::Borrowed("") };
        let node = reader.node()?;
        self.unread = matches!(node, Node::Array(_) | Node::Object(_));
        Some((key, node))
    }
}
