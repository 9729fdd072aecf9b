//! What a publisher or a visitor would notice, through the public functions only.
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

mod bad_data;
mod finding;
mod reading;

use supranet_core::error::{DatasetError, Issue};
use supranet_core::facet::Facet;
use supranet_core::filter::Filter;
use supranet_core::index::Index;
use supranet_core::locale::Fixed;
use supranet_core::model::Network;
use supranet_core::query::{self, Outcome};
use supranet_core::{raw, validate};

/// Every shape of the format once.
const SMALL: &str = include_str!("../../../../tests/data/small.json");

fn read(dataset: &str) -> Result<(Network, Vec<Issue>), DatasetError> {
    raw::parse(dataset.as_bytes()).map(validate::network)
}

/// Reads a dataset, asks `filter` (`country=SE,DK&area=cancer&q=words`) and compares the answer with
/// `expect`: the ids in the order shown, and behind a bar counts such as `country:SE=1`.
fn check(dataset: &str, filter: &str, expect: &str) {
    let (network, _) = read(dataset).expect("the dataset is one");
    let locale = Fixed::new("en");
    let index = Index::new(&network, &locale);
    let outcome = query::run(&index, &asked(filter), &locale);
    let (ids, counts) = expect.split_once('|').unwrap_or((expect, ""));
    let found: Vec<&str> = outcome.order.iter().map(|at| network.initiative(*at).id.as_str()).collect();
    assert_eq!(found.join(" "), ids.trim(), "asking {filter:?}");
    for count in counts.split_whitespace() {
        let (value, expected) = count.split_once('=').expect("facet:value=count");
        assert_eq!(count_of(&index, &outcome, value).to_string(), expected, "the count of {value} asking {filter:?}");
    }
}

fn asked(filter: &str) -> Filter {
    let mut asked = Filter::default();
    for (key, values) in filter.split('&').filter_map(|part| part.split_once('=')) {
        match Facet::from_key(key) {
            Some(facet) => asked.set(facet, values.split(',')),
            None => asked.q = values.into(),
        }
    }
    asked
}

fn count_of(index: &Index, outcome: &Outcome, value: &str) -> u32 {
    let (facet, id) = value.split_once(':').expect("facet:value");
    let facet = Facet::from_key(facet).expect("a facet");
    let at = index.facet(facet).tree.find(id).expect("a value that the data knows");
    outcome.counts(facet)[at]
}
