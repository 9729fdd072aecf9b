//! What was found, to be taken along: as a dataset, as a table, as references.
//!
//! Knows nothing of who asked, and of no file: a text comes back. Words of the interface are handed in.

mod csv;
mod ris;

pub use csv::csv;
pub use ris::ris;

use crate::index::Index;
use crate::model::{AgreementKind, AreaIdx, LocalizedText, Network, SourceIdx};
use crate::query::Outcome;
use crate::validate::Part;

/// What was found, and the language in which it is said.
#[derive(Clone, Copy)]
pub struct Found<'d> {
    /// The data.
    pub network: &'d Network,
    /// The data, prepared.
    pub index: &'d Index,
    /// What was found in it.
    pub outcome: &'d Outcome,
    /// BCP 47 of the language in which names are written.
    pub language: &'d str,
    /// What a kind of agreement is called.
    pub kind: &'d dyn Fn(AgreementKind) -> String,
}

impl Found<'_> {
    /// The cards found, and on them the agreements that match, with all that these renew.
    #[must_use]
    pub fn as_part(&self) -> Part {
        let Found { network, index, outcome, .. } = *self;
        let (initiatives, agreements) = (vec![false; network.initiatives.len()], vec![false; network.agreements.len()]);
        let mut part = Part { initiatives, agreements };
        for card in &outcome.order {
            part.initiatives[card.at()] = true;
            for link in index.relations.links_of(*card) {
                part.agreements[index.links.agreements[link].at()] |= outcome.is_matching(link);
            }
        }
        part.with_renewed(network)
    }

    fn said<'t>(&self, text: &'t LocalizedText) -> &'t str {
        text.in_language(self.language, &self.network.default_language).map_or("", |said| said.text)
    }

    /// The names of areas, with a semicolon between them.
    fn areas(&self, areas: &[AreaIdx]) -> String {
        let mut list = String::new();
        for area in areas {
            add(&mut list, self.said(&self.network.areas[area.at()].label));
        }
        list
    }

    /// The addresses of sources, likewise.
    fn addresses(&self, sources: &[SourceIdx]) -> String {
        let mut list = String::new();
        for source in sources {
            if let Some(url) = &self.network.sources[source.at()].url {
                add(&mut list, url);
            }
        }
        list
    }
}

fn add(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push_str("; ");
    }
    list.push_str(item);
}
