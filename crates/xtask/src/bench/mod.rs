//! `cargo xtask bench`: measures, and writes what came of it as a table and as raw JSON below docs/bench/.
//! Knows what can be measured; how is in a module for each.

mod engine;
mod hosting;
mod page;
mod report;

use anyhow::Result;
use clap::ValueEnum;

use crate::workspace::Workspace;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// The engine in WebAssembly, at 100,000 initiatives and 200,000 agreements.
    Engine,
    /// The widget in a browser, beside a page written by hand.
    Page,
    /// nginx with the package as partners serve it.
    Hosting,
}

/// Measures the chosen things, all of them if none is chosen.
///
/// # Errors
/// A tool is missing, or what is measured does not build or run.
pub fn bench(workspace: &Workspace, only: &[What]) -> Result<()> {
    let chosen = |what: &&What| only.is_empty() || only.contains(what);
    for what in What::value_variants().iter().filter(chosen) {
        match what {
            What::Engine => engine::measure(workspace)?,
            What::Page => page::measure(workspace)?,
            What::Hosting => hosting::measure(workspace)?,
        }
    }
    Ok(())
}
