//! What the command says of files, in each of its forms, and what comes of it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

use super::{Deny, Format, Options, Verdict, run};
use jiff::civil::date;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn options(paths: Vec<PathBuf>) -> Options {
    Options { files: paths, format: Format::Text, deny: None, today: Some(date(2026, 11, 22)) }
}

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/");

/// What is printed, without the folder of the files.
fn said(options: &Options) -> (Verdict, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let verdict = run(options, &mut out, &mut err);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(DATA, "");
    (verdict, text(&out), text(&err))
}

fn of_files(names: &[&str]) -> Options {
    options(names.iter().map(|name| [DATA, name].concat().into()).collect())
}

/// A file of our own, which is gone afterwards.
fn of_text(name: &str, text: &str) -> (Verdict, String, String) {
    let path = std::env::temp_dir().join(format!("supranet-check-{}-{name}.json", std::process::id()));
    fs::write(&path, text).expect("a file");
    let mut both = said(&options(vec![path.clone()]));
    fs::remove_file(&path).expect("the file");
    both.1 = both.1.replace(&path.display().to_string(), "FILE");
    both
}

#[test]
fn a_file_without_an_issue_says_nothing() {
    let clean = r#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}}]}"#;
    assert_eq!(of_text("clean", clean), (Verdict::Clean, String::new(), String::new()));
}

#[test]
fn each_issue_is_one_line_with_file_path_and_reason() {
    let (verdict, out, err) = said(&of_files(&["partly.json"]));
    assert_eq!((verdict, err.as_str()), (Verdict::Issues, ""));
    assert_eq!(
        out,
        "partly.json: agreements[0].ends[1]: no initiative or organisation \"dngx\"\n\
         partly.json: agreements[0].ends: the record needs two ends that exist; it is left out\n\
         partly.json: initiatives[1].country: \"UK\" is not a code of ISO 3166; left out\n"
    );
}

#[test]
fn a_file_that_is_missing_or_no_dataset_is_refused_and_the_others_are_still_checked() {
    let (verdict, out, err) = said(&of_files(&["missing.json", "page.html", "partly.json"]));
    assert_eq!(verdict, Verdict::Refused);
    assert_eq!(out.lines().count(), 3);
    let refused: Vec<&str> = err.lines().collect();
    assert!(refused[0].starts_with("missing.json: "), "{err}");
    assert_eq!(refused[1], "page.html: line 1, column 1: this is not JSON");
}

#[test]
fn a_warning_is_marked_and_fails_only_where_warnings_are_denied() {
    let mut options = of_files(&["small.json"]);
    let (verdict, out, _) = said(&options);
    let line =
        "small.json: areas[2]: warning: no record names the area \"sarcoma\"; name it where it belongs, or take it out";
    assert!(verdict == Verdict::Clean && out.lines().any(|own| own == line), "{verdict:?}: {out}");
    options.deny = Some(Deny::Warnings);
    assert_eq!(said(&options), (Verdict::Issues, out, String::new()));
}

#[test]
fn findings_as_json_are_one_array_with_line_and_column() {
    let options = Options { format: Format::Json, ..of_files(&["page.html", "partly.json"]) };
    let (verdict, out, err) = said(&options);
    assert_eq!((verdict, err.as_str()), (Verdict::Refused, ""));
    let found: Value = serde_json::from_str(&out).expect("JSON");
    let first = json!({
        "file": "page.html", "path": "", "line": 1, "column": 1,
        "code": "SN204", "severity": "error", "message": "this is not JSON",
    });
    assert_eq!(found[0], first);
    let last = json!({
        "file": "partly.json", "path": "initiatives[1].country", "line": 6, "column": 59,
        "code": "bad-code", "severity": "error", "message": "\"UK\" is not a code of ISO 3166; left out",
    });
    assert_eq!(found[3], last);
    assert_eq!(found.as_array().map(Vec::len), Some(4));
    let nothing = Options { format: Format::Json, ..of_files(&["missing.json"]) };
    let (_, out, _) = said(&nothing);
    let found: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&found[0]["code"], &found[0]["line"]), (&json!("unreadable"), &Value::Null));
}

#[test]
fn annotations_stand_at_the_line_of_the_path() {
    let options = Options { format: Format::Github, ..of_files(&["partly.json", "missing.json", "page.html"]) };
    let (_, out, err) = said(&options);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(err, "");
    assert!(lines[0].starts_with("::error file=missing.json,title=unreadable::"), "{out}");
    assert_eq!(lines[1], "::error file=page.html,line=1,col=1,title=SN204::line 1, column 1: this is not JSON");
    assert_eq!(
        lines[2],
        "::error file=partly.json,line=8,col=49,title=unknown-reference::agreements[0].ends[1]: no initiative or organisation \"dngx\""
    );
    let warned = Options { format: Format::Github, ..of_files(&["small.json"]) };
    assert!(said(&warned).1.contains("::warning file=small.json,line="));
}

#[test]
fn what_a_file_says_cannot_begin_a_line_of_its_own() {
    let (_, out, _) = of_text(
        "lines",
        r#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}}], "updated": "2022\n::error::\u001b[2J"}"#,
    );
    assert_eq!(out.lines().count(), 1);
    assert!(out.contains("\\u{a}::error::\\u{1b}[2J"), "{out}");
}

#[test]
fn a_source_that_another_of_the_files_names_is_used() {
    let source = r#"{"version": 1, "sources": [{"id": "s"}], "initiatives": [{"id": "a", "name": {"en": "A"}}]}"#;
    let (verdict, out, _) = of_text("alone", source);
    assert_eq!(verdict, Verdict::Clean);
    assert_eq!(
        out,
        "FILE: sources[0]: warning: no record names the source \"s\"; name it where it belongs, or take it out\n"
    );
}

#[test]
fn files_without_an_initiative_that_can_be_shown_have_an_error_as_a_page_refuses_them() {
    let said = "FILE: initiatives: no initiative can be shown: a page refuses such data (SN207); add one, or mend what is left out of those that there are\n";
    let empty = r#"{"version": 1, "initiatives": []}"#;
    assert_eq!(of_text("none", empty), (Verdict::Issues, said.into(), String::new()));
    let (verdict, out, _) = of_text("unusable", r#"{"version": 1, "initiatives": [{"id": "a"}]}"#);
    assert!(verdict == Verdict::Issues && out.ends_with(said), "{out}");
    // One of several may have none.
    let (_, out, _) = said_of_two(empty);
    assert!(!out.contains("SN207"), "{out}");
}

/// What is said of a file together with one that has initiatives.
fn said_of_two(text: &str) -> (Verdict, String, String) {
    let path = std::env::temp_dir().join(format!("supranet-check-{}-first.json", std::process::id()));
    fs::write(&path, text).expect("a file");
    let said = said(&options(vec![path.clone(), [DATA, "small.json"].concat().into()]));
    fs::remove_file(&path).expect("the file");
    said
}

#[test]
fn of_a_file_that_is_saved_otherwise_than_as_utf_8_it_is_said() {
    for (name, wanted) in [
        ("empty-file", "line 1, column 1: the file is empty"),
        ("white-space-alone", ": the file is empty"),
        ("utf-16-big-endian", ": this is UTF-16; save it as UTF-8"),
        ("utf-16-little-endian", ": this is UTF-16; save it as UTF-8"),
        ("utf-16-without-a-mark", ": this is UTF-16; save it as UTF-8"),
        ("latin-1", ": this is not UTF-8; save it as UTF-8"),
        ("comment", ": this is not JSON"),
    ] {
        let (verdict, _, err) = said(&of_files(&[&format!("bad/{name}.json")]));
        assert!(verdict == Verdict::Refused && err.trim_end().ends_with(wanted), "{name}: {err}");
    }
}

#[test]
fn a_refusal_as_json_has_numbers_for_its_line_and_a_path_only_where_it_is_one() {
    let of = |name: &str| {
        let options = Options { format: Format::Json, ..of_files(&[&format!("bad/{name}.json")]) };
        let found: Value = serde_json::from_str(&said(&options).1).expect("JSON");
        ["path", "line", "column"].map(|key| found[0][key].clone())
    };
    assert_eq!(of("version-as-text"), [json!("version"), json!(1), json!(2)]);
    assert_eq!(of("list-alone"), [json!(""), Value::Null, Value::Null]);
    assert_eq!(of("empty-file"), [json!(""), json!(1), json!(1)]);
}
