//! One thing that is wrong or doubtful, and what comes of all of them.
//!
//! Knows nothing of how it is printed.

use std::process::ExitCode;
use supranet_core::error::{DatasetError, DatasetErrorKind, Issue};
use supranet_core::raw::List;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file as a whole is refused.
    Refused,
    /// A value is left out, or a link leads nowhere.
    Error,
    /// It may be right; an editor should look at it.
    Warning,
}

impl Severity {
    /// The word for it in reports.
    pub fn as_str(self) -> &'static str {
        if self == Self::Warning { "warning" } else { "error" }
    }
}

/// One thing that is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The position of the file among those that were named.
    pub file: usize,
    /// Where in the file, such as `agreements[3].ends[1]`; of a refused one such as `line 1, column 2`.
    pub path: String,
    /// What it is, for programs.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is and the way out, for people.
    pub message: String,
}

impl Finding {
    /// A file that cannot be read.
    pub fn unreadable(file: usize, reason: &str) -> Self {
        let (path, message) = (String::new(), reason.into());
        Self { file, path, code: "unreadable", severity: Severity::Refused, message }
    }

    /// A file that is no dataset.
    pub fn refused(file: usize, error: &DatasetError, bytes: &[u8]) -> Self {
        let whole = error.message();
        let message = whole.strip_prefix(&error.place).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(&whole);
        let reason = if error.kind == DatasetErrorKind::NotJson { encoding(bytes) } else { None };
        let (path, message) = (error.place.clone(), reason.unwrap_or(message).into());
        Self { file, path, code: error.kind.code(), severity: Severity::Refused, message }
    }

    /// Files of which no initiative is left, which a page refuses.
    pub fn nothing(file: usize) -> Self {
        let message = "no initiative can be shown: a page refuses such data (SN207); \
                       add one, or mend what is left out of those that there are";
        let (path, message) = (List::Initiatives.key().into(), message.into());
        Self { file, path, code: "nothing-to-show", severity: Severity::Error, message }
    }

    /// What the widget leaves out.
    pub fn issue(file: usize, issue: Issue) -> Self {
        let message = issue.message();
        Self { file, path: issue.path, code: issue.code.as_str(), severity: Severity::Error, message }
    }
}

/// Why bytes are no JSON, where it lies in how they were saved.
fn encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        // Every text of JSON begins with a letter of ASCII, which takes two bytes in UTF-16, one of them 0.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, 1..=0xFF, ..] | [1..=0xFF, 0, ..] => {
            Some("this is UTF-16; save it as UTF-8")
        }
        _ => match str::from_utf8(bytes) {
            Ok(text) if text.trim_start_matches('\u{feff}').trim().is_empty() => Some("the file is empty"),
            Ok(_) => None,
            Err(_) => Some("this is not UTF-8; save it as UTF-8"),
        },
    }
}

/// What came of it, in order of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing is wrong.
    Clean,
    /// Something is.
    Issues,
    /// A file cannot be read, or is no dataset.
    Refused,
}

impl Verdict {
    /// The weightiest of all.
    pub fn of(findings: &[Finding], deny_warnings: bool) -> Self {
        let verdict = |finding: &Finding| match finding.severity {
            Severity::Refused => Self::Refused,
            Severity::Warning if !deny_warnings => Self::Clean,
            Severity::Error | Severity::Warning => Self::Issues,
        };
        findings.iter().map(verdict).max().unwrap_or(Self::Clean)
    }
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
