//! `supranet check`: what the widget would leave out of a file.
//!
//! Knows nothing of arguments or of the process: where to write is given.

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use supranet_core::{raw, validate};

/// What came of it, in order of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing is wrong.
    Clean,
    /// Something would be left out.
    Issues,
    /// A file cannot be read, or is no dataset.
    Refused,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        Self::from(match verdict {
            Verdict::Clean => 0,
            Verdict::Issues => 1,
            Verdict::Refused => 2,
        })
    }
}

/// Checks each file; issues go to `out`, refusals to `err`. The weightiest verdict stands.
pub fn files(files: &[PathBuf], out: &mut dyn Write, err: &mut dyn Write) -> Verdict {
    let check = |file: &PathBuf| {
        let name = file.display().to_string();
        let checked = read(file).map_err(|error| error.to_string()).and_then(|bytes| {
            let raw = raw::parse(&bytes).map_err(|error| error.to_string())?;
            Ok(validate::network(raw).1)
        });
        match checked {
            Ok(issues) => {
                // Who closed the output does not want the rest.
                issues.iter().try_for_each(|issue| writeln!(out, "{name}: {issue}")).ok();
                if issues.is_empty() { Verdict::Clean } else { Verdict::Issues }
            }
            Err(reason) => {
                writeln!(err, "{name}: {reason}").ok();
                Verdict::Refused
            }
        }
    };
    files.iter().map(check).max().unwrap_or(Verdict::Clean)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(file)
}

#[cfg(test)]
mod tests {
    use super::{Verdict, files};
    use std::path::PathBuf;

    fn said(paths: &[&str]) -> (Verdict, String, String) {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data");
        let paths: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let verdict = files(&paths, &mut out, &mut err);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&format!("{}/", root.display()), "");
        (verdict, text(&out), text(&err))
    }

    #[test]
    fn a_file_without_an_issue_says_nothing() {
        assert_eq!(said(&["small.json"]), (Verdict::Clean, String::new(), String::new()));
    }

    #[test]
    fn each_issue_is_one_line_with_file_path_and_reason() {
        let (verdict, out, err) = said(&["small.json", "partly.json"]);
        assert_eq!((verdict, err.as_str()), (Verdict::Issues, ""));
        assert_eq!(
            out,
            "partly.json: agreements[0].ends[1]: no initiative or organisation \"dngx\"\n\
             partly.json: agreements[0].ends: two ends that exist: required; the record is left out\n\
             partly.json: initiatives[1].country: \"UK\" is not a code of ISO 3166; left out\n"
        );
    }

    #[test]
    fn a_file_that_is_missing_or_no_dataset_is_refused_and_the_others_are_still_checked() {
        let (verdict, out, err) = said(&["missing.json", "page.html", "partly.json"]);
        assert_eq!(verdict, Verdict::Refused);
        assert_eq!(out.lines().count(), 3);
        let refused: Vec<&str> = err.lines().collect();
        assert!(refused[0].starts_with("missing.json: "), "{err}");
        assert_eq!(refused[1], "page.html: line 1, column 1: this is not JSON");
    }
}
