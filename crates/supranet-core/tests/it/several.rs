//! Several files, read as one.

use supranet_core::model::Network;
use supranet_core::{raw, validate};

/// Reads files that have these members; issues as `file path: code`.
fn together(files: &[&str]) -> (Network, Vec<String>) {
    let texts: Vec<String> = files.iter().map(|members| format!(r#"{{"version": 1, {members}}}"#)).collect();
    let read: Vec<_> = texts.iter().map(|text| raw::parse(text.as_bytes()).expect("a dataset")).collect();
    let (network, issues) = validate::networks(&read);
    (network, issues.iter().map(|own| format!("{} {}: {}", own.file, own.path, own.code.as_str())).collect())
}

const GMS: &str = r#"{"id": "gms", "name": {"en": "GMS"}, "host": "region"}"#;
const NGC: &str = r#"{"id": "ngc", "name": {"en": "NGC"}, "leadBodies": ["ministry"]}"#;
const BODIES: &str =
    r#""organisations": [{"id": "region", "name": {"en": "R"}}, {"id": "ministry", "name": {"en": "M"}}]"#;

#[test]
fn references_cross_files_in_both_directions() {
    let (network, issues) = together(&[
        r#""initiatives": [{"id": "a", "name": {"en": "A"}, "areas": ["cancer"]}]"#,
        r#""initiatives": [{"id": "b", "name": {"en": "B"}}], "areas": [{"id": "cancer", "label": {"en": "Cancer"}}],
           "agreements": [{"id": "x", "ends": ["a", "b"]}]"#,
    ]);
    assert_eq!(issues, [""; 0]);
    assert_eq!(network.initiatives[0].areas.len(), 1);
    assert_eq!((network.initiatives.len(), network.agreements.len()), (2, 1));
}

#[test]
fn languages_and_lists_come_together_and_the_first_value_counts() {
    let (network, issues) = together(&[
        r#""initiatives": [{"id": "a", "name": {"en": "A"}, "country": "SE", "altNames": ["one", "two"],
           "checked": "2025-01-01"}]"#,
        r#""initiatives": [{"id": "a", "name": {"en": "Another", "sv": "En"}, "country": "DK", "altNames": ["two", "three"],
           "status": "active", "checked": "2026-01-01"}]"#,
    ]);
    assert_eq!(issues, ["1 initiatives[0].name.en: differs", "1 initiatives[0].country: differs"]);
    let own = &network.initiatives[0];
    assert_eq!(own.name.0, [("en".into(), "A".into()), ("sv".into(), "En".into())]);
    assert_eq!(own.alt_names, ["one", "two", "three"]);
    assert_eq!(own.country.as_deref(), Some("SE"));
    assert!(own.status.is_some(), "a later file states what the first does not");
    assert_eq!(own.checked.map(|date| date.iso()).as_deref(), Some("2026-01-01"), "the last review counts");
}

#[test]
fn three_files_are_merged_in_their_order() {
    let file = |name: &str, other: &str| {
        format!(
            r#""initiatives": [{{"id": "a", "name": {{"en": "A"}}, "altNames": ["{name}"], "url": "https://{other}.example"}}]"#
        )
    };
    let (network, issues) = together(&[&file("1", "x"), &file("2", "x"), &file("3", "y")]);
    assert_eq!(network.initiatives[0].alt_names, ["1", "2", "3"]);
    assert_eq!(issues, ["2 initiatives[0].url: differs"]);
}

#[test]
fn an_id_twice_in_one_file_is_repeated_and_in_two_files_is_one_record() {
    let (network, issues) = together(&[
        r#""initiatives": [{"id": "a", "name": {"en": "A"}}]"#,
        r#""initiatives": [{"id": "a", "name": {"en": "A"}}, {"id": "a", "name": {"en": "B"}}]"#,
    ]);
    assert_eq!(network.initiatives.len(), 1);
    assert_eq!(issues, ["1 initiatives[1].id: repeated-id"]);
}

#[test]
fn ends_that_differ_are_named_and_the_first_count() {
    let cards = r#""initiatives": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}},
        {"id": "c", "name": {"en": "C"}}]"#;
    let (network, issues) = together(&[
        &format!(r#"{cards}, "agreements": [{{"id": "x", "ends": ["a", "b"]}}]"#),
        r#""initiatives": [], "agreements": [{"id": "x", "ends": ["a", "c"], "signed": "2022"}]"#,
    ]);
    assert_eq!(issues, ["1 agreements[0].ends: differs"]);
    assert_eq!(network.party_name(network.agreements[0].ends[1]).0[0].1, "B");
    assert!(network.agreements[0].signed.is_some());
}

#[test]
fn the_same_agreement_under_another_id_is_named_and_stays() {
    let cards = r#""initiatives": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}]"#;
    let (network, issues) = together(&[
        &format!(r#"{cards}, "agreements": [{{"id": "x", "ends": ["a", "b"], "kind": "mou", "signed": "2022"}}]"#),
        r#""initiatives": [], "agreements": [{"id": "y", "ends": ["b", "a"], "kind": "mou", "signed": "2022"},
           {"id": "z", "ends": ["b", "a"], "kind": "mou", "signed": "2024", "renews": "y"},
           {"id": "w", "ends": ["b", "a"], "kind": "declaration", "signed": "2022"}]"#,
    ]);
    assert_eq!(issues, ["1 agreements[0]: maybe-duplicate"]);
    assert_eq!(network.agreements.len(), 4);
}

#[test]
fn an_agreement_that_both_ends_publish_is_confirmed() {
    let agreement = r#""agreements": [{"id": "x", "ends": ["gms", "ngc"]}]"#;
    let file = |card: &str, publisher: &str| {
        format!(r#""publisher": "{publisher}", "initiatives": [{card}], {agreement}, {BODIES}"#)
    };
    for (first, second, is_confirmed) in [
        ("gms", "ngc", true),
        ("region", "ngc", true),
        ("region", "ministry", true),
        ("gms", "region", false),
        ("gms", "gms", false),
        ("nobody", "ngc", false),
    ] {
        let (network, _) = together(&[&file(GMS, first), &file(NGC, second)]);
        assert_eq!(network.agreements[0].is_confirmed, is_confirmed, "{first} and {second}");
    }
    let (network, _) =
        together(&[&file(GMS, "gms"), &format!(r#""publisher": "ngc", "initiatives": [{NGC}], {BODIES}"#)]);
    assert!(!network.agreements[0].is_confirmed, "one file states it");
}

#[test]
fn what_is_single_comes_from_the_first_file() {
    let (network, issues) = together(&[
        r#""title": {"en": "First"}, "updated": "2025-01-01", "initiatives": []"#,
        r#""title": {"en": "Second"}, "updated": "2026-01-01", "initiatives": []"#,
    ]);
    assert_eq!(issues, [""; 0]);
    assert_eq!(network.title.0[0].1, "First");
    assert_eq!(network.updated.map(|date| date.iso()).as_deref(), Some("2025-01-01"));
}

#[test]
fn evidence_of_an_item_follows_it_to_where_it_stands() {
    let file = |names: &str, evidence: &str| {
        format!(
            r#""initiatives": [{{"id": "a", "name": {{"en": "A"}}, "altNames": [{names}],
               "evidence": [{{"field": "{evidence}", "source": "s"}}]}}], "sources": [{{"id": "s"}}]"#
        )
    };
    let (network, _) = together(&[&file(r#""one", "two""#, "altNames[0]"), &file(r#""three", "two""#, "altNames[0]")]);
    assert_eq!(network.initiatives[0].alt_names, ["one", "two", "three"]);
    let fields: Vec<&str> = network.initiatives[0].evidence.iter().map(|own| own.field.as_str()).collect();
    assert_eq!(fields, ["altNames[0]", "altNames[2]"]);
}
