//! Starting other programs: what runs is said first, and a failure names the command line.
//! Knows nothing of which programs there are.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Says what starts now, and how long it usually takes if that is long enough to wonder.
pub fn say(what: &str, usually: &str) {
    if usually.is_empty() {
        eprintln!("· {what}");
    } else {
        eprintln!("· {what} (usually {usually})");
    }
}

/// Runs `work` between an announcement and the time it took.
///
/// # Errors
/// Whatever `work` returns, with the announcement as context.
pub fn timed<T>(what: &str, usually: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(what, usually);
    let start = Instant::now();
    let result = work().with_context(|| format!("failed: {what}"))?;
    eprintln!("  {:.1} s", start.elapsed().as_secs_f64());
    Ok(result)
}

/// Runs a command to its end with its output on ours; anything but exit code 0 is an error.
///
/// # Errors
/// The program is missing or did not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`: is it installed?"))?;
    if !status.success() {
        bail!("`{line}` ended with {status}");
    }
    Ok(())
}

/// Like [`run`], quiet: what the command printed is shown only when it fails.
///
/// # Errors
/// The program is missing or did not succeed.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// Runs a command and returns what it wrote to its standard output.
///
/// # Errors
/// The program is missing or did not succeed, or wrote something that is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let result =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{line}`: is it installed?"))?;
    if !result.status.success() {
        bail!(
            "`{line}` ended with {}\n{}{}",
            result.status,
            String::from_utf8_lossy(&result.stdout),
            String::from_utf8_lossy(&result.stderr)
        );
    }
    String::from_utf8(result.stdout).with_context(|| format!("`{line}` wrote something that is not UTF-8"))
}

/// Is there a program of this name that answers `--version`?
pub fn exists(program: impl AsRef<OsStr>) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A `cargo` command in the workspace root.
pub fn cargo(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).args(args);
    command
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named() {
        let error = run(Command::new("false").arg("--why")).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("`false --why` ended with")));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = output(&mut Command::new("no-such-program-of-ours")).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("is it installed?")));
        assert!(!exists("no-such-program-of-ours"));
    }
}
