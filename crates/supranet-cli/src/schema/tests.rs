//! The schema is that of the tables, is committed as it is, and agrees with the files that are here.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

use super::{schema, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use supranet_core::{raw, shape, validate};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn faults(dataset: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema");
    validator.iter_errors(dataset).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_committed_schema_is_the_one_that_the_command_prints() {
    let command = "cargo run -p supranet-cli -- schema > data/dataset.schema.json";
    assert!(read("data/dataset.schema.json") == text(), "data/dataset.schema.json is not fresh; renew it: {command}");
}

#[test]
fn the_schema_is_one_of_its_draft() {
    jsonschema::draft202012::meta::validate(&schema()).expect("a schema of draft 2020-12");
}

#[test]
fn each_field_and_each_record_says_in_a_sentence_what_it_is() {
    let is_sentence = |text: &str| text.trim().starts_with(char::is_uppercase) && text.trim().ends_with('.');
    for record in shape::records() {
        assert!(is_sentence(record.description), "{} says {:?}", record.name, record.description);
        for field in record.fields {
            assert!(is_sentence(field.description), "{} of {}: {:?}", field.key, record.name, field.description);
        }
    }
    // What an editor is given, `ends`, `version` and the lists among it.
    let mut fields = 0;
    let schema = schema();
    let records = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
    for (key, field) in records.filter_map(|record| record["properties"].as_object()).flatten() {
        assert!(field["description"].as_str().is_some_and(is_sentence), "{key}: {field}");
        fields += 1;
    }
    let in_tables: usize = shape::records().iter().map(|record| record.fields.len()).sum();
    assert_eq!(fields, in_tables + "$schema version ends".split(' ').count() + raw::List::ALL.len());
}

#[test]
fn the_shared_data_and_the_example_with_every_shape_agree_with_the_schema() {
    for path in ["data/supranet.json", "tests/data/small.json"] {
        let dataset = serde_json::from_str(&read(path)).expect("JSON");
        assert_eq!(faults(&dataset), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn the_shared_data_names_its_schema() {
    let dataset: Value = serde_json::from_str(&read("data/supranet.json")).expect("JSON");
    assert_eq!(dataset["$schema"], "dataset.schema.json");
    let (_, issues) = raw::parse(read("data/supranet.json").as_bytes()).map(validate::network).expect("a dataset");
    assert!(issues.iter().all(|issue| !issue.path.contains("$schema")), "{issues:?}");
}

#[test]
fn what_is_typed_wrongly_is_marked() {
    let good = json!({"id": "a", "name": {"en": "A"}});
    let with = |key: &str, value: Value| {
        let mut record = good.clone();
        record[key] = value;
        json!({"version": 1, "initiatives": [record]})
    };
    assert_eq!(faults(&with("country", json!("GB"))), Vec::<String>::new());
    for (key, value, place) in [
        ("country", json!("UK"), "/initiatives/0/country"),
        ("place", json!("Bavaria"), "/initiatives/0/place"),
        ("summry", json!({"en": "A"}), "/initiatives/0"),
        ("summary", json!("A"), "/initiatives/0/summary"),
        ("summary", json!({"English": "A"}), "/initiatives/0/summary"),
        ("summary", json!({"en": " "}), "/initiatives/0/summary/en"),
        ("name", json!({}), "/initiatives/0/name"),
        ("id", json!("A b"), "/initiatives/0/id"),
        ("started", json!("28.4.2022"), "/initiatives/0/started"),
        ("kind", json!("club"), "/initiatives/0/kind"),
        ("url", json!("javascript:alert(1)"), "/initiatives/0/url"),
        ("figures", json!([{"value": 1.5}]), "/initiatives/0/figures/0/value"),
        ("evidence", json!([{"field": "name"}]), "/initiatives/0/evidence/0"),
        ("funding", json!([{"currency": "Euro"}]), "/initiatives/0/funding/0/currency"),
    ] {
        let said = faults(&with(key, value));
        assert!(said.len() == 1 && said[0].starts_with(&format!("{place}: ")), "{key}: {said:?}");
    }
    for ends in [json!(["a"]), json!(["a", "a"]), json!(["a", "b", "c"]), Value::Null] {
        let dataset = json!({"version": 1, "initiatives": [], "agreements": [{"id": "x", "ends": ends}]});
        assert_eq!(faults(&dataset).len(), 1, "{ends}");
    }
}

#[test]
fn required_fields_are_those_without_which_a_record_is_left_out() {
    let schema = schema();
    let mut required: BTreeSet<String> = BTreeSet::new();
    for (record, definition) in schema["$defs"].as_object().expect("definitions") {
        let keys = definition["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        required.extend(keys.map(|key| format!("{record}.{key}")));
    }
    let wanted = "agreement.ends agreement.id area.id evidence.field evidence.source figure.value followUp.title \
                  initiative.id initiative.name organisation.id organisation.name place.code quote.text signatory.name source.id";
    assert_eq!(required.iter().map(String::as_str).collect::<Vec<_>>().join(" "), wanted);
    assert_eq!(schema["required"], json!(["version", "initiatives"]));
}
