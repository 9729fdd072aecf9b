//! `cargo xtask pkg`: builds `pkg/dist/`, the files that a partner hosts.
//! Knows which files there are and in which order they are made; each step is a module of its own.

mod bundled;
pub mod files;
mod fragment;
mod frame;
mod glue;
pub mod link;
mod minify;
mod names;
mod order;
mod places;
mod programs;
mod scripts;
mod snip;
pub mod wasm;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use self::files::{Files, Size};
pub use self::scripts::FRAGMENT;
use crate::run::timed;
use crate::tools::{npm::Npm, rust};
use crate::workspace::Workspace;

/// What the entry script is called.
const ENTRY: &str = "supranet.js";
/// JSON, and where it comes from: the shared dataset, and what describes it and the element to editors.
const JSON: [(&str, &str); 4] = [
    ("dataset.json", "data/supranet.json"),
    ("dataset.schema.json", "data/dataset.schema.json"),
    ("custom-elements.json", "pkg/custom-elements.json"),
    ("html-custom-data.json", "pkg/html-custom-data.json"),
];
/// The entry as bundlers read it, and what a server has in its place.
const BUNDLED: &str = "supranet.bundler.js";
/// What is taken over as it is: types, what a server has in place of the entry, licences.
const AS_THEY_ARE: [(&str, &str); 9] = [
    ("supra-network.d.ts", "pkg/supra-network.d.ts"),
    ("style.d.ts", "pkg/style.d.ts"),
    ("react.d.ts", "pkg/react.d.ts"),
    ("preact.d.ts", "pkg/preact.d.ts"),
    ("solid.d.ts", "pkg/solid.d.ts"),
    ("supranet.server.js", "pkg/supranet.server.js"),
    ("LICENSE-MIT.txt", "LICENSE-MIT"),
    ("LICENSE-APACHE.txt", "LICENSE-APACHE"),
    ("LICENSE-CC-BY-4.0.txt", "data/LICENSE"),
];
/// The themes, as they are written: who wants another look begins with a copy.
const THEMES: &str = "pkg/themes";
/// What the glue is called, and what the module.
const GLUE: &str = "supranet-glue.js";
const WASM: &str = "supranet.wasm";
/// The same for what writes files.
const WRITER_GLUE: &str = "supranet-export.js";
const WRITER: &str = "supranet-export.wasm";

/// For whom a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For partners: small.
    Release,
    /// For contributors: made in seconds, names kept.
    Quick,
}

impl Build {
    /// What `--dev` asks for.
    pub fn of(dev: bool) -> Self {
        if dev { Self::Quick } else { Self::Release }
    }

    /// The highest quality takes seconds for a module that is not small.
    fn brotli_quality(self) -> i32 {
        match self {
            Self::Release => 11,
            Self::Quick => 4,
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "dev-wasm",
        }
    }
}

/// Builds the package and puts it in the place of the one before.
///
/// # Errors
/// A tool is missing, something does not compile, or a source is not there. The package before stays as it was.
pub fn build(workspace: &Workspace, build: Build) -> Result<BTreeMap<String, Size>> {
    rust::ensure_wasm_target()?;
    let npm = Npm::ensure(workspace)?;
    let scratch = Scratch::new(workspace)?;
    let mut files = Files::default();
    add_code(workspace, &npm, build, &scratch.0, &mut files)?;
    add_languages(workspace, &mut files)?;
    timed("writing the cards as plain HTML", "", || fragment::add(workspace, &mut files))?;
    scripts::add_hand_written(workspace, &npm, build, &mut files)?;
    for path in files_of(&workspace.path(THEMES), "css")? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.add(format!("themes/{name}"), fs::read(&path).with_context(|| path.display().to_string())?);
    }
    for (name, source) in JSON {
        files.add(name, minify::json(&workspace.read(source)?).context(source)?);
    }
    for (name, source) in AS_THEY_ARE {
        files.add(name, workspace.read(source)?.into_bytes());
    }
    add_bundled(workspace, &mut files)?;
    files.add_integrity()?;
    let made = scratch.0.join("dist");
    let sizes = timed("compressing", "5 s", || files.write(&made, build.brotli_quality()))?;
    swap(&made, &workspace.dist(), &scratch.0)?;
    Ok(sizes)
}

fn add_code(workspace: &Workspace, npm: &Npm, build: Build, scratch: &Path, files: &mut Files) -> Result<()> {
    let usually = if build == Build::Release { "2 min, seconds when little changed" } else { "30 s" };
    let linked = timed("compiling the widget", usually, || wasm::compile(workspace, "supranet", "element", build))?;
    let mut bound = timed("making the glue", "", || wasm::bind(&linked, "supranet", build == Build::Release))?;
    if build == Build::Release {
        bound.wasm = timed("wasm-opt", "10 s", || wasm::optimise(npm, &bound.wasm, scratch))?;
        bound.wasm = timed("putting alike functions together", "", || order::alike_together(&bound.wasm))?;
    }
    add_writer(workspace, npm, build, scratch, files)?;
    let own = ["pkg/take.js", "pkg/swap.js", "pkg/guard.js"].map(|path| workspace.read(path));
    let before =
        format!("const WRITER = {};\n{}", writer_pins(files)?, own.into_iter().collect::<Result<Vec<_>>>()?.concat());
    let guarded = glue::with_guard(&glue::with_any_window(&glue::with_own_start(&bound.glue)?)?, &before)?;
    ensure!(
        !guarded.contains("innerHTML"),
        "the widget imports innerHTML: a `view!` lacks its global class, see docs of Trusted Types"
    );
    files.add(GLUE, minify::glue(npm, &guarded, build)?);
    files.add(WASM, bound.wasm);
    Ok(())
}

/// What writes files, which is loaded when a visitor first wants one.
fn add_writer(workspace: &Workspace, npm: &Npm, build: Build, scratch: &Path, files: &mut Files) -> Result<()> {
    let linked = timed("compiling what writes files", "", || wasm::compile(workspace, "supranet-export", "", build))?;
    let mut bound = wasm::bind(&linked, "supranet-export", false)?;
    if build == Build::Release {
        bound.wasm = wasm::optimise(npm, &bound.wasm, scratch)?;
    }
    let glue = format!("{}{}", workspace.read("pkg/save.js")?, glue::with_own_start(&bound.glue)?);
    files.add(WRITER_GLUE, minify::glue(npm, &glue, build)?);
    files.add(WRITER, bound.wasm);
    Ok(())
}

fn add_languages(workspace: &Workspace, files: &mut Files) -> Result<()> {
    for path in files_of(&workspace.path("src/i18n"), "json")? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.add(format!("lang/{name}"), minify::json(&text).with_context(|| path.display().to_string())?);
    }
    Ok(())
}

fn add_bundled(workspace: &Workspace, files: &mut Files) -> Result<()> {
    let scripts = [workspace.read("pkg/take.js")?, workspace.read("pkg/supranet.js")?];
    let is_asked_for = |(name, _): &(&str, usize)| {
        *name != FRAGMENT && is_pinned(name) || [WRITER_GLUE, WRITER, "dataset.json"].contains(name)
    };
    let values = [("FILES", pins(files)?), ("WRITER", writer_pins(files)?), ("VERSION", version())];
    let text = bundled::entry(scripts.each_ref().map(String::as_str), files.lengths().filter(is_asked_for), &values)?;
    files.add(BUNDLED, text.into_bytes());
    Ok(())
}

/// The release, as JavaScript.
fn version() -> String {
    json!(env!("CARGO_PKG_VERSION")).to_string()
}

/// Both files of what writes files, each with its hash.
fn writer_pins(files: &Files) -> Result<String> {
    Ok(json!([[WRITER_GLUE, files.pin(WRITER_GLUE)?], [WRITER, files.pin(WRITER)?]]).to_string())
}

/// Whether the entry asks for this file by its hash.
fn is_pinned(name: &str) -> bool {
    [GLUE, WASM, FRAGMENT].contains(&name) || name.starts_with("lang/")
}

/// The files that the entry asks for, each with the hash that it must have.
fn pins(files: &Files) -> Result<String> {
    let mut pins = serde_json::Map::new();
    for name in files.names().filter(|name| is_pinned(name)) {
        // All end with the same sign, which the entry adds.
        pins.insert(name.to_owned(), json!(files.pin(name)?.trim_end_matches('=')));
    }
    Ok(serde_json::Value::Object(pins).to_string())
}

/// The files of a kind in a folder, sorted.
fn files_of(folder: &Path, kind: &str) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == kind) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Puts the new folder where the old one is, so that nobody finds half of it and nothing old stays.
fn swap(made: &Path, place: &Path, scratch: &Path) -> Result<()> {
    if place.exists() {
        fs::rename(place, scratch.join("old")).with_context(|| format!("cannot move {} away", place.display()))?;
    }
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(made, place).with_context(|| format!("cannot put the new package at {}", place.display()))
}

/// A folder on the same disk as the package, gone when the build is over, well or not.
struct Scratch(PathBuf);

impl Scratch {
    fn new(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.tools.join(format!("scratch-{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A scratch folder that stays harms nobody: it is ignored by git, and the next build has one of its own.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_learns_the_hash_of_each_file_that_it_asks_for() -> Result<()> {
        let mut files = Files::default();
        for name in [GLUE, WASM, FRAGMENT, "lang/en.json", "dataset.json"] {
            files.add(name, name.into());
        }
        let pins: serde_json::Value = serde_json::from_str(&pins(&files)?)?;
        for name in [GLUE, WASM, FRAGMENT, "lang/en.json"] {
            assert_eq!(pins[name].as_str().map(str::len), Some(43), "{name}");
        }
        assert_eq!(pins.as_object().map(serde_json::Map::len), Some(4));
        Ok(())
    }

    #[test]
    fn a_swap_leaves_nothing_old() -> Result<()> {
        let here = std::env::temp_dir().join(format!("xtask-swap-{}", std::process::id()));
        let (made, place, scratch) = (here.join("made"), here.join("pkg/dist"), here.join("scratch"));
        for (folder, name) in [(&made, "new"), (&place, "stale"), (&scratch, "other")] {
            fs::create_dir_all(folder)?;
            fs::write(folder.join(name), name)?;
        }
        swap(&made, &place, &scratch)?;
        assert!(place.join("new").is_file() && !place.join("stale").exists());
        fs::remove_dir_all(here)?;
        Ok(())
    }
}
