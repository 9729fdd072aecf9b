//! The command as a person or a script runs it: what it prints, where, and with which exit code.
//!
//! Knows nothing of what is inside: only the program is run.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const REAL: &str = "data/supranet.json";
const SMALL: &str = "tests/data/small.json";
const PARTLY: &str = "tests/data/partly.json";

fn supranet(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_supranet"));
    command.args(arguments).current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../.."));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Exit code, what was printed, and what was said to the administrator.
fn ran(arguments: &[&str]) -> (Option<i32>, String, String) {
    told(&supranet(arguments).output().expect("it runs"))
}

fn told(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// The same with a text at the standard input.
fn ran_with(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let mut child = supranet(arguments).stdin(Stdio::piped()).spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("an input");
    // Who refuses the arguments reads nothing.
    stdin.write_all(input.as_bytes()).ok();
    drop(stdin);
    told(&child.wait_with_output().expect("it ends"))
}

/// One call of each subcommand that prints something of a dataset, without the file.
const PRINTING: [&[&str]; 3] = [
    &["render", "--lang", "en"],
    &["export", "--format", "jsonld"],
    &["feed", "--base-url", "https://example.org/partners"],
];

fn with<'a>(call: &[&'a str], file: &'a str) -> Vec<&'a str> {
    [call, &[file]].concat()
}

#[test]
fn what_is_made_of_a_file_is_printed_and_nothing_else_is_said() {
    for call in PRINTING {
        let (code, out, err) = ran(&with(call, REAL));
        assert_eq!((code, err.as_str()), (Some(0), ""), "{call:?}");
        assert!(out.len() > 1000 && out.ends_with('\n'), "{call:?}");
    }
}

#[test]
fn a_file_at_the_standard_input_is_the_same_file() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(SMALL);
    let json = std::fs::read_to_string(file).expect(SMALL);
    for call in PRINTING {
        assert_eq!(ran_with(&with(call, "-"), &json), ran(&with(call, SMALL)), "{call:?}");
    }
    assert_eq!(ran_with(&["diff", "-", SMALL], &json), (Some(0), "No difference.\n".into(), String::new()));
}

#[test]
fn what_is_left_out_is_said_and_the_rest_is_printed() {
    for call in &PRINTING[..2] {
        let (code, out, err) = ran(&with(call, PARTLY));
        assert_eq!((code, out.is_empty()), (Some(0), false), "{call:?}");
        let expected =
            format!("{PARTLY}: 3 value(s) or record(s) are left out; `supranet check {PARTLY}` says which\n");
        assert_eq!(err, expected);
    }
    let (_, out, _) = ran(&with(PRINTING[0], PARTLY));
    assert!(out.contains("Part of the data could not be read and is left out."));
}

#[test]
fn a_file_that_is_missing_or_no_dataset_is_refused_with_its_name_and_the_place() {
    let calls = PRINTING.map(|call| call.to_vec()).into_iter().chain([vec!["diff", SMALL]]);
    for call in calls {
        let (code, out, err) = ran(&with(&call, "missing.json"));
        assert_eq!((code, out.as_str()), (Some(2), ""), "{call:?}");
        assert!(err.starts_with("missing.json: ") && err.lines().count() == 1, "{err}");
        let refused =
            (Some(2), String::new(), "tests/data/page.html: line 1, column 1: this is not JSON\n".to_string());
        assert_eq!(ran(&with(&call, "tests/data/page.html")), refused, "{call:?}");
    }
}

#[test]
fn a_language_without_words_is_refused_and_those_with_words_are_named() {
    for call in [&["render"][..], &["export", "--format", "jsonld"], &["feed", "--base-url", "https://example.org"]] {
        let (code, out, err) = ran(&with(&[call, &["--lang", "xx"]].concat(), SMALL));
        assert_eq!((code, out.as_str()), (Some(2), ""));
        assert!(
            err.starts_with("no words in `xx`; the languages are da, de, en, fr, sv") && err.lines().count() == 1,
            "{err}"
        );
        let (code, _, err) = ran(&with(&[call, &["--lang", "not a tag"]].concat(), SMALL));
        assert_eq!(code, Some(2));
        assert_eq!(err, "`not a tag` is no language tag; write one such as `en`, `sv` or `en-GB`\n");
    }
}

#[test]
fn arguments_that_cannot_be_are_refused_with_what_could() {
    for (arguments, way_out) in [
        (&["render", SMALL][..], "--lang <TAG>"),
        (&["render", "--lang", "en"], "<FILE>..."),
        (&["render", "--lang", "en", "--heading-level", "6", SMALL], "1..=5"),
        (&["export", "--format", "xml", SMALL], "jsonld"),
        (
            &["export", "--format", "csv", "--base-url", "https://a.example", SMALL],
            "--base-url is for `--format jsonld` only",
        ),
        (
            &["export", "--format", "json", "--base-url", "https://a.example", SMALL],
            "--base-url is for `--format jsonld` only",
        ),
        (
            &["export", "--format", "ris", "--base-url", "https://a.example", SMALL],
            "--base-url is for `--format jsonld` only",
        ),
        (&["export", "--format", "json", "--lang", "sv", SMALL], "--lang is not for `--format json`, which has all"),
        (&["feed", SMALL], "--base-url <URL>"),
        (&["feed", "--base-url", "partners", SMALL], "write a whole address such as https://example.org/partners"),
        (&["feed", "--base-url", "javascript:a", SMALL], "an address with http or https is needed"),
        (&["diff", SMALL], "<NEW>"),
        (&["diff", "-", "-"], "only one of the two files can be the standard input"),
    ] {
        let (code, out, err) = ran(arguments);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.contains(way_out), "{arguments:?}: {err}");
    }
}

#[test]
fn two_files_that_say_the_same_exit_with_0_and_others_with_1() {
    assert_eq!(ran(&["diff", SMALL, SMALL]), (Some(0), "No difference.\n".into(), String::new()));
    let (code, out, err) = ran(&["diff", SMALL, PARTLY]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert!(out.starts_with(&format!("# From {SMALL} to {PARTLY}\n")), "{out}");
    let (code, out, _) = ran(&["diff", "--format", "json", SMALL, PARTLY]);
    assert_eq!(code, Some(1));
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok_and(|all| all["initiatives"]["removed"].is_array()));
}

#[test]
fn an_output_that_is_closed_early_is_no_error() {
    for call in [&["render", "--lang", "en"][..], &["export", "--format", "jsonld"]] {
        let mut child = supranet(&with(call, REAL)).spawn().expect("it runs");
        // Less than what a pipe holds: the program finds it closed while it writes.
        let mut out = child.stdout.take().expect("an output");
        out.read_exact(&mut [0; 10]).expect("it prints");
        drop(out);
        let (code, _, err) = told(&child.wait_with_output().expect("it ends"));
        assert_eq!((code, err.as_str()), (Some(0), ""), "{call:?}");
    }
}

#[test]
fn the_help_of_each_subcommand_has_examples_and_the_exit_codes() {
    for name in ["check", "render", "export", "diff", "feed"] {
        let (code, out, _) = ran(&[name, "--help"]);
        assert_eq!(code, Some(0));
        assert!(out.contains("Examples:\n  ") && out.contains("Exit status: 0 "), "{name}: {out}");
    }
}
