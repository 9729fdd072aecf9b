//! `cargo xtask test`: every check of the project, in one command, with one count at the end.
//! Knows the order of the steps and how they are counted; what each does is in `steps`.

mod count;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use self::count::Count;
use self::steps::Steps;
use crate::tools::{debian, npm::Npm, rust};
use crate::workspace::Workspace;

/// The checks, in the order in which they run: quick ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// rustfmt finds nothing to change.
    Fmt,
    /// clippy finds nothing, native and for WebAssembly.
    Lint,
    /// Unit tests of every native crate, the rules of the house among them.
    Unit,
    /// The dataset has no issue.
    Data,
    /// The documentation builds without a warning, and the example in TypeScript too.
    Docs,
    /// The widget's own tests in headless Chromium.
    Web,
    /// The package is within its budget.
    Size,
    /// Partners' servers answer as the configurations for them say.
    Hosting,
    /// What others build with the package and with the component.
    Consumers,
    /// What visitors and host pages can rely on, in real browsers.
    E2e,
}

/// Runs the chosen steps, all of them if none is chosen, and prints `N passed, N failed` as the last line.
///
/// # Errors
/// A tool is missing and cannot be installed. A check that fails is no error.
pub fn test(workspace: &Workspace, only: &[Step], browsers: &str) -> Result<ExitCode> {
    let chosen: Vec<_> =
        Step::value_variants().iter().copied().filter(|step| only.is_empty() || only.contains(step)).collect();
    ensure_tools(workspace, &chosen)?;
    let mut steps = Steps { workspace, browsers, package: None, consumers: None };
    let mut total = Count::default();
    for step in chosen {
        let name = step.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        println!("\n== {name}");
        let start = Instant::now();
        let count = steps::run(&mut steps, step);
        println!("== {name}: {count} in {:.0} s", start.elapsed().as_secs_f64());
        total += count;
    }
    println!("\n{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn ensure_tools(workspace: &Workspace, chosen: &[Step]) -> Result<()> {
    let any = |steps: &[Step]| chosen.iter().any(|step| steps.contains(step));
    if any(&[Step::Fmt, Step::Lint]) {
        rust::ensure_components()?;
    }
    if any(&[Step::Lint, Step::Web, Step::Size, Step::Consumers, Step::Hosting, Step::E2e]) {
        rust::ensure_wasm_target()?;
    }
    if any(&[Step::Docs, Step::Size, Step::Consumers, Step::Hosting, Step::E2e]) {
        Npm::ensure(workspace)?;
    }
    if any(&[Step::Web, Step::E2e]) {
        debian::ensure_browsers()?;
    }
    if any(&[Step::Hosting, Step::E2e]) {
        debian::ensure_servers()?;
    }
    if any(&[Step::Web]) {
        rust::ensure_program(workspace, &rust::test_runner(&workspace.locked_version("wasm-bindgen")?))?;
    }
    if any(&[Step::E2e]) {
        rust::ensure_program(workspace, &rust::GECKODRIVER)?;
    }
    Ok(())
}
