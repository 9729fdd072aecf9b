//! The engine in WebAssembly: built as it ships and for speed, and asked in Node.js.
//! Knows nothing of what is asked: that is bench/engine/run.mjs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use supranet_gen::Plan;
use wasm_bindgen_cli_support::Bindgen;

use super::report;
use crate::pkg::wasm::optimise;
use crate::run;
use crate::tools::npm::Npm;
use crate::tools::rust::{self, WASM};
use crate::workspace::Workspace;

const PACKAGE: &str = "supranet-bench-engine";
const PLAN: Plan = Plan { initiatives: 100_000, agreements: 200_000, seed: 1 };

/// The builds, each with what it sets beside the profile that ships.
const BUILDS: [(&str, &[&str]); 2] =
    [("as shipped", &[]), ("core at opt-level 3", &["profile.release.package.supranet-core.opt-level=3"])];

/// Measures both builds, and writes docs/bench/engine.md and .json.
///
/// # Errors
/// A tool is missing, a build does not run, or the two give different answers.
pub fn measure(workspace: &Workspace) -> Result<()> {
    rust::ensure_wasm_target()?;
    let npm = Npm::ensure(workspace)?;
    let scratch = workspace.target.join("bench-engine");
    fs::create_dir_all(&scratch).with_context(|| format!("cannot create {}", scratch.display()))?;
    let dataset = scratch.join("dataset.json");
    run::timed("writing the dataset", "2 s", || Ok(fs::write(&dataset, PLAN.bytes()?)?))?;
    let mut builds = Vec::new();
    for (number, (name, settings)) in BUILDS.into_iter().enumerate() {
        let folder = scratch.join(number.to_string());
        fs::create_dir_all(&folder)?;
        let linked = run::timed(&format!("compiling the engine, {name}"), "20 s", || compile(workspace, settings))?;
        let wasm = run::timed("making the glue, wasm-opt", "5 s", || bind(&npm, &linked, &folder))?;
        let measured = run::timed("measuring", "1 min", || ask(workspace, &folder, &dataset))?;
        builds.push(json!({ "name": name, "settings": settings, "wasm": wasm, "measured": measured }));
    }
    let plan = json!({ "initiatives": PLAN.initiatives, "agreements": PLAN.agreements, "seed": PLAN.seed });
    let raw = json!({ "plan": plan, "machine": report::machine()?, "builds": builds });
    report::write(workspace, "engine", &report::engine::table(&raw)?, &raw)
}

fn compile(workspace: &Workspace, settings: &[&str]) -> Result<PathBuf> {
    let mut cargo =
        run::cargo(&workspace.root, &["build", "--quiet", "--target", WASM, "--package", PACKAGE, "--release"]);
    settings.iter().for_each(|setting| {
        cargo.args(["--config", setting]);
    });
    run::run(&mut cargo)?;
    Ok(workspace.target.join(WASM).join("release").join(format!("{}.wasm", PACKAGE.replace('-', "_"))))
}

/// Makes the glue and optimises as for the package; the size of the module.
fn bind(npm: &Npm, linked: &Path, folder: &Path) -> Result<usize> {
    let mut output = Bindgen::new()
        .input_path(linked)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate_output()
        .context("wasm-bindgen failed")?;
    fs::write(folder.join("engine.mjs"), output.js())?;
    let wasm = optimise(npm, &output.wasm_mut().emit_wasm(), folder)?;
    fs::write(folder.join("engine.wasm"), &wasm)?;
    Ok(wasm.len())
}

fn ask(workspace: &Workspace, folder: &Path, dataset: &Path) -> Result<Value> {
    let mut node = Command::new("node");
    node.arg(workspace.path("bench/engine/run.mjs")).args([folder.join("engine.mjs"), folder.join("engine.wasm")]);
    serde_json::from_str(&run::output(node.arg(dataset))?).context("run.mjs did not print JSON")
}
