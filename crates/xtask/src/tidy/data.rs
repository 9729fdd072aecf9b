//! What the shared dataset promises beyond what the checker asks of any dataset: languages, evidence, sources, counts.
//! Knows nothing of how the dataset is read by the widget.

use std::collections::{BTreeSet, HashSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::workspace::Workspace;

/// The texts that the dataset began with.
const DOCUMENTS: [&str; 5] =
    ["gms-france-2021", "gms-zpm-2022", "ngc-gms-2022", "vinnova-2017-03416", "ngc-international"];
/// Fields whose words are those of the source.
const OF_THE_SOURCE: [&str; 2] = ["evidence", "sourceWord"];
const LISTS: [&str; 6] = ["areas", "places", "organisations", "initiatives", "agreements", "sources"];

fn dataset() -> Result<Value> {
    let path = Workspace::find()?.root.join("data/supranet.json");
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

fn list<'a>(data: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    data[name].as_array().into_iter().flatten()
}

fn id(record: &Value) -> &str {
    record["id"].as_str().unwrap_or_default()
}

/// Those that state something, of an initiative, an agreement or an organisation.
fn cited(record: &Value) -> HashSet<&str> {
    let own = list(record, "sources").chain(list(record, "evidence").map(|evidence| &evidence["source"]));
    own.filter_map(Value::as_str).collect()
}

/// Whether this is a text in several languages.
fn is_text(map: &Map<String, Value>) -> bool {
    let is_language = |key: &String| key.len() == 2 && key.bytes().all(|letter| letter.is_ascii_lowercase());
    !map.is_empty() && map.iter().all(|(key, value)| is_language(key) && value.is_string())
}

/// Calls with each text of a record that is shown, and its path.
fn each_text<'a>(value: &'a Value, path: &str, each: &mut dyn FnMut(&str, &'a Map<String, Value>)) {
    match value {
        Value::Object(map) if is_text(map) => each(path, map),
        Value::Object(map) => {
            for (key, inside) in map.iter().filter(|(key, _)| !OF_THE_SOURCE.contains(&key.as_str())) {
                each_text(inside, &format!("{path}.{key}"), each);
            }
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, inside)| each_text(inside, &format!("{path}[{at}]"), each));
        }
        _ => {}
    }
}

/// The records that one of the documents names: those that cite it, the renewals of these agreements, the organisations in
/// all of them, and the areas, which all come from the documents.
fn named(data: &Value) -> Vec<&Value> {
    let mut records: Vec<&Value> = ["initiatives", "agreements", "organisations"]
        .into_iter()
        .flat_map(|name| list(data, name))
        .filter(|record| DOCUMENTS.iter().any(|document| cited(record).contains(document)))
        .collect();
    let ids: HashSet<&str> = records.iter().map(|record| id(record)).collect();
    let renewal = |record: &&Value| record["renews"].as_str().is_some_and(|renewed| ids.contains(renewed));
    records.extend(list(data, "agreements").filter(renewal));
    let mut inside = HashSet::new();
    for record in &records {
        if let Some(fields) = record.as_object() {
            let own = fields.iter().filter(|(key, _)| *key != "evidence");
            own.for_each(|(_, value)| words(value, &mut inside));
        }
    }
    records.extend(list(data, "organisations").filter(|record| inside.contains(id(record))));
    records.extend(list(data, "areas"));
    records
}

/// Each string inside a value.
fn words<'a>(value: &'a Value, into: &mut HashSet<&'a str>) {
    match value {
        Value::String(word) => _ = into.insert(word),
        Value::Array(values) => values.iter().for_each(|inside| words(inside, into)),
        Value::Object(map) => map.values().for_each(|inside| words(inside, into)),
        _ => {}
    }
}

/// Texts of what the documents name that are not in all these languages, and texts that are not in English.
fn untranslated(data: &Value, languages: &[&str]) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    let mut ask = |record: &Value, wanted: &[&str]| {
        each_text(record, id(record), &mut |path, text| {
            let absent = wanted.iter().filter(|language| !text.contains_key(**language));
            missing.extend(absent.map(|language| format!("{path} is not in {language}")));
        });
    };
    ask(&data["title"], languages);
    named(data).into_iter().for_each(|record| ask(record, languages));
    LISTS.iter().flat_map(|name| list(data, name)).for_each(|record| ask(record, &["en"]));
    missing
}

/// Follows a path such as `funding[0].amount`.
fn at<'a>(record: &'a Value, path: &str) -> Option<&'a Value> {
    path.split(['.', '[']).try_fold(record, |value, step| match step.strip_suffix(']') {
        Some(place) => value.get(place.parse::<usize>().ok()?),
        None => value.get(step),
    })
}

/// Evidence for something that is not in its record.
fn astray(data: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    for record in ["organisations", "initiatives", "agreements"].into_iter().flat_map(|name| list(data, name)) {
        let fields = list(record, "evidence").filter_map(|evidence| evidence["field"].as_str());
        lost.extend(fields.filter(|field| at(record, field).is_none()).map(|field| format!("{}.{field}", id(record))));
    }
    lost
}

/// Sources that no record cites.
fn idle(data: &Value) -> Vec<&str> {
    let mut used = HashSet::new();
    LISTS
        .iter()
        .filter(|name| **name != "sources")
        .flat_map(|name| list(data, name))
        .for_each(|record| words(record, &mut used));
    list(data, "sources").map(id).filter(|source| !used.contains(source)).collect()
}

/// What the table of the README says of each list.
fn counted(readme: &str) -> Result<Vec<(&str, usize)>> {
    let rows = LISTS.iter().map(|name| {
        let row = readme.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let count = row.and_then(|row| row.trim_end_matches([' ', '|']).rsplit('|').next());
        let count = count.with_context(|| format!("the README counts no `{name}`"))?;
        Ok((*name, count.trim().parse()?))
    });
    rows.collect()
}

#[test]
fn what_the_documents_name_is_in_every_language_and_everything_is_in_english() -> Result<()> {
    let data = dataset()?;
    // A language is the dataset's when its title is in it, and the widget's languages are all the dataset's.
    let languages: Vec<&str> =
        data["title"].as_object().into_iter().flatten().map(|(language, _)| language.as_str()).collect();
    for pack in fs::read_dir(Workspace::find()?.root.join("src/i18n"))? {
        let pack = pack?.path();
        if pack.extension().is_some_and(|extension| extension == "json") {
            let language = pack.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            assert!(languages.contains(&language), "the dataset has no title in {language}");
        }
    }
    let missing = untranslated(&data, &languages);
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(named(&data).len() > 40, "the documents name less than they did");
    Ok(())
}

#[test]
fn a_text_that_is_missing_in_a_language_is_found_where_the_documents_name_the_record_only() -> Result<()> {
    let data: Value = serde_json::from_str(
        r#"{"title": {"en": "A", "sv": "A"},
            "initiatives": [
                {"id": "a", "name": {"en": "A", "sv": "A"}, "focus": [{"en": "B"}], "host": "o", "sources": ["ngc-gms-2022"]},
                {"id": "b", "name": {"en": "B"}, "summary": {"sv": "B"}, "host": "p", "sources": ["other"]}],
            "agreements": [{"id": "c", "event": {"en": "C"}, "sourceWord": {"sv": "C"}, "renews": "d"},
                {"id": "d", "sources": ["gms-zpm-2022"], "evidence": [{"note": {"en": "D"}}]}],
            "organisations": [{"id": "o", "name": {"en": "O"}}, {"id": "p", "name": {"en": "P"}}]}"#,
    )?;
    let found: Vec<String> = untranslated(&data, &["en", "sv"]).into_iter().collect();
    assert_eq!(
        found,
        ["a.focus[0] is not in sv", "b.summary is not in en", "c.event is not in sv", "o.name is not in sv"]
    );
    Ok(())
}

#[test]
fn all_evidence_is_for_something_that_its_record_states() -> Result<()> {
    let lost = astray(&dataset()?);
    assert!(lost.is_empty(), "{lost:#?}");
    let sample: Value = serde_json::from_str(
        r#"{"initiatives": [{"id": "a", "funding": [{"amount": 1}],
            "evidence": [{"field": "funding[0].amount"}, {"field": "funding[1].amount"}, {"field": "url"}]}]}"#,
    )?;
    assert_eq!(astray(&sample), ["a.funding[1].amount", "a.url"]);
    Ok(())
}

#[test]
fn each_source_is_cited_and_no_record_is_of_low_confidence() -> Result<()> {
    let data = dataset()?;
    assert_eq!(idle(&data), Vec::<&str>::new());
    let low = ["initiatives", "agreements"].into_iter().flat_map(|name| list(&data, name));
    assert_eq!(low.filter(|record| record["confidence"] == "low").count(), 0);
    Ok(())
}

/// Evidence of a beginning, an end or a status that a note calls by what it was worked out from, and that is said to be sure.
fn too_sure(data: &Value) -> Vec<&str> {
    let is_inferred = |evidence: &Value| {
        let field = evidence["field"].as_str().unwrap_or_default();
        let note = evidence["note"]["en"].as_str().unwrap_or_default();
        ["started", "ended", "status"].contains(&field)
            && ["pilot", "enrolment", "completion"].iter().any(|sign| note.contains(sign))
            && evidence["confidence"] == "high"
    };
    list(data, "initiatives").filter(|record| list(record, "evidence").any(is_inferred)).map(id).collect()
}

#[test]
fn what_is_inferred_from_a_pilot_an_opening_or_an_announcement_is_not_said_to_be_sure() -> Result<()> {
    assert_eq!(too_sure(&dataset()?), Vec::<&str>::new());
    let sample: Value = serde_json::from_str(
        r#"{"initiatives": [{"id": "a", "evidence":
            [{"field": "started", "confidence": "high", "note": {"en": "The beginning of the pilot."}}]}]}"#,
    )?;
    assert_eq!(too_sure(&sample), ["a"]);
    Ok(())
}

/// Records of a partner's file that the shared dataset states otherwise, or not at all.
fn told_otherwise(partner: &Value, data: &Value) -> Vec<String> {
    let lists = ["organisations", "agreements", "sources"].into_iter();
    let records = lists.flat_map(|name| list(partner, name).map(move |record| (name, record)));
    let others = records.filter(|(name, record)| !list(data, name).any(|shared| shared == *record));
    others.map(|(name, record)| format!("{name}: {}", id(record))).collect()
}

#[test]
fn the_partners_of_the_example_pages_state_what_the_shared_dataset_states() -> Result<()> {
    let data = dataset()?;
    let mut agreements = 0;
    for file in fs::read_dir(Workspace::find()?.root.join("www/partners"))? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "json") {
            let partner: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
            assert_eq!(told_otherwise(&partner, &data), Vec::<String>::new(), "{}", file.display());
            agreements += list(&partner, "agreements").count();
        }
    }
    assert!(agreements > 0, "no partner states an agreement");
    let sample = |kind| serde_json::json!({"agreements": [{"id": "a", "kind": kind}]});
    assert_eq!(told_otherwise(&sample("mou"), &sample("declaration")), ["agreements: a"]);
    Ok(())
}

#[test]
fn the_package_hands_out_the_dataset_with_the_schema_that_it_names() -> Result<()> {
    let package: Value = serde_json::from_str(&fs::read_to_string(Workspace::find()?.root.join("pkg/package.json"))?)?;
    let schema = dataset()?["$schema"].as_str().context("the dataset names no schema")?.to_owned();
    for file in ["dataset.json", &schema] {
        assert_eq!(package["exports"][format!("./{file}")], format!("./dist/{file}"));
    }
    Ok(())
}

#[test]
fn the_readme_counts_what_is_in_the_dataset() -> Result<()> {
    let data = dataset()?;
    let readme = fs::read_to_string(Workspace::find()?.root.join("data/README.md"))?;
    for (name, count) in counted(&readme)? {
        assert_eq!(list(&data, name).count(), count, "{name}");
    }
    Ok(())
}
