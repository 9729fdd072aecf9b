//! From what was measured to a table for people and raw JSON below docs/bench/.
//! Knows nothing of how it is measured; what a table says is in a module for each.

pub mod engine;
pub mod hosting;
pub mod page;

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::run;
use crate::workspace::Workspace;

/// The machine, by what matters to a time and by no name.
///
/// # Errors
/// The compiler does not say its version.
pub fn machine() -> Result<Value> {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    let rustc = run::output(std::process::Command::new("rustc").arg("--version"))?;
    Ok(json!({ "cores": cores, "processor": model, "system": std::env::consts::OS, "rustc": rustc.trim() }))
}

/// Writes a table and what it was made of as docs/bench/NAME.md and .json, and prints the table.
///
/// # Errors
/// Nothing can be written.
pub fn write(workspace: &Workspace, name: &str, table: &str, raw: &Value) -> Result<()> {
    let folder = workspace.path("docs/bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for (kind, text) in [("md", table.to_owned()), ("json", format!("{raw}\n"))] {
        let file = format!("{name}.{kind}");
        fs::write(folder.join(&file), text).with_context(|| format!("cannot write docs/bench/{file}"))?;
    }
    println!("{table}");
    Ok(())
}

fn row(text: &mut String, name: &str, cells: &[String]) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
}

/// The one in the middle; 0 of none.
fn median(all: Vec<f64>) -> f64 {
    quantile(all, 0.5)
}

/// The one below which so large a part of all stands; 0 of none.
fn quantile(mut all: Vec<f64>, part: f64) -> f64 {
    all.sort_by(f64::total_cmp);
    let at = (all.len() as f64 * part) as usize;
    all.get(at.min(all.len().saturating_sub(1))).copied().unwrap_or_default()
}
