//! What a dataset is prepared into once, so that each question is a few bit operations.
//!
//! Made again when the shown language changes, as labels, order and searched names depend on it.
//! Knows nothing of what a visitor chose.

mod bits;
mod cards;
mod fold;
mod links;
mod marks;
mod orders;
mod text;
mod typo;
mod words;

pub use bits::BitSet;
pub use cards::Cards;
pub use fold::Words;
pub use links::{LINK_FACETS, LinkValues, Links};
pub use marks::Marker;
pub use orders::Orders;
pub use text::{Found, TextIndex};

use crate::facet::{FACETS, Facet, Tree, Values};
use crate::locale::Locale;
use crate::model::{Network, Relations};

/// A prepared dataset.
#[derive(Debug, Clone)]
pub struct Index {
    /// Who stands on whose card.
    pub relations: Relations,
    /// The agreements as they stand on cards.
    pub links: Links,
    /// The searched words.
    pub text: TextIndex,
    /// The orders in which cards can stand.
    pub orders: Orders,
    facets: Vec<FacetIndex>,
}

/// The values of one facet with the cards of each.
#[derive(Debug, Clone, Default)]
pub struct FacetIndex {
    /// The values and how they nest.
    pub tree: Tree,
    /// For each value the cards that have it or something below it, by themselves or by an agreement. None for
    /// [`Facet::Initiative`]: its cards follow from the links.
    pub cards: Vec<Cards>,
    /// Of [`Facet::Initiative`]: for each value the initiative.
    pub initiatives: Vec<u32>,
    /// How many cards there are in all.
    pub total: usize,
}

impl Index {
    /// Prepares a dataset for one language.
    #[must_use]
    pub fn new(network: &Network, locale: &dyn Locale) -> Self {
        let relations = Relations::new(network);
        // First, as it takes most room for a while.
        let text = TextIndex::new(network, &relations, locale);
        let orders = Orders::new(network, &relations, locale);
        let mut links = Links::new(network, &relations);
        let mut facets = Vec::with_capacity(FACETS);
        for facet in Facet::ALL {
            let values = Values::new(facet, network, &relations);
            let (tree, places) = Tree::grow(values.seeds(locale, &orders.name_ranks));
            links.add(facet, &values, &tree, &places, &relations);
            facets.push(FacetIndex::new(facet, &values, tree, &places, network, &relations, &links));
        }
        Self { relations, links, text, orders, facets }
    }

    /// The values and cards of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &FacetIndex {
        &self.facets[facet.at()]
    }

    /// How many cards there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.orders.by_country.len()
    }
}

impl FacetIndex {
    fn new(
        facet: Facet,
        values: &Values<'_>,
        tree: Tree,
        places: &[usize],
        network: &Network,
        relations: &Relations,
        links: &Links,
    ) -> Self {
        if facet == Facet::Initiative {
            let mut initiatives = vec![0; places.len()];
            (0..).zip(places).for_each(|(number, place)| initiatives[*place] = number);
            return Self { tree, cards: Vec::new(), initiatives, total: network.initiatives.len() };
        }
        let of_links = LINK_FACETS.iter().position(|own| *own == facet).map(|at| links.values(at));
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); tree.values.len()];
        let mut own = Vec::new();
        for card in network.initiative_positions() {
            let mut add = |value: usize| {
                if lists[value].last() != Some(&card.0) {
                    lists[value].push(card.0);
                }
            };
            own.clear();
            values.of_card(card, &mut own);
            for number in &own {
                for value in tree.upwards(places[*number]) {
                    add(value);
                }
            }
            if let Some(of_links) = of_links {
                for link in relations.links_of(card) {
                    for value in of_links.of(link) {
                        add(*value as usize);
                    }
                }
            }
        }
        let total = network.initiatives.len();
        let mut cards = Vec::with_capacity(lists.len());
        for list in lists {
            cards.push(Cards::new(list, total));
        }
        Self { tree, cards, initiatives: Vec::new(), total }
    }
}
