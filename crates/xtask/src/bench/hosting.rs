//! The package on nginx as a partner would serve it, asked by wrk as often as it answers.
//! Knows nothing of the configuration: that is www/docs/hosting/nginx.conf.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use supranet_hosting::{Host, Kind, Page};

use super::report;
use crate::pkg::{self, Build};
use crate::run;
use crate::tools::debian;
use crate::workspace::Workspace;

/// How many ask at once, by how many threads of wrk.
const CONNECTIONS: usize = 32;
const THREADS: usize = 2;
const WORKERS: usize = 2;
/// What a visit asks for without a hash, and with one.
const PLAIN: [&str; 3] = ["supra-network.css", "supranet.js", "dataset.json"];
const PINNED: [&str; 3] = ["supranet-glue.js", "supranet.wasm", "lang/en.json"];
/// Any hash: what stands in the address decides on caching alone.
const HASH: &str = "?Ya3vMgL9";

/// Measures, and writes docs/bench/hosting.md and .json.
///
/// # Errors
/// A tool is missing, something does not build, or an answer was an error.
pub fn measure(workspace: &Workspace) -> Result<()> {
    debian::ensure_servers()?;
    debian::ensure_load()?;
    pkg::build(workspace, Build::Release)?;
    let host = Host::start_with(Kind::Nginx, &workspace.dist(), &Page::default(), WORKERS)?;
    let plain = PLAIN.map(|name| format!("/supranet/{name}"));
    let pinned = PINNED.map(|name| format!("/supranet/{name}{HASH}"));
    let again: Vec<String> =
        plain.iter().map(|path| Ok(format!("{path}|{}", tag(&host, path)?))).collect::<Result<_>>()?;
    let first: Vec<String> = plain.iter().chain(&pinned).cloned().collect();
    let runs: [(&str, &str, &[String], usize); 5] = [
        ("first", "a first visit: style, entry, glue, module, words, data", &first, 30),
        ("again", "a later visit: style, entry, data, not changed (304)", &again, 30),
        ("entry", "the entry", &plain[1..2], 30),
        ("module", "the module", &pinned[1..2], 30),
        ("data", "the data", &plain[2..3], 30),
    ];
    let mut measured = Vec::new();
    for (key, name, paths, seconds) in runs {
        let said = run::timed(&format!("asking for {name}"), &format!("{seconds} s"), || {
            ask(workspace, &host, paths, seconds)
        })?;
        ensure!(said["errors"] == 0 && said["requests"].as_u64() > Some(0), "{name}: {said}");
        measured.push(json!({ "key": key, "name": name, "files": paths.len(), "said": said }));
    }
    let nginx = run::output(Command::new("sh").args(["-c", "/usr/sbin/nginx -v 2>&1"]))?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let raw = json!({
        "machine": report::machine()?, "nginx": nginx.trim(), "load": load.trim(), "connections": CONNECTIONS,
        "threads": THREADS, "workers": WORKERS, "runs": measured,
    });
    report::write(workspace, "hosting", &report::hosting::table(&raw)?, &raw)
}

fn ask(workspace: &Workspace, host: &Host, paths: &[String], seconds: usize) -> Result<Value> {
    let mut wrk = Command::new("wrk");
    wrk.arg(format!("--threads={THREADS}")).arg(format!("--connections={CONNECTIONS}"));
    wrk.arg(format!("--duration={seconds}s")).arg("--script").arg(workspace.path("bench/hosting/visit.lua"));
    let said = run::output(wrk.arg(host.url("")).arg("--").args(paths))?;
    serde_json::from_str(said.lines().last().unwrap_or_default()).context("visit.lua did not print JSON")
}

/// What a browser that has the file would ask with.
fn tag(host: &Host, path: &str) -> Result<String> {
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--head", "--header", "Accept-Encoding: br"]).arg(host.url(path));
    let head = run::output(&mut curl)?;
    let tag = head.lines().find_map(|line| line.strip_prefix("ETag: ")).context("no ETag")?;
    Ok(tag.trim().to_owned())
}
