//! The dataset file, field for field, as it stands: JSON in, [`Dataset`] out.
//!
//! Knows nothing of what a value means: a date is a text here, a reference is a text, and nothing is
//! looked up. A value of the wrong JSON type is left out with an issue; only a file that is not a
//! dataset at all is refused.

mod json;
mod read;
mod records;

pub use json::{MAX_BYTES, MAX_DEPTH, parse, parse_texts};
pub use read::{Decimal, List, Path, Step, Text, Texts, Whole};
pub use records::{
    Agreement, Area, Codes, Dataset, Evidence, Figure, FollowUp, Funding, Initiative, Organisation, Place, Quote,
    Signatory, Source,
};
