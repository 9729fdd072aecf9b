//! What is asked of agreements, which one and the same agreement has to meet.
//!
//! Knows nothing of the facets of initiatives.

use crate::filter::Filter;
use crate::index::{BitSet, Cards, Index, LINK_FACETS, Links};
use crate::model::InitiativeIdx;

/// The years stand behind [`LINK_FACETS`].
const YEARS: usize = LINK_FACETS.len();
/// None of them.
const NONE: usize = YEARS + 1;

/// Where no more than one in so many links is asked about, they are looked at one by one, else value by value.
const FEW: usize = 64;

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
            links.groups(&index.links.lasts).each(&mut |link| cards.insert(index.links.cards[link] as usize));
        }
        cards
    }

    /// The links of these cards; `None` where they are all there are, or where it does not matter.
    pub fn standing(&self, index: &Index, cards: &BitSet) -> Option<BitSet> {
        if cards.count() as usize == index.total() || self.met.iter().all(Option::is_none) {
            return None;
        }
        let mut links = BitSet::empty(index.relations.links());
        cards.each(&mut |card| links.insert_all(index.relations.links_of(InitiativeIdx(card as u32))));
        Some(links)
    }

    /// Of these links, or of all, those that meet all; `None` where nothing is asked, so that all do.
    pub fn matching(&self, standing: Option<&BitSet>) -> Option<BitSet> {
        Some(kept(self.but(NONE)?, standing))
    }

    /// How many agreements at these links meet all but the years, as they have none; a chain of renewals counts once.
    pub fn undated(&self, index: &Index, standing: Option<&BitSet>) -> u32 {
        if self.met[YEARS].is_none() {
            return 0;
        }
        let mut links = kept(index.links.undated.clone(), standing);
        if let Some(others) = self.but(YEARS) {
            links.intersect(&others);
        }
        let mut firsts = BitSet::empty(index.relations.agreements());
        links.each(&mut |link| firsts.insert(index.relations.first_of_chain(index.links.agreements[link]).at()));
        firsts.count()
    }

    /// Counts, for each value of [`LINK_FACETS`], the cards among `cards` with an agreement that has it and meets all that
    /// is asked in the other facets and of the years; `standing` are the links of these cards, or all.
    pub fn count(&self, index: &Index, cards: &BitSet, standing: Option<&BitSet>, counts: &mut [Vec<u32>]) {
        for (at, facet) in LINK_FACETS.into_iter().enumerate() {
            counts[facet.at()] = match self.but(at) {
                Some(others) => counted(index, at, &kept(others, standing)),
                None => super::count(index.facet(facet), cards),
            };
        }
    }
}

/// Those of the links that are among others.
fn kept(mut links: BitSet, others: Option<&BitSet>) -> BitSet {
    if let Some(others) = others {
        links.intersect(others);
    }
    links
}

/// For each value of one facet the cards that one of these links with that value stands on.
fn counted(index: &Index, at: usize, links: &BitSet) -> Vec<u32> {
    let Links { cards, lasts, .. } = &index.links;
    let values = index.links.values(at);
    let mut counted = vec![0; values.len()];
    // For each value the card for which it was counted last: a card counts once, and its links are neighbours.
    let mut last = vec![u32::MAX; counted.len()];
    if (links.count() as usize) < cards.len() / FEW {
        links.each(&mut |link| {
            let card = cards[link];
            for value in values.of(link) {
                let value = *value as usize;
                counted[value] += u32::from(last[value] != card);
                last[value] = card;
            }
        });
        return counted;
    }
    for (value, count) in counted.iter_mut().enumerate() {
        match values.links(value) {
            Cards::Many(own, _) => *count = own.count_groups(links, lasts),
            Cards::Few(own) => *count = links.count_groups_of(own, cards),
        }
    }
    counted
}
