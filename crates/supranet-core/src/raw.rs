//! The dataset file as it stands: where each record is, and what JSON it holds.
//!
//! Knows nothing of what a field means. The whole file is checked once, to refuse what is no JSON; of the
//! large lists only the place of each record is kept, and a record is read when it is asked for,
//! so that no tree of the whole file ever stands in memory.

mod json;
mod reader;

pub use json::{Inside, Members, Node};

use crate::error::{DatasetError, DatasetErrorKind};
use crate::join::{concat, digits};
use reader::Reader;
use std::borrow::Cow;

/// The largest file that is read, in bytes (64 MB).
pub const MAX_BYTES: usize = 64_000_000;
/// How many levels of arrays and objects are read; the format itself needs six.
pub const MAX_DEPTH: usize = 64;

/// The large lists of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Disease areas.
    Areas,
    /// Places smaller than a country.
    Places,
    /// Organisations.
    Organisations,
    /// Initiatives: the cards.
    Initiatives,
    /// Agreements between two of them.
    Agreements,
    /// Where the facts are stated.
    Sources,
}

impl List {
    /// All lists, in the order of the file.
    pub const ALL: [Self; 6] =
        [Self::Areas, Self::Places, Self::Organisations, Self::Initiatives, Self::Agreements, Self::Sources];

    /// The key in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Areas => "areas",
            Self::Places => "places",
            Self::Organisations => "organisations",
            Self::Initiatives => "initiatives",
            Self::Agreements => "agreements",
            Self::Sources => "sources",
        }
    }
}

/// A file that is a dataset, by its form.
#[derive(Debug)]
pub struct Dataset<'a> {
    text: &'a str,
    /// The members of the top of the file in file order; those of [`List`] are empty where they
    /// are lists.
    pub members: Vec<(Cow<'a, str>, Node<'a>)>,
    /// Where each record begins.
    records: [Vec<u32>; List::ALL.len()],
}

impl<'a> Dataset<'a> {
    /// How many records a list has.
    #[must_use]
    pub fn len(&self, list: List) -> usize {
        self.records[list as usize].len()
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// One record of a list by its position in the file.
    #[must_use]
    pub fn record(&self, list: List, position: usize) -> Node<'a> {
        let start = self.records[list as usize].get(position).copied().unwrap_or_default() as usize;
        // It was checked before, so that it cannot fail now.
        read(self.text.get(start..).unwrap_or_default())
    }
}

/// Reads a file of UTF-8 JSON, with or without a byte order mark.
///
/// # Errors
/// [`DatasetError`] when the bytes are not JSON, are not a dataset, have an unknown version, or are
/// too many. A wrong value inside a dataset is no error here: see `validate`.
pub fn parse(bytes: &[u8]) -> Result<Dataset<'_>, DatasetError> {
    let refuse = |kind, place: &str| Err(DatasetError { kind, place: place.into() });
    if bytes.len() > MAX_BYTES {
        return refuse(DatasetErrorKind::TooLarge, "the file");
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = valid(bytes);
    let mut dataset = Dataset { text, members: Vec::new(), records: Default::default() };
    let mut reader = Reader::new(bytes, text);
    let Some(is_object) = whole(&mut reader, &mut |reader| top(reader, &mut dataset)) else {
        return Err(not_json(&reader));
    };

    let member = |wanted: &str| dataset.members.iter().find(|(key, _)| key == wanted).map(|(_, node)| node);
    match member("version") {
        Some(version) if is_object && member(List::Initiatives.key()).is_some() => match version {
            Node::Number("1") => Ok(dataset),
            _ => refuse(DatasetErrorKind::UnknownVersion, "version"),
        },
        _ => refuse(DatasetErrorKind::NotOurFormat, "the file"),
    }
}

/// Reads JSON that is no dataset, such as a language pack.
///
/// # Errors
/// [`DatasetError`] when the bytes are not JSON.
pub fn node(bytes: &[u8]) -> Result<Node<'_>, DatasetError> {
    let text = valid(bytes);
    let mut reader = Reader::new(bytes, text);
    match whole(&mut reader, &mut |reader| reader.check(MAX_DEPTH).map(|()| false)) {
        Some(_) => Ok(read(text)),
        None => Err(not_json(&reader)),
    }
}

/// The value at the beginning of a text that was checked.
fn read(text: &str) -> Node<'_> {
    Reader::new(text.as_bytes(), text).node().unwrap_or(Node::Null)
}

/// The bytes up to where they are no UTF-8 any more: a reader of JSON stops there, if not before.
fn valid(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).or_else(|error| std::str::from_utf8(&bytes[..error.valid_up_to()])).unwrap_or_default()
}

/// What `one` says of the one value of a text; nothing where more follows.
fn whole<'a>(reader: &mut Reader<'a>, one: &mut dyn FnMut(&mut Reader<'a>) -> Option<bool>) -> Option<bool> {
    let found = one(reader)?;
    reader.peek().is_none().then_some(found)
}

/// Checks the top of the file; false where it is no object.
fn top<'a>(reader: &mut Reader<'a>, dataset: &mut Dataset<'a>) -> Option<bool> {
    if reader.peek() != Some(b'{') {
        return reader.check(MAX_DEPTH).map(|()| false);
    }
    reader.at += 1;
    while reader.comes(b'}', dataset.members.is_empty())? {
        let key = reader.key()?;
        let next = reader.peek();
        let list = List::ALL.into_iter().find(|list| list.key() == key);
        let is_first = !dataset.members.iter().any(|(own, _)| *own == key);
        let node = match list {
            Some(list) if next == Some(b'[') && is_first => {
                let starts = &mut dataset.records[list as usize];
                reader.at += 1;
                while reader.comes(b']', starts.is_empty())? {
                    starts.push(reader.at as u32);
                    reader.check(MAX_DEPTH)?;
                }
                read("[]")
            }
            _ => {
                let start = reader.at;
                reader.check(MAX_DEPTH)?;
                read(dataset.text.get(start..)?)
            }
        };
        dataset.members.push((key, node));
    }
    Some(true)
}

fn not_json(reader: &Reader<'_>) -> DatasetError {
    let (before, _) = reader.bytes.split_at(reader.at);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    // Columns count characters, as an editor does: the bytes that continue one are not counted.
    let column = before[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    let kind = if reader.is_too_deep { DatasetErrorKind::TooDeep } else { DatasetErrorKind::NotJson };
    DatasetError { kind, place: concat(&["line ", &digits(line as u64), ", column ", &digits(column as u64)]) }
}
