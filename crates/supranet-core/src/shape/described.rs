//! What the schema of the format says beside the tables. No visitor downloads it.
//!
//! Knows nothing of JSON Schema.

use super::{AGREEMENT, Field, agreement, dataset, initiative};
use crate::raw::List;

/// A record with its table and what it is.
#[derive(Debug, Clone, Copy)]
pub struct Described {
    /// The name of its table.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// All records, the top of the file first.
#[must_use]
pub fn records() -> Vec<Described> {
    [dataset::RECORDS, initiative::RECORDS, agreement::RECORDS].concat()
}

/// The lists of the file, each with what is in it.
#[must_use]
pub fn lists() -> [(List, &'static str); List::ALL.len()] {
    List::ALL.map(|list| {
        let description = match list {
            List::Areas => "Disease areas, as few and as nested as needed.",
            List::Places => "Places smaller than a country that initiatives name.",
            List::Organisations => "Bodies that sign, host, lead, fund or take part.",
            List::Initiatives => "The initiatives: each is a card.",
            List::Agreements => "Agreements between two initiatives or organisations; a renewal is one of its own.",
            List::Sources => "Where the facts are stated.",
        };
        (list, description)
    })
}

/// A field that stands in no table, as it is read before the tables are.
#[derive(Debug, Clone, Copy)]
pub enum Beside {
    /// The version of the format, at the top of the file.
    Version,
    /// The two ends of an agreement.
    Ends,
}

/// The key and the description of a field that stands in no table, and the table of the record that it is part of.
#[must_use]
pub fn beside(field: Beside) -> (&'static str, &'static str, &'static [Field]) {
    match field {
        Beside::Version => ("version", "The version of the format: 1.", super::DATASET),
        Beside::Ends => (
            "ends",
            "The two that the agreement is between: ids of two different initiatives or organisations.",
            AGREEMENT,
        ),
    }
}
