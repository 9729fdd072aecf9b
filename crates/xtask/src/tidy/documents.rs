//! Documents lead to files that are there.
//! Knows nothing of what they say.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::source::assert_none;
use crate::workspace::Workspace;

/// Where documents are, below the root; and those at the root.
const FOLDERS: [&str; 4] = ["", "docs", "data", "pkg"];
/// Folders in which nothing is ours.
const NOT_OURS: [&str; 2] = ["dist", "node_modules"];

fn documents(folder: &Path, deep: bool, all: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && deep && !NOT_OURS.contains(&name.as_str()) {
            documents(&path, deep, all)?;
        } else if name.ends_with(".md") {
            all.push(path);
        }
    }
    Ok(())
}

/// The addresses in `[…](…)` that are paths: no scheme, no place within the document alone.
fn paths(text: &str) -> Vec<&str> {
    let addresses = text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(address, _)| address));
    let paths = addresses.map(|address| address.split('#').next().unwrap_or_default());
    paths.filter(|path| !path.is_empty() && !path.contains(':') && !path.contains(' ')).collect()
}

#[test]
fn what_a_document_leads_to_is_there() -> Result<()> {
    let workspace = Workspace::find()?;
    let mut all = Vec::new();
    for folder in FOLDERS {
        documents(&workspace.path(folder), !folder.is_empty(), &mut all)?;
    }
    let mut offences = Vec::new();
    for document in &all {
        let text = fs::read_to_string(document)?;
        let folder = document.parent().context("a document without a folder")?;
        let missing = paths(&text).into_iter().filter(|path| !folder.join(path).exists());
        offences.extend(missing.map(|path| format!("{}: {path} is not there", document.display())));
    }
    assert!(all.len() > 10, "documents are looked for elsewhere");
    assert_none("documents lead to files that are there", &offences);
    Ok(())
}

/// The code in a document, without what is no Rust.
fn code(text: &str) -> Vec<&str> {
    let blocks = text.split("```rust\n").skip(1);
    blocks.filter_map(|rest| rest.split_once("```").map(|(code, _)| code)).collect()
}

#[test]
fn the_code_that_a_leptos_app_begins_with_is_that_of_one_that_is_built() -> Result<()> {
    let workspace = Workspace::find()?;
    let document = workspace.read("docs/embedding/leptos.md")?;
    let app = workspace.read("examples/leptos-app/src/partners.rs")?;
    let shown = code(&document);
    assert!(shown.len() == 1 && app.ends_with(shown[0]), "docs/embedding/leptos.md shows {shown:#?}");
    Ok(())
}

#[test]
fn paths_are_told_from_other_addresses() {
    let text = "[a](b.md#c), [d](https://e.f/), [g](#h), ![i](../j.png), [k](mailto:l@m.n)";
    assert_eq!(paths(text), ["b.md", "../j.png"]);
}
