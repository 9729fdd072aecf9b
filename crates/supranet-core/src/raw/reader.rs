//! The reader of JSON: it checks, and reads what was checked.
//!
//! Accepts what RFC 8259 does. Knows nothing of what a value is for.

use super::json::{Inside, Node};
use std::borrow::Cow;

/// A place in a text.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub bytes: &'a [u8],
    /// The bytes up to where they are no UTF-8 any more.
    text: &'a str,
    pub at: usize,
    /// Whether it stopped at a value that is too deep inside others.
    pub is_too_deep: bool,
}

/// Each of these gives nothing where the text is no JSON; the reader then stands where an editor looks.
impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], text: &'a str) -> Self {
        Self { bytes, text, at: 0, is_too_deep: false }
    }

    /// Passes over white space; the byte behind it.
    #[inline(always)]
    pub fn peek(&mut self) -> Option<u8> {
        // Most often there is none, and a call would take longer than the look.
        match self.bytes.get(self.at) {
            Some(byte) if *byte > b' ' => Some(*byte),
            _ => self.pass_space(),
        }
    }

    #[inline(never)]
    fn pass_space(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// Passes over this byte, if it is here.
    fn skip(&mut self, byte: u8) -> bool {
        let is_here = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(is_here);
        is_here
    }

    /// Whether one more item comes before the end of a list or an object, which is passed over.
    pub fn comes(&mut self, end: u8, is_first: bool) -> Option<bool> {
        let next = self.peek()?;
        if next == end {
            self.at += 1;
            return Some(false);
        }
        if !is_first {
            if next != b',' {
                return None;
            }
            self.at += 1;
            self.peek()?;
        }
        Some(true)
    }

    /// The key of a member, and the colon.
    pub fn key(&mut self) -> Option<Cow<'a, str>> {
        if !self.skip(b'"') {
            return None;
        }
        let key = self.string()?;
        self.peek();
        self.skip(b':').then_some(key)
    }

    /// Checks a value that may have so many levels, and passes over it.
    pub fn check(&mut self, depth: usize) -> Option<()> {
        let first = self.peek()?;
        self.is_too_deep = depth == 0;
        if depth == 0 {
            return None;
        }
        match first {
            b'"' => {
                self.at += 1;
                self.string()?;
            }
            b'[' | b'{' => {
                self.at += 1;
                let end = first + 2;
                let mut is_first = true;
                while self.comes(end, is_first)? {
                    if end == b'}' {
                        self.key()?;
                    }
                    self.check(depth - 1)?;
                    is_first = false;
                }
            }
            b'-' | b'0'..=b'9' => {
                self.number()?;
            }
            b'a'..=b'z' => {
                self.at += 1;
                let rest: &[u8] = match first {
                    b'n' => b"ull",
                    b't' => b"rue",
                    b'f' => b"alse",
                    _ => return None,
                };
                if !self.bytes.get(self.at..)?.starts_with(rest) {
                    return None;
                }
                self.at += rest.len();
            }
            _ => return None,
        }
        Some(())
    }

    /// A value that was checked. Of a list or an object only the beginning is read.
    pub fn node(&mut self) -> Option<Node<'a>> {
        let first = self.peek()?;
        Some(match first {
            b'"' => {
                self.at += 1;
                Node::String(self.string()?)
            }
            b'[' => Node::Array(Inside::at(self.text.get(self.at..)?)),
            b'{' => Node::Object(Inside::at(self.text.get(self.at..)?)),
            b'-' | b'0'..=b'9' => Node::Number(self.number()?),
            _ => {
                self.check(1)?;
                if first == b'n' { Node::Null } else { Node::Bool(first == b't') }
            }
        })
    }

    /// Passes over a list or an object that was checked.
    pub fn pass(&mut self) {
        let mut depth = 0;
        let mut at = self.at;
        while let Some(byte) = self.bytes.get(at) {
            at += 1;
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'"' => {
                    while let Some(byte) = self.bytes.get(at)
                        && *byte != b'"'
                    {
                        at += 1 + usize::from(*byte == b'\\');
                    }
                    at += 1;
                }
                _ => {}
            }
        }
        self.at = at;
    }

    fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _is_signed = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// A text behind its opening quote.
    #[inline(never)]
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let run = self.run()?;
        if self.skip(b'"') {
            return Some(Cow::Borrowed(run));
        }
        let mut text = String::from(run);
        loop {
            match self.take()? {
                b'"' => return Some(Cow::Owned(text)),
                b'\\' => text.push(self.escape()?),
                _ => return None,
            }
            text.push_str(self.run()?);
        }
    }

    /// What stands before the next quote or escape.
    fn run(&mut self) -> Option<&'a str> {
        let (start, mut at) = (self.at, self.at);
        while let Some(byte) = self.bytes.get(at)
            && !matches!(byte, b'"' | b'\\' | ..0x20)
        {
            at += 1;
        }
        self.at = at;
        self.text.get(start..at)
    }

    fn escape(&mut self) -> Option<char> {
        Some(char::from(match self.take()? {
            byte @ (b'"' | b'\\' | b'/') => byte,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let mut code = self.hex()?;
                if let 0xD800..0xDC00 = code {
                    if !self.bytes.get(self.at..)?.starts_with(b"\\u") {
                        return None;
                    }
                    self.at += 2;
                    let low = self.hex()?;
                    if !matches!(low, 0xDC00..0xE000) {
                        return None;
                    }
                    code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                }
                return char::from_u32(code);
            }
            _ => return None,
        }))
    }

    fn hex(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.take()?).to_digit(16)?;
        }
        Some(number)
    }
}
