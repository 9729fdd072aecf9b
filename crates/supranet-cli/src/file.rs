//! Files in: a dataset from a path or from the standard input.
//!
//! Knows nothing of what is done with it. The one place that reads several files as one.

use anyhow::{Context as _, Result};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use supranet_core::model::Network;
use supranet_core::{raw, validate};

/// The bytes of a file; `-` is the standard input.
///
/// # Errors
/// Where it cannot be read.
pub fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = match file == Path::new("-") {
        true => io::stdin().read_to_end(&mut bytes).map(|_| bytes),
        false => fs::read(file),
    };
    read.with_context(|| named(file))
}

/// The bytes of each file.
///
/// # Errors
/// Where one cannot be read.
pub fn all(files: &[PathBuf]) -> Result<Vec<Vec<u8>>> {
    files.iter().map(|file| bytes(file)).collect()
}

/// The files as datasets, by their bytes.
///
/// # Errors
/// Where one is no dataset.
pub fn parsed<'b>(files: &[PathBuf], bytes: &'b [Vec<u8>]) -> Result<Vec<raw::Dataset<'b>>> {
    let parsed = files.iter().zip(bytes);
    parsed.map(|(file, bytes)| raw::parse(bytes).with_context(|| named(file))).collect()
}

/// What the files say together, and a line for the administrator where part of it is left out.
///
/// # Errors
/// Where a file cannot be read or is no dataset.
pub fn network(files: &[PathBuf]) -> Result<(Network, Option<String>)> {
    let bytes = all(files)?;
    let (network, issues) = validate::networks(&parsed(files, &bytes)?);
    let left_out = issues.iter().filter(|issue| issue.code.leaves_out()).count();
    let line = || {
        let names: Vec<String> = files.iter().map(|file| named(file)).collect();
        let names = names.join(" ");
        format!("{names}: {left_out} value(s) or record(s) are left out; `supranet check {names}` says which")
    };
    Ok((network, (left_out > 0).then(line)))
}

/// How a file is called in messages.
pub fn named(file: &Path) -> String {
    file.display().to_string()
}
