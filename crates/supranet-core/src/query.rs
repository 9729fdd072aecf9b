//! From a question to its answer.
//!
//! Knows nothing of who asks or who shows it; the same question over the same index gives the same
//! answer.

mod links;

use crate::facet::{FACETS, Facet};
use crate::filter::{Filter, Sort};
use crate::index::{BitSet, FacetIndex, Found, Index, LINK_FACETS};
use crate::locale::Locale;
use crate::model::{InitiativeIdx, Network};
use crate::order::by_number;
use links::Asked;

/// An answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The cards found, in the order in which they are shown.
    pub order: Vec<InitiativeIdx>,
    /// How many cards there are in all.
    pub total: usize,
    /// Of the agreements on the cards found, by their links: those that meet what is asked of agreements, the disease area
    /// among it. `None` where nothing is asked of them, so that all do.
    pub matching: Option<BitSet>,
    /// How many agreements meet everything but the years, as they have no date; a chain of renewals counts once.
    pub undated: u32,
    counts: Vec<Vec<u32>>,
    /// The cards that meet everything but [`Facet::Initiative`].
    but_initiative: BitSet,
}

impl Outcome {
    /// For each value of a facet, how many cards the filter would find with this facet replaced by that one value. None
    /// for [`Facet::Initiative`], which may have as many values as there are cards: see [`Self::count_initiative`].
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        self.counts.get(facet.at()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the agreement at this link matches.
    #[must_use]
    pub fn is_matching(&self, link: usize) -> bool {
        self.matching.as_ref().is_none_or(|matching| matching.contains(link))
    }

    /// The count of one value of [`Facet::Initiative`]: of the initiative and those that have an agreement with it.
    #[must_use]
    pub fn count_initiative(&self, network: &Network, index: &Index, value: usize) -> u32 {
        let mut cards = Vec::new();
        each_neighbour(network, index, value, &mut |card| {
            if self.but_initiative.contains(card.at()) && !cards.contains(&card) {
                cards.push(card);
            }
        });
        cards.len() as u32
    }
}

/// Answers a question; `locale` is the one of the index, and folds the words.
#[must_use]
pub fn run(network: &Network, index: &Index, filter: &Filter, locale: &dyn Locale) -> Outcome {
    let Found { cards: by_text, mut scores } = index.text.find(&filter.q, locale);
    let asked = Asked::new(index, filter);
    // The sets that a card has to be in: one by the words, one for each facet of which a value is chosen, and one for all
    // that is asked of agreements. The disease area is among that, and only while nothing else is asked of them a facet
    // by itself.
    let mut sets: Vec<(Option<Facet>, BitSet)> = vec![(None, by_text)];
    if asked.is_any() {
        sets.push((None, asked.cards(index)));
    }
    for facet in Facet::ALL {
        if !(filter.chosen(facet).is_empty() || facet.is_of_agreements() || asked.is_any() && facet == Facet::Area) {
            sets.push((Some(facet), chosen_cards(network, index, filter, facet)));
        }
    }
    let but_agreements = usize::from(asked.is_any());
    let all_but = |facet: Option<Facet>, but_agreements: usize| {
        let mut cards = sets[0].1.clone();
        for (at, (of, set)) in sets.iter().enumerate().skip(1) {
            if (of.is_none() || *of != facet) && at != but_agreements {
                cards.intersect(set);
            }
        }
        cards
    };
    // Of agreements, and of the disease area, all values are counted by links: with one of their values, the others are
    // asked of that same agreement.
    let but_links = all_but(Some(Facet::Area), but_agreements);
    let mut counts = vec![Vec::new(); FACETS];
    // What is asked of the disease area alone leaves out no card that has an agreement with it.
    let standing = asked.standing(index, &but_links);
    asked.count(index, &but_links, standing.as_ref(), &mut counts);
    let mut but_initiative = BitSet::default();
    for facet in Facet::ALL {
        if !LINK_FACETS.contains(&facet) {
            let others = all_but(Some(facet), 0);
            if facet == Facet::Initiative {
                but_initiative = others;
            } else {
                counts[facet.at()] = count(index.facet(facet), &others);
            }
        }
    }

    let found = all_but(None, 0);
    let matching = asked.matching(standing.as_ref());
    let undated = asked.undated(index, standing.as_ref());
    let order = ordered(index, filter, &found, &mut scores);
    Outcome { order, total: index.total(), matching, undated, counts, but_initiative }
}

/// For each value of a facet how many of these cards have it.
fn count(facet: &FacetIndex, cards: &BitSet) -> Vec<u32> {
    let is_all = cards.count() as usize == facet.total;
    let mut counts = Vec::with_capacity(facet.cards.len());
    for own in &facet.cards {
        counts.push(if is_all { own.count() } else { own.count_in(cards) });
    }
    counts
}

/// The cards of any chosen value of one facet.
fn chosen_cards(network: &Network, index: &Index, filter: &Filter, facet: Facet) -> BitSet {
    let values = index.facet(facet);
    let mut cards = BitSet::empty(index.total());
    for id in filter.chosen(facet) {
        match values.tree.find(id) {
            None => {}
            Some(value) if facet == Facet::Initiative => {
                each_neighbour(network, index, value, &mut |card| cards.insert(card.at()));
            }
            Some(value) => values.cards[value].add_to(&mut cards),
        }
    }
    cards
}

/// Calls `each` for an initiative and those that have an agreement with it, some more than once.
fn each_neighbour(network: &Network, index: &Index, value: usize, each: &mut dyn FnMut(InitiativeIdx)) {
    let Some(card) = index.facet(Facet::Initiative).initiatives.get(value).map(|at| InitiativeIdx(*at)) else { return };
    each(card);
    for link in index.relations.links_of(card) {
        let (_, other) = index.relations.link(link);
        index.relations.cards_of_end(network, &other).iter().for_each(|card| each(*card));
    }
}

/// The cards found, in the order asked.
fn ordered(index: &Index, filter: &Filter, found: &BitSet, scores: &mut [u32]) -> Vec<InitiativeIdx> {
    let orders = &index.orders;
    let sort = filter.order();
    let order = match sort {
        Sort::Name => &orders.by_name,
        Sort::Links => &orders.by_links,
        Sort::Recent => &orders.by_recent,
        Sort::Country | Sort::Relevance => &orders.by_country,
    };
    let mut shown = found.pick(order);
    if sort == Sort::Relevance && !scores.is_empty() {
        // The best first; cards of one score stay in the order they have.
        let mut best = 0;
        scores.iter().for_each(|score| best = best.max(*score));
        scores.iter_mut().for_each(|score| *score = best - *score);
        by_number(&mut shown, scores);
    }
    shown.into_iter().map(InitiativeIdx).collect()
}
