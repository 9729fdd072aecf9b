//! Findings as text, as JSON, and as annotations of a workflow.
//!
//! Knows nothing of what is right. What a file says is data of others: control characters in it are escaped, so
//! that a finding is one line and a terminal obeys nobody.

use super::file::File;
use super::finding::{Finding, Severity};
use super::place::{Place, Places, stated};
use serde_json::json;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A line for each: `file: path: message`. Refusals go to `err`.
pub fn text(files: &[File], findings: &[Finding], out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let to: &mut dyn Write = if finding.severity == Severity::Refused { err } else { out };
        let mark = if finding.severity == Severity::Warning { "warning: " } else { "" };
        writeln!(to, "{}", plain(&format!("{}: {mark}{}", place(files, finding), finding.message)))?;
    }
    Ok(())
}

/// One array of objects. Line and column are `null` where a finding has none.
pub fn json(files: &[File], findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<_> = with_places(files, findings)
        .map(|(finding, place)| {
            json!({
                "file": files[finding.file].name,
                "path": inside(finding),
                "line": place.map(|(line, _)| line),
                "column": place.map(|(_, column)| column),
                "code": finding.code,
                "severity": finding.severity.as_str(),
                "message": finding.message,
            })
        })
        .collect();
    writeln!(out, "{:#}", json!(all))
}

/// Annotations as GitHub reads them from the output of a step.
pub fn github(files: &[File], findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    for (finding, place) in with_places(files, findings) {
        let place = place.map_or_else(String::new, |(line, column)| format!(",line={line},col={column}"));
        writeln!(
            out,
            "::{} file={}{place},title={}::{}",
            finding.severity.as_str(),
            property(&files[finding.file].name),
            property(finding.code),
            data(&plain(&said(finding))),
        )?;
    }
    Ok(())
}

/// The path without what is none: where a file is refused, it may be a line and a column, or all of it.
fn inside(finding: &Finding) -> &str {
    if finding.severity == Severity::Refused && finding.path.contains(' ') { "" } else { &finding.path }
}

/// The file and, where there is one, the path.
fn place(files: &[File], finding: &Finding) -> String {
    let name = &files[finding.file].name;
    if finding.path.is_empty() { name.clone() } else { format!("{name}: {}", finding.path) }
}

fn said(finding: &Finding) -> String {
    if finding.path.is_empty() { finding.message.clone() } else { format!("{}: {}", finding.path, finding.message) }
}

/// Each finding with its place; a file is searched once, and only if something was found in it.
fn with_places<'a>(files: &'a [File], findings: &'a [Finding]) -> impl Iterator<Item = (&'a Finding, Option<Place>)> {
    let mut places: Vec<Option<Places<'a>>> = files.iter().map(|_| None).collect();
    findings.iter().map(move |finding| {
        if finding.severity == Severity::Refused && inside(finding).is_empty() {
            return (finding, stated(&finding.path));
        }
        let bytes = files[finding.file].bytes().unwrap_or_default();
        let places = places[finding.file].get_or_insert_with(|| Places::new(bytes));
        (finding, Some(places.of(&finding.path)))
    })
}

/// Without control characters and marks that turn the direction of writing.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            write!(plain, "{}", character.escape_unicode()).ok();
        } else {
            plain.push(character);
        }
    }
    plain
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, plain, property};

    #[test]
    fn what_a_workflow_would_take_for_its_own_is_escaped() {
        assert_eq!(data("100 %\r\n::error::"), "100 %25%0D%0A::error::");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        assert_eq!(plain("a\u{1b}[2Jb\nc\u{202e}d\u{2028}å"), "a\\u{1b}[2Jb\\u{a}c\\u{202e}d\\u{2028}å");
    }
}
