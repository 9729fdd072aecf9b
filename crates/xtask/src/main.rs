//! Automation for contributors: `cargo xtask --help`. Never shipped.
//! Knows the commands; each lives in a module of its own.

mod pkg;
mod run;
mod size;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::pkg::Build;
use crate::workspace::Workspace;

/// Automation for contributors. Every command installs what it needs into .tools/ first, and finds it there again.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build pkg/dist/, the files that a partner hosts, and say how large they are.
    Pkg {
        /// A quick build for contributors: not small, names kept.
        #[arg(long)]
        dev: bool,
    },
}

fn main() -> ExitCode {
    let result = pkg::link::as_linker().unwrap_or_else(|| carry_out(Arguments::parse().task));
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Pkg { dev } => package(&workspace, if dev { Build::Quick } else { Build::Release }),
    }
}

fn package(workspace: &Workspace, build: Build) -> Result<ExitCode> {
    let sizes = pkg::build(workspace, build)?;
    println!("{}", size::table(&sizes));
    if build == Build::Release {
        for (met, gate) in size::Budget::read(workspace)?.gates(&sizes) {
            println!("{} {gate}", if met { "within budget:" } else { "OVER BUDGET:" });
        }
    }
    Ok(ExitCode::SUCCESS)
}
