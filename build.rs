//! Joins `src/style/*.css` into one sheet, without comments and indentation.
//!
//! Knows nothing of what the rules say.

use std::{env, error::Error, fs, path::Path};

/// In the order of the cascade: tokens first, as everything else names them.
const FILES: [&str; 5] = ["tokens.css", "base.css", "filters.css", "details.css", "cards.css"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/style");
    let mut sheet = String::new();
    for file in FILES {
        let text = fs::read_to_string(Path::new("src/style").join(file))?;
        for line in without_comments(&text).lines().map(str::trim).filter(|line| !line.is_empty()) {
            sheet.push_str(&line.replace(": ", ":").replace(", ", ",").replace(" {", "{"));
            // Two lines of one selector or value must not grow together.
            if !line.ends_with(['{', '}', ';', ',']) {
                sheet.push(' ');
            }
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sheet.css"), sheet)?;
    Ok(())
}

fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}
