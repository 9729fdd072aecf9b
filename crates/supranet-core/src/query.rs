//! From a question to its answer.
//!
//! Knows nothing of who asks or who shows it; the same question over the same index gives the same
//! answer.

use crate::facet::{FACETS, Facet};
use crate::filter::Filter;
use crate::index::{BitSet, Index};
use crate::locale::Locale;
use crate::model::InitiativeIdx;

/// An answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The cards found, in the order in which they are shown.
    pub order: Vec<InitiativeIdx>,
    /// How many cards there are in all.
    pub total: usize,
    counts: [Vec<u32>; FACETS],
}

impl Outcome {
    /// For each value of a facet, how many cards the filter would find with this facet replaced by
    /// that one value.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.counts[facet.at()]
    }
}

/// Answers a question; `locale` is the one of the index, and folds the words.
#[must_use]
pub fn run(index: &Index, filter: &Filter, locale: &dyn Locale) -> Outcome {
    let by_text = index.text.find(&filter.q, locale);
    let by_facet = Facet::ALL.map(|facet| chosen_cards(index, filter, facet));

    let counts = Facet::ALL.map(|facet| {
        let mut others = by_text.clone();
        for other in Facet::ALL.into_iter().filter(|other| *other != facet) {
            narrow(&mut others, by_facet[other.at()].as_ref());
        }
        index.facet(facet).cards.iter().map(|cards| others.count_common(cards)).collect()
    });
    let mut found = by_text;
    for cards in &by_facet {
        narrow(&mut found, cards.as_ref());
    }
    let order = index.by_country.iter().copied().filter(|card| found.contains(card.at())).collect();
    Outcome { order, total: index.total(), counts }
}

/// The cards of any chosen value of one facet; `None` while nothing is chosen in it.
fn chosen_cards(index: &Index, filter: &Filter, facet: Facet) -> Option<BitSet> {
    let chosen = filter.chosen(facet);
    if chosen.is_empty() {
        return None;
    }
    let values = index.facet(facet);
    let mut cards = BitSet::empty(index.total());
    for value in chosen.iter().filter_map(|id| values.tree.find(id)) {
        cards.unite(&values.cards[value]);
    }
    Some(cards)
}

fn narrow(cards: &mut BitSet, by: Option<&BitSet>) {
    if let Some(by) = by {
        cards.intersect(by);
    }
}
