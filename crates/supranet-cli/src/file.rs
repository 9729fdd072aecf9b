//! Files in: a dataset from a path or from the standard input.
//!
//! Knows nothing of what is done with it. The one place that reads several files as one.

use anyhow::{Context as _, Result, bail};
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

/// What the files say together, and a line for the administrator where part of it is left out.
///
/// # Errors
/// Where a file cannot be read or is no dataset.
pub fn network(files: &[PathBuf]) -> Result<(Network, Option<String>)> {
    let [file] = files else { bail!("several files are not merged yet: give one") };
    let bytes = bytes(file)?;
    let raw = raw::parse(&bytes).with_context(|| named(file))?;
    let (network, issues) = validate::network(raw);
    let line = || {
        let name = named(file);
        format!("{name}: {} value(s) or record(s) are left out; `supranet check {name}` says which", issues.len())
    };
    Ok((network, (!issues.is_empty()).then(line)))
}

/// How a file is called in messages.
pub fn named(file: &Path) -> String {
    file.display().to_string()
}
