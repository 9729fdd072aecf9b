//! The engine at 100,000 initiatives and 200,000 agreements, natively: `cargo bench -p supranet-core`.
//!
//! The figures that count are those of WebAssembly: `cargo xtask bench --only engine`. These are for profilers and for
//! comparing two states of the code.
#![allow(
    clippy::expect_used,
    clippy::field_reassign_with_default,
    missing_docs,
    reason = "a benchmark may stop where it stands"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use supranet_core::facet::Facet;
use supranet_core::filter::Filter;
use supranet_core::index::Index;
use supranet_core::locale::Fixed;
use supranet_core::{query, raw, validate};
use supranet_gen::Plan;

/// A word with a long tail of others that begin alike, and letters that begin many.
const TYPED: &str = "infrastructure";

fn questions() -> Vec<(String, Filter)> {
    let set = |values: &[(Facet, &[&str])], from: Option<u16>| {
        let mut filter = Filter::default();
        values.iter().for_each(|(facet, values)| filter.set(*facet, values.iter()));
        filter.from = from;
        filter
    };
    let words = |q: &str| {
        let mut filter = Filter::default();
        filter.q = q.into();
        filter
    };
    let of_initiatives: [(Facet, &[&str]); 4] = [
        (Facet::Country, &["SE", "DK", "US"]),
        (Facet::Scope, &["institutional", "regional"]),
        (Facet::Status, &["active"]),
        (Facet::Area, &["cancer"]),
    ];
    let of_agreements: [(Facet, &[&str]); 2] = [(Facet::Partner, &["US", "GB"]), (Facet::Agreement, &["mou"])];
    let mut all = vec![
        ("nothing asked".to_owned(), Filter::default()),
        ("country".to_owned(), set(&of_initiatives[..1], None)),
        ("facets of initiatives".to_owned(), set(&of_initiatives, None)),
        ("facets of agreements".to_owned(), set(&of_agreements, Some(2015))),
        ("both".to_owned(), set(&[of_initiatives.as_slice(), &of_agreements].concat(), Some(2015))),
        ("one letter".to_owned(), words("s")),
        ("typo".to_owned(), words("infrastrctuer")),
        ("two words".to_owned(), words("genomic sequencing")),
    ];
    for end in 1..=TYPED.len() {
        all.push((format!("typed {}", &TYPED[..end]), words(&TYPED[..end])));
    }
    all
}

fn engine(criterion: &mut Criterion) {
    let bytes = Plan::new(100_000, 1).bytes().expect("memory takes all");
    let locale = Fixed::new("en");
    let mut slow = criterion.benchmark_group("load");
    slow.sample_size(10);
    slow.bench_function("parse", |bencher| bencher.iter(|| raw::parse(black_box(&bytes)).is_ok()));
    slow.bench_function("parse and validate", |bencher| {
        bencher.iter(|| validate::network(raw::parse(black_box(&bytes)).expect("a dataset")));
    });
    let (network, _) = validate::network(raw::parse(&bytes).expect("a dataset"));
    slow.bench_function("index", |bencher| bencher.iter(|| Index::new(black_box(&network), &locale)));
    slow.finish();

    let index = Index::new(&network, &locale);
    let mut asked = criterion.benchmark_group("ask");
    asked.sample_size(20);
    for (name, filter) in questions() {
        asked.bench_function(name, |bencher| {
            bencher.iter(|| query::run(&network, &index, black_box(&filter), &locale));
        });
    }
    asked.finish();
}

criterion_group!(benches, engine);
criterion_main!(benches);
