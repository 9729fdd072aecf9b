//! `supranet export`: a dataset in another format.
//!
//! Knows nothing of how a format looks. A format is one line of [`Format`] and one of [`run`].

use crate::shown::Shown;
use crate::{file, jsonld};
use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use supranet_core::export::{Found, cards, csv, ris};
use supranet_core::filter::Filter;
use supranet_core::model::AgreementKind;
use supranet_core::query;
use supranet_core::validate::{self, Part};

/// The formats.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for spreadsheets: a row for each agreement on each card, in UTF-8.
    Csv,
    /// One dataset of all files, without what is wrong in them.
    Json,
    /// References for reference managers: agreements, initiatives and their sources.
    Ris,
    /// Linked data in the words of schema.org.
    Jsonld,
}

/// The arguments of `supranet export`.
#[derive(Args)]
#[command(after_help = "\
Exit status: 0 when it is printed, 2 where a file cannot be read or is no dataset, where there are no words of the
language, or where an option is not for the format.

Examples:
  supranet export --format csv data/supranet.json > supranet.csv
  supranet export --format json ours.json theirs.json > both.json
  supranet export --format jsonld data/supranet.json > supranet.jsonld
  supranet export --format jsonld --lang sv --base-url https://example.org/partners data/supranet.json")]
pub struct Arguments {
    /// The format.
    #[arg(long, value_enum)]
    pub format: Format,
    /// The language of texts: a tag such as `sv` or `en-GB`; English without it. Not for `json`, which has all languages.
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// The address of the page that shows the data, for the names of things. For `jsonld` only.
    #[arg(long, value_name = "URL", value_parser = jsonld::base_url)]
    pub base_url: Option<url::Url>,
    /// The files; `-` reads the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The dataset in that format, and a line for the administrator where part of a file is left out.
///
/// # Errors
/// Where a file cannot be read or is no dataset, where there are no words of the language, or where an option has no
/// effect on the format.
pub fn run(arguments: &Arguments) -> Result<(String, Option<String>)> {
    let (is_json, is_jsonld) = (arguments.format == Format::Json, arguments.format == Format::Jsonld);
    ensure!(is_jsonld || arguments.base_url.is_none(), "--base-url is for `--format jsonld` only; leave it out");
    ensure!(
        !is_json || arguments.lang.is_none(),
        "--lang is not for `--format json`, which has all languages; leave it out"
    );
    if is_json {
        return Ok((dataset(&arguments.files)?, None));
    }
    let shown = Shown::read(&arguments.files, arguments.lang.as_deref().unwrap_or("en"))?;
    let outcome = query::run(&shown.network, &shown.index, &Filter::default(), &shown.locale);
    let kind = |kind: AgreementKind| shown.words.word("agreement", kind.key());
    let cards = cards(&shown.index, &outcome);
    let found = Found { network: &shown.network, cards: &cards, language: shown.language(), kind: &kind };
    let text = match arguments.format {
        Format::Csv => csv(&found),
        Format::Ris => ris(&found),
        Format::Json | Format::Jsonld => jsonld::as_text(&jsonld::graph(&shown, arguments.base_url.as_ref())),
    };
    Ok((text, shown.left_out))
}

/// All that the files say, as one dataset.
fn dataset(files: &[PathBuf]) -> Result<String> {
    let bytes = file::all(files)?;
    let parsed = file::parsed(files, &bytes)?;
    let (network, _) = validate::networks(&parsed);
    Ok(validate::part(&parsed, &network, &Part::all(&network)) + "\n")
}
