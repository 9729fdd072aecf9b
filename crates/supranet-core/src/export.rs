//! What was found, to be taken along: as a dataset, as a table, as references.
//!
//! Knows nothing of who asked, and of no file: a text comes back. Words of the interface are handed in.

mod csv;
mod ris;

pub use csv::csv;
pub use ris::ris;

use crate::index::Index;
use crate::model::{
    AgreementIdx, AgreementKind, AreaIdx, InitiativeIdx, LocalizedText, Network, Party, Relations, SourceIdx,
};
use crate::query::Outcome;
use crate::validate::Part;

/// A card that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCard {
    /// The initiative.
    pub initiative: InitiativeIdx,
    /// Its agreements that match, each with the party on the other side.
    pub agreements: Vec<(AgreementIdx, Party)>,
}

/// The cards of an answer, in their order.
#[must_use]
pub fn cards(index: &Index, outcome: &Outcome) -> Vec<FoundCard> {
    let mut cards = Vec::with_capacity(outcome.order.len());
    for initiative in &outcome.order {
        let mut agreements = Vec::new();
        for link in index.relations.links_of(*initiative) {
            if outcome.is_matching(link) {
                agreements.push(index.relations.link(link));
            }
        }
        cards.push(FoundCard { initiative: *initiative, agreements });
    }
    cards
}

/// What was found, and the language in which it is said.
#[derive(Clone, Copy)]
pub struct Found<'d> {
    /// The data.
    pub network: &'d Network,
    /// The cards, in their order.
    pub cards: &'d [FoundCard],
    /// BCP 47 of the language in which names are written.
    pub language: &'d str,
    /// What a kind of agreement is called.
    pub kind: &'d dyn Fn(AgreementKind) -> String,
}

impl Found<'_> {
    /// The cards found, each with all of its agreements, so that it says what it says here; and what these renew.
    #[must_use]
    pub fn as_part(&self) -> Part {
        let network = self.network;
        let (initiatives, agreements) = (vec![false; network.initiatives.len()], vec![false; network.agreements.len()]);
        let mut part = Part { initiatives, agreements };
        let relations = Relations::new(network);
        for card in self.cards {
            part.initiatives[card.initiative.at()] = true;
            for agreement in relations.agreements_of(card.initiative) {
                part.agreements[agreement.at()] = true;
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
