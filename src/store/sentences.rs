//! What the widget says of its state, in words.
//!
//! Knows nothing of markup; what is read inside an effect is followed.

use super::{Store, Words, told, words};
use crate::browser::months_since;
use crate::i18n::{counted, keys};
use leptos::prelude::*;
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Part};
use supranet_core::join::{concat, digits};
use supranet_core::locale::Locale as _;

/// One thing that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// A value of a facet, by its id.
    Value(Facet, String),
    /// The first year.
    From,
    /// The last year.
    To,
    /// The words.
    Words,
}

/// A chosen filter as a button that takes it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// What it takes away.
    pub of: Chosen,
    /// Its id.
    pub id: String,
    /// What it says.
    pub label: String,
}

/// So many chosen values are drawn as chips; nobody takes more away one by one.
const MOST_CHIPS: usize = 100;

/// So many letters of the words asked stand on their chip; all of them are in the field.
const MOST_LETTERS: usize = 60;

/// Data that was not changed for so long may be out of date.
const OLD_MONTHS: i32 = 18;

impl Store {
    /// The chosen filters, and how many more there are than are drawn; read inside an effect, they are followed.
    #[must_use]
    pub fn chips(&self) -> (Vec<Chip>, usize) {
        let filter = self.filter.read();
        let strings = &self.data.strings;
        let (mut chips, mut more) = (Vec::new(), 0);
        let words = filter.q.trim();
        if !words.is_empty() && !self.is_locked(Part::Q) {
            let mut begin = String::new();
            for (at, letter) in words.chars().enumerate() {
                if at < MOST_LETTERS {
                    begin.push(letter);
                } else {
                    begin.push('…');
                    break;
                }
            }
            let label = strings.fill(keys::SEARCH_CHIP, &[("value", &begin)]);
            chips.push(Chip { of: Chosen::Words, id: Part::Q.key().into(), label });
        }
        let named = |of: &str, value: &str| strings.fill(keys::CHIP, &[("facet", of), ("value", value)]);
        for facet in Facet::ALL {
            let tree = &self.data.index.facet(facet).tree;
            if self.is_locked(Part::Facet(facet)) {
                continue;
            }
            for id in filter.chosen(facet) {
                if chips.len() == MOST_CHIPS {
                    more += 1;
                    continue;
                }
                let mut label = tree.find(id).map_or_else(|| id.clone(), |value| self.label(facet, value).within());
                // Countries and areas speak for themselves.
                if !matches!(facet, Facet::Country | Facet::Area) {
                    label = named(&strings.facet(facet), &label);
                }
                let own_id = concat(&[facet.key(), "-", id]);
                chips.push(Chip { of: Chosen::Value(facet, id.clone()), id: own_id, label });
            }
        }
        let from = (Part::From, filter.from, Chosen::From, keys::YEARS_FROM);
        let to = (Part::To, filter.to, Chosen::To, keys::YEARS_TO);
        for (part, year, of, key) in [from, to] {
            if let Some(year) = year.filter(|_| !self.is_locked(part)) {
                let label = named(strings.get(key), &digits(year.into()));
                chips.push(Chip { of, id: part.key().into(), label });
            }
        }
        (chips, more)
    }

    /// The chosen ones of these values of facets, in words; read inside an effect, they are followed.
    #[must_use]
    pub fn matching(&self, values: &[(Facet, usize)]) -> Option<String> {
        let filter = self.filter.read();
        let mut labels: Vec<String> = Vec::new();
        for (facet, at) in values {
            let tree = &self.data.index.facet(*facet).tree;
            if !filter.chosen(*facet).is_empty() && filter.choice(*facet, tree, *at) == Choice::Checked {
                let label = self.label(*facet, *at).within();
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
        }
        let value = told::joined(&told::as_strs(&labels));
        (!labels.is_empty()).then(|| self.data.strings.fill(keys::MATCH, &[("value", &value)]))
    }

    /// The count of what is found, as a sentence, with the order where that is wanted; read inside an effect, it is
    /// followed.
    #[must_use]
    pub fn status(&self, with_order: bool) -> String {
        let outcome = self.outcome.read();
        let (strings, locale) = (&self.data.strings, self.data.locale());
        let stem = if self.filter.read().is_empty() { counted::RESULTS_ALL } else { counted::RESULTS_SOME };
        let (matched, total) = (self.number(outcome.order.len() as u32), self.number(outcome.total as u32));
        let mut status = strings.count(stem, outcome.total as u64, locale, &[("matched", &matched), ("total", &total)]);
        if with_order {
            let order = strings.sort(self.filter.read().order());
            status = strings.fill(keys::SORTED, &[("count", &status), ("order", &order)]);
        }
        if outcome.undated > 0 {
            let count = self.number(outcome.undated);
            let undated = strings.count(counted::UNDATED, outcome.undated.into(), locale, &[("count", &count)]);
            status = concat(&[&status, ". ", &undated]);
        }
        status
    }

    /// How many of the cards found are drawn at most; read inside an effect, it is followed.
    #[must_use]
    pub fn drawn(&self) -> usize {
        if self.is_printing.get() { usize::MAX } else { self.shown.get() }
    }

    /// How many of the cards found are shown, where not all are; read inside an effect, it is followed.
    #[must_use]
    pub fn shown_of(&self) -> Option<String> {
        let (shown, matched) = (self.drawn(), self.outcome.read().order.len());
        let number = |count: usize| self.number(count as u32);
        let texts = || [("shown", number(shown)), ("matched", number(matched))];
        (shown < matched).then(|| {
            let [(a, shown), (b, matched)] = &texts();
            self.data.strings.fill(keys::SHOWN, &[(a, shown), (b, matched)])
        })
    }

    /// What is said of a card that the filters hide; read inside an effect, it is followed.
    #[must_use]
    pub fn hidden_sentence(&self) -> Option<String> {
        let card = self.hidden.get()?;
        let name = words::shown_name(&self.data, &self.data.network.initiative(card).name).within();
        Some(self.data.strings.fill(keys::HIDDEN, &[("name", &name)]))
    }

    /// The first or the last year asked, in digits; read inside an effect, it is followed.
    #[must_use]
    pub fn year(&self, is_from: bool) -> String {
        let filter = self.filter.read();
        let year = if is_from { filter.from } else { filter.to };
        year.map(|year| digits(year.into())).unwrap_or_default()
    }

    /// How many agreements of a card are behind a disclosure, as words.
    #[must_use]
    pub fn agreements_more(&self, count: usize) -> String {
        let number = self.number(count as u32);
        self.data.strings.count(counted::AGREEMENTS_MORE, count as u64, self.data.locale(), &[("count", &number)])
    }

    /// The widget's own heading: the dataset's title, else the pack's words.
    #[must_use]
    pub fn heading(&self) -> Words {
        let title = &self.data.network.title;
        if title.is_empty() {
            return words::plain(self.data.strings.get(keys::HEADING));
        }
        words::shown(&self.data, title)
    }

    /// The date of the data, as a sentence.
    #[must_use]
    pub fn updated(&self) -> Option<String> {
        let date = self.data.locale().date(self.data.network.updated?);
        Some(self.data.strings.fill(keys::UPDATED, &[("date", &date)]))
    }

    /// Whether the data may be out of date. Of a date without a month, the last month counts.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.data
            .network
            .updated
            .is_some_and(|date| months_since(date.year(), date.month().unwrap_or(12)) >= OLD_MONTHS)
    }
}
