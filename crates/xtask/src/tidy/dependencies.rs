//! What a crate links, directly and through others, and with which features, as cargo resolves it.
//! Knows nothing of the sources.

use anyhow::{Result, ensure};

use super::source::assert_none;
use crate::run;
use crate::tools::rust::WASM;
use crate::workspace::Workspace;

/// Crates, by the beginning of their names, that would tie the core to a browser or a framework.
const NOT_IN_CORE: [&str; 10] =
    ["web-sys", "js-sys", "wasm-bindgen", "leptos", "gloo", "tachys", "reactive_", "chrono", "reqwest", "tokio"];

/// Features of Leptos that must be off: `delegation` breaks events in shadow roots, `nightly` needs another toolchain.
const NOT_IN_LEPTOS: [&str; 2] = ["delegation", "nightly"];

fn tree(arguments: &[&str]) -> Result<String> {
    let workspace = Workspace::find()?;
    let mut command = run::cargo(&workspace.root, &["tree", "--offline", "--prefix", "none"]);
    let tree = run::output(command.args(arguments))?;
    ensure!(!tree.trim().is_empty(), "cargo tree says nothing");
    Ok(tree)
}

fn forbidden_crates(tree: &str) -> Vec<String> {
    let named = |line: &&str| NOT_IN_CORE.iter().any(|name| line.starts_with(name));
    tree.lines().filter(named).map(str::to_owned).collect()
}

/// Lines are `name v1.2.3 [features]`, and `[features]` is a list.
fn forbidden_features(tree: &str) -> Vec<String> {
    let named = |line: &&str| {
        let (krate, features) = line.split_once(" [").unwrap_or((line, ""));
        let of_leptos = ["leptos", "tachys", "reactive_"].iter().any(|name| krate.starts_with(name));
        of_leptos
            && features.trim_end_matches([']', ' ', '*', '(', ')']).split(',').any(|one| NOT_IN_LEPTOS.contains(&one))
    };
    tree.lines().filter(named).map(str::to_owned).collect()
}

#[test]
fn the_core_links_no_browser_and_no_framework() -> Result<()> {
    for target in [WASM, "all"] {
        let tree = tree(&["--package", "supranet-core", "--edges", "normal", "--target", target])?;
        assert_none("supranet-core depends on", &forbidden_crates(&tree));
    }
    Ok(())
}

#[test]
fn leptos_delegates_no_events_and_needs_no_nightly() -> Result<()> {
    let arguments = ["--package", "supranet", "--edges", "normal", "--target", WASM, "--all-features"];
    let tree = tree(&[arguments.as_slice(), &["--format", "{p} [{f}]"]].concat())?;
    ensure!(tree.contains("\nleptos v"), "Leptos is not in the tree of the widget");
    assert_none("features of Leptos", &forbidden_features(&tree));
    Ok(())
}

/// What each field of the format is for, in words, is for the schema; no visitor downloads it.
#[test]
fn the_widget_is_built_without_the_descriptions_of_the_format() -> Result<()> {
    let features = |package| tree(&["--package", package, "--edges", "normal,features", "--all-features"]);
    let described = "supranet-core feature \"described\"";
    ensure!(features("supranet-cli")?.contains(described), "the command is built without them");
    ensure!(!features("supranet")?.contains(described), "the widget is built with them");
    Ok(())
}

#[test]
fn a_bad_tree_is_found() {
    assert_eq!(forbidden_crates("supranet-core v0.1.0\nserde v1.0.0\ngloo-utils v0.3.0\nweb-sys v0.3.1 (*)").len(), 2);
    assert_eq!(forbidden_features("leptos v0.8.23 [csr]\ntachys v0.2.19 [delegation,web-sys] (*)").len(), 1);
    assert_eq!(forbidden_features("other v1.0.0 [nightly]\nleptos v0.8.23 [csr,default]").len(), 0);
}
