//! What a publisher or a visitor would notice, through the public functions only.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

mod addresses;
mod bad_data;
mod export;
mod finding;
mod json;
mod marking;
mod part;
mod reading;
mod reference;
mod rules;
mod several;

use supranet_core::error::{DatasetError, Issue};
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Filter, Sort};
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

/// Reads a dataset, asks `filter` and compares the answer with `expect`.
///
/// `filter` is `country=SE,DK&area=cancer&from=2020&sort=name&q=words`, with `click=area:cancer` for a choice that a
/// visitor then makes. `expect` has the ids in the order shown, and behind a bar any of these: counts such as
/// `country:SE=1`, `chosen:area=cancer` for the state, `sign:area:cancer=~` for a value that is checked (+), mixed (~) or
/// neither (-), `matching=a,b` for the agreements that match on the cards shown, `undated=1`.
fn check(dataset: &str, filter: &str, expect: &str) {
    let (network, _) = read(dataset).expect("the dataset is one");
    let locale = Fixed::new("en");
    let index = Index::new(&network, &locale);
    let asked = asked(&index, filter);
    let outcome = query::run(&network, &index, &asked, &locale);
    assert_eq!(outcome, query::run(&network, &Index::new(&network, &locale), &asked, &locale), "the same twice");
    let (ids, facts) = expect.split_once('|').unwrap_or((expect, ""));
    let found: Vec<&str> = outcome.order.iter().map(|at| network.initiative(*at).id.as_str()).collect();
    assert_eq!(found.join(" "), ids.trim(), "asking {filter:?}");
    for fact in facts.split_whitespace() {
        let (what, expected) = fact.split_once('=').expect("what=expected");
        let actual = match what.split(':').collect::<Vec<_>>()[..] {
            ["chosen", facet] => asked.chosen(Facet::from_key(facet).expect("a facet")).join(","),
            ["sign", facet, id] => sign(&index, &asked, facet, id).into(),
            ["matching"] => matching(&network, &index, &outcome),
            ["undated"] => outcome.undated.to_string(),
            [facet, id] => count_of(&network, &index, &outcome, facet, id).to_string(),
            _ => panic!("{fact} is no fact"),
        };
        assert_eq!(actual, expected, "{what} asking {filter:?}");
    }
}

fn asked(index: &Index, filter: &str) -> Filter {
    let mut asked = Filter::default();
    for (key, values) in filter.split('&').filter_map(|part| part.split_once('=')) {
        match (key, Facet::from_key(key)) {
            (_, Some(facet)) => asked.set(facet, values.split(',')),
            ("from", _) => asked.from = values.parse().ok(),
            ("to", _) => asked.to = values.parse().ok(),
            ("sort", _) => asked.sort = Sort::from_key(values),
            ("click", _) => {
                let (facet, id) = values.split_once(':').expect("facet:value");
                let (facet, value) = value(index, facet, id);
                asked.toggle(facet, &index.facet(facet).tree, value);
            }
            _ => asked.q = values.into(),
        }
    }
    asked
}

fn sign(index: &Index, asked: &Filter, facet: &str, id: &str) -> &'static str {
    let (facet, value) = value(index, facet, id);
    match asked.choice(facet, &index.facet(facet).tree, value) {
        Choice::Checked => "+",
        Choice::Mixed => "~",
        Choice::Unchecked => "-",
    }
}

fn value(index: &Index, facet: &str, id: &str) -> (Facet, usize) {
    let facet = Facet::from_key(facet).expect("a facet");
    (facet, index.facet(facet).tree.find(id).expect("a value that the data knows"))
}

fn matching(network: &Network, index: &Index, outcome: &Outcome) -> String {
    let mut found: Vec<_> = outcome
        .order
        .iter()
        .flat_map(|card| index.relations.links_of(*card).filter(|link| outcome.is_matching(*link)))
        .map(|link| index.links.agreements[link])
        .collect();
    found.sort();
    found.dedup();
    found.iter().map(|at| network.agreement(*at).id.as_str()).collect::<Vec<_>>().join(",")
}

fn count_of(network: &Network, index: &Index, outcome: &Outcome, facet: &str, id: &str) -> u32 {
    match value(index, facet, id) {
        (Facet::Initiative, value) => outcome.count_initiative(network, index, value),
        (facet, value) => outcome.counts(facet)[value],
    }
}
