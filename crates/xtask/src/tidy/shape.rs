//! How a file begins and how long it is.
//! Knows nothing of what it says.

use anyhow::Result;

use super::source::{Source, assert_none, sources};

const LONGEST: usize = 300;

/// Longer files, and why each is one file all the same.
const LONG: [(&str, &str); 1] =
    [("crates/supranet-core/src/model.rs", "the model's types, one after the other: data, no logic")];

fn offences(sources: &[Source], long: &[(&str, &str)]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| source.path.ends_with(".rs")) {
        if !source.text.starts_with("//!") {
            offences.push(format!("{}:1 does not open with `//!` and what it is", source.path));
        }
        let lines = source.text.lines().count();
        let excepted = long.iter().any(|(path, _)| *path == source.path);
        match (lines > LONGEST, excepted) {
            (true, false) => offences.push(format!("{}:{lines} is longer than {LONGEST} lines", source.path)),
            (false, true) => offences.push(format!("{}:{lines} is short now: take it off the list", source.path)),
            _ => {}
        }
    }
    offences
}

#[test]
fn files_say_what_they_are_and_are_short() -> Result<()> {
    assert_none("the shape of a file", &offences(&sources()?, &LONG));
    Ok(())
}

#[test]
fn a_long_or_silent_file_is_found() {
    let file = |text: &str| [Source::new("src/a.rs", text)];
    let long = "//! a\n".repeat(LONGEST + 1);
    assert_eq!(offences(&file("fn a() {}"), &[]).len(), 1);
    assert_eq!(offences(&file(&long), &[]).len(), 1);
    assert_eq!(offences(&file(&long), &[("src/a.rs", "why")]).len(), 0);
    assert_eq!(offences(&file("//! a"), &[("src/a.rs", "why")]).len(), 1);
}
