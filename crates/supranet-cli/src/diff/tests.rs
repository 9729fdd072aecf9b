//! What a changelog says.
//!
//! Knows nothing of files: two datasets are given as JSON.

use super::records::Records;
use super::{compare, report};
use crate::testing::{PAYLOADS, REAL, SMALL, hostile};
use serde_json::{Value, json};

fn records(json: &str) -> Records {
    Records::read(json.as_bytes(), "file").expect("a dataset")
}

fn text(old: &str, new: &str) -> String {
    report::text(&compare::changes(&records(old), &records(new)), "old.json", "new.json")
}

/// The small dataset after these changes: each a path of RFC 6901 with its new value, nothing for what is taken away.
fn small_with(changes: &[(&str, Value)]) -> String {
    let mut dataset: Value = serde_json::from_str(SMALL).expect("JSON");
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        match dataset.pointer_mut(parent).expect(path) {
            Value::Object(record) if value.is_null() => drop(record.remove(key)),
            Value::Object(record) => drop(record.insert(key.into(), value.clone())),
            Value::Array(items) if value.is_null() => drop(items.remove(key.parse().expect("a number"))),
            Value::Array(items) => items.push(value.clone()),
            _ => unreachable!("{path}"),
        }
    }
    dataset.to_string()
}

/// What stands below the title of a changelog from the small dataset to it with changes.
fn log(changes: &[(&str, Value)]) -> String {
    let text = text(SMALL, &small_with(changes));
    text.strip_prefix("# From old.json to new.json\n").unwrap_or(&text).into()
}

#[test]
fn a_file_does_not_differ_from_itself_in_another_order_and_layout() {
    let mut other: Value = serde_json::from_str(REAL).expect("JSON");
    for list in ["initiatives", "agreements", "sources", "organisations"] {
        other[list].as_array_mut().expect(list).reverse();
    }
    for (old, new) in [(REAL, REAL), (REAL, &other.to_string()), (SMALL, SMALL)] {
        assert_eq!(text(old, new), "No difference.\n");
    }
}

#[test]
fn what_came_and_went_is_named() {
    let new = json!({"id": "gmf", "name": {"en": "Genomic Medicine Finland"}});
    let agreement = json!({"id": "gms-alliance", "ends": ["gms", "alliance"]});
    assert_eq!(
        log(&[
            ("/initiatives/-", new),
            ("/initiatives/8", Value::Null),
            ("/agreements/-", agreement),
            ("/sources/0", Value::Null)
        ]),
        "\n## Initiatives\n\n\
         - Added: Genomic Medicine Finland (gmf)\n\
         - Removed: Alone (alone)\n\
         \n## Agreements\n\n\
         - Added: Genomic Medicine Sweden – French Alliance (gms-alliance)\n\
         \n## Sources\n\n\
         - Removed: A page (s1)\n"
    );
}

#[test]
fn a_changed_field_says_what_it_was_and_is() {
    assert_eq!(
        log(&[
            ("/updated", "2026-12-01".into()),
            ("/initiatives/0/status", "ended".into()),
            ("/initiatives/0/summary/sv", "Lika vård.".into()),
            ("/initiatives/0/host", "tromso".into()),
            ("/initiatives/0/areas/-", "cancer".into()),
            ("/agreements/1/signed", Value::Null),
            ("/agreements/1/followUps/0/until", "2022-09-24".into()),
        ]),
        "\n## Dataset\n\n\
         - updated: 2026-11-22 → 2026-12-01\n\
         \n## Initiatives\n\n\
         - Changed: Genomic Medicine Sweden (gms)\n\
         \x20 - status: active → ended\n\
         \x20 - host: not stated → University of Tromsø (tromso)\n\
         \x20 - summary (sv): “Jämlik tillgång.” → “Lika vård.”\n\
         \x20 - areas: added Cancer (cancer)\n\
         \n## Agreements\n\n\
         - Changed: Genomic Medicine Sweden – Danish National Genome Center (gms-dngc)\n\
         \x20 - signed: 2022-04-28 → not stated\n\
         \x20 - follow ups “A meeting”, until: 2022-09-23 → 2022-09-24\n"
    );
}

#[test]
fn a_translation_that_changed_inside_a_list_is_told_by_itself() {
    let old = small_with(&[("/initiatives/0/focus", json!([{"en": "Care", "sv": "Vård"}, {"en": "Data"}]))]);
    let new = small_with(&[("/initiatives/0/focus", json!([{"en": "Data"}, {"en": "Care", "sv": "Omsorg"}]))]);
    assert!(text(&old, &new).ends_with("\n  - focus “Care” (sv): “Vård” → “Omsorg”\n"), "{}", text(&old, &new));
}

#[test]
fn the_same_items_in_another_order_are_said_to_be() {
    let log = log(&[("/agreements/0/ends", json!(["zpm", "gms"]))]);
    assert!(log.ends_with("(gms-zpm)\n  - ends: in another order\n"), "{log}");
}

#[test]
fn a_record_with_another_id_is_recognised_and_those_that_refer_to_it_did_not_change() {
    let renamed =
        SMALL.replace("\"gms\"", "\"sweden-gms\"").replace("\"gms-zpm\"", "\"zpm-2022\"").replace("\"s1\"", "\"page\"");
    assert_eq!(
        text(SMALL, &renamed),
        "# From old.json to new.json\n\
         \n## Initiatives\n\n\
         - New id: Genomic Medicine Sweden (sweden-gms), before gms\n\
         \n## Agreements\n\n\
         - New id: Genomic Medicine Sweden – Centers for Personalized Medicine (zpm-2022), before gms-zpm\n\
         \n## Sources\n\n\
         - New id: A page (page), before s1\n"
    );
}

#[test]
fn a_name_that_two_records_share_makes_neither_the_other() {
    let twin = |id: &str| json!({"id": id, "name": {"en": "Twin"}});
    let old = small_with(&[("/initiatives/-", twin("a")), ("/initiatives/-", twin("b"))]);
    let new = small_with(&[("/initiatives/-", twin("c"))]);
    let log = text(&old, &new);
    assert!(log.contains("- Added: Twin (c)\n- Removed: Twin (a)\n- Removed: Twin (b)\n"), "{log}");
}

#[test]
fn a_field_that_the_format_does_not_know_is_compared_too() {
    let log = log(&[("/initiatives/0/ourNote", json!({"a": 1}))]);
    assert!(log.ends_with("  - our note: not stated → {\"a\":1}\n"), "{log}");
}

#[test]
fn every_line_stays_one_whatever_stands_in_the_texts() {
    for payload in PAYLOADS.into_iter().chain(["a\nb\r\n# c", "\u{1b}[31m"]) {
        let log = text(SMALL, &hostile(SMALL, payload));
        assert!(
            log.lines().all(|line| ["# From", "## ", "- ", "  - ", ""].iter().any(|start| line.starts_with(start)))
        );
        assert!(!log.contains(['\u{1b}', '\0', '\r']), "{payload}");
    }
}

#[test]
fn as_json_the_values_stand_as_in_the_files() {
    let new = small_with(&[
        ("/initiatives/0/status", "ended".into()),
        ("/initiatives/0/areas/-", "cancer".into()),
        ("/initiatives/8", Value::Null),
    ]);
    let found = report::json(&compare::changes(&records(SMALL), &records(&new)));
    assert_eq!(
        found["initiatives"],
        json!({
            "added": [],
            "removed": [{"id": "alone", "name": "Alone"}],
            "renamed": [],
            "changed": [{"id": "gms", "name": "Genomic Medicine Sweden", "fields": [
                {"path": "status", "old": "active", "new": "ended"},
                {"path": "areas", "added": ["cancer"], "removed": []},
            ]}],
        })
    );
    assert_eq!(found["dataset"], json!([]));
}
