//! Each field of the format with each wrong value: one issue, of its path, and the record stays unless it needs the field.

use crate::said;
use crate::supranet;
use serde_json::{Map, Value, json};
use supranet_core::raw::{self, List};
use supranet_core::shape::{self, Field, Kind};
use supranet_core::validate;

/// A record of a list with all that it needs.
fn record(list: List) -> Value {
    match list {
        List::Places => json!({"code": "DE-BY"}),
        List::Agreements => json!({"id": "x", "ends": ["a", "b"]}),
        _ => json!({"id": "r", "name": {"en": "Record"}}),
    }
}

/// What a part of a record needs.
fn part(fields: &[Field]) -> Map<String, Value> {
    let needed = fields.iter().filter(|field| field.required);
    let good = |field: &Field| match field.kind {
        Kind::Whole => json!(1),
        Kind::Ref(_) => json!("s"),
        _ => json!("text"),
    };
    needed.map(|field| (field.key.to_owned(), good(field))).collect()
}

/// A value of the wrong type, and where the issue is.
fn wrong(kind: Kind, path: &str) -> Vec<(Value, String, &'static str)> {
    let one = |value: Value, code| (value, path.to_owned(), code);
    let mut all = vec![one(Value::Null, "wrong-type"), one(json!(true), "wrong-type")];
    match kind {
        Kind::Many(inner) => {
            all.extend([one(json!("text"), "wrong-type"), one(json!({}), "wrong-type"), one(json!(7), "wrong-type")]);
            let inside = wrong(*inner, &format!("{path}[0]")).into_iter();
            all.extend(inside.map(|(value, path, code)| (json!([value]), path, code)));
        }
        Kind::Record(_) => {
            all.extend([one(json!("text"), "wrong-type"), one(json!([]), "wrong-type"), one(json!(7), "wrong-type")])
        }
        Kind::Texts => {
            all.extend([one(json!("text"), "wrong-type"), one(json!([]), "wrong-type"), one(json!(7), "wrong-type")]);
            all.push((json!({"en": ""}), format!("{path}.en"), "empty"));
            all.push((json!({"en": null}), format!("{path}.en"), "wrong-type"));
            all.push((json!({"en": ["x"]}), format!("{path}.en"), "wrong-type"));
        }
        Kind::Whole | Kind::Degrees(_) => {
            all.extend([one(json!("7"), "wrong-type"), one(json!([]), "wrong-type"), one(json!({}), "wrong-type")]);
        }
        _ => {
            all.extend([one(json!(7), "wrong-type"), one(json!([]), "wrong-type"), one(json!(" \n"), "empty")]);
            let words = json!("no such word: 1");
            match kind {
                Kind::Date => all.push(one(words, "bad-date")),
                Kind::Country | Kind::Place => all.push(one(words, "bad-code")),
                Kind::Address => all.push(one(words, "bad-address")),
                Kind::Word(_) => all.push(one(words, "unknown-word")),
                Kind::Ref(_) | Kind::Party => all.push(one(words, "unknown-reference")),
                _ => {}
            }
        }
    }
    if let Kind::Degrees(most) = kind {
        all.push(one(json!(most + 1), "bad-number"));
        all.push(one(json!(-most - 1), "bad-number"));
    }
    if let Kind::Record(fields) = kind {
        for field in fields {
            let inside = wrong(field.kind, &format!("{path}.{}", field.key)).into_iter();
            all.extend(inside.map(|(value, path, code)| {
                let mut part = part(fields);
                part.insert(field.key.into(), value);
                (part.into(), path, code)
            }));
        }
    }
    all
}

/// A dataset in which everything that may be named is there.
fn dataset() -> Value {
    json!({
        "version": 1,
        "initiatives": [{"id": "a", "name": {"en": "Alpha"}}, {"id": "b", "name": {"en": "Beta"}}],
        "sources": [{"id": "s"}],
        "areas": [], "places": [], "organisations": [], "agreements": [],
    })
}

/// Whether the record as a whole stands or falls with a field, and what is then said is another thing.
fn is_key(list: List, field: &Field) -> bool {
    field.required || (list == List::Places && field.key == "code")
}

#[test]
fn a_wrong_value_in_any_field_is_named_by_its_path_and_its_record_stays() {
    let mut tried = 0;
    let mut all = Vec::new();
    for list in List::ALL {
        for field in shape::of(list).iter().filter(|field| !is_key(list, field)) {
            let at = dataset()[list.key()].as_array().map_or(0, Vec::len);
            for (value, path, code) in wrong(field.kind, &format!("{}[{at}].{}", list.key(), field.key)) {
                let mut dataset = dataset();
                let mut record = record(list);
                record[field.key] = value;
                dataset[list.key()].as_array_mut().expect("a list").push(record);
                all.push((dataset, path, code, Some((list, at + 1))));
            }
        }
    }
    for field in shape::DATASET {
        for (value, path, code) in wrong(field.kind, field.key) {
            let mut dataset = dataset();
            dataset[field.key] = value;
            all.push((dataset, path, code, None));
        }
    }
    for (dataset, path, code, kept) in all {
        let bytes = dataset.to_string().into_bytes();
        let (network, issues) = raw::parse(&bytes).map(validate::network).expect("a dataset");
        let said: Vec<_> = issues.iter().map(|issue| (issue.path.as_str(), issue.code.as_str())).collect();
        assert!(said.contains(&(&path, code)), "{path}: {code} is not in {said:?} of {dataset}");
        // A part that needs the value is left out, which is said too; nothing else is.
        let others = said.iter().filter(|own| **own != (path.as_str(), code));
        assert!(others.clone().all(|(own, code)| *own == path && *code == "missing"), "{said:?} of {dataset}");
        if let Some((list, records)) = kept {
            let has = match list {
                List::Areas => network.areas.len(),
                List::Places => network.places.len(),
                List::Organisations => network.organisations.len(),
                List::Initiatives => network.initiatives.len(),
                List::Agreements => network.agreements.len(),
                List::Sources => network.sources.len(),
            };
            assert_eq!(has, records, "{dataset}");
        }
        tried += 1;
    }
    assert!(tried > 700, "{tried}");
}

#[test]
fn a_record_without_a_field_that_it_needs_is_left_out() {
    for list in List::ALL {
        for field in shape::of(list).iter().filter(|field| is_key(list, field)) {
            for value in [Value::Null, json!(7), json!([]), json!(" ")] {
                let mut dataset = dataset();
                let mut record = record(list);
                record[field.key] = value;
                let records = dataset[list.key()].as_array_mut().expect("a list");
                let path = format!("{}[{}].{}", list.key(), records.len(), field.key);
                records.push(record);
                let output = supranet(&["check", "-"], dataset.to_string().as_bytes());
                let (code, out, _) = said(&output);
                assert!(
                    code == Some(1)
                        && out.contains(&format!("-: {path}: the record needs "))
                        && out.contains("; it is left out\n"),
                    "{out}"
                );
            }
        }
    }
}
