//! The reader of JSON against another one, on texts that are nearly JSON.

use crate::SMALL;
use hifijson::token::Lex as _;
use hifijson::{Error, SliceLexer, value};
use std::borrow::Cow;
use supranet_core::error::DatasetErrorKind;
use supranet_core::raw::{self, MAX_DEPTH, Node};

/// Parts that make each rule of the grammar be met and missed.
const PARTS: [&[u8]; 48] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\"a\"",
    b"\"b\":",
    b" ",
    b"\n",
    b"\r",
    b"\t",
    b"\x0c",
    b"0",
    b"-",
    b"1",
    b"23",
    b".",
    b".5",
    b"e",
    b"E+",
    b"e-7",
    b"+",
    b"null",
    b"true",
    b"false",
    b"nul",
    b"x",
    b"\\",
    b"\\n",
    b"\\/",
    b"\\u00e4",
    b"\\ud83d\\ude00",
    b"\\ud83d",
    b"\\udc00",
    b"\\u12",
    b"\\x",
    "å".as_bytes(),
    "医".as_bytes(),
    b"\xC3",
    b"\xFF",
    b"\x1f",
    b"\0",
    b"[[",
    b"{\"\":",
    b"\"\\u0000\"",
    b"]]",
];

/// What the other reader says: the value, or the place and whether it is too deep.
type Said<'a> = Result<value::Value<&'a str, Cow<'a, str>>, (bool, String)>;

fn other(bytes: &[u8]) -> Said<'_> {
    let mut lexer = SliceLexer::new(bytes);
    let read = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| value::parse_bounded(MAX_DEPTH, next, lexer));
    read.map_err(|error| {
        let before = &bytes[..bytes.len() - lexer.as_slice().len()];
        let line = before.split(|byte| *byte == b'\n').next_back().unwrap_or_default();
        let column = line.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        let place = format!("line {}, column {column}", before.iter().filter(|byte| **byte == b'\n').count() + 1);
        (matches!(error, Error::Depth), place)
    })
}

fn is_same(ours: &Node<'_>, other: &value::Value<&str, Cow<'_, str>>) -> bool {
    match (ours, other) {
        (Node::Null, value::Value::Null) => true,
        (Node::Bool(one), value::Value::Bool(other)) => one == other,
        (Node::Number(one), value::Value::Number((other, _))) => one == other,
        (Node::String(one), value::Value::String(other)) => one == other,
        (Node::Array(inside), value::Value::Array(items)) => {
            let members: Vec<_> = inside.members().collect();
            members.len() == items.len() && members.iter().zip(items).all(|((_, one), other)| is_same(one, other))
        }
        (Node::Object(inside), value::Value::Object(items)) => {
            let members: Vec<_> = inside.members().collect();
            let same = |((key, one), (own, other)): (&(_, Node<'_>), &(_, _))| key == own && is_same(one, other);
            members.len() == items.len() && members.iter().zip(items).all(same)
        }
        _ => false,
    }
}

fn compare(bytes: &[u8]) {
    let shown = || String::from_utf8_lossy(bytes).into_owned();
    match (raw::node(bytes), other(bytes)) {
        (Ok(ours), Ok(other)) => assert!(is_same(&ours, &other), "{}: {ours:?}", shown()),
        (Err(ours), Err(other)) => {
            assert_eq!((ours.kind == DatasetErrorKind::TooDeep, ours.place), other, "{}", shown());
        }
        (ours, other) => panic!("{}: {ours:?}, {other:?}", shown()),
    }
}

fn draw(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 40) as usize
}

#[test]
fn another_reader_reads_and_refuses_the_same_at_the_same_place() {
    let mut seed = 1;
    for _ in 0..200_000 {
        let mut text = Vec::new();
        for _ in 0..draw(&mut seed) % 12 {
            text.extend_from_slice(PARTS[draw(&mut seed) % PARTS.len()]);
        }
        compare(&text);
        compare(&[b"[", text.as_slice(), b"]"].concat());
        compare(&[b"{\"k\":\"", text.as_slice(), b"\"}"].concat());
    }
}

#[test]
fn a_whole_file_is_read_alike_with_any_byte_changed() {
    let mut seed = 1;
    let bytes = &SMALL.as_bytes()[..SMALL.len().min(6_000)];
    compare(SMALL.as_bytes());
    for at in 0..bytes.len() {
        compare(&bytes[..at]);
        let mut text = bytes.to_vec();
        let part = PARTS[draw(&mut seed) % PARTS.len()];
        text.splice(at..at + draw(&mut seed) % 2, part.iter().copied());
        compare(&text);
    }
    for depth in MAX_DEPTH - 2..MAX_DEPTH + 2 {
        for middle in ["", "1", "x", "\"", " ", "}"] {
            compare([&"[".repeat(depth), middle, &"]".repeat(depth)].concat().as_bytes());
            compare([&"{\"a\":".repeat(depth), middle, &"}".repeat(depth)].concat().as_bytes());
        }
    }
}
