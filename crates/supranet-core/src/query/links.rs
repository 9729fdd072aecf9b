//! What is asked of agreements, which one and the same agreement has to meet.
//!
//! Knows nothing of the facets of initiatives.

use crate::facet::Facet;
use crate::filter::Filter;
use crate::index::{BitSet, Index, LINK_FACETS};
use crate::model::InitiativeIdx;

/// The years stand behind [`LINK_FACETS`].
const YEARS: usize = LINK_FACETS.len();
/// None of them.
const NONE: usize = YEARS + 1;

/// What is asked of agreements: for each of [`LINK_FACETS`] and for the years the links that meet it.
pub(super) struct Asked {
    asks: bool,
    /// `None` where nothing is asked, so that all do.
    met: [Option<BitSet>; YEARS + 1],
}

impl Asked {
    pub fn new(index: &Index, filter: &Filter) -> Self {
        let mut met: [Option<BitSet>; YEARS + 1] = Default::default();
        for (at, facet) in LINK_FACETS.into_iter().enumerate() {
            let ids = filter.chosen(facet);
            if ids.is_empty() {
                continue;
            }
            let mut links = BitSet::empty(index.relations.links());
            for value in ids.iter().filter_map(|id| index.facet(facet).tree.find(id)) {
                index.links.values(at).links(value).add_to(&mut links);
            }
            met[at] = Some(links);
        }
        met[YEARS] = filter.years().map(|(from, to)| BitSet::within(&index.links.years, from, to));
        Self { asks: filter.asks_of_agreements(), met }
    }

    /// Whether anything is asked of agreements but their disease area.
    pub fn is_any(&self) -> bool {
        self.asks
    }

    /// The links that meet all but one thing; `None` where nothing else is asked.
    fn but(&self, one: usize) -> Option<BitSet> {
        let mut links: Option<BitSet> = None;
        for (at, met) in self.met.iter().enumerate() {
            if let Some(met) = met
                && at != one
            {
                match &mut links {
                    Some(links) => links.intersect(met),
                    None => links = Some(met.clone()),
                }
            }
        }
        links
    }

    /// The cards with an agreement that meets all.
    pub fn cards(&self, index: &Index) -> BitSet {
        let mut cards = BitSet::empty(index.total());
        if let Some(links) = self.but(NONE) {
            links.each(&mut |link| cards.insert(index.links.cards[link] as usize));
        }
        cards
    }

    /// Of the links of these cards those that meet all; `None` where nothing is asked, so that all do. The cards are all
    /// there are but for what is asked of agreements.
    pub fn matching(&self, index: &Index, cards: &BitSet) -> Option<BitSet> {
        let links = self.but(NONE)?;
        if cards.count() as usize == index.total() {
            return Some(links);
        }
        let mut matching = BitSet::empty(index.relations.links());
        for link in standing(index, &links, cards) {
            matching.insert(link as usize);
        }
        Some(matching)
    }

    /// How many agreements on these cards meet all but the years, as they have none; a chain of renewals counts once.
    pub fn undated(&self, index: &Index, cards: &BitSet) -> u32 {
        if self.met[YEARS].is_none() {
            return 0;
        }
        let mut links = index.links.undated.clone();
        if let Some(others) = self.but(YEARS) {
            links.intersect(&others);
        }
        let mut firsts = BitSet::empty(index.relations.agreements());
        for link in standing(index, &links, cards) {
            firsts.insert(index.relations.first_of_chain(index.links.agreements[link as usize]).at());
        }
        firsts.count()
    }

    /// Counts, for each value of [`LINK_FACETS`], the cards among `cards` with an agreement that has it and meets all that
    /// is asked in the other facets and of the years.
    pub fn count(&self, index: &Index, cards: &BitSet, counts: &mut [Vec<u32>]) {
        let mut all: Option<Vec<u32>> = None;
        for (at, facet) in LINK_FACETS.into_iter().enumerate() {
            let Some(others) = self.but(at) else {
                counts[facet.at()] = super::count(index.facet(facet), cards);
                continue;
            };
            // Where nothing is asked in this facet, the others are all there are, and are looked up once.
            let links = match (&self.met[at], all.take()) {
                (None, Some(links)) => links,
                _ => standing(index, &others, cards),
            };
            counts[facet.at()] = counted(index, at, facet, &links);
            if self.met[at].is_none() {
                all = Some(links);
            }
        }
    }
}

/// For each value of one facet the cards that one of these links with that value stands on.
fn counted(index: &Index, at: usize, facet: Facet, links: &[u32]) -> Vec<u32> {
    let values = index.links.values(at);
    let mut counted = vec![0; index.facet(facet).tree.values.len()];
    // For each value the card for which it was counted last, as a card counts once.
    let mut last = vec![u32::MAX; counted.len()];
    for link in links {
        let card = index.links.cards[*link as usize];
        for value in values.of(*link as usize) {
            let last = &mut last[*value as usize];
            if *last != card {
                *last = card;
                counted[*value as usize] += 1;
            }
        }
    }
    counted
}

/// Those of the links that stand on these cards, in order.
fn standing(index: &Index, links: &BitSet, cards: &BitSet) -> Vec<u32> {
    let mut standing = Vec::with_capacity(links.count() as usize);
    if cards.count() as usize == index.total() {
        links.each(&mut |link| standing.push(link as u32));
        return standing;
    }
    // A card has a few links: from the side that has less to look at.
    if cards.count() < links.count() / 4 {
        cards.each(&mut |card| {
            let own = index.relations.links_of(InitiativeIdx(card as u32));
            links.each_in(own, &mut |link| standing.push(link as u32));
        });
    } else {
        links.each(&mut |link| {
            if cards.contains(index.links.cards[link] as usize) {
                standing.push(link as u32);
            }
        });
    }
    standing
}
