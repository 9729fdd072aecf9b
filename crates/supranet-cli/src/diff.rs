//! `supranet diff`: what changed from one dataset to another, as a changelog that a person can read.
//!
//! Knows nothing of what a field means beyond its form, which is the core's table: a new field is compared as soon as it
//! stands there. English, as those who keep a dataset share it.

mod compare;
mod fields;
mod records;
mod report;

use crate::file;
use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};
use records::Records;
use std::path::{Path, PathBuf};

/// The formats.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// A changelog to read, which is Markdown, too.
    Text,
    /// One JSON object, with the values as they stand in the files.
    Json,
}

/// The arguments of `supranet diff`.
#[derive(Args)]
#[command(after_help = "\
A record with another id is the same one where it alone has the same name (of an agreement: ends, kind and dates; of a
source: title and address).

Exit status: 0 without a difference, 1 with one or more, 2 where a file cannot be read or is no dataset.

Examples:
  supranet diff supranet-2026-10.json supranet.json
  git show HEAD~1:data/supranet.json | supranet diff - data/supranet.json
  supranet diff --format json old.json new.json | jq '.initiatives.added'")]
pub struct Arguments {
    /// The file before; `-` reads the standard input.
    pub old: PathBuf,
    /// The file after; `-` reads the standard input.
    pub new: PathBuf,
    /// The format.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// The changelog, and whether there is any difference.
///
/// # Errors
/// Where a file cannot be read or is no dataset.
pub fn run(arguments: &Arguments) -> Result<(String, bool)> {
    let Arguments { old, new, format } = arguments;
    let stdin = Path::new("-");
    ensure!(old != stdin || new != stdin, "only one of the two files can be the standard input");
    let (before, after) = (file::bytes(old)?, file::bytes(new)?);
    let (before, after) = (Records::read(&before, &file::named(old))?, Records::read(&after, &file::named(new))?);
    let changes = compare::changes(&before, &after);
    let text = match format {
        Format::Text => report::text(&changes, &file::named(old), &file::named(new)),
        Format::Json => format!("{:#}\n", report::json(&changes)),
    };
    Ok((text, !changes.is_empty()))
}

#[cfg(test)]
mod tests;
