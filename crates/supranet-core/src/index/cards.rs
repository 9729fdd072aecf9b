//! The cards or links of one value: a list where they are few, one bit for each that there is where they are many.
//!
//! Knows nothing of what the value is.

use super::bits::BitSet;
use crate::order::boundary;

/// A value has many cards from one in so many on: a bit set is then read faster than a list, by a measurement in
/// WebAssembly (of links, 64 bits take 1 ns, an item of a list 3; with 512 the sets take 2 MiB more).
const MANY: usize = 256;

/// Positions of cards, or of links, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cards {
    /// In ascending order.
    Few(Vec<u32>),
    /// One bit each, and how many there are.
    Many(BitSet, u32),
}

impl Cards {
    /// From a list in ascending order, out of `total` cards.
    #[must_use]
    pub fn new(list: Vec<u32>, total: usize) -> Self {
        if list.len() <= total / MANY {
            return Self::Few(list);
        }
        let mut cards = BitSet::empty(total);
        list.iter().for_each(|card| cards.insert(*card as usize));
        Self::Many(cards, list.len() as u32)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Whether a card is among them.
    #[must_use]
    pub fn contains(&self, card: usize) -> bool {
        match self {
            Self::Few(list) => list.get(boundary(list.len(), &|at| (list[at] as usize) < card)) == Some(&(card as u32)),
            Self::Many(cards, _) => cards.contains(card),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Few(list) => list.len() as u32,
            Self::Many(_, count) => *count,
        }
    }

    /// How many of them are in `others`.
    #[must_use]
    pub fn count_in(&self, others: &BitSet) -> u32 {
        match self {
            Self::Few(list) => others.count_of(list),
            Self::Many(cards, _) => cards.count_common(others),
        }
    }

    /// Adds them to a set.
    pub fn add_to(&self, set: &mut BitSet) {
        match self {
            Self::Few(list) => list.iter().for_each(|card| set.insert(*card as usize)),
            Self::Many(cards, _) => set.unite(cards),
        }
    }
}
