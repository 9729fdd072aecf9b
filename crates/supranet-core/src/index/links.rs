//! The agreements as they stand on cards: a link is one agreement on one card.
//!
//! Knows nothing of what a visitor chose.

use super::bits::BitSet;
use super::cards::Cards;
use crate::facet::{Facet, Tree, Values};
use crate::model::{AgreementIdx, Network, Relations};

/// What each link is found by. Links are in the order of their cards.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// For each link the year in which its agreement was signed, else announced; 0 where neither is stated.
    pub years: Vec<u16>,
    /// For each link its agreement.
    pub agreements: Vec<AgreementIdx>,
    /// For each link its card.
    pub cards: Vec<u32>,
    /// The last link of each card that has one.
    pub lasts: BitSet,
    /// The links of agreements without a year.
    pub undated: BitSet,
    values: [LinkValues; LINK_FACETS.len()],
}

/// The facets that links have values of.
pub const LINK_FACETS: [Facet; 3] = [Facet::Partner, Facet::Agreement, Facet::Area];

/// For each link its values of one facet with all that stands above them, each once; and for each value its links.
#[derive(Debug, Clone, Default)]
pub struct LinkValues {
    /// For each link the record that says its values: its agreement, or the party on the other side.
    records: Vec<u32>,
    /// For each record where its values end.
    ends: Vec<u32>,
    values: Vec<u32>,
    links: Vec<Cards>,
}

impl Links {
    /// Reads off when each agreement was made.
    #[inline(never)]
    pub(super) fn new(network: &Network, relations: &Relations) -> Self {
        let mut links = Self::default();
        links.lasts = BitSet::empty(relations.links());
        for card in network.initiative_positions() {
            let of_card = relations.links_of(card);
            links.cards.resize(of_card.end, card.0);
            if !of_card.is_empty() {
                links.lasts.insert(of_card.end - 1);
            }
        }
        for link in 0..relations.links() {
            let (at, _) = relations.link(link);
            let agreement = network.agreement(at);
            let date = agreement.signed.or(agreement.announced);
            links.years.push(date.map_or(0, |date| date.year()));
            links.agreements.push(at);
        }
        links.undated = BitSet::within(&links.years, 0, 0);
        links
    }

    /// Adds the values of one of [`LINK_FACETS`], whose seeds have these places in the tree.
    #[inline(never)]
    pub(super) fn add(&mut self, facet: Facet, values: &Values<'_>, tree: &Tree, places: &[usize], of: &Relations) {
        let Some(at) = LINK_FACETS.iter().position(|own| *own == facet) else { return };
        let of_links = &mut self.values[at];
        let mut own = Vec::new();
        for record in 0..values.records() {
            own.clear();
            values.of_record(record, &mut own);
            let start = of_links.values.len();
            for number in &own {
                for value in tree.upwards(places[*number]) {
                    if !of_links.values[start..].contains(&(value as u32)) {
                        of_links.values.push(value as u32);
                    }
                }
            }
            of_links.ends.push(of_links.values.len() as u32);
        }
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); tree.values.len()];
        for link in 0..self.years.len() {
            of_links.records.push(if facet == Facet::Partner { of.other(link) } else { self.agreements[link].0 });
            for value in of_links.of(link) {
                lists[*value as usize].push(link as u32);
            }
        }
        for list in lists {
            of_links.links.push(Cards::new(list, self.years.len()));
        }
    }

    /// The values of one of [`LINK_FACETS`], by its position there.
    #[must_use]
    pub fn values(&self, facet: usize) -> &LinkValues {
        &self.values[facet]
    }
}

impl LinkValues {
    /// The values that a link has.
    #[must_use]
    pub fn of(&self, link: usize) -> &[u32] {
        let record = self.records[link] as usize;
        let start = if record == 0 { 0 } else { self.ends[record - 1] };
        self.values.get(start as usize..self.ends[record] as usize).unwrap_or_default()
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.links.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// The links that have a value.
    #[must_use]
    pub fn links(&self, value: usize) -> &Cards {
        &self.links[value]
    }
}
