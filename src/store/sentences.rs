//! What the widget says of its state, in words.
//!
//! Knows nothing of markup; what is read inside an effect is followed.

use super::{Data, Store, Words, card, told};
use crate::i18n::{counted, keys};
use leptos::prelude::*;
use supranet_core::facet::Facet;
use supranet_core::filter::Choice;
use supranet_core::locale::Locale as _;

/// A chosen filter as a button that takes it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// What it takes away: a value of a facet, or the words.
    pub of: Option<(Facet, String)>,
    /// What it says.
    pub label: String,
}

impl Store {
    /// The chosen filters; read inside an effect, they are followed.
    #[must_use]
    pub fn chips(&self) -> Vec<Chip> {
        let filter = self.filter.read();
        let mut chips = Vec::new();
        let words = filter.q.trim();
        if !words.is_empty() {
            chips.push(Chip { of: None, label: self.data.strings.fill(keys::SEARCH_CHIP, &[("value", words)]) });
        }
        for facet in Facet::ALL {
            let tree = &self.data.index.facet(facet).tree;
            for id in filter.chosen(facet) {
                let label = tree.find(id).map_or(id, |value| &tree.values[value].label).clone();
                chips.push(Chip { of: Some((facet, id.clone())), label });
            }
        }
        chips
    }

    /// The chosen ones of these values of a facet, in words; read inside an effect, they are followed.
    #[must_use]
    pub fn matching(&self, facet: Facet, values: &[usize]) -> Option<String> {
        let (tree, filter) = (&self.data.index.facet(facet).tree, self.filter.read());
        let mut labels: Vec<&str> = Vec::new();
        for at in values {
            let label = tree.values[*at].label.as_str();
            if filter.choice(facet, tree, *at) == Choice::Checked && !labels.contains(&label) {
                labels.push(label);
            }
        }
        (!labels.is_empty()).then(|| self.data.strings.fill(keys::MATCH, &[("value", &told::joined(&labels))]))
    }

    /// The count of what is found, as a sentence; read inside an effect, it is followed.
    #[must_use]
    pub fn status(&self) -> String {
        let outcome = self.outcome.read();
        let Data { strings, locale, .. } = &self.data;
        let number = |count: usize| locale.number(i64::try_from(count).unwrap_or(i64::MAX));
        let stem = if self.filter.read().is_empty() { counted::RESULTS_ALL } else { counted::RESULTS_SOME };
        let (matched, total) = (number(outcome.order.len()), number(outcome.total));
        strings.count(stem, outcome.total as u64, &**locale, &[("matched", &matched), ("total", &total)])
    }

    /// What is said of a card that the filters hide; read inside an effect, it is followed.
    #[must_use]
    pub fn hidden_sentence(&self) -> Option<String> {
        let card = self.hidden.get()?;
        let name = card::shown(&self.data, &self.data.network.initiative(card).name).text;
        Some(self.data.strings.fill(keys::HIDDEN, &[("name", &name)]))
    }

    /// How many agreements of a card are behind a disclosure, as words.
    #[must_use]
    pub fn agreements_more(&self, count: usize) -> String {
        let number = self.data.locale.number(i64::try_from(count).unwrap_or(i64::MAX));
        self.data.strings.count(counted::AGREEMENTS_MORE, count as u64, &*self.data.locale, &[("count", &number)])
    }

    /// The widget's own heading: the dataset's title, else the pack's words.
    #[must_use]
    pub fn heading(&self) -> Words {
        let title = &self.data.network.title;
        if title.is_empty() {
            return Words { text: self.data.strings.get(keys::HEADING).into(), language: None };
        }
        card::shown(&self.data, title)
    }

    /// The date of the data, as a sentence.
    #[must_use]
    pub fn updated(&self) -> Option<String> {
        let date = self.data.locale.date(self.data.network.updated?);
        Some(self.data.strings.fill(keys::UPDATED, &[("date", &date)]))
    }
}
