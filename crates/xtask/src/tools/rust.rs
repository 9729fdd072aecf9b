//! Parts of the Rust toolchain and programs from crates.io.
//! Knows nothing of what is built with them.

use std::process::Command;

use anyhow::{Context, Result};

use crate::run;
use crate::workspace::Workspace;

/// The target that the widget is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target to the toolchain unless it is there.
///
/// # Errors
/// rustup is missing or cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let list = run::output(Command::new("rustup").args(["target", "list", "--installed"]))
        .context("rustup is needed to add the WebAssembly target")?;
    if list.lines().any(|line| line.trim() == WASM) {
        return Ok(());
    }
    run::timed("adding the WebAssembly target", "10 s", || {
        run::run_quietly(Command::new("rustup").args(["target", "add", WASM]))
    })
}

/// Adds rustfmt and clippy unless they are there.
///
/// # Errors
/// rustup is missing or cannot add one.
pub fn ensure_components() -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if !run::exists(program) {
            run::timed(&format!("adding {component}"), "10 s", || {
                run::run_quietly(Command::new("rustup").args(["component", "add", component]))
            })?;
        }
    }
    Ok(())
}

/// A program from crates.io, pinned.
#[derive(Debug)]
pub struct Program<'a> {
    /// The crate.
    pub name: &'a str,
    /// The exact version.
    pub version: &'a str,
    /// The program wanted of it.
    pub bin: &'a str,
    /// Build with the crate's own lock file.
    pub locked: bool,
    /// How long it usually takes, for the announcement.
    pub usually: &'a str,
}

/// Drives Firefox.
pub const GECKODRIVER: Program<'static> =
    Program { name: "geckodriver", version: "0.37.1", bin: "geckodriver", locked: true, usually: "2 min" };

/// Runs the widget's tests in a browser; it must be of the version of the wasm-bindgen crate.
pub fn test_runner(version: &str) -> Program<'_> {
    // Its lock file can be newer than what the registry has, so it is not used.
    Program { name: "wasm-bindgen-cli", version, bin: "wasm-bindgen-test-runner", locked: false, usually: "3 min" }
}

/// Installs a program into `.tools/bin/` unless that version is there.
///
/// # Errors
/// Cargo cannot build it.
pub fn ensure_program(workspace: &Workspace, program: &Program) -> Result<()> {
    let list = workspace.tools.join(".crates.toml");
    let wanted = format!("\"{} {} (", program.name, program.version);
    let installed = std::fs::read_to_string(list).is_ok_and(|list| list.contains(&wanted))
        && workspace.tools.join("bin").join(program.bin).is_file();
    if installed {
        return Ok(());
    }
    run::timed(&format!("building {} {} from crates.io", program.bin, program.version), program.usually, || {
        let mut command = run::cargo(&workspace.root, &["install", "--quiet", program.name]);
        command.args(["--version", program.version, "--bin", program.bin, "--root"]).arg(&workspace.tools);
        if program.locked {
            command.arg("--locked");
        }
        run::run(&mut command)
    })
}
