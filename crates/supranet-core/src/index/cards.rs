//! The cards of one value: a list where they are few, one bit for each card where they are many.
//!
//! Knows nothing of what the value is.

use super::bits::BitSet;
use crate::order::boundary;

/// Positions of cards, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cards {
    /// In ascending order.
    Few(Vec<u32>),
    /// One bit each.
    Many(BitSet),
}

impl Cards {
    /// From a list in ascending order, out of `total` cards: as a list it may take no more memory than as bits.
    #[must_use]
    pub fn new(list: Vec<u32>, total: usize) -> Self {
        if list.len() <= total / 32 {
            return Self::Few(list);
        }
        let mut cards = BitSet::empty(total);
        list.iter().for_each(|card| cards.insert(*card as usize));
        Self::Many(cards)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        match self {
            Self::Few(list) => list.len() as u32,
            Self::Many(cards) => cards.count(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a card is among them.
    #[must_use]
    pub fn contains(&self, card: usize) -> bool {
        match self {
            Self::Few(list) => list.get(boundary(list.len(), &|at| (list[at] as usize) < card)) == Some(&(card as u32)),
            Self::Many(cards) => cards.contains(card),
        }
    }

    /// How many of them are in `others`.
    #[must_use]
    pub fn count_in(&self, others: &BitSet) -> u32 {
        match self {
            Self::Few(list) => list.iter().map(|card| u32::from(others.contains(*card as usize))).sum(),
            Self::Many(cards) => cards.count_common(others),
        }
    }

    /// Adds them to a set.
    pub fn add_to(&self, set: &mut BitSet) {
        match self {
            Self::Few(list) => list.iter().for_each(|card| set.insert(*card as usize)),
            Self::Many(cards) => set.unite(cards),
        }
    }
}
