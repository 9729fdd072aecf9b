//! From bytes to [`Dataset`]: the only place that reads JSON.
//!
//! Knows nothing of single fields. The records of the large lists are read one after the other, so
//! that no tree of the whole file ever stands in memory.

use super::read::{Node, Path, Read, Step, issue, wrong_type};
use super::records::Dataset;
use crate::error::{DatasetError, DatasetErrorKind, IssueCode};
use hifijson::token::Lex as _;
use hifijson::{Error as JsonError, Expect, SliceLexer, str::LexAlloc as _, value};
use std::borrow::Cow;

/// The largest file that is read, in bytes (64 MB).
pub const MAX_BYTES: usize = 64_000_000;
/// How many levels of arrays and objects are read; the format itself needs six.
pub const MAX_DEPTH: usize = 64;

/// Reads a file of UTF-8 JSON, with or without a byte order mark.
///
/// # Errors
/// [`DatasetError`] when the bytes are not JSON, are not a dataset, have an unknown version, or are
/// too many. A wrong value inside a dataset is no error: it is in [`Dataset::issues`].
pub fn parse(bytes: &[u8]) -> Result<Dataset<'_>, DatasetError> {
    if bytes.len() > MAX_BYTES {
        return Err(DatasetError { kind: DatasetErrorKind::TooLarge, place: "the file".into() });
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lexer = SliceLexer::new(text);
    let mut reader = Reader { dataset: Dataset::default(), keys: Vec::new(), is_object: false };
    match lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| reader.top(next, lexer)) {
        Ok(()) => reader.finish(),
        Err(error) => Err(refuse(error, text, text.len() - lexer.as_slice().len())),
    }
}

struct Reader<'a> {
    dataset: Dataset<'a>,
    keys: Vec<Cow<'a, str>>,
    is_object: bool,
}

impl<'a> Reader<'a> {
    fn top(&mut self, next: u8, lexer: &mut SliceLexer<'a>) -> Result<(), JsonError> {
        if next != b'{' {
            return value::parse_bounded(MAX_DEPTH, next, lexer).map(|_: Node<'a>| ());
        }
        self.is_object = true;
        lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
            lexer.expect(|_| Some(next), b'"').ok_or(Expect::String)?;
            let key = lexer.str_string().map_err(JsonError::Str)?;
            lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
            let next = lexer.ws_peek().ok_or(Expect::Value)?;
            self.member(key, next, lexer)
        })
    }

    fn member(&mut self, key: Cow<'a, str>, next: u8, lexer: &mut SliceLexer<'a>) -> Result<(), JsonError> {
        let path = Path { parent: None, step: Step::Key(&key) };
        if self.keys.contains(&key) {
            issue(&path, IssueCode::RepeatedKey, key.to_string(), &mut self.dataset.issues);
            return value::parse_bounded(MAX_DEPTH, next, lexer).map(|_: Node<'a>| ());
        }
        let Dataset { areas, places, organisations, initiatives, agreements, sources, issues, .. } = &mut self.dataset;
        match &*key {
            "areas" => list(next, lexer, &path, areas, issues)?,
            "places" => list(next, lexer, &path, places, issues)?,
            "organisations" => list(next, lexer, &path, organisations, issues)?,
            "initiatives" => list(next, lexer, &path, initiatives, issues)?,
            "agreements" => list(next, lexer, &path, agreements, issues)?,
            "sources" => list(next, lexer, &path, sources, issues)?,
            _ => {
                let node = value::parse_bounded(MAX_DEPTH, next, lexer)?;
                self.dataset.read_field(&key, node, &path);
            }
        }
        self.keys.push(key);
        Ok(())
    }

    fn finish(self) -> Result<Dataset<'a>, DatasetError> {
        let refuse = |kind, place: &str| Err(DatasetError { kind, place: place.into() });
        let has = |wanted: &str| self.keys.iter().any(|key| key == wanted);
        if !self.is_object || !has("version") || !has("initiatives") {
            return refuse(DatasetErrorKind::NotOurFormat, "the file");
        }
        if self.dataset.version != Some(1) {
            return refuse(DatasetErrorKind::UnknownVersion, "version");
        }
        Ok(self.dataset)
    }
}

/// Reads one of the large lists, record by record.
fn list<'a, T: Read<'a>>(
    next: u8,
    lexer: &mut SliceLexer<'a>,
    path: &Path<'_>,
    into: &mut Vec<Option<T>>,
    issues: &mut Vec<crate::error::Issue>,
) -> Result<(), JsonError> {
    if next != b'[' {
        let _: Node<'a> = value::parse_bounded(MAX_DEPTH, next, lexer)?;
        wrong_type(path, "a list", issues);
        return Ok(());
    }
    lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| {
        let node = value::parse_bounded(MAX_DEPTH, next, lexer)?;
        let path = Path { parent: Some(path), step: Step::Index(into.len()) };
        into.push(T::read(node, &path, issues));
        Ok(())
    })
}

fn refuse(error: JsonError, text: &[u8], offset: usize) -> DatasetError {
    let before = &text[..offset.min(text.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    // Columns count characters, as an editor does: the bytes that continue one are not counted.
    let column = before[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    let kind = if matches!(error, JsonError::Depth) { DatasetErrorKind::TooDeep } else { DatasetErrorKind::NotJson };
    DatasetError { kind, place: format!("line {line}, column {column}") }
}

/// Reads a JSON object whose members are all texts, such as a language pack; others are left out.
///
/// # Errors
/// [`DatasetError`] when the bytes are not JSON.
pub fn parse_texts(bytes: &[u8]) -> Result<Vec<(Cow<'_, str>, Cow<'_, str>)>, DatasetError> {
    let mut lexer = SliceLexer::new(bytes);
    let node: Result<Node<'_>, _> =
        lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| value::parse_bounded(MAX_DEPTH, next, lexer));
    match node {
        Ok(node) => {
            let path = Path::root("the pack");
            Ok(Read::read(node, &path, &mut Vec::new()).unwrap_or_default())
        }
        Err(error) => Err(refuse(error, bytes, bytes.len() - lexer.as_slice().len())),
    }
}
