//! The fields of the file, version 1: one table per record.
//!
//! The only place that spells the keys of the format and says what they are for. Knows nothing of how a value
//! is read; `validate` reads every record by its table, and takes the values in the order of the table.

mod agreement;
mod dataset;
#[cfg(feature = "described")]
mod described;
mod initiative;

pub use agreement::{AGREEMENT, FOLLOW_UP, QUOTE, SIGNATORY};
pub use dataset::{AREA, CODES, DATASET, EVIDENCE, ORGANISATION, PLACE, SOURCE};
#[cfg(feature = "described")]
pub use described::{Beside, Described, beside, lists, records};
pub use initiative::{FIGURE, FUNDING, INITIATIVE};

use crate::model::{Confidence, Status};
use crate::raw::List;

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key in the file.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the record is left out without it.
    pub required: bool,
    /// What it says, for people who write a file. No visitor downloads it.
    #[cfg(feature = "described")]
    pub description: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text in several languages: `{"en": "…", "sv": "…"}`.
    Texts,
    /// A text that is the same in every language, or one per language.
    Name,
    /// A date of the form `2022-04-28`, `2022-04` or `2022`.
    Date,
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 3166-2.
    Place,
    /// An address with http, https or mailto.
    Address,
    /// A whole number.
    Whole,
    /// Degrees, from minus to plus this.
    Degrees(i64),
    /// A word of a closed list; an unknown one is `other` where the list has that.
    Word(&'static [&'static str]),
    /// The id of a record of a list.
    Ref(List),
    /// The id of an initiative or an organisation.
    Party,
    /// A list.
    Many(&'static Kind),
    /// An object of its own.
    Record(&'static [Field]),
}

/// Declares the tables of records. A record is left out without a `required` field. The comments are what people who
/// write a file are told: they stand in the schema.
macro_rules! table {
    ($($(#[doc = $of:literal])* $name:ident {
        $($(#[doc = $text:literal])* $($required:ident)? $key:literal: $kind:expr,)*
    })*) => {
        $(
            $(#[doc = $of])*
            pub const $name: &[Field] = &[$(Field {
                key: $key,
                kind: $kind,
                required: table!(@ $($required)?),
                #[cfg(feature = "described")]
                description: concat!($($text),*),
            },)*];
        )*

        /// The tables of this module.
        #[cfg(feature = "described")]
        pub(super) const RECORDS: &[super::Described] = &[$(super::Described {
            name: stringify!($name),
            description: concat!($($of),*),
            fields: $name,
        },)*];
    };
    (@ required) => { true };
    (@) => { false };
}
use table;

const TEXT: Kind = Kind::Text;
const TEXTS: Kind = Kind::Texts;
const DATE: Kind = Kind::Date;
const SOURCE_ID: Kind = Kind::Ref(List::Sources);
const ORGANISATION_ID: Kind = Kind::Ref(List::Organisations);
const SOURCES: Kind = Kind::Many(&SOURCE_ID);
const AREAS: Kind = Kind::Many(&Kind::Ref(List::Areas));
const PARTIES: Kind = Kind::Many(&Kind::Party);
/// The ends of an agreement, which stand beside its table as they are read first: it stands or falls with them.
pub const ENDS: Kind = PARTIES;
const EVIDENCES: Kind = Kind::Many(&Kind::Record(EVIDENCE));
const CONFIDENCE: Kind = Kind::Word(Confidence::KEYS);
const STATUS: Kind = Kind::Word(Status::KEYS);

/// The table of the records of a list.
#[must_use]
pub fn of(list: List) -> &'static [Field] {
    match list {
        List::Areas => AREA,
        List::Places => PLACE,
        List::Organisations => ORGANISATION,
        List::Initiatives => INITIATIVE,
        List::Agreements => AGREEMENT,
        List::Sources => SOURCE,
    }
}
