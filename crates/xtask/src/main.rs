//! Automation for contributors: `cargo xtask --help`. Never shipped.
//! Knows the commands; each lives in a module of its own.

mod bench;
mod consumers;
mod gen_data;
mod interface;
mod pkg;
mod run;
mod serve;
mod size;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::pkg::Build;
use crate::test::Step;
use crate::tools::debian::ByHand;
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
    /// Build the package, then serve the site with the widget on the real dataset, under a strict policy.
    Serve {
        /// The port of 127.0.0.1 to listen on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// A quick build for contributors: not small, names kept.
        #[arg(long)]
        dev: bool,
    },
    /// Write what README.md and the types say of the element, from pkg/custom-elements.json.
    Interface,
    /// Write a synthetic dataset of any size, the same for the same seed.
    Gen(gen_data::Wanted),
    /// Measure, and write the figures below docs/bench/.
    Bench {
        /// Only these, separated by commas.
        #[arg(long, value_enum, value_delimiter = ',')]
        only: Vec<bench::What>,
    },
    /// Run every check; the last line says how many passed and failed.
    Test {
        /// Only these checks, separated by commas.
        #[arg(long, value_enum, value_delimiter = ',')]
        only: Vec<Step>,
        /// Only these browsers for the end-to-end checks, separated by commas.
        #[arg(long, default_value = "chromium,firefox,webkit")]
        browser: String,
    },
}

fn main() -> ExitCode {
    let result = pkg::link::as_linker().unwrap_or_else(|| carry_out(Arguments::parse().task));
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            // 2 asks for something to be done by hand, 1 is a failure.
            if error.is::<ByHand>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn carry_out(task: Task) -> Result<ExitCode> {
    if let Task::Gen(wanted) = &task {
        return wanted.write().map(|()| ExitCode::SUCCESS);
    }
    let workspace = Workspace::find()?;
    match task {
        Task::Gen(_) => Ok(ExitCode::SUCCESS),
        Task::Bench { only } => bench::bench(&workspace, &only).map(|()| ExitCode::SUCCESS),
        Task::Interface => interface::write(&workspace).map(|()| ExitCode::SUCCESS),
        Task::Pkg { dev } => package(&workspace, Build::of(dev)),
        Task::Serve { port, dev } => {
            pkg::build(&workspace, Build::of(dev))?;
            serve::serve(&workspace, port)?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Test { only, browser } => test::test(&workspace, &only, &browser),
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
