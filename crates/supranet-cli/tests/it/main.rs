//! What a publisher notices of the command, as a program.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

mod bad_data;
mod command;
mod every_field;
mod printing;
mod recipe;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day that dates are compared with, so that no test fails because time goes by.
const TODAY: [&str; 2] = ["--today", "2026-11-22"];

/// The root of the tree.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs the command with these arguments and this standard input.
fn supranet(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_supranet"));
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    // It may be done before it has read all.
    child.stdin.take().expect("its input").write_all(input).ok();
    child.wait_with_output().expect("it ends")
}

/// Its exit code, what it prints, and what it says on the standard error.
fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}
