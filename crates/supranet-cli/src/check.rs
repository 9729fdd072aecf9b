//! `supranet check`: what the widget would leave out of a file, and what an editor should look at again.
//!
//! Knows nothing of the process: where to write and which day it is are given.

mod file;
mod finding;
mod place;
mod progress;
mod record;
mod report;
mod rules;

pub use finding::Verdict;

use clap::{Args, ValueEnum};
use file::File;
use finding::Finding;
use jiff::civil::Date;
use progress::Progress;
use std::io::Write;
use std::path::{Path, PathBuf};
use supranet_core::{raw, validate};

/// What is checked, and how it is said.
///
/// An error is a value that the widget leaves out or a link that leads nowhere; a warning is what may be right and
/// should be looked at. Nothing is printed for files without either.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status: 0 without an error, 1 with one or more, 2 where a file cannot be read or is no dataset.
Warnings count as errors with `--deny warnings`.

Examples:
  supranet check data/supranet.json
  supranet check --deny warnings ours.json theirs.json
  supranet check --format github data/supranet.json
  supranet check --format json data/supranet.json | jq '.[].code'
  curl -s https://example.org/dataset.json | supranet check -")]
pub struct Options {
    /// The files; `-` reads the standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What counts as an error too.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// The day that dates are compared with; that of the clock where none is given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each: the file, the path inside it, and what is wrong.
    Text,
    /// One array of objects.
    Json,
    /// Annotations for a workflow of GitHub, each at its line.
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

/// Checks the files; findings go to `out`, and refusals in words to `err`.
pub fn run(options: &Options, out: &mut dyn Write, err: &mut dyn Write) -> Verdict {
    if options.files.iter().filter(|file| *file == Path::new("-")).count() > 1 {
        writeln!(err, "the standard input (`-`) can be read only once; name the other file").ok();
        return Verdict::Refused;
    }
    let today = options.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let progress = Progress::default();
    let files: Vec<File> = options.files.iter().map(|path| File::read(path)).collect();
    progress.begin(files.iter().map(File::size).sum());
    let findings = findings(&files, today, &progress);
    progress.end();
    // Who closed the output does not want the rest.
    match options.format {
        Format::Text => report::text(&files, &findings, out, err),
        Format::Json => report::json(&files, &findings, out),
        Format::Github => report::github(&files, &findings, out),
    }
    .ok();
    Verdict::of(&findings, options.deny == Some(Deny::Warnings))
}

/// All that is wrong with files that are read together: refusals, then what the widget leaves out, then what else.
fn findings(files: &[File], today: Date, progress: &Progress) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut datasets = Vec::new();
    for (at, file) in files.iter().enumerate() {
        progress.say("reading");
        match file.bytes() {
            Err(reason) => findings.push(Finding::unreadable(at, reason)),
            Ok(bytes) => match raw::parse(bytes) {
                Err(error) => findings.push(Finding::refused(at, &error, bytes)),
                Ok(raw) => datasets.push((at, raw)),
            },
        }
    }
    progress.say("comparing records");
    let more = rules::apply(&datasets, today);
    progress.say("reading as the widget does");
    findings.extend(issues(datasets));
    findings.extend(more);
    findings
}

/// What the widget would leave out of the files, which it reads as one, and whether it would refuse them for that.
fn issues(datasets: Vec<(usize, raw::Dataset<'_>)>) -> impl Iterator<Item = Finding> {
    let (places, datasets): (Vec<usize>, Vec<raw::Dataset<'_>>) = datasets.into_iter().unzip();
    let (network, issues) = validate::networks(&datasets);
    let nothing = places.first().filter(|_| network.initiatives.is_empty()).map(|first| Finding::nothing(*first));
    let issues = issues.into_iter().filter_map(move |issue| Some(Finding::issue(*places.get(issue.file)?, issue)));
    issues.chain(nothing)
}

#[cfg(test)]
mod tests;
