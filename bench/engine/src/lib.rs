//! The engine as a module of its own: what the widget does with a file and with a question, without a page.
//!
//! Knows no time: the script beside it measures. The locale asks the browser's `Intl`, as
//! the widget's does.

// The widget's own locale; the widget itself cannot be linked without a page.
#[path = "../../../src/browser/intl.rs"]
mod intl;

use intl::IntlLocale;
use supranet_core::facet::Facet;
use supranet_core::filter::{Filter, Sort};
use supranet_core::index::Index;
use supranet_core::model::Network;
use supranet_core::query::{self, Outcome};
use supranet_core::{raw, validate};
use wasm_bindgen::prelude::wasm_bindgen;

/// As in the widget.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A dataset, and the question that was asked last.
#[wasm_bindgen]
pub struct Engine {
    network: Network,
    index: Option<Index>,
    locale: IntlLocale,
    filter: Filter,
    outcome: Outcome,
}

/// Reads a file as far as the first step does: whether it is a dataset.
#[wasm_bindgen]
pub fn parse(bytes: &[u8]) -> bool {
    raw::parse(bytes).is_ok()
}

#[wasm_bindgen]
impl Engine {
    /// Reads and validates a file; nothing where it is no dataset.
    pub fn read(bytes: Vec<u8>, language: &str) -> Option<Engine> {
        let (network, _) = validate::network(raw::parse(&bytes).ok()?);
        drop(bytes);
        let (locale, filter) = (IntlLocale::new(language), Filter::default());
        Some(Self { network, index: None, locale, filter, outcome: Outcome::default() })
    }

    /// Prepares it for questions.
    pub fn prepare(&mut self) {
        self.index = None;
        self.index = Some(Index::new(&self.network, &self.locale));
    }

    /// Sets what is asked: `country=SE,DK&area=cancer&from=2020&sort=name&q=words`.
    pub fn ask(&mut self, question: &str) {
        self.filter = Filter::default();
        for (key, values) in question.split('&').filter_map(|part| part.split_once('=')) {
            match (key, Facet::from_key(key)) {
                (_, Some(facet)) => self.filter.set(facet, values.split(',')),
                ("from", _) => self.filter.from = values.parse().ok(),
                ("to", _) => self.filter.to = values.parse().ok(),
                ("sort", _) => self.filter.sort = Sort::from_key(values),
                _ => self.filter.q = values.into(),
            }
        }
    }

    /// Answers it, so many times.
    pub fn answer(&mut self, times: u32) {
        if let Some(index) = &self.index {
            for _ in 0..times {
                self.outcome = query::run(&self.network, index, &self.filter, &self.locale);
            }
        }
    }

    /// How many cards the last answer found.
    pub fn found(&self) -> u32 {
        self.outcome.order.len() as u32
    }

    /// A number that differs where two answers do: of the order and all counts.
    pub fn digest(&self) -> u32 {
        let mut digest = 0x811c_9dc5_u32;
        let mut add = |number: u32| digest = (digest ^ number).wrapping_mul(0x0100_0193);
        self.outcome.order.iter().for_each(|card| add(card.0));
        Facet::ALL.into_iter().for_each(|facet| self.outcome.counts(facet).iter().for_each(|count| add(*count)));
        add(self.outcome.undated);
        digest
    }
}
