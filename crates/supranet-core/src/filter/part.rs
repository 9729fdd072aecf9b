//! The parts of a question that stand by themselves in attributes and addresses: each facet, the years, the words, the
//! order.
//!
//! Knows nothing of how they are written there.

use super::Filter;
use crate::facet::{FACETS, Facet};
use crate::order::ordered;

/// A part of a question that can be preset, locked or written in an address, whatever the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The chosen values of a facet.
    Facet(Facet),
    /// The first year.
    From,
    /// The last year.
    To,
    /// The words to find.
    Q,
    /// The order that the visitor chose.
    Sort,
}

impl Part {
    /// All parts, in the order of addresses.
    pub const ALL: [Self; FACETS + 4] = [
        Self::Facet(Facet::Initiative),
        Self::Facet(Facet::Country),
        Self::Facet(Facet::Area),
        Self::Facet(Facet::Scope),
        Self::Facet(Facet::Status),
        Self::Facet(Facet::Membership),
        Self::Facet(Facet::Partner),
        Self::Facet(Facet::Agreement),
        Self::From,
        Self::To,
        Self::Q,
        Self::Sort,
    ];

    /// The name in attributes, addresses and the JavaScript interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.key(),
            Self::From => "from",
            Self::To => "to",
            Self::Q => "q",
            Self::Sort => "sort",
        }
    }

    /// The part with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

impl Filter {
    /// Takes one part over from another question.
    pub fn copy_part(&mut self, part: Part, other: &Self) {
        match part {
            Part::Facet(facet) => self.chosen[facet.at()].clone_from(&other.chosen[facet.at()]),
            Part::From => self.from = other.from,
            Part::To => self.to = other.to,
            Part::Q => self.q.clone_from(&other.q),
            Part::Sort => self.sort = other.sort,
        }
    }

    /// Whether one part is the same in another question; the order in which values were chosen does not matter.
    #[must_use]
    pub fn has_same(&self, part: Part, other: &Self) -> bool {
        match part {
            Part::Facet(facet) => self.sorted(facet) == other.sorted(facet),
            Part::From => self.from == other.from,
            Part::To => self.to == other.to,
            Part::Q => self.q == other.q,
            Part::Sort => self.sort == other.sort,
        }
    }

    /// The chosen values of a facet, in the order of their letters.
    #[must_use]
    pub fn sorted(&self, facet: Facet) -> Vec<&str> {
        let chosen = self.chosen(facet);
        let order = ordered(chosen.len(), &|a, b| chosen[a].cmp(&chosen[b]));
        order.into_iter().map(|at| chosen[at].as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{FACETS, Facet, Filter, Part};
    use crate::filter::Sort;

    #[test]
    fn parts_begin_with_the_facets_and_have_their_own_names() {
        assert_eq!(Part::ALL[..FACETS], Facet::ALL.map(Part::Facet));
        for part in Part::ALL {
            assert_eq!(Part::from_key(part.key()), Some(part));
        }
        assert_eq!(Part::from_key("view"), None);
    }

    #[test]
    fn a_part_is_taken_over_alone() {
        let mut other =
            Filter { from: Some(1), to: Some(2), q: "q".into(), sort: Some(Sort::Name), ..Filter::default() };
        Facet::ALL.iter().for_each(|facet| other.set(*facet, ["b", "a"]));
        for part in Part::ALL {
            let mut filter = Filter::default();
            filter.copy_part(part, &other);
            for own in Part::ALL {
                assert_eq!(
                    (filter.has_same(own, &other), filter.has_same(own, &Filter::default())),
                    (own == part, own != part)
                );
            }
        }
        let mut turned = Filter::default();
        turned.set(Facet::Area, ["a", "b"]);
        assert!(turned.has_same(Part::Facet(Facet::Area), &other), "as sets");
    }
}
