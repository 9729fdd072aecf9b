//! The `supranet` command, for people who publish a dataset.
//!
//! Knows nothing of the format itself: what it says of a file is what the widget would find, as both
//! read it by `supranet-core`. Each subcommand is a module with its own options.

mod check;
mod schema;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Checks the datasets that the Supranet widget shows.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what the widget would leave out, what is doubtful, and where.
    Check(check::Options),
    /// Prints the JSON Schema of the format, for editors that complete and check while one types.
    Schema,
}

fn main() -> ExitCode {
    match Cli::parse().command {
        // The standard error is not locked: progress is shown there meanwhile.
        Command::Check(options) => check::run(&options, &mut io::stdout().lock(), &mut io::stderr()).into(),
        Command::Schema => schema::run(&mut io::stdout().lock()),
    }
}
