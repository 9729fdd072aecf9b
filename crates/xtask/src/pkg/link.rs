//! Stands in for the linker while the widget is compiled, to leave out exports that no page can reach.
//! Knows nothing of the widget; what it leaves out is a table.
//!
//! Leptos links `server_fn`, which links `wasm-streams`. Its `#[wasm_bindgen]` classes are exported, and what is
//! exported stays, with all that it calls, although no page of ours can get hold of such a class. Only the linker can
//! take it out whole: later, function tables hold on to it. So cargo is told that this program is the linker; it drops
//! the `--export` of those names and starts the real one. What wasm-bindgen was told of them goes in `programs`.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::run;

/// As exports are named: the classes of `wasm-streams` (`IntoUnderlyingByteSource`, `…Sink`, `…Source`), and what `js-sys`
/// has for functions that suspend, of which there is none.
const UNREACHABLE: [&str; 2] = ["intounderlying", "jspi_task_poll"];

/// Set while cargo builds the widget: where the real linker is.
const REAL: &str = "XTASK_LINKER";

/// Lets cargo, started by this command, link through this program.
///
/// # Errors
/// The toolchain has no `rust-lld`.
pub fn link_through_us(cargo: &mut Command) -> Result<()> {
    let sysroot = run::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = run::output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say its host")?;
    let lld = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(host).join("bin/rust-lld");
    anyhow::ensure!(lld.with_extension(std::env::consts::EXE_EXTENSION).is_file(), "no rust-lld at {}", lld.display());
    let us = std::env::current_exe().context("cannot tell where xtask is")?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", us).env(REAL, lld);
    Ok(())
}

/// Links, if that is what this process was started for.
pub fn as_linker() -> Option<Result<ExitCode>> {
    let real = std::env::var_os(REAL)?;
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    // Cargo's own `xtask` below such a cargo would not be the linker.
    (arguments.first().is_some_and(|first| first == "-flavor")).then(|| link(&real, arguments))
}

fn link(real: &OsStr, arguments: Vec<OsString>) -> Result<ExitCode> {
    let status = Command::new(real).args(without_unreachable(arguments)).status().context("cannot start rust-lld")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn without_unreachable(arguments: Vec<OsString>) -> Vec<OsString> {
    let mut kept: Vec<OsString> = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if kept.last().is_some_and(|last| last == "--export") && is_unreachable(&argument) {
            kept.pop();
        } else {
            kept.push(argument);
        }
    }
    kept
}

fn is_unreachable(export: &OsStr) -> bool {
    let name = export.to_string_lossy();
    let name = name.trim_start_matches("__wbindgen_describe_").trim_start_matches("__wbg_");
    UNREACHABLE.iter().any(|class| name.starts_with(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_exports_go() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let line = "-flavor wasm --export __wbg_intounderlyingsink_free_58a9 --export intounderlyingsource_pull_58a9 \
                    --export __wbindgen_describe_intounderlyingsink_write_58a9 --export mount_1f \
                    --export __wbindgen_describe___wbg_new_with_underlying_sink_6b48 intounderlying.o";
        let kept = "-flavor wasm --export mount_1f --export __wbindgen_describe___wbg_new_with_underlying_sink_6b48 \
                    intounderlying.o";
        assert_eq!(without_unreachable(words(line)), words(kept));
    }
}
