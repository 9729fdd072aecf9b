//! The engine against a reference that reads the rules off the records.

mod naive;
mod random;
mod text;

use crate::read;
use naive::Naive;
use proptest::prelude::*;
use random::{dataset, filter};
use supranet_core::facet::Facet;
use supranet_core::index::Index;
use supranet_core::locale::Fixed;
use supranet_core::query;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn the_engine_answers_as_the_rules_do(dataset in dataset(), filter in filter()) {
        let (network, _) = read(&dataset).expect("a dataset");
        let index = Index::new(&network, &Fixed::new("en"));
        let outcome = query::run(&network, &index, &filter, &Fixed::new("en"));
        let naive = Naive::new(&network, &filter);
        prop_assert_eq!(&outcome.order, &naive.sorted(), "order of {:?} in {}", &filter, &dataset);

        let mut matching = Vec::new();
        for card in &outcome.order {
            let links = index.relations.links_of(*card).filter(|link| outcome.is_matching(*link));
            matching.extend(links.map(|link| (*card, index.links.agreements[link])));
        }
        matching.sort();
        prop_assert_eq!(&matching, &naive.matching(), "matching of {:?} in {}", &filter, &dataset);

        for facet in Facet::ALL {
            for (at, value) in index.facet(facet).tree.values.iter().enumerate() {
                let mut replaced = filter.clone();
                replaced.set(facet, [&value.id]);
                let expected = Naive::new(&network, &replaced).cards().len() as u32;
                let counted = match facet {
                    Facet::Initiative => outcome.count_initiative(&network, &index, at),
                    _ => outcome.counts(facet)[at],
                };
                prop_assert_eq!(counted, expected, "{:?} {} of {:?} in {}", facet, &value.id, &filter, &dataset);
            }
        }
    }
}
