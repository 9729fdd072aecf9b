//! The values of facets as rows of choices: which are shown, and what they are called.
//!
//! Knows nothing of markup; what is read inside an effect is followed.

use super::{Store, Words};
use crate::i18n::keys;
use leptos::prelude::*;
use std::sync::atomic::Ordering::Relaxed;
use supranet_core::facet::{Facet, Value};
use supranet_core::filter::Choice;
use supranet_core::index::Words as Asked;
use supranet_core::join::digits;
use supranet_core::order::ordered;

/// A facet with more values has a search of its own, and shows so many at first.
const MANY: usize = 12;
/// So many rows are drawn at most; who wants others searches for them.
const MOST: usize = 200;

impl Store {
    /// The name of a value.
    #[must_use]
    pub fn label(&self, facet: Facet, value: usize) -> Words {
        let Value { id, label, label_language, .. } = &self.data.index.facet(facet).tree.values[value];
        let text = self.data.strings.value(facet, id).unwrap_or_else(|| label.clone());
        let is_name = matches!(facet, Facet::Initiative | Facet::Membership);
        Words { text, language: label_language.clone(), is_name }
    }

    /// The values, in the order of the tree; of a closed list those that at least one card has.
    #[must_use]
    pub fn known_values(&self, facet: Facet) -> Vec<usize> {
        let values = self.data.index.facet(facet);
        let mut known = Vec::with_capacity(values.tree.values.len());
        for at in 0..values.tree.values.len() {
            let is_word = self.data.strings.value(facet, &values.tree.values[at].id).is_some();
            if !is_word || values.cards.get(at).is_none_or(|cards| !cards.is_empty()) {
                known.push(at);
            }
        }
        known
    }

    /// Whether a facet has so many values that it has a search of its own.
    #[must_use]
    pub fn is_long(&self, known: &[usize]) -> bool {
        known.len() > MANY
    }

    /// The rows that are shown: all where there are few; else those found, or those that most cards have and those chosen.
    #[must_use]
    pub fn rows(&self, facet: Facet, known: &[usize]) -> Vec<u32> {
        let values = self.data.index.facet(facet);
        let group = self.group(facet);
        let asked = Asked::asked(&group.typed.read(), self.data.locale());
        let mut rows: Vec<u32> = Vec::new();
        if !asked.is_empty() {
            for at in known {
                if asked.fit(&self.label(facet, *at).text, self.data.locale()) {
                    rows.push(*at as u32);
                }
            }
        } else if group.is_all.get() || !self.is_long(known) {
            for at in known {
                rows.push(*at as u32);
            }
        } else {
            let cards = |at: usize| values.cards.get(at).map_or(0, |cards| cards.count());
            let by_cards = ordered(known.len(), &|a, b| cards(known[b]).cmp(&cards(known[a])));
            // Those with as few as the first that is left out are left out as well: which of them would be chance.
            let least = by_cards.get(MANY).map_or(0, |place| cards(known[*place]));
            let is_flat = by_cards.first().is_none_or(|place| cards(known[*place]) == least);
            let mut is_shown = vec![false; values.tree.values.len()];
            for place in by_cards.iter().take(MANY) {
                is_shown[known[*place]] = is_flat || cards(known[*place]) > least;
            }
            let filter = self.filter.read();
            for at in known {
                if is_shown[*at] || filter.choice(facet, &values.tree, *at) != Choice::Unchecked {
                    rows.push(*at as u32);
                }
            }
        }
        group.found.store(rows.len(), Relaxed);
        rows.truncate(MOST);
        rows
    }

    /// The words of the button for all values, or for fewer; read inside an effect, it is followed.
    #[must_use]
    pub fn all_or_fewer(&self, facet: Facet, count: usize) -> String {
        let strings = &self.data.strings;
        match self.group(facet).is_all.get() {
            true => strings.get(keys::FACET_FEWER).into(),
            false => strings.fill(keys::FACET_ALL, &[("count", &self.number(count as u32))]),
        }
    }

    /// What is said of the rows where none is found, or more than are shown. To be asked after them, as they are then.
    #[must_use]
    pub fn rows_note(&self, facet: Facet) -> String {
        let strings = &self.data.strings;
        match self.group(facet).found.load(Relaxed) {
            0 => strings.get(keys::FACET_NONE).into(),
            1..=MOST => String::new(),
            found => {
                let (shown, matched) = (self.number(MOST as u32), self.number(found as u32));
                strings.fill(keys::FACET_MOST, &[("shown", &shown), ("matched", &matched)])
            }
        }
    }

    /// The years in which agreements were made, the latest first, in digits.
    #[must_use]
    pub fn years(&self) -> Vec<String> {
        let stated = &self.data.index.links.years;
        let mut years: Vec<String> = Vec::new();
        let mut last = 0;
        for at in ordered(stated.len(), &|a, b| stated[b].cmp(&stated[a])) {
            if stated[at] > 0 && stated[at] != last {
                last = stated[at];
                years.push(digits(last.into()));
            }
        }
        years
    }
}
