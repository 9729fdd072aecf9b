//! The graph against the terms of schema.org.
//!
//! Knows nothing of how it is written.

use super::{as_text, base_url, graph, in_html};
use crate::testing::{PAYLOADS, REAL, SMALL, hostile, shown};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// The terms: what stands behind the colon, by `type NAME` and `property NAME`.
fn terms() -> HashMap<&'static str, Vec<&'static str>> {
    let lines = include_str!("schema-org.txt").lines().filter(|line| !line.starts_with('#'));
    let read = |line: &'static str| line.split_once(':').map(|(term, of)| (term, of.split_whitespace().collect()));
    lines.filter_map(read).collect()
}

/// A type and all above it.
fn upwards(terms: &HashMap<&str, Vec<&'static str>>, kind: &str) -> HashSet<String> {
    let mut all: HashSet<String> = [kind.to_string()].into();
    for above in terms.get(format!("type {kind}").as_str()).into_iter().flatten() {
        all.extend(upwards(terms, above));
    }
    all
}

/// What of a value is no term, or not of its type; the terms that are used are noted.
fn offences(value: &Value, used: &mut HashSet<String>) -> Vec<String> {
    let terms = terms();
    match value {
        Value::Array(items) => items.iter().flat_map(|item| offences(item, used)).collect(),
        Value::Object(node) => {
            let keys: Vec<&str> = node.keys().map(String::as_str).collect();
            let Some(kind) = node.get("@type").and_then(Value::as_str) else {
                let is_plain = keys == ["@id"] || keys == ["@language", "@value"];
                return if is_plain { Vec::new() } else { vec![format!("no type: {value}")] };
            };
            used.insert(format!("type {kind}"));
            let above = upwards(&terms, kind);
            let mut found = Vec::new();
            if !terms.contains_key(format!("type {kind}").as_str()) {
                found.push(format!("no such type: {kind}"));
            }
            for (key, inside) in node.iter().filter(|(key, _)| !key.starts_with('@')) {
                let term = format!("property {key}");
                match terms.get(term.as_str()) {
                    None => found.push(format!("no such property: {key}")),
                    Some(of) if !of.iter().any(|own| above.contains(*own)) => {
                        found.push(format!("{key} is not of {kind}"));
                    }
                    Some(_) => {}
                }
                used.insert(term);
                found.extend(offences(inside, used));
            }
            found
        }
        Value::Null => vec!["null".into()],
        _ => Vec::new(),
    }
}

/// A dataset with what the others have not: each kind of organisation and initiative, and a grant without an amount.
fn every_kind() -> String {
    let kinds = ["agency", "ministry", "university", "hospital", "company", "institute"];
    let organisations: Vec<Value> =
        kinds.iter().map(|kind| json!({"id": kind, "name": {"en": kind}, "kind": kind})).collect();
    let initiative = |kind: &str, more: Value| {
        let mut one = json!({"id": kind, "name": {"en": kind}, "kind": kind});
        one.as_object_mut().into_iter().for_each(|one| one.extend(more.as_object().cloned().unwrap_or_default()));
        one
    };
    json!({
        "version": 1,
        "license": "CC-BY-4.0",
        "organisations": organisations,
        "initiatives": [
            initiative("programme", json!({"host": "ministry", "ended": "2024", "started": "2019"})),
            initiative("project", json!({"parent": "programme", "funding": [
                {"funder": "agency", "reference": "1"},
                {"funder": "agency", "amount": 5, "currency": "SEK", "source": "page", "results": [{"en": "a"}, {"en": "b"}]},
            ]})),
            initiative("plan", json!({"place": "DE-BW"})),
        ],
        "agreements": [{"id": "paper", "ends": ["plan", "project"], "signed": "2022-04-28", "place": "Lund", "followUps": [
            {"kind": "article", "title": "a", "doi": "10.1/2", "date": "2023"},
            {"kind": "visit", "title": "b", "place": "Umeå", "date": "2023-01", "until": "2023-02", "url": "https://example.org"},
            {"kind": "other", "title": "c"},
        ]}],
        "sources": [{"id": "page", "title": "A page"}],
    })
    .to_string()
}

#[test]
fn every_term_exists_in_schema_org_and_stands_where_it_may() {
    let mut used = HashSet::new();
    for json in [REAL, SMALL, &every_kind()] {
        for language in ["en", "sv", "da"] {
            assert_eq!(offences(&graph(&shown(json, language), None)["@graph"], &mut used), [""; 0]);
        }
    }
    let properties = terms().into_keys().filter(|term| term.starts_with("property"));
    let unused: Vec<&str> = properties.filter(|term| !used.contains(*term)).collect();
    assert!(unused.is_empty(), "take them off the list: {unused:?}");
}

#[test]
fn a_term_that_does_not_exist_or_stands_elsewhere_is_found() {
    let mut used = HashSet::new();
    for bad in [
        json!({"@type": "Agreement"}),
        json!({"@type": "Event", "signedOn": "2022"}),
        json!({"@type": "Person", "startDate": "2022"}),
        json!({"@type": "Event", "location": {"name": "Lund"}}),
        json!({"@type": "Event", "name": null}),
    ] {
        assert_eq!(offences(&bad, &mut used).len(), 1, "{bad}");
    }
    assert!(offences(&json!({"@type": "MonetaryGrant", "fundedItem": {"@id": "#a"}}), &mut used).is_empty());
}

#[test]
fn every_name_is_told_once_and_every_reference_leads_to_one() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            Value::Object(node) if node.len() == 1 => found.extend(node["@id"].as_str().map(String::from)),
            Value::Object(node) => node.values().for_each(|inside| references(inside, found)),
            _ => {}
        }
    }
    let base = base_url("https://example.org/partners?a=1#there").ok();
    for json in [REAL, SMALL, &every_kind(), &hostile(REAL, PAYLOADS[0])] {
        let graph = graph(&shown(json, "en"), base.as_ref());
        let nodes = graph["@graph"].as_array().expect("a list");
        let ids: Vec<&str> = nodes.iter().filter_map(|node| node["@id"].as_str()).collect();
        assert_eq!(ids.len(), nodes.len());
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
        assert!(ids.iter().all(|id| id.starts_with("https://example.org/partners?a=1#supra-")), "{ids:?}");
        let mut found = Vec::new();
        references(&graph["@graph"], &mut found);
        assert!(!found.is_empty() && found.iter().all(|id| unique.contains(id.as_str())), "{found:?}");
    }
}

fn find<'g>(graph: &'g Value, id: &str) -> &'g Value {
    let nodes = graph["@graph"].as_array().into_iter().flatten();
    nodes.into_iter().find(|node| node["@id"] == id).unwrap_or(&Value::Null)
}

#[test]
fn an_agreement_is_a_paper_and_where_its_day_is_stated_a_signing() {
    let graph = graph(&shown(SMALL, "en"), None);
    let paper = find(&graph, "#supra-agreement-gms-dngc-2");
    assert_eq!(paper["@type"], "CreativeWork");
    assert_eq!(paper["genre"], "Memorandum of understanding");
    assert_eq!(paper["dateCreated"], "2024-12-17");
    assert_eq!(paper["isBasedOn"], json!({"@id": "#supra-agreement-gms-dngc"}));
    assert_eq!(paper["author"], json!([{"@id": "#supra-card-dngc"}, {"@id": "#supra-card-gms"}]));
    let signing = find(&graph, "#supra-signing-gms-dngc-2");
    assert_eq!((&signing["@type"], &signing["startDate"]), (&json!("Event"), &json!("2024-12-17")));
    assert_eq!(signing["location"], json!({"@type": "Place", "name": "Copenhagen"}));
    assert_eq!(find(&graph, "#supra-signing-gms-zpm"), &Value::Null, "only announced");
    let announced = find(&graph, "#supra-agreement-gms-zpm");
    assert_eq!(announced["description"], "Announced February 22, 2022; date of signing not stated");
    assert_eq!(announced["dateCreated"], Value::Null);
}

#[test]
fn a_signing_is_named_after_its_paper_and_the_occasion_describes_it() {
    let with = |signed: &str| {
        let initiatives = json!([{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}]);
        let signatories = json!([{"name": "N", "roleAtSigning": {"en": "Director"}}]);
        let agreement = json!({
            "id": "x", "ends": ["a", "b"], "kind": "mou", "signed": signed, "event": {"en": "A forum of two days"},
            "signatories": signatories,
        });
        let dataset = json!({"version": 1, "initiatives": initiatives, "agreements": [agreement]});
        graph(&shown(&dataset.to_string(), "en"), None)
    };
    let whole = with("2022-04-28");
    let signing = find(&whole, "#supra-signing-x");
    assert_eq!(signing["name"], "Signed April 28, 2022: Memorandum of understanding: A – B");
    assert_eq!((&signing["description"], &signing["startDate"]), (&json!("A forum of two days"), &json!("2022-04-28")));
    let person = json!({"@type": "Person", "name": "N"});
    assert_eq!(find(&whole, "#supra-agreement-x")["contributor"], person, "a role of that day is none of today");
    for part in ["2022-04", "2022"] {
        let graph = with(part);
        assert_eq!(find(&graph, "#supra-signing-x"), &Value::Null, "no day is stated");
        assert_eq!(find(&graph, "#supra-agreement-x")["dateCreated"], part);
    }
}

#[test]
fn what_an_initiative_is_follows_from_its_kind() {
    let graph = graph(&shown(&every_kind(), "en"), None);
    for (id, kind) in [("programme", "Project"), ("project", "ResearchProject"), ("plan", "Project")] {
        assert_eq!(find(&graph, &format!("#supra-card-{id}"))["@type"], kind);
    }
    assert_eq!(find(&graph, "#supra-grant-project-1")["@type"], "Grant");
    let grant = find(&graph, "#supra-grant-project-2");
    assert_eq!(grant["amount"], json!({"@type": "MonetaryAmount", "value": 5, "currency": "SEK"}));
    assert_eq!(find(&graph, "#supra-follow-up-paper-1")["sameAs"], "https://doi.org/10.1/2");
}

#[test]
fn the_dataset_says_its_licence_its_date_and_what_it_is() {
    let graph = graph(&shown(REAL, "en"), None);
    let dataset = &graph["@graph"][0];
    assert_eq!(dataset["@type"], "Dataset");
    assert_eq!(dataset["license"], "https://spdx.org/licenses/CC-BY-4.0.html");
    assert!(dataset["dateModified"].is_string() && dataset["description"].is_string());
}

#[test]
fn a_text_in_another_language_says_which() {
    let graph = graph(&shown(SMALL, "sv"), None);
    let name = &find(&graph, "#supra-card-gms")["name"];
    assert_eq!(name, &json!({"@language": "en", "@value": "Genomic Medicine Sweden"}));
    assert_eq!(find(&graph, "#supra-card-gms")["description"], "Jämlik tillgång.");
}

#[test]
fn json_inside_html_is_the_same_json_without_a_bracket() {
    for payload in PAYLOADS {
        let graph = graph(&shown(&hostile(SMALL, payload), "en"), None);
        let text = in_html(&graph);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{payload}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), graph);
        assert_eq!(serde_json::from_str::<Value>(&as_text(&graph)).expect("JSON"), graph);
    }
}

#[test]
fn only_addresses_of_pages_are_taken() {
    assert_eq!(base_url("https://example.org/a#b").ok().map(String::from).as_deref(), Some("https://example.org/a"));
    for bad in ["example.org", "javascript:alert(1)", "file:///a", ""] {
        assert!(base_url(bad).is_err(), "{bad}");
    }
}
