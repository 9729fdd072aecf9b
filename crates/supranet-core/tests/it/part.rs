//! A part of a dataset as a dataset of its own.

use super::{Filter, Fixed, Index, SMALL, asked, query};
use proptest::prelude::*;
use supranet_core::export::{Found, cards};
use supranet_core::model::{AgreementKind, Network};
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

#[test]
fn a_partner_that_was_not_found_is_an_organisation_with_its_country() {
    let dataset = r#"{"version": 1, "initiatives": [
        {"id": "a", "name": {"en": "A"}, "country": "SE"},
        {"id": "b", "name": {"en": "B"}, "place": "DE-BW", "abbreviation": "BB", "url": "https://b.example", "status": "active"}],
        "places": [{"code": "DE-BW"}],
        "agreements": [{"id": "x", "ends": ["a", "b"]}]}"#;
    let (_, written) = found(dataset, "country=SE");
    let (network, issues) = read(&[&written]);
    assert_eq!((network.initiatives.len(), issues), (1, vec![]));
    let partner = &network.organisations[0];
    assert_eq!((partner.id.as_str(), partner.country.as_deref()), ("b", Some("DE")));
    assert_eq!((partner.abbreviation.as_deref(), partner.url.as_deref()), (Some("BB"), Some("https://b.example")));
    assert_eq!(network.agreements.len(), 1);
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
fn a_renewal_comes_with_what_it_renews() {
    let dataset = r#"{"version": 1, "initiatives": [
        {"id": "a", "name": {"en": "A"}, "country": "SE"}, {"id": "b", "name": {"en": "B"}, "country": "DK"}],
        "agreements": [{"id": "old", "ends": ["a", "b"], "signed": "2020"},
            {"id": "new", "ends": ["a", "b"], "signed": "2024", "renews": "old"},
            {"id": "other", "ends": ["a", "b"], "signed": "2019"}]}"#;
    let (_, written) = found(dataset, "from=2024");
    let (network, issues) = read(&[&written]);
    assert_eq!(issues, [""; 0]);
    let ids: Vec<&str> = network.agreements.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids, ["old", "new"]);
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
