//! What a dataset is prepared into once, so that each question is a few bit operations.
//!
//! Made again when the shown language changes, as labels, order and searched names depend on it.
//! Knows nothing of what a visitor chose.

mod bits;
mod fold;
mod text;

pub use bits::BitSet;
pub use text::TextIndex;

use crate::facet::{FACETS, Facet, Tree, values_of};
use crate::locale::Locale;
use crate::model::{Initiative, InitiativeIdx, Network, Relations};
use crate::order::ordered;

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
    let initiatives = &network.initiatives;
    let country = |one: &Initiative| one.country.as_ref().map(|code| locale.country(code)).unwrap_or_default();
    let countries: Vec<String> = initiatives.iter().map(country).collect();
    let name = |one: &'_ Initiative| {
        let said = one.name.in_language(locale.language(), &network.default_language);
        said.map(|said| said.text.to_owned()).unwrap_or_default()
    };
    let names: Vec<String> = initiatives.iter().map(name).collect();
    let ranks = |texts: &[String]| locale.ranks(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let (country_ranks, name_ranks) = (ranks(&countries), ranks(&names));

    let key = |at: usize| {
        let one = &initiatives[at];
        (one.country.is_none(), country_ranks[at], name_ranks[at], &one.id)
    };
    let order = ordered(initiatives.len(), &|a, b| key(a).cmp(&key(b)));
    order.into_iter().map(|at| InitiativeIdx(at as u32)).collect()
}
