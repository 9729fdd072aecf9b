//! Bad files, each with its verdict: the command and the reader say exactly that, and the same is still shown.
//! The widget is asked in `tests/e2e`, with the same files and the same list.

use crate::{TODAY, root, said, supranet};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use supranet_core::error::{DatasetError, Issue};
use supranet_core::model::Network;
use supranet_core::{raw, validate};

/// What is said of a file: why it is refused, or what is wrong and what is still shown.
type Verdict = Value;

fn expected() -> BTreeMap<String, Verdict> {
    let text = fs::read_to_string(root().join("tests/data/bad/expected.json")).expect("the list");
    serde_json::from_str(&text).expect("JSON")
}

/// What the reader says, in the form of the list.
fn verdict(read: Result<(Network, Vec<Issue>), DatasetError>) -> Verdict {
    match read {
        Err(error) => json!({"refused": {"code": error.kind.code(), "place": error.place}}),
        Ok((network, issues)) => {
            let issues: Vec<_> = issues.iter().map(|issue| json!([issue.path, issue.code.as_str()])).collect();
            let cards: Vec<_> = network.initiatives.iter().map(|own| &own.id).collect();
            let agreements: Vec<_> = network.agreements.iter().map(|own| &own.id).collect();
            json!({"issues": issues, "cards": cards, "agreements": agreements})
        }
    }
}

/// What the command says: its exit code, and path and code of each finding.
fn command(bytes: &[u8]) -> (Option<i32>, Vec<Value>) {
    let output = supranet(&["check", "--format", "json", TODAY[0], TODAY[1], "-"], bytes);
    let (code, out, err) = said(&output);
    assert_eq!(err, "");
    let findings: Vec<Value> = serde_json::from_str(&out).expect("one array");
    (code, findings)
}

/// Both say what is expected, and the command nothing more.
fn compare(name: &str, bytes: &[u8], expected: &Verdict) {
    let mut wanted = expected.clone();
    let also = wanted.as_object_mut().and_then(|wanted| wanted.remove("also")).unwrap_or(json!([]));
    assert_eq!(verdict(raw::parse(bytes).map(validate::network)), wanted, "{name}");

    let (code, findings) = command(bytes);
    let brief = |finding: &Value| json!([finding["path"], finding["code"]]);
    if let Some(refused) = expected.get("refused") {
        assert_eq!((code, findings.len()), (Some(2), 1), "{name}");
        let place = match (&findings[0]["path"], &findings[0]["line"], &findings[0]["column"]) {
            (path, line, column) if path == "" && line.is_u64() => json!(format!("line {line}, column {column}")),
            (path, ..) if path == "" => json!("the file"),
            (path, ..) => path.clone(),
        };
        assert_eq!([&place, &findings[0]["code"]], [&refused["place"], &refused["code"]], "{name}");
        return;
    }
    let all = [&expected["issues"], &also].map(|list| list.as_array().expect("a list").clone()).concat();
    assert_eq!(findings.iter().map(brief).collect::<Vec<_>>(), all, "{name}");
    let has_error = findings.iter().any(|finding| finding["severity"] == "error");
    assert_eq!(code, Some(i32::from(has_error)), "{name}");
    assert!(findings.iter().all(|finding| finding["line"].is_u64() && finding["column"].is_u64()), "{name}");
}

#[test]
fn the_command_and_the_reader_say_of_each_bad_file_what_is_expected() {
    let expected = expected();
    assert!(expected.len() >= 60, "{} files", expected.len());
    for (name, verdict) in &expected {
        let bytes =
            fs::read(root().join("tests/data/bad").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        compare(name, &bytes, verdict);
    }
}

#[test]
fn each_bad_file_is_in_the_list() {
    let expected = expected();
    for entry in fs::read_dir(root().join("tests/data/bad")).expect("the folder") {
        let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
        let is_kebab =
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte));
        assert!(is_kebab && (name == "expected.json" || expected.contains_key(&name)), "{name}");
    }
}

/// What no schema can see, by code: what an id stands for, and keys that stand twice.
const NOT_SEEN_BY_CODE: [&str; 5] = ["unknown-reference", "cycle", "repeated-id", "repeated-key", "shown-on-no-card"];
/// And by file: which days a month has, which countries have places, and that `1.0` is written otherwise than `1`.
const NOT_SEEN_BY_FILE: [&str; 6] = [
    "date-29-february-of-no-leap-year.json",
    "date-30-february.json",
    "date-year-0.json",
    "ends-unknown.json",
    "place-of-no-country.json",
    "version-with-a-fraction.json",
];

#[test]
fn the_schema_refuses_each_bad_file_whose_fault_it_can_see() {
    let text = fs::read_to_string(root().join("data/dataset.schema.json")).expect("the schema");
    let schema = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let mut refused = 0;
    for (name, verdict) in &expected() {
        let bytes = fs::read(root().join("tests/data/bad").join(name)).expect("the file");
        let Ok(dataset) = serde_json::from_slice(&bytes) else { continue };
        let is_seen = |issue: &Value| !NOT_SEEN_BY_CODE.iter().any(|code| issue[1] == *code);
        let can_see = verdict["issues"].as_array().is_none_or(|issues| issues.iter().any(is_seen));
        if can_see && !NOT_SEEN_BY_FILE.contains(&name.as_str()) {
            assert!(!validator.is_valid(&dataset), "{name} agrees with the schema");
            refused += 1;
        }
    }
    assert!(refused >= 60, "{refused}");
}

#[test]
fn ten_thousand_agreements_on_one_card_are_all_kept() {
    const MANY: usize = 10_000;
    let agreements: Vec<Value> = (0..MANY)
        .map(|at| json!({"id": format!("x{at}"), "ends": ["a", "b"], "signed": format!("{:04}", at % 2020 + 1)}))
        .collect();
    let ids: Vec<_> = agreements.iter().map(|own| own["id"].clone()).collect();
    let two = json!([{"id": "a", "name": {"en": "Alpha"}}, {"id": "b", "name": {"en": "Beta"}}]);
    let dataset = json!({"version": 1, "initiatives": two, "agreements": agreements}).to_string();
    let wanted = json!({"issues": [], "cards": ["a", "b"], "agreements": ids});
    assert_eq!(verdict(raw::parse(dataset.as_bytes()).map(validate::network)), wanted);
    let (code, findings) = command(dataset.as_bytes());
    assert_eq!((code, findings.iter().all(|finding| finding["code"] == "maybe-duplicate")), (Some(0), true));
}

#[test]
fn a_file_of_65_mb_is_refused_by_its_size() {
    let bytes = vec![b' '; 65_000_000];
    compare("65 MB", &bytes, &json!({"refused": {"code": "SN206", "place": "the file"}}));
}

#[test]
fn a_file_nested_100_000_levels_deep_is_refused() {
    let lists = ["{\"version\": 1, \"initiatives\": ", &"[".repeat(100_000), &"]".repeat(100_000), "}"].concat();
    compare("lists", lists.as_bytes(), &json!({"refused": {"code": "SN205", "place": "line 1, column 96"}}));
    let unclosed = ["{\"version\": 1, \"initiatives\": [], \"x\": ", &"{\"a\":".repeat(100_000)].concat();
    compare("objects", unclosed.as_bytes(), &json!({"refused": {"code": "SN205", "place": "line 1, column 360"}}));
}

#[test]
fn the_documentation_says_of_each_code_what_it_means() {
    let page = fs::read_to_string(root().join("docs/supranet-command.md")).expect("the page");
    let of_rules = "nothing-to-show unknown-key language-missing default-language-missing doubtful-language maybe-duplicate same-name never-used \
                    unknown-field checked-long-ago date-in-future dates-out-of-order unknown-currency malformed-address \
                    unreadable SN206";
    let mut codes: BTreeSet<String> = of_rules.split_whitespace().map(str::to_owned).collect();
    for verdict in expected().values() {
        let findings = ["issues", "also"].map(|key| verdict[key].as_array().cloned().unwrap_or_default()).concat();
        codes.extend(findings.iter().filter_map(|finding| finding[1].as_str()).map(str::to_owned));
        codes.extend(verdict["refused"]["code"].as_str().map(str::to_owned));
    }
    assert!(codes.len() > 25, "{codes:?}");
    for code in codes {
        assert!(page.contains(&format!("`{code}`")), "docs/supranet-command.md does not say what {code} means");
    }
}
