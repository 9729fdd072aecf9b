//! The `supranet` command, for people who publish a dataset.
//!
//! Knows nothing of the format itself: what it says of a file is what the widget would find, as both
//! read it by `supranet-core`.

mod check;
mod locale;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
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
    /// Says what the widget would leave out, and where.
    ///
    /// One line per issue: the file, the path inside it, and what is wrong. Nothing is printed for a
    /// file without an issue.
    #[command(after_help = "\
Exit status: 0 without an issue, 1 with one or more, 2 where a file cannot be read or is no dataset.

Examples:
  supranet check data/supranet.json
  supranet check ours.json theirs.json
  curl -s https://example.org/dataset.json | supranet check -")]
    Check {
        /// The files; `-` reads the standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check { files } => check::files(&files, &mut std::io::stdout(), &mut std::io::stderr()).into(),
    }
}
