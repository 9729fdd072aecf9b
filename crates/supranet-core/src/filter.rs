//! What a visitor asks, and how a choice changes it.
//!
//! Knows nothing of the data but the nesting of values. The state holds exactly what was chosen.

pub mod address;
mod part;

pub use part::Part;

use crate::facet::{FACETS, Facet, Tree};
use crate::intern::Interner;

/// A question: chosen values per facet (OR inside a facet, AND between them), years, words to find, and an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: [Vec<String>; FACETS],
    /// The first year in which an agreement was made; read as the last where it is after [`Self::to`].
    pub from: Option<u16>,
    /// The last year in which an agreement was made.
    pub to: Option<u16>,
    /// The words to find, as typed.
    pub q: String,
    /// The order that the visitor chose.
    pub sort: Option<Sort>,
}

/// An order of cards; ties stand by name, then by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    Name,
    /// By the shown name of the country, those of several countries last.
    Country,
    /// Those with most agreements first.
    Links,
    /// Those with the latest agreement first, those without a date last.
    Recent,
    /// Those first that the words fit best; ties as [`Self::Country`].
    Relevance,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 5] = [Self::Name, Self::Country, Self::Links, Self::Recent, Self::Relevance];

    /// The name in attributes, addresses and the JavaScript interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Country => "country",
            Self::Links => "links",
            Self::Recent => "recent",
            Self::Relevance => "relevance",
        }
    }

    /// The order with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

/// How a value stands in the filter bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Neither it nor anything below it is chosen.
    Unchecked,
    /// It is chosen, or something above it is.
    Checked,
    /// Only something below it is.
    Mixed,
}

impl Filter {
    /// The chosen values of a facet, in the order in which they were chosen.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[String] {
        &self.chosen[facet.at()]
    }

    /// Sets the values of a facet; each counts once, and countries in any case.
    pub fn set(&mut self, facet: Facet, values: impl IntoIterator<Item = impl AsRef<str>>) {
        self.chosen[facet.at()].clear();
        let mut met = Interner::default();
        for value in values {
            self.choose(facet, value.as_ref(), &mut met);
        }
    }

    #[inline(never)]
    fn choose(&mut self, facet: Facet, value: &str, met: &mut Interner) {
        let value = facet.normal(value.trim());
        if !value.is_empty() && met.number(value.as_bytes()).1 {
            self.chosen[facet.at()].push(value);
        }
    }

    /// Whether it asks for nothing, so that every card is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && self.chosen.iter().all(Vec::is_empty) && self.years().is_none()
    }

    /// Empties everything but the order.
    pub fn clear(&mut self) {
        *self = Self { sort: self.sort, ..Self::default() };
    }

    /// The first and the last year in which an agreement was made, where one of them is asked.
    #[must_use]
    pub fn years(&self) -> Option<(u16, u16)> {
        match (self.from, self.to) {
            (None, None) => None,
            // Year 0 is none: it stands for an undated agreement.
            (from, to) => {
                let (from, to) = (from.unwrap_or(1).max(1), to.unwrap_or(u16::MAX).max(1));
                Some((from.min(to), from.max(to)))
            }
        }
    }

    /// Whether it asks anything of agreements that one and the same agreement has to meet.
    #[must_use]
    pub fn asks_of_agreements(&self) -> bool {
        let asks = |facet: Facet| facet.is_of_agreements() && !self.chosen(facet).is_empty();
        Facet::ALL.into_iter().any(asks) || self.years().is_some()
    }

    /// The order in which cards are to stand: the one chosen, else by how well the words fit, else by country.
    #[must_use]
    pub fn order(&self) -> Sort {
        let words = !self.q.trim().is_empty();
        self.sort.unwrap_or(if words { Sort::Relevance } else { Sort::Country })
    }

    /// Takes one chosen value out, whether the data knows it or not.
    pub fn remove(&mut self, facet: Facet, value: &str) {
        self.chosen[facet.at()].retain(|own| own != value);
    }

    /// How a value of the tree stands.
    #[must_use]
    pub fn choice(&self, facet: Facet, tree: &Tree, value: usize) -> Choice {
        let chosen = self.chosen_in(facet, tree);
        if tree.upwards(value).any(|at| chosen.contains(&at)) {
            Choice::Checked
        } else if chosen.iter().any(|own| tree.is_below(*own, value)) {
            Choice::Mixed
        } else {
            Choice::Unchecked
        }
    }

    /// Chooses a value, or takes the choice back. A parent is stored alone in place of what is below
    /// it; where a value is taken back whose parent was chosen, the others below that parent are
    /// stored in the parent's place.
    pub fn toggle(&mut self, facet: Facet, tree: &Tree, value: usize) {
        let chosen = self.chosen_in(facet, tree);
        let Some(holder) = tree.upwards(value).find(|at| chosen.contains(at)) else {
            let below = |own: &String| tree.find(own).is_some_and(|own| tree.is_below(own, value));
            let list = &mut self.chosen[facet.at()];
            list.retain(|own| !below(own));
            list.push(tree.values[value].id.clone());
            return;
        };
        self.remove(facet, &tree.values[holder].id);
        let path: Vec<usize> = tree.upwards(value).take_while(|at| *at != holder).collect();
        for (at, other) in tree.values.iter().enumerate() {
            let beside = other.parent.is_some_and(|parent| parent == holder || path.contains(&parent));
            if beside && !path.contains(&at) && !tree.is_below(at, value) {
                self.chosen[facet.at()].push(other.id.clone());
            }
        }
    }

    /// The positions of the chosen values that the tree knows.
    fn chosen_in(&self, facet: Facet, tree: &Tree) -> Vec<usize> {
        self.chosen(facet).iter().filter_map(|id| tree.find(id)).collect()
    }
}
