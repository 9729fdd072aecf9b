//! What can be wrong with a dataset: an error refuses the whole file, an issue leaves one value out.
//!
//! Knows nothing of who shows it: a visitor's sentence is chosen by code in the widget.

use crate::join::concat;
use std::fmt;

/// Why a whole file was refused. The publisher of the file can act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetError {
    /// What is wrong.
    pub kind: DatasetErrorKind,
    /// Where in the file: a line and column, or a path such as `version`.
    pub place: String,
}

/// The kinds of [`DatasetError`], each with the public code of the widget's failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DatasetErrorKind {
    /// The bytes are not JSON (SN204).
    NotJson,
    /// JSON, but nested more than [`crate::raw::MAX_DEPTH`] levels deep: no dataset is (SN205).
    TooDeep,
    /// JSON, but not an object with `version` and `initiatives` (SN205).
    NotOurFormat,
    /// A version that this release does not read (SN205).
    UnknownVersion,
    /// More than [`crate::raw::MAX_BYTES`] bytes (SN206).
    TooLarge,
}

impl DatasetErrorKind {
    /// The public code, as in the documentation of failures.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotJson => "SN204",
            Self::TooDeep | Self::NotOurFormat | Self::UnknownVersion => "SN205",
            Self::TooLarge => "SN206",
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::NotJson => "this is not JSON",
            Self::TooDeep => "nested deeper than any dataset is",
            Self::NotOurFormat => "not a Supranet dataset: an object with `version` and `initiatives` is expected",
            Self::UnknownVersion => "a version of the format that this release does not read",
            Self::TooLarge => "larger than 64 MB",
        }
    }
}

impl DatasetError {
    /// The line for the publisher: the place and what is wrong there.
    #[must_use]
    pub fn message(&self) -> String {
        concat(&[&self.place, ": ", self.kind.sentence()])
    }
}

impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for DatasetError {}

/// One value or record that was left out, or read otherwise than it stands. An editor can act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// In which of the files that are read together, from 0.
    pub file: usize,
    /// Where, such as `agreements[3].ends[1]`.
    pub path: String,
    /// What is wrong.
    pub code: IssueCode,
    /// The offending word or value, or what was expected.
    pub detail: String,
}

/// The kinds of [`Issue`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum IssueCode {
    /// Another JSON type was expected; the value is left out.
    WrongType,
    /// A key stands twice in one object; the first counts.
    RepeatedKey,
    /// An id stands twice in one list; the first record counts.
    RepeatedId,
    /// A required field is not there; the record is left out.
    Missing,
    /// An empty text; left out.
    Empty,
    /// A reference to a record that is not there; left out.
    UnknownReference,
    /// A word that the closed list does not have; read as `other`, or left out.
    UnknownWord,
    /// Not a date of the form `2022-04-28`, `2022-04` or `2022`; left out.
    BadDate,
    /// Not a country or place code of ISO 3166; left out.
    BadCode,
    /// Not an address with http, https or mailto; left out.
    BadAddress,
    /// A number out of its range; left out.
    BadNumber,
    /// An id that is not lower-case words joined by hyphens; kept.
    BadId,
    /// Both ends of an agreement are one; the agreement is left out.
    SameEnds,
    /// A record that is, over its parents, its own parent; the link is left out.
    Cycle,
    /// An agreement that no card can show; it stays in the other views.
    ShownOnNoCard,
    /// An earlier file states another value, which counts.
    Differs,
    /// An agreement with the ends, kind and date of another: perhaps the same under another id. Both stay.
    MaybeDuplicate,
}

impl IssueCode {
    /// Whether something that the file states is not shown.
    #[must_use]
    pub fn leaves_out(self) -> bool {
        !matches!(self, Self::BadId | Self::ShownOnNoCard | Self::Differs | Self::MaybeDuplicate)
    }

    /// The code as it stands in reports: lower-case words joined by hyphens.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongType => "wrong-type",
            Self::RepeatedKey => "repeated-key",
            Self::RepeatedId => "repeated-id",
            Self::Missing => "missing",
            Self::Empty => "empty",
            Self::UnknownReference => "unknown-reference",
            Self::UnknownWord => "unknown-word",
            Self::BadDate => "bad-date",
            Self::BadCode => "bad-code",
            Self::BadAddress => "bad-address",
            Self::BadNumber => "bad-number",
            Self::BadId => "bad-id",
            Self::SameEnds => "same-ends",
            Self::Cycle => "cycle",
            Self::ShownOnNoCard => "shown-on-no-card",
            Self::Differs => "differs",
            Self::MaybeDuplicate => "maybe-duplicate",
        }
    }
}

impl Issue {
    /// The sentence for an editor, without the path.
    #[must_use]
    pub fn message(&self) -> String {
        let detail = &self.detail;
        match self.code {
            IssueCode::WrongType => format!("{detail} is expected here; left out"),
            IssueCode::RepeatedKey => format!("the key \"{detail}\" stands twice; the first counts"),
            IssueCode::RepeatedId => format!("the id \"{detail}\" stands twice; the first record counts"),
            // What is no key is said in words.
            IssueCode::Missing if detail.contains(' ') => format!("the record needs {detail}; it is left out"),
            IssueCode::Missing => format!("the record needs `{detail}`; it is left out"),
            IssueCode::Empty => "an empty text; left out".into(),
            IssueCode::UnknownReference => format!("no {detail}"),
            IssueCode::UnknownWord => format!(
                "\"{detail}\" is not a word of this list; it is read as `other` where the list has that, else left out; \
                 the schema (`supranet schema`) lists the words"
            ),
            IssueCode::BadDate => {
                format!("\"{detail}\" is not a date such as 2022-04-28, 2022-04 or 2022; left out")
            }
            IssueCode::BadCode => format!("\"{detail}\" is not a code of ISO 3166; left out"),
            IssueCode::BadAddress => {
                format!("\"{detail}\" is not an address with http or https and a host, or with mailto; left out")
            }
            IssueCode::BadNumber => format!("{detail}; left out"),
            IssueCode::BadId => format!("\"{detail}\" is not lower-case words joined by hyphens"),
            IssueCode::SameEnds => "both ends are the same; the agreement is left out".into(),
            IssueCode::Cycle => format!("\"{detail}\" is in the end its own parent; the link is left out"),
            IssueCode::Differs => "differs from what an earlier file states, which counts".into(),
            IssueCode::MaybeDuplicate => {
                "perhaps a duplicate: an agreement of the same ends, kind and date has another id".into()
            }
            IssueCode::ShownOnNoCard => "shown on no card: neither end is, hosts or leads an initiative".into(),
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message())
    }
}
