//! A file, or the standard input, as its bytes.
//!
//! Knows nothing of what is in it.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use supranet_core::raw::MAX_BYTES;

/// A file that was read, or why it could not be.
#[derive(Debug)]
pub struct File {
    /// As it was named.
    pub name: String,
    bytes: Result<Vec<u8>, String>,
}

impl File {
    /// Reads a file; `-` is the standard input.
    pub fn read(path: &Path) -> Self {
        let bytes = if path == Path::new("-") { some(io::stdin()) } else { fs::File::open(path).and_then(some) };
        Self { name: path.display().to_string(), bytes: bytes.map_err(|error| error.to_string()) }
    }

    /// What was read.
    pub fn bytes(&self) -> Result<&[u8], &str> {
        self.bytes.as_deref().map_err(String::as_str)
    }

    /// How many bytes were read.
    pub fn size(&self) -> usize {
        self.bytes().map_or(0, <[u8]>::len)
    }
}

/// As much as is needed to see that a file is too large: an input without an end is refused too.
fn some(input: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
