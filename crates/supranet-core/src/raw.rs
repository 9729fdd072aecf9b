//! The dataset file as it stands: where each record is, and what JSON it holds.
//!
//! Knows nothing of what a field means. The whole file is read once, to refuse what is no JSON; of the
//! large lists only the place of each record is kept, and a record is read again when it is asked for,
//! so that no tree of the whole file ever stands in memory.

use crate::error::{DatasetError, DatasetErrorKind};
use crate::join::{concat, digits};
use hifijson::token::Lex as _;
use hifijson::{Error as JsonError, Expect, SliceLexer, str::LexAlloc as _, value};
use std::borrow::Cow;
use std::ops::Range;

/// The largest file that is read, in bytes (64 MB).
pub const MAX_BYTES: usize = 64_000_000;
/// How many levels of arrays and objects are read; the format itself needs six.
pub const MAX_DEPTH: usize = 64;

/// A JSON value that borrows from the file wherever no escape stands.
pub type Node<'a> = value::Value<&'a str, Cow<'a, str>>;

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
    bytes: &'a [u8],
    /// The members of the top of the file in file order; those of [`List`] are left out where they
    /// are lists.
    pub members: Vec<(Cow<'a, str>, Node<'a>)>,
    records: [Vec<Range<u32>>; List::ALL.len()],
}

impl<'a> Dataset<'a> {
    /// The records of a list, in file order.
    pub fn records(&self, list: List) -> impl Iterator<Item = Node<'a>> {
        self.records[list as usize].iter().map(|range| self.node(range))
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// One record of a list by its position in the file.
    #[must_use]
    pub fn record(&self, list: List, position: usize) -> Node<'a> {
        self.records[list as usize].get(position).map_or(Node::Null, |range| self.node(range))
    }

    fn node(&self, range: &Range<u32>) -> Node<'a> {
        // It was read before, so that it cannot fail now.
        self.bytes
            .get(range.start as usize..range.end as usize)
            .and_then(|bytes| node(bytes).ok())
            .unwrap_or(Node::Null)
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
    let mut dataset = Dataset { bytes, members: Vec::new(), records: Default::default() };
    let mut lexer = SliceLexer::new(bytes);
    let is_object = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| top(next, lexer, &mut dataset));
    let is_object = is_object.map_err(|error| not_json(&error, bytes, &lexer))?;

    let member = |wanted: &str| dataset.members.iter().find(|(key, _)| key == wanted).map(|(_, node)| node);
    match member("version") {
        Some(version) if is_object && member(List::Initiatives.key()).is_some() => match version {
            Node::Number(("1", _)) => Ok(dataset),
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
    let mut lexer = SliceLexer::new(bytes);
    lexer.exactly_one(SliceLexer::ws_peek, any).map_err(|error| not_json(&error, bytes, &lexer))
}

fn any<'a>(next: u8, lexer: &mut SliceLexer<'a>) -> Result<Node<'a>, JsonError> {
    value::parse_bounded(MAX_DEPTH, next, lexer)
}

/// Reads the top of the file; false where it is no object.
fn top<'a>(next: u8, lexer: &mut SliceLexer<'a>, dataset: &mut Dataset<'a>) -> Result<bool, JsonError> {
    if next != b'{' {
        return any(next, lexer).map(|_| false);
    }
    lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
        lexer.expect(|_| Some(next), b'"').ok_or(Expect::String)?;
        let key = lexer.str_string().map_err(JsonError::Str)?;
        lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
        let next = lexer.ws_peek().ok_or(Expect::Value)?;
        let list = List::ALL.into_iter().find(|list| list.key() == key);
        let is_first = !dataset.members.iter().any(|(own, _)| *own == key);
        let node = match list {
            Some(list) if next == b'[' && is_first => {
                let ranges = &mut dataset.records[list as usize];
                let len = dataset.bytes.len();
                lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| {
                    let start = len - lexer.as_slice().len();
                    any(next, lexer)?;
                    ranges.push(start as u32..(len - lexer.as_slice().len()) as u32);
                    Ok::<_, JsonError>(())
                })?;
                Node::Array(Vec::new())
            }
            _ => any(next, lexer)?,
        };
        dataset.members.push((key, node));
        Ok::<_, JsonError>(())
    })?;
    Ok(true)
}

fn not_json(error: &JsonError, text: &[u8], lexer: &SliceLexer<'_>) -> DatasetError {
    let (before, _) = text.split_at(text.len() - lexer.as_slice().len());
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    // Columns count characters, as an editor does: the bytes that continue one are not counted.
    let column = before[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    let kind = if matches!(error, JsonError::Depth) { DatasetErrorKind::TooDeep } else { DatasetErrorKind::NotJson };
    DatasetError { kind, place: concat(&["line ", &digits(line as u64), ", column ", &digits(column as u64)]) }
}
