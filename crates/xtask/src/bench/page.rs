//! The widget in a browser, beside a page written by hand: both built and served as a partner would.
//! Knows nothing of what is done to them: that is bench/page/run.mjs.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use supranet_dev_server::{Mount, Server};
use supranet_gen::Plan;

use super::report;
use crate::pkg::files::Files;
use crate::pkg::{self, Build};
use crate::run;
use crate::tools::debian;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// The sizes that are measured, each a folder of what is served.
const SIZES: [usize; 3] = [43, 1_000, 10_000];
const SEED: u64 = 1;
/// Where its package of Debian puts it.
const CHROMIUM: &str = "/usr/bin/chromium";
/// Pages and pairs of each kind; of clicks there are four in each.
const ROUNDS: &str = "16";

/// With so many tasks at once two cores are not enough, and times say little.
const BUSY: f64 = 3.0;

/// The widget's page: the snippet as documented, on a page that has nothing else to load.
const WIDGET: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Initiatives, by the widget</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/supranet/supra-network.css">
    <script type="module" src="/supranet/supranet.js"></script>
  </head>
  <body>
    <h1>International cooperation</h1>
    <supra-network src="dataset.json"></supra-network>
  </body>
</html>
"#;
/// The widget's sheet, in the order in which its build joins it.
const STYLES: [&str; 4] = ["tokens.css", "base.css", "filters.css", "cards.css"];

/// Measures both, and writes docs/bench/page.md and .json.
///
/// # Errors
/// A tool is missing, something does not build, or the two pages do not show the same.
pub fn measure(workspace: &Workspace) -> Result<()> {
    debian::ensure_browsers()?;
    let npm = Npm::ensure(workspace)?;
    let sizes = pkg::build(workspace, Build::Release)?;
    let scratch = workspace.target.join("bench-page");
    run::timed("writing the pages and their data", "10 s", || pages(workspace, &npm, &scratch))?;
    let measured = run::timed("measuring", "5 min", || ask(workspace, &scratch))?;
    if measured["load"].as_array().into_iter().flatten().any(|load| load.as_f64().is_some_and(|load| load > BUSY)) {
        run::say("other work kept the machine busy: measure again before these figures are kept", "");
    }
    let brotli = |name: &str| sizes.get(name).map(|size| size.brotli);
    let raw = json!({
        "plan": { "agreements": "two for each initiative", "seed": SEED },
        "machine": report::machine()?,
        "module": brotli("supranet.wasm"),
        "run": measured,
    });
    report::write(workspace, "page", &report::page::table(&raw)?, &raw)
}

/// Writes what is served beside the package, compressed as the package is.
fn pages(workspace: &Workspace, npm: &Npm, scratch: &Path) -> Result<()> {
    let vanilla = workspace.read("bench/peers/vanilla/index.html")?;
    for size in SIZES {
        let mut files = Files::default();
        files.add("widget.html", WIDGET.into());
        files.add("vanilla.html", vanilla.clone().into_bytes());
        files.add("dataset.json", Plan::new(size, SEED).bytes()?);
        // The slow line is tried with the smallest only; the best compression of the others would take minutes.
        files.write(&scratch.join(size.to_string()), if size == SIZES[0] { 11 } else { 4 })?;
    }
    let script = fs::read_to_string(workspace.path("bench/peers/vanilla/vanilla.js"))?;
    let mut sheet = String::new();
    for name in STYLES {
        sheet += &workspace.read(&format!("src/style/{name}"))?;
    }
    let mut files = Files::default();
    for (name, text) in [("vanilla.js", script), ("sheet.css", sheet)] {
        fs::write(scratch.join(name), text)?;
        let minified = run::output(npm.tool("esbuild").arg(scratch.join(name)).args([
            "--minify",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=warning",
        ]))?;
        files.add(name, minified.into_bytes());
    }
    files.write(&scratch.join("vanilla"), 11).map(drop)
}

/// Serves all of it while the script measures.
fn ask(workspace: &Workspace, scratch: &Path) -> Result<Value> {
    let server = Server::builder().mount(Mount::new("/", scratch)).mount(Mount::new("/supranet/", workspace.dist()));
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server's runtime")?;
    let server = runtime.block_on(server.start())?;
    let mut node = Command::new("node");
    node.arg(workspace.path("bench/page/run.mjs")).arg(workspace.tools.join("npm"));
    let said = run::output(node.args([CHROMIUM, &server.url("/"), ROUNDS]))?;
    serde_json::from_str(&said).context("run.mjs did not print JSON")
}
