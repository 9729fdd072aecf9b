//! Tools from npm: pinned by `npm/package-lock.json` beside this crate, installed into `.tools/npm/`.
//! Knows nothing of what the tools do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::run;
use crate::workspace::Workspace;

const PINS: [&str; 2] = ["package.json", "package-lock.json"];

/// The npm tools, installed.
#[derive(Debug)]
pub struct Npm {
    folder: PathBuf,
}

impl Npm {
    /// Installs what the lock says, unless that is what is there already.
    ///
    /// # Errors
    /// Node.js or npm is missing, or npm cannot install.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.tools.join("npm");
        let pins = workspace.path("crates/xtask/npm");
        ensure!(
            run::exists("node") && run::exists("npm"),
            "Node.js (18 or later) with npm is needed for wasm-opt, esbuild, terser and tsc: install it (Debian: `apt-get install nodejs npm`) and run this again"
        );
        if !is_current(&folder, &pins)? {
            run::timed(
                "installing wasm-opt, esbuild, terser, tsc, axe-core, puppeteer-core, the frameworks of host pages, and what \
                 consumers build with, from npm",
                "30 s",
                || install(&folder, &pins),
            )?;
        }
        Ok(Self { folder })
    }

    /// Where they are installed.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A command that runs an installed tool by its name.
    pub fn tool(&self, name: &str) -> Command {
        Command::new(self.folder.join("node_modules/.bin").join(name))
    }
}

fn install(folder: &Path, pins: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for name in PINS {
        fs::copy(pins.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    // No install script is needed by any of these packages, so none may run. Bootstrap's peers are left out: host pages
    // use its style alone.
    run::run_quietly(Command::new("npm").current_dir(folder).args([
        "ci",
        "--ignore-scripts",
        "--legacy-peer-deps",
        "--no-audit",
        "--no-fund",
    ]))?;
    fs::write(stamp(folder), read_pins(pins)?).context("cannot write the stamp of the npm tools")
}

/// The stamp is written last and holds the pins, so that an install that broke off is not taken for one.
fn is_current(folder: &Path, pins: &Path) -> Result<bool> {
    Ok(fs::read_to_string(stamp(folder)).is_ok_and(|stamp| read_pins(pins).is_ok_and(|pins| pins == stamp))
        && folder.join("node_modules/.bin").is_dir())
}

fn stamp(folder: &Path) -> PathBuf {
    folder.join("node_modules/.supranet-stamp")
}

fn read_pins(pins: &Path) -> Result<String> {
    let mut all = String::new();
    for name in PINS {
        let path = pins.join(name);
        all += &fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_pins_by_content_and_names_no_host() -> Result<()> {
        let lock = Workspace::find()?.read("crates/xtask/npm/package-lock.json")?;
        assert!(!lock.contains("\"resolved\""));
        let lock: serde_json::Value = serde_json::from_str(&lock)?;
        let packages = lock["packages"].as_object().context("no packages")?;
        let unpinned: Vec<_> =
            packages.iter().filter(|(path, package)| !path.is_empty() && !package["integrity"].is_string()).collect();
        assert!(packages.len() > 3 && unpinned.is_empty(), "{unpinned:?}");
        Ok(())
    }

    #[test]
    fn another_lock_means_another_install() -> Result<()> {
        let here = std::env::temp_dir().join(format!("xtask-npm-{}", std::process::id()));
        let (folder, pins) = (here.join("tools"), here.join("pins"));
        fs::create_dir_all(folder.join("node_modules/.bin"))?;
        fs::create_dir_all(&pins)?;
        for name in PINS {
            fs::write(pins.join(name), "one")?;
        }
        assert!(!is_current(&folder, &pins)?);
        fs::write(stamp(&folder), "oneone")?;
        assert!(is_current(&folder, &pins)?);
        fs::write(pins.join(PINS[1]), "two")?;
        assert!(!is_current(&folder, &pins)?);
        fs::remove_dir_all(here)?;
        Ok(())
    }
}
