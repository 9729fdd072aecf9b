//! Exit codes, the standard input, and help.

use crate::{TODAY, root, said, supranet};

const CLEAN: &[u8] = br#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}}]}"#;
const DOUBTFUL: &[u8] =
    br#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}}], "sources": [{"id": "s"}]}"#;
const WRONG: &[u8] = br#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}, "country": "UK"}]}"#;

#[test]
fn the_exit_code_says_how_bad_it_is() {
    let exit = |arguments: &[&str], input: &[u8]| supranet(&[&["check"], arguments].concat(), input).status.code();
    assert_eq!(exit(&["-"], CLEAN), Some(0));
    assert_eq!(exit(&["-"], DOUBTFUL), Some(0));
    assert_eq!(exit(&["--deny", "warnings", "-"], CLEAN), Some(0));
    assert_eq!(exit(&["--deny", "warnings", "-"], DOUBTFUL), Some(1));
    assert_eq!(exit(&["-"], WRONG), Some(1));
    assert_eq!(exit(&["-"], b"no JSON"), Some(2));
    assert_eq!(exit(&["no-such-file.json"], b""), Some(2));
    assert_eq!(exit(&[&root().display().to_string()], b""), Some(2), "a folder is no file");
    for format in ["text", "json", "github"] {
        assert_eq!(exit(&["--format", format, "-"], WRONG), Some(1), "{format}");
        assert_eq!(exit(&["--format", format, "-"], b"no JSON"), Some(2), "{format}");
    }
}

#[test]
fn the_standard_input_is_a_file_by_the_name_of_a_hyphen() {
    let (code, out, err) = said(&supranet(&["check", "-"], WRONG));
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert_eq!(out, "-: initiatives[0].country: \"UK\" is not a code of ISO 3166; left out\n");
    let (_, out, err) = said(&supranet(&["check", "-"], b"no JSON"));
    assert_eq!((out.as_str(), err.as_str()), ("", "-: line 1, column 2: this is not JSON\n"));
}

#[test]
fn the_standard_input_can_be_read_only_once() {
    let (code, out, err) = said(&supranet(&["check", "-", "-"], CLEAN));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err, "the standard input (`-`) can be read only once; name the other file\n");
}

#[test]
fn the_version_is_said_under_the_name_of_the_command() {
    let version = concat!("supranet ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(said(&supranet(&["--version"], b"")), (Some(0), version.into(), String::new()));
}

#[test]
fn nothing_is_printed_for_a_clean_file_and_an_empty_array_as_json() {
    assert_eq!(said(&supranet(&["check", "-"], CLEAN)), (Some(0), String::new(), String::new()));
    assert_eq!(said(&supranet(&["check", "--format", "json", "-"], CLEAN)), (Some(0), "[]\n".into(), String::new()));
}

#[test]
fn no_progress_is_shown_where_nobody_looks() {
    let much = [&b" ".repeat(10_000_000), CLEAN].concat();
    assert_eq!(said(&supranet(&["check", "-"], &much)), (Some(0), String::new(), String::new()));
}

#[test]
fn progress_is_shown_on_a_terminal_and_then_gone() {
    let many = std::env::temp_dir().join(format!("supranet-progress-{}.json", std::process::id()));
    std::fs::write(&many, [&b" ".repeat(10_000_000), WRONG].concat()).expect("a file");
    // A terminal of its own, which gives up rather than hang.
    let command = format!("timeout 60 {} check {}", env!("CARGO_BIN_EXE_supranet"), many.display());
    let mut terminal = std::process::Command::new("script");
    let output = terminal.args(["-qec", &command, "/dev/null"]).env("TERM", "xterm").output().expect("it runs");
    std::fs::remove_file(&many).expect("the file");
    let (code, out, _) = said(&output);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("reading") && out.contains("\r\u{1b}[2K"), "{out:?}");
    assert!(out.ends_with("\"UK\" is not a code of ISO 3166; left out\r\n"), "{out:?}");
}

#[test]
fn what_is_asked_wrongly_is_said_with_what_is_right() {
    for (arguments, wanted) in [
        (&["check"][..], "<FILE>"),
        (&["check", "--format", "xml", "-"], "[possible values: text, json, github]"),
        (&["check", "--deny", "all", "-"], "[possible values: warnings]"),
        (&["check", "--today", "tomorrow", "-"], "--today <YYYY-MM-DD>"),
        (&["chek", "-"], "check"),
        (&[], "Usage: supranet <COMMAND>"),
    ] {
        let (code, out, err) = said(&supranet(arguments, b""));
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.contains(wanted), "{arguments:?}: {err}");
    }
}

#[test]
fn help_shows_each_option_and_examples() {
    let (code, out, _) = said(&supranet(&["check", "--help"], b""));
    assert_eq!(code, Some(0));
    for wanted in ["--format", "--deny", "--today", "Exit status:", "Examples:", "| supranet check -"] {
        assert!(out.contains(wanted), "{wanted} is not in {out}");
    }
}

#[test]
fn a_day_can_be_given_instead_of_the_clock() {
    let old = br#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}, "checked": "2026-11-01"}]}"#;
    let warned = |today: &str| said(&supranet(&["check", "--today", today, "-"], old)).1;
    assert_eq!(warned(TODAY[1]), "");
    assert!(warned("2026-10-31").contains("is in the future"));
    assert!(warned("2027-11-02").contains("over a year ago"));
}

#[test]
fn who_closes_the_output_early_is_no_failure() {
    let many = format!(r#"{{"version": 1, "initiatives": [{}7]}}"#, "7,".repeat(100_000));
    let mut command = std::process::Command::new("sh");
    let script = "printf '%s' \"$0\" >/dev/null; \"$1\" check \"$2\" | head -n 1";
    let file = std::env::temp_dir().join(format!("supranet-many-{}.json", std::process::id()));
    std::fs::write(&file, many).expect("a file");
    let output =
        command.args(["-c", script, "-", env!("CARGO_BIN_EXE_supranet")]).arg(&file).output().expect("it runs");
    std::fs::remove_file(&file).expect("the file");
    let (_, out, err) = said(&output);
    assert!(out.lines().count() == 1 && err.is_empty(), "{out}{err}");
}

#[test]
fn the_schema_is_printed_as_it_is_committed() {
    let committed = std::fs::read_to_string(root().join("data/dataset.schema.json")).expect("the schema");
    assert_eq!(said(&supranet(&["schema"], b"")), (Some(0), committed, String::new()));
}
