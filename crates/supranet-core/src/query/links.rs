//! What is asked of agreements, which one and the same agreement has to meet.
//!
//! Knows nothing of the facets of initiatives.

use crate::facet::Facet;
use crate::filter::Filter;
use crate::index::{BitSet, Index, LINK_FACETS};
use crate::model::InitiativeIdx;

/// One bit for each of [`LINK_FACETS`] that an agreement does not meet, and one for the years.
type Missed = u8;

const YEARS: Missed = 1 << LINK_FACETS.len();

/// What is asked of agreements, and what each of them misses of it.
pub(super) struct Asked {
    years: Option<(u16, u16)>,
    asks: bool,
    /// For each link; empty where nothing is asked.
    missed: Vec<Missed>,
}

impl Asked {
    pub fn new(index: &Index, filter: &Filter) -> Self {
        let years = filter.years();
        let mut missed = Vec::new();
        for (at, facet) in LINK_FACETS.into_iter().enumerate() {
            let ids = filter.chosen(facet);
            if ids.is_empty() {
                continue;
            }
            let tree = &index.facet(facet).tree;
            let mut chosen = vec![false; tree.values.len()];
            ids.iter().filter_map(|id| tree.find(id)).for_each(|value| chosen[value] = true);
            missed.resize(index.relations.links(), 0);
            for (link, missed) in missed.iter_mut().enumerate() {
                let meets = index.links.values(at).of(link).iter().any(|value| chosen[*value as usize]);
                *missed |= Missed::from(!meets) << at;
            }
        }
        if let Some((from, to)) = years {
            missed.resize(index.relations.links(), 0);
            for (year, missed) in index.links.years.iter().zip(&mut missed) {
                *missed |= if *year < from || *year > to { YEARS } else { 0 };
            }
        }
        Self { years, asks: filter.asks_of_agreements(), missed }
    }

    /// Whether anything is asked of agreements but their disease area.
    pub fn is_any(&self) -> bool {
        self.asks
    }

    /// The cards with an agreement that meets all.
    pub fn cards(&self, index: &Index) -> BitSet {
        let mut cards = BitSet::empty(index.total());
        for card in 0..index.total() {
            let own = index.relations.links_of(InitiativeIdx(card as u32));
            if self.missed.get(own).is_some_and(|missed| missed.contains(&0)) {
                cards.insert(card);
            }
        }
        cards
    }

    /// Of the links of these cards those that meet all; `None` where nothing is asked, so that all do.
    pub fn matching(&self, index: &Index, cards: &BitSet) -> Option<BitSet> {
        if self.missed.is_empty() {
            return None;
        }
        let mut matching = BitSet::empty(self.missed.len());
        self.each(index, cards, &mut |link, missed| {
            if missed == 0 {
                matching.insert(link);
            }
        });
        Some(matching)
    }

    /// How many agreements on these cards meet all but the years, as they have none; a chain of renewals counts once.
    pub fn undated(&self, index: &Index, cards: &BitSet) -> u32 {
        if self.years.is_none() {
            return 0;
        }
        let mut firsts = BitSet::empty(index.relations.agreements());
        self.each(index, cards, &mut |link, missed| {
            if missed == YEARS && index.links.years[link] == 0 {
                firsts.insert(index.relations.first_of_chain(index.links.agreements[link]).at());
            }
        });
        firsts.count()
    }

    /// Counts, for each value of one of [`LINK_FACETS`], the cards among `cards` with an agreement that has it and meets
    /// all that is asked in the other facets and of the years.
    pub fn count(&self, index: &Index, facet: Facet, cards: &BitSet) -> Vec<u32> {
        let len = index.facet(facet).tree.values.len();
        let Some(at) = LINK_FACETS.iter().position(|own| *own == facet) else { return Vec::new() };
        let values = index.links.values(at);
        // The card for which each value was counted last, as a card counts once; 0 is none.
        let (mut counts, mut counted): (Vec<u32>, Vec<u32>) = (vec![0; len], vec![0; len]);
        cards.each(&mut |card| {
            let mark = card as u32 + 1;
            for link in index.relations.links_of(InitiativeIdx(card as u32)) {
                if self.missed[link] & !(1 << at) == 0 {
                    for value in values.of(link) {
                        let value = *value as usize;
                        if counted[value] != mark {
                            counted[value] = mark;
                            counts[value] += 1;
                        }
                    }
                }
            }
        });
        counts
    }

    fn each(&self, index: &Index, cards: &BitSet, each: &mut dyn FnMut(usize, Missed)) {
        cards.each(&mut |card| {
            for link in index.relations.links_of(InitiativeIdx(card as u32)) {
                each(link, self.missed[link]);
            }
        });
    }
}
