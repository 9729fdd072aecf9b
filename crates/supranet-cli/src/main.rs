//! The `supranet` command, for people who publish a dataset.
//!
//! Knows nothing of the format itself: what it says of a file is what the widget would find, as both
//! read it by `supranet-core`. Each subcommand is a module with its own options.

#![cfg_attr(test, allow(clippy::expect_used, reason = "a test may stop where it stands"))]

mod check;
mod diff;
mod export;
mod feed;
mod file;
#[cfg(test)]
mod ids;
mod jsonld;
mod locale;
mod output;
mod render;
mod schema;
mod shown;
#[cfg(test)]
mod testing;
mod words;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Checks the datasets that the Supranet widget shows, and makes other things of them.
#[derive(Parser)]
#[command(name = "supranet", version, arg_required_else_help = true)]
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
    /// Prints all cards as plain HTML, to paste inside `<supra-network>`.
    ///
    /// The page then has the cards where scripts do not run, and search engines find the same facts as JSON-LD. There
    /// are no scripts and no styles in it.
    Render(render::Arguments),
    /// Prints the dataset in another format.
    Export(export::Arguments),
    /// Says what changed from one file to another, as a changelog.
    ///
    /// What is compared is what the files say, whatever their layout and the order of their records.
    Diff(diff::Arguments),
    /// Prints the agreements as an Atom feed.
    Feed(feed::Arguments),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        // The standard error is not locked: progress is shown there meanwhile.
        Command::Check(options) => check::run(&options, &mut io::stdout().lock(), &mut io::stderr()).into(),
        Command::Schema => schema::run(&mut io::stdout().lock()),
        Command::Render(arguments) => printed(render::run(&arguments)),
        Command::Export(arguments) => printed(export::run(&arguments)),
        Command::Feed(arguments) => printed(feed::run(&arguments)),
        Command::Diff(arguments) => ended(diff::run(&arguments).and_then(|(text, is_different)| {
            output::write(&mut io::stdout(), &text)?;
            Ok(ExitCode::from(u8::from(is_different)))
        })),
    }
}

/// Prints what was made of files, and says where part of them was left out.
fn printed(made: Result<(String, Option<String>)>) -> ExitCode {
    ended(made.and_then(|(text, left_out)| {
        left_out.iter().for_each(|line| complain(line));
        output::write(&mut io::stdout(), &text)?;
        Ok(ExitCode::SUCCESS)
    }))
}

/// Says why nothing was printed.
fn ended(result: Result<ExitCode>) -> ExitCode {
    result.unwrap_or_else(|error| {
        complain(&format!("{error:#}"));
        ExitCode::from(2)
    })
}

/// One line for the administrator. Who closed that output, too, cannot be told anything.
fn complain(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}
