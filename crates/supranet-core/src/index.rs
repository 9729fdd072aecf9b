//! What a dataset is prepared into once, so that each question is a few bit operations.
//!
//! Made again when the shown language changes, as labels, order and searched names depend on it.
//! Knows nothing of what a visitor chose.

mod bits;
mod fold;
mod text;

pub use bits::BitSet;
pub use fold::words;
pub use text::TextIndex;

use crate::facet::{FACETS, Facet, Tree, values_of};
use crate::locale::Locale;
use crate::model::{InitiativeIdx, Network, Relations};

/// A prepared dataset.
#[derive(Debug, Clone)]
pub struct Index {
    /// Who stands on whose card.
    pub relations: Relations,
    /// The searched words.
    pub text: TextIndex,
    /// All cards by the shown name of their country (multilateral last), then by name, then by id.
    pub by_country: Vec<InitiativeIdx>,
    facets: [FacetIndex; FACETS],
}

/// The values of one facet with the cards of each.
#[derive(Debug, Clone, Default)]
pub struct FacetIndex {
    /// The values and how they nest.
    pub tree: Tree,
    /// For each value the cards that have it or something below it.
    pub cards: Vec<BitSet>,
}

impl Index {
    /// Prepares a dataset for one language.
    #[must_use]
    pub fn new(network: &Network, locale: &dyn Locale) -> Self {
        let relations = Relations::new(network);
        let facets = Facet::ALL.map(|facet| FacetIndex::new(facet, network, &relations, locale));
        let text = TextIndex::new(network, &relations, locale);
        let by_country = by_country(network, locale);
        Self { relations, text, by_country, facets }
    }

    /// The values and cards of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &FacetIndex {
        &self.facets[facet.at()]
    }

    /// How many cards there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.by_country.len()
    }
}

impl FacetIndex {
    fn new(facet: Facet, network: &Network, relations: &Relations, locale: &dyn Locale) -> Self {
        let tree = Tree::new(facet, network, relations, locale);
        let mut cards = vec![BitSet::empty(network.initiatives.len()); tree.values.len()];
        for card in network.initiative_positions() {
            for id in values_of(facet, network, relations, card) {
                let Some(value) = tree.find(id) else { continue };
                for value in tree.upwards(value) {
                    cards[value].insert(card.at());
                }
            }
        }
        Self { tree, cards }
    }
}

fn by_country(network: &Network, locale: &dyn Locale) -> Vec<InitiativeIdx> {
    let mut codes: Vec<&str> = network.initiatives.iter().filter_map(|one| one.country.as_deref()).collect();
    codes.sort_unstable();
    codes.dedup();
    let countries: Vec<String> = codes.iter().map(|code| locale.country(code)).collect();
    let country_ranks = locale.ranks(&countries.iter().map(String::as_str).collect::<Vec<_>>());
    let country = |at: &InitiativeIdx| {
        let code = network.initiative(*at).country.as_deref();
        code.and_then(|code| codes.binary_search(&code).ok()).map_or(u32::MAX, |at| country_ranks[at])
    };
    let shown = |one: &'_ crate::model::Initiative| -> Option<String> {
        one.name.in_language(locale.language(), &network.default_language).map(|said| said.text.into())
    };
    let names: Vec<String> = network.initiatives.iter().map(|one| shown(one).unwrap_or_default()).collect();
    let name_ranks = locale.ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());

    let mut order: Vec<InitiativeIdx> = network.initiative_positions().collect();
    order.sort_by_cached_key(|at| (country(at), name_ranks[at.at()], network.initiative(*at).id.clone()));
    order
}
