//! Makes text smaller without changing what it means: JavaScript and CSS by esbuild, JavaScript then by terser, JSON here.
//! Knows nothing of which files there are.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::Build;
use crate::run;
use crate::tools::npm::Npm;

/// How a script is put on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `<script type="module">`.
    Module,
    /// `<script>`.
    Classic,
}

/// Bundles a script with the files it imports, with `defines` (name, JavaScript literal) put in and properties that are its
/// `own` shortened.
///
/// # Errors
/// esbuild or terser refuses it; the message says where.
pub fn script(
    npm: &Npm,
    source: &Path,
    format: Format,
    defines: &[(&str, String)],
    own: &[&str],
    build: Build,
) -> Result<Vec<u8>> {
    let mut command = esbuild(npm, build);
    command.arg(source).arg("--bundle");
    command.arg(if format == Format::Module { "--format=esm" } else { "--format=iife" });
    command.args(defines.iter().map(|(name, value)| format!("--define:{name}={value}")));
    if !own.is_empty() {
        command.arg(format!("--mangle-props=^({})$", own.join("|")));
    }
    tightened(npm, run::output(&mut command)?.into_bytes(), format, build)
}

/// Minifies the glue, and drops of it what nothing calls.
///
/// # Errors
/// esbuild refuses it.
pub fn glue(npm: &Npm, text: &str, build: Build) -> Result<Vec<u8>> {
    let mut command = esbuild(npm, build);
    command.args(["--format=esm", "--loader=js", "--tree-shaking=true"]);
    tightened(npm, piped(&mut command, text.as_bytes())?, Format::Module, build)
}

/// What esbuild wrote, with what terser finds besides: 100 bytes of the entry script, 45 of the glue, as brotli.
fn tightened(npm: &Npm, script: Vec<u8>, format: Format, build: Build) -> Result<Vec<u8>> {
    if build == Build::Quick {
        return Ok(script);
    }
    let mut command = npm.tool("terser");
    command.args(["--ecma", "2022", "--mangle", "--compress", "passes=3,ecma=2022", "--format", "ascii_only=true"]);
    if format == Format::Module {
        command.arg("--module");
    }
    piped(&mut command, &script)
}

/// Minifies a stylesheet.
///
/// # Errors
/// esbuild refuses it.
pub fn style(npm: &Npm, source: &Path, build: Build) -> Result<Vec<u8>> {
    let mut command = esbuild(npm, build);
    command.arg(source);
    run::output(&mut command).map(String::into_bytes)
}

/// Takes the white space between the tokens of a JSON text away. Keys keep their order and numbers their digits.
///
/// # Errors
/// It is not JSON; the message says where.
pub fn json(text: &str) -> Result<Vec<u8>> {
    serde_json::from_str::<serde::de::IgnoredAny>(text).context("not JSON")?;
    let (mut compact, mut in_string, mut escaped) = (Vec::with_capacity(text.len()), false, false);
    for &byte in text.as_bytes() {
        if in_string || !byte.is_ascii_whitespace() {
            compact.push(byte);
        }
        in_string ^= byte == b'"' && !escaped;
        escaped = in_string && byte == b'\\' && !escaped;
    }
    Ok(compact)
}

fn esbuild(npm: &Npm, build: Build) -> Command {
    let mut command = npm.tool("esbuild");
    command.args(["--target=es2022", "--log-level=warning", "--legal-comments=none", "--charset=ascii"]);
    if build == Build::Release {
        command.arg("--minify");
    }
    command
}

fn piped(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start esbuild or terser: run `cargo xtask pkg` again")?;
    // Both read all of their input before they write.
    child.stdin.take().context("it takes no input")?.write_all(input)?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "{} ended with {}", command.get_program().display(), output.status);
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_loses_white_space_only() -> Result<()> {
        let compact = json("{\n  \"b\": [1.50, \"a  \\\" b\\\\\"],\n  \"a\" : null }\n")?;
        assert_eq!(String::from_utf8(compact)?, r#"{"b":[1.50,"a  \" b\\"],"a":null}"#);
        Ok(())
    }

    #[test]
    fn what_is_not_json_is_refused() {
        assert!(json("{\"a\": 1,}").is_err());
        assert!(json("").is_err());
    }
}
