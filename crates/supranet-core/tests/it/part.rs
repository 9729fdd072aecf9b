//! A part of a dataset as a dataset of its own.

use super::{Filter, Fixed, Index, SMALL, asked, query};
use proptest::prelude::*;
use supranet_core::export::{Found, cards};
use supranet_core::model::{AgreementKind, Network, Party};
use supranet_core::raw;
use supranet_core::validate::{self, Part};

fn read(files: &[&str]) -> (Network, Vec<String>) {
    let read: Vec<_> = files.iter().map(|text| raw::parse(text.as_bytes()).expect("a dataset")).collect();
    let (network, issues) = validate::networks(&read);
    (network, issues.iter().map(ToString::to_string).collect())
}

fn write(files: &[&str], wanted: &Part) -> String {
    let read: Vec<_> = files.iter().map(|text| raw::parse(text.as_bytes()).expect("a dataset")).collect();
    let (network, _) = validate::networks(&read);
    let read: Vec<_> = files.iter().map(|text| raw::parse(text.as_bytes()).expect("a dataset")).collect();
    validate::part(&read, &network, wanted)
}

/// What is found, as a dataset of its own.
fn found(dataset: &str, filter: &str) -> (Vec<String>, String) {
    let (network, _) = read(&[dataset]);
    let locale = Fixed::new("en");
    let index = Index::new(&network, &locale);
    let outcome = query::run(&network, &index, &asked(&index, filter), &locale);
    let ids = outcome.order.iter().map(|at| network.initiative(*at).id.clone()).collect();
    let kind = |kind: AgreementKind| kind.key().into();
    let found = Found { network: &network, cards: &cards(&index, &outcome), language: "en", kind: &kind };
    (ids, write(&[dataset], &found.as_part()))
}

const SHARED: &str = include_str!("../../../../data/supranet.json");

#[test]
fn the_whole_reads_as_what_it_was_written_from() {
    for dataset in [SMALL, SHARED] {
        let (network, issues) = read(&[dataset]);
        let (again, later) = read(&[&write(&[dataset], &Part::all(&network))]);
        assert_eq!((issues, later), (vec![], vec![]));
        assert_eq!(again, Network { publisher: None, ..network });
    }
}

#[test]
fn nothing_that_only_people_read_is_lost() {
    let (network, _) = read(&[SHARED]);
    let written: serde_json::Value = serde_json::from_str(&write(&[SHARED], &Part::all(&network))).expect("JSON");
    let shared: serde_json::Value = serde_json::from_str(SHARED).expect("JSON");
    for list in ["areas", "places", "organisations", "initiatives", "agreements", "sources"] {
        assert_eq!(written[list].as_array(), shared[list].as_array(), "{list}");
    }
}

#[test]
fn what_is_found_is_a_dataset_with_the_same_cards_and_no_issue() {
    for filter in
        ["country=SE", "country=DK&q=genome", "partner=FR", "from=2022&to=2022", "area=cancer", "scope=multilateral"]
    {
        let (cards, written) = found(SHARED, filter);
        assert!(!cards.is_empty(), "{filter} finds nothing");
        let (network, issues) = read(&[&written]);
        assert_eq!(issues, [""; 0], "{filter}");
        let locale = Fixed::new("en");
        let outcome = query::run(&network, &Index::new(&network, &locale), &Filter::default(), &locale);
        let mut again: Vec<&str> = outcome.order.iter().map(|at| network.initiative(*at).id.as_str()).collect();
        let mut cards: Vec<&str> = cards.iter().map(String::as_str).collect();
        again.sort_unstable();
        cards.sort_unstable();
        assert_eq!(again, cards, "{filter}");
    }
}

/// What a card says of its agreements: each with its own words, the partner's name and places, and dates.
fn said(dataset: &str, card: &str) -> Vec<String> {
    let (network, _) = read(&[dataset]);
    let index = Index::new(&network, &Fixed::new("en"));
    let at = network.initiative_positions().find(|at| network.initiative(*at).id == card).expect("the card");
    let mut said: Vec<String> = index
        .relations
        .links_of(at)
        .map(|link| {
            let (agreement, partner) = index.relations.link(link);
            let agreement = network.agreement(agreement);
            let places = match partner {
                Party::Initiative(at) => (network.initiative(at).place.clone(), network.initiative(at).country.clone()),
                Party::Organisation(at) => {
                    (network.organisations[at.at()].place.clone(), network.organisations[at.at()].country.clone())
                }
            };
            let own = (&agreement.id, agreement.kind, agreement.signed, agreement.announced, &agreement.topics);
            format!("{own:?} {:?} {places:?} {:?}", network.party_name(partner), agreement.renews.is_some())
        })
        .collect();
    said.sort();
    said
}

#[test]
fn a_card_in_a_part_says_of_its_agreements_what_it_says_in_the_whole() {
    for filter in ["area=cancer", "from=2022&to=2023", "country=SE", "partner=FR", "q=genomics"] {
        let (cards, written) = found(SHARED, filter);
        for card in cards {
            assert_eq!(said(&written, &card), said(SHARED, &card), "{filter}: {card}");
        }
    }
}

#[test]
fn a_part_has_no_id_and_says_nothing_of_what_is_not_in_it() {
    let dataset = r#"{"version": 1, "id": "whole", "initiatives": [
        {"id": "a", "name": {"en": "A"}, "country": "SE", "parent": "b", "memberOf": ["b"], "evidence": [
            {"field": "parent", "source": "s"}, {"field": "memberOf", "source": "s"}, {"field": "memberOf[0]", "source": "s"},
            {"field": "country", "source": "s"}]},
        {"id": "b", "name": {"en": "B"}}], "sources": [{"id": "s"}]}"#;
    let (_, written) = found(dataset, "country=SE");
    let (network, issues) = read(&[&written]);
    assert_eq!((network.id, issues), (None, vec![]));
    let fields: Vec<&str> = network.initiatives[0].evidence.iter().map(|own| own.field.as_str()).collect();
    assert_eq!(fields, ["country"]);
}

#[test]
fn a_partner_that_was_not_found_is_an_organisation_with_its_place() {
    let dataset = r#"{"version": 1, "initiatives": [
        {"id": "a", "name": {"en": "A"}, "country": "SE"},
        {"id": "b", "name": {"en": "B"}, "place": "DE-BW", "abbreviation": "BB", "url": "https://b.example", "status": "active"}],
        "places": [{"code": "DE-BW", "label": {"en": "Baden-Württemberg"}}],
        "agreements": [{"id": "x", "ends": ["a", "b"]}]}"#;
    let (_, written) = found(dataset, "country=SE");
    let (network, issues) = read(&[&written]);
    assert_eq!((network.initiatives.len(), issues), (1, vec![]));
    let partner = &network.organisations[0];
    assert_eq!(
        (partner.id.as_str(), partner.country.as_deref(), partner.place.as_deref()),
        ("b", Some("DE"), Some("DE-BW"))
    );
    assert_eq!((partner.abbreviation.as_deref(), partner.url.as_deref()), (Some("BB"), Some("https://b.example")));
    assert_eq!((network.agreements.len(), network.places.len()), (1, 1));
    super::check(&written, "partner=DE-BW", "a | matching=x partner:DE=1");
}

#[test]
fn a_membership_in_what_was_not_found_goes_with_what_is_said_of_it() {
    let dataset = r#"{"version": 1, "initiatives": [
        {"id": "a", "name": {"en": "A"}, "country": "SE", "memberOf": ["m", "n"], "altNames": ["x"], "evidence": [
            {"field": "memberOf[1]", "source": "s"}, {"field": "altNames[0]", "source": "t"}]},
        {"id": "m", "name": {"en": "M"}}, {"id": "n", "name": {"en": "N"}, "country": "SE"}],
        "sources": [{"id": "s"}, {"id": "t"}]}"#;
    let (_, written) = found(dataset, "country=SE");
    let (network, issues) = read(&[&written]);
    assert_eq!(issues, [""; 0]);
    assert_eq!(network.initiatives[0].member_of.len(), 1, "one of the two was found");
    let fields: Vec<&str> = network.initiatives[0].evidence.iter().map(|own| own.field.as_str()).collect();
    assert_eq!(fields, ["altNames[0]"], "what was said of another item is not said of this one");
}

#[test]
fn bad_values_and_circles_are_not_written() {
    let dataset = r#"{"version": 1, "publisher": "a", "initiatives": [
        {"id": "a", "name": {"en": "A \" \\ \u0001"}, "country": "UK", "url": "javascript:x", "parent": "b"},
        {"id": "b", "name": {"en": "B"}, "parent": "a", "areas": ["nowhere"]}, {"id": "a", "name": {"en": "Again"}}],
        "places": [{"code": "DE-BW", "lat": 48.5, "lon": -9.25}, {"code": "DE-BY", "lat": 91, "lon": 1}]}"#;
    let (network, issues) = read(&[dataset]);
    assert_eq!(issues.len(), 6, "{issues:#?}");
    let written = write(&[dataset], &Part::all(&network));
    let (again, issues) = read(&[&written]);
    assert_eq!(issues, [""; 0]);
    assert_eq!(again, Network { publisher: None, ..network });
    assert!(written.contains(r#""lat":48.5,"lon":-9.25"#), "{written}");
}

#[test]
fn several_files_are_written_as_one() {
    let first = r#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}}]}"#;
    let second =
        r#"{"version": 1, "initiatives": [{"id": "a", "name": {"sv": "Å"}}, {"id": "b", "name": {"en": "B"}}]}"#;
    let (network, _) = read(&[first, second]);
    let (again, issues) = read(&[&write(&[first, second], &Part::all(&network))]);
    assert_eq!((again, issues), (network, vec![]));
}

proptest! {
    #[test]
    fn any_text_comes_back_as_it_was(text in "\\PC{0,20}[\u{0}-\u{1f}\"\\\\]{0,5}\\PC{1,20}x") {
        let dataset = serde_json::json!({"version": 1, "initiatives": [{"id": "a", "name": {"en": text}}]}).to_string();
        let (network, _) = read(&[&dataset]);
        let (again, _) = read(&[&write(&[&dataset], &Part::all(&network))]);
        prop_assert_eq!(again, network);
    }
}
