//! `cargo xtask interface`: writes what README.md, the types and editors say of the element, from its manifest.
//! Knows where each part goes; what it says is made by `readme`, `types` and `editors`. Tests hold the manifest equal to the code.

#[cfg(test)]
mod agrees;
mod editors;
pub mod manifest;
mod readme;
#[cfg(test)]
mod stated;
mod types;

use std::fs;

use anyhow::{Context, Result, ensure};

use self::manifest::Element;
use crate::workspace::Workspace;

/// The file with the tables.
const README: &str = "README.md";
/// The file with the types.
pub const TYPES: &str = "pkg/supra-network.d.ts";
/// What editors know of the tag: all of it is made.
const EDITORS: &str = "pkg/html-custom-data.json";
/// Around what is made in the types.
const TYPES_MARKERS: [&str; 2] =
    ["// What follows is made by `cargo xtask interface` from custom-elements.json.\n", "// End of what is made.\n"];

/// Writes the files, where they are not as they should be.
///
/// # Errors
/// The manifest is wrong, or a file lacks the markers between which the rest is to stand.
pub fn write(workspace: &Workspace) -> Result<()> {
    for (path, text) in made(workspace)? {
        if workspace.read(path).is_ok_and(|own| own == text) {
            println!("{path} is up to date");
        } else {
            fs::write(workspace.path(path), text).with_context(|| format!("cannot write {path}"))?;
            println!("{path} is written");
        }
    }
    Ok(())
}

/// The files as they should be.
fn made(workspace: &Workspace) -> Result<[(&'static str, String); 3]> {
    let element = Element::read(workspace)?;
    let mut text = workspace.read(README)?;
    for (name, table) in readme::tables(&element) {
        let begin = format!("<!-- {name}: made by `cargo xtask interface` from {} -->\n", manifest::PATH);
        let end = format!("<!-- /{name} -->\n");
        text = between(&text, [&begin, &end], &table).context(README)?;
    }
    let types = format!("\n{}\n", types::types(&element));
    let types = between(&workspace.read(TYPES)?, TYPES_MARKERS, &types).context(TYPES)?;
    let editors = editors::custom_data(&element, &types)?;
    Ok([(README, text), (TYPES, types), (EDITORS, editors)])
}

/// A text with something else between two markers.
fn between(text: &str, [begin, end]: [&str; 2], what: &str) -> Result<String> {
    for marker in [begin, end] {
        let times = text.matches(marker).count();
        ensure!(times == 1, "`{}` stands there {times} times, and not once", marker.trim_end());
    }
    let (before, rest) = text.split_once(begin).unwrap_or_default();
    let (_, after) =
        rest.split_once(end).with_context(|| format!("`{}` comes before its beginning", end.trim_end()))?;
    Ok(format!("{before}{begin}{what}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readme_types_and_editors_are_as_the_manifest_says() -> Result<()> {
        let workspace = Workspace::find()?;
        for (path, text) in made(&workspace)? {
            assert!(workspace.read(path)? == text, "{path} is behind {}: run `cargo xtask interface`", manifest::PATH);
        }
        Ok(())
    }

    #[test]
    fn what_stands_between_markers_is_replaced_and_nothing_else() -> Result<()> {
        let markers = ["<a>\n", "</a>\n"];
        assert_eq!(between("1\n<a>\nold\n</a>\n2\n", markers, "new\n")?, "1\n<a>\nnew\n</a>\n2\n");
        for wrong in ["<a>\n", "</a>\n<a>\n", "<a>\n</a>\n<a>\n</a>\n"] {
            assert!(between(wrong, markers, "new\n").is_err(), "{wrong}");
        }
        Ok(())
    }
}
