//! What a visitor asks, and how a choice changes it.
//!
//! Knows nothing of the data but the nesting of values. The state holds exactly what was chosen.

use crate::facet::{FACETS, Facet, Tree};

/// A question: chosen values per facet (OR inside a facet, AND between them) and words to find.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: [Vec<String>; FACETS],
    /// The words to find, as typed.
    pub q: String,
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
        let chosen = &mut self.chosen[facet.at()];
        chosen.clear();
        for value in values {
            let value = facet.normal(value.as_ref().trim());
            if !value.is_empty() && !chosen.contains(&value) {
                chosen.push(value);
            }
        }
    }

    /// Whether it asks for nothing, so that every card is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && self.chosen.iter().all(Vec::is_empty)
    }

    /// Empties everything.
    pub fn clear(&mut self) {
        *self = Self::default();
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
