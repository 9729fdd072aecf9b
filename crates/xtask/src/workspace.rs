//! Where things are: the workspace root, cargo's target folder, the tools, and what `Cargo.lock` says.
//! Knows nothing of what is done with them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The places xtask works in, all absolute.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the environment or a configuration put it.
    pub target: PathBuf,
    /// Tools that xtask installed (ignored by git, kept between runs).
    pub tools: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    ///
    /// # Errors
    /// Cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        // xtask lives in crates/xtask, two folders below the root; cargo knows the rest.
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).context("xtask is not in crates/xtask any more")?;
        let text = run::output(&mut run::cargo(root, &["metadata", "--format-version=1", "--no-deps", "--offline"]))?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            let folder = metadata[key].as_str().with_context(|| format!("cargo metadata has no `{key}`"))?;
            anyhow::Ok(PathBuf::from(folder))
        };
        let root = folder("workspace_root")?;
        Ok(Self { target: folder("target_directory")?, tools: root.join(".tools"), root })
    }

    /// A path below the root, given with `/`.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// What `pkg` builds.
    pub fn dist(&self) -> PathBuf {
        self.path("pkg/dist")
    }

    /// Reads a text file below the root.
    ///
    /// # Errors
    /// It is missing or not UTF-8; the message names it.
    pub fn read(&self, relative: &str) -> Result<String> {
        std::fs::read_to_string(self.path(relative)).with_context(|| format!("cannot read {relative}"))
    }

    /// The version of a crate in `Cargo.lock`.
    ///
    /// # Errors
    /// No such crate there, or more than one version of it.
    pub fn locked_version(&self, name: &str) -> Result<String> {
        locked_version(&self.read("Cargo.lock")?, name)
    }
}

fn locked_version(lock: &str, name: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock has no packages")?;
    let mut found = packages.iter().filter(|package| package.get("name").and_then(toml::Value::as_str) == Some(name));
    let first = found.next().with_context(|| format!("Cargo.lock has no `{name}`"))?;
    anyhow::ensure!(found.next().is_none(), "Cargo.lock has more than one version of `{name}`");
    let version = first.get("version").and_then(toml::Value::as_str);
    version.map(str::to_owned).with_context(|| format!("`{name}` has no version in Cargo.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_generator_is_of_the_same_version_as_the_crate() -> Result<()> {
        let workspace = Workspace::find()?;
        let generator = workspace.locked_version("wasm-bindgen-cli-support")?;
        assert_eq!(workspace.locked_version("wasm-bindgen")?, generator);
        Ok(())
    }

    #[test]
    fn a_crate_that_is_absent_or_twice_there_is_refused() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert!(locked_version(lock, "a").is_err());
        assert!(locked_version(lock, "b").is_err());
    }
}
