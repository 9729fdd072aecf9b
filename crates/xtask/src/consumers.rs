//! What others build with the package, as they would: apps by Vite and webpack, types by TypeScript, and a Leptos app with the
//! component. What is built is put into `.tools/consumers/built`, where the end-to-end tests open it.
//! Knows nothing of what the consumers show.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::run;
use crate::tools::{npm::Npm, rust::WASM};
use crate::workspace::Workspace;

/// Those that are built by a tool from npm, below `tests/consumers`.
const BUNDLED: [&str; 2] = ["vite", "webpack"];
/// What TypeScript checks, there too, and the folders of the frameworks that it needs for that.
const TYPED: &str = "types";
const FRAMEWORKS: [&str; 4] = ["@types/react", "csstype", "preact", "solid-js"];
/// How TypeScript finds what is imported: as bundlers do, and as Node.js does.
const WAYS: [(&str, &str); 2] = [("es2022", "bundler"), ("nodenext", "nodenext")];
/// The Leptos app.
const APP: &str = "supranet-leptos-app";
/// Put beside what is built of it.
const APP_FILES: [(&str, &str); 3] = [
    ("index.html", "examples/leptos-app/index.html"),
    ("start.js", "examples/leptos-app/start.js"),
    ("dataset.json", "data/supranet.json"),
];

/// Packs the package and lets the tools from npm build with it.
///
/// # Errors
/// The package is not whole, or a tool cannot build with it or warns; the message says which.
pub fn bundle(workspace: &Workspace, npm: &Npm) -> Result<()> {
    let packed = packed(workspace)?;
    let offences = offences(&manifest(workspace)?, &packed);
    ensure!(offences.is_empty(), "pkg/package.json: {}", offences.join("; "));
    let consumers = [BUNDLED.as_slice(), &[TYPED]].concat();
    let place = fresh(workspace, &consumers)?;
    for name in consumers {
        copy(&workspace.path("tests/consumers").join(name), &place.join(name))?;
        for file in &packed {
            copy(&workspace.path("pkg").join(file), &place.join(name).join("node_modules/supranet").join(file))?;
        }
    }
    let script = workspace.path("tests/consumers/build.mjs");
    run::run_quietly(Command::new("node").arg(script).arg(npm.folder()).arg(&place))
}

/// What is imported has types, in each way of finding them.
///
/// # Errors
/// TypeScript objects; it says to what. The package must have been bundled before.
pub fn check_types(workspace: &Workspace, npm: &Npm) -> Result<()> {
    let folder = place(workspace).join(TYPED);
    for name in FRAMEWORKS {
        copy(&npm.folder().join("node_modules").join(name), &folder.join("node_modules").join(name))?;
    }
    for (module, way) in WAYS {
        let mut types = npm.tool("tsc");
        types.args(["--module", module, "--moduleResolution", way, "--project"]).arg(&folder);
        run::run(&mut types).with_context(|| format!("with moduleResolution {way}"))?;
    }
    Ok(())
}

/// On a server the package is there and does nothing.
///
/// # Errors
/// Importing it fails, says or exports something. It must have been bundled before.
pub fn import_on_server(workspace: &Workspace) -> Result<()> {
    let script = "import('supranet').then((all) => console.log(Object.keys(all).length))";
    let folder = place(workspace).join(BUNDLED[0]);
    let said = run::output(Command::new("node").current_dir(folder).args(["--eval", script]))?;
    ensure!(said.trim() == "0", "a server that imports it is told {said:?}");
    Ok(())
}

/// Builds the Leptos app, with the profile of the widget's own tests.
///
/// # Errors
/// It does not compile.
pub fn build_app(workspace: &Workspace) -> Result<()> {
    run::run(&mut run::cargo(&workspace.root, &["build", "--quiet", "--target", WASM, "--package", APP]))?;
    let linked = workspace.target.join(WASM).join("debug").join(format!("{APP}.wasm"));
    let place = fresh(workspace, &["built/leptos-app"])?.join("built/leptos-app");
    // As every tool for such apps does it.
    Bindgen::new().input_path(linked).web(true)?.typescript(false).omit_default_module_path(false).generate(&place)?;
    for (name, source) in APP_FILES {
        copy(&workspace.path(source), &place.join(name))?;
    }
    Ok(())
}

fn place(workspace: &Workspace) -> PathBuf {
    workspace.tools.join("consumers")
}

/// The place, without these folders of an earlier time.
fn fresh(workspace: &Workspace, folders: &[&str]) -> Result<PathBuf> {
    let place = place(workspace);
    for old in folders.iter().map(|name| place.join(name)).filter(|old| old.exists()) {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(place)
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().context("a file without a folder")?)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// What npm would publish.
fn packed(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let mut npm = Command::new("npm");
    let said = run::output(npm.current_dir(workspace.path("pkg")).args(["pack", "--dry-run", "--json", "--silent"]))?;
    let said: Value = serde_json::from_str(&said).context("npm pack does not answer in JSON")?;
    let files = said[0]["files"].as_array().context("npm pack lists no files")?;
    Ok(files.iter().filter_map(|file| file["path"].as_str()).map(str::to_owned).collect())
}

fn manifest(workspace: &Workspace) -> Result<Value> {
    serde_json::from_str(&workspace.read("pkg/package.json")?).context("pkg/package.json")
}

/// What is packed and no import leads to, and where imports lead to that is not packed.
fn offences(manifest: &Value, packed: &BTreeSet<String>) -> Vec<String> {
    let mut targets = Vec::new();
    for field in ["exports", "types", "customElements"] {
        leaves(&manifest[field], &mut targets);
    }
    // These are patterns of files: nobody can import by them.
    let mut effects = Vec::new();
    leaves(&manifest["sideEffects"], &mut effects);
    let leads = |target: &str, file: &str| match target.split_once('*') {
        Some((before, after)) => file.starts_with(before) && file.ends_with(after),
        None => target == file,
    };
    let is_wanted = |file: &&&String| {
        let is_beside = file.ends_with(".br") || file.ends_with(".gz") || file.contains("LICENSE");
        !is_beside && **file != "README.md"
    };
    let lost = packed.iter().filter(|file| is_wanted(&file) && !targets.iter().any(|target| leads(target, file)));
    let lost = lost.map(|file| format!("no import leads to {file}"));
    let dead = targets.iter().chain(&effects).filter(|target| !packed.iter().any(|file| leads(target, file)));
    let mut offences: Vec<_> = lost.chain(dead.map(|target| format!("{target} is not packed"))).collect();
    let must: [&str; 4] =
        ["README.md", "dist/LICENSE-MIT.txt", "dist/LICENSE-APACHE.txt", "dist/LICENSE-CC-BY-4.0.txt"];
    offences.extend(must.iter().filter(|file| !packed.contains(**file)).map(|file| format!("{file} is not packed")));
    offences.extend(packed.iter().filter(|file| !is_shipped(file)).map(|file| format!("{file} is packed")));
    offences
}

/// Only what was built, and what says what it is.
fn is_shipped(file: &str) -> bool {
    file.starts_with("dist/") || ["README.md", "package.json"].contains(&file)
}

/// All texts in a value, without the `./` that they begin with.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.trim_start_matches("./").to_owned()),
        Value::Array(all) => all.iter().for_each(|one| leaves(one, found)),
        Value::Object(all) => all.values().for_each(|one| leaves(one, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_file_that_no_import_leads_to_and_an_import_that_leads_nowhere_are_found() {
        let packed = |more: &[&str]| {
            let all = [
                "README.md",
                "package.json",
                "dist/LICENSE-MIT.txt",
                "dist/LICENSE-APACHE.txt",
                "dist/LICENSE-CC-BY-4.0.txt",
            ];
            all.iter().chain(more).map(|file| (*file).to_owned()).collect::<BTreeSet<_>>()
        };
        let manifest = json!({"exports": {".": {"types": "./dist/a.d.ts", "default": "./dist/a.js"},
            "./lang/*.json": "./dist/lang/*.json", "./package.json": "./package.json", "./a.css": "./dist/a.css"},
            "sideEffects": ["./dist/a.js", "*.css"]});
        let whole = ["dist/a.d.ts", "dist/a.js", "dist/a.js.br", "dist/lang/en.json", "dist/a.css"];
        assert_eq!(offences(&manifest, &packed(&whole)), Vec::<String>::new());
        assert_eq!(offences(&manifest, &packed(&whole[1..])), ["dist/a.d.ts is not packed"]);
        assert_eq!(offences(&manifest, &packed(&whole[..4])), ["dist/a.css is not packed", "*.css is not packed"]);
        let more = [whole.as_slice(), &["dist/b.css", "dist/b.js", "secret.txt"]].concat();
        let found = offences(&manifest, &packed(&more));
        let lost = ["dist/b.css", "dist/b.js", "secret.txt"].map(|file| format!("no import leads to {file}"));
        assert_eq!(found, [lost.as_slice(), &["secret.txt is packed".to_owned()]].concat());
    }
}
