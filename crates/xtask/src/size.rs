//! How large the package is, against `size-budget.toml`.
//! Knows nothing of how it is made.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::pkg::FRAGMENT;
use crate::pkg::files::Size;
use crate::workspace::Workspace;

/// What every page loads before the first card, besides one language pack.
const CRITICAL: [&str; 4] = ["supranet.js", "supranet-glue.js", "supranet.wasm", "supra-network.css"];

/// `size-budget.toml`: bytes of brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The entry script, never more.
    entry: usize,
    /// What filters the plain HTML fragment, never more.
    fragment: usize,
    /// All critical code; 1 % more is let pass, because a compiler update moves it that much.
    critical: usize,
}

impl Budget {
    /// Reads the tracked figures.
    ///
    /// # Errors
    /// The file is missing or has other keys.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        toml::from_str(&workspace.read("size-budget.toml")?).context("size-budget.toml")
    }

    /// One line for each gate: is it met, and what was measured.
    pub fn gates(&self, sizes: &BTreeMap<String, Size>) -> Vec<(bool, String)> {
        let entry = sizes.get(CRITICAL[0]).map_or(0, |size| size.brotli);
        let fragment = sizes.get(FRAGMENT).map_or(0, |size| size.brotli);
        let critical = critical(sizes);
        let ceiling = self.critical + self.critical / 100;
        vec![
            (entry <= self.entry, format!("entry script {entry} B of {} B", self.entry)),
            (fragment <= self.fragment, format!("{FRAGMENT} {fragment} B of {} B", self.fragment)),
            (
                critical <= ceiling,
                format!("critical code {critical} B of {} B (fails above {ceiling} B)", self.critical),
            ),
        ]
    }
}

/// Entry, glue, module, style and the largest language pack, in bytes of brotli.
fn critical(sizes: &BTreeMap<String, Size>) -> usize {
    let language = sizes.iter().filter(|(name, _)| name.starts_with("lang/")).map(|(_, size)| size.brotli).max();
    CRITICAL.iter().filter_map(|name| sizes.get(*name)).map(|size| size.brotli).sum::<usize>() + language.unwrap_or(0)
}

/// The files and their sizes, for people.
pub fn table(sizes: &BTreeMap<String, Size>) -> String {
    let mut table = format!("{:<28}{:>10}{:>10}{:>10}\n", "file", "raw", "gzip", "brotli");
    for (name, size) in sizes {
        let Size { raw, gzip, brotli } = size;
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:<28}{raw:>10}{gzip:>10}{brotli:>10}");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(entry: usize, wasm: usize) -> BTreeMap<String, Size> {
        [
            ("supranet.js", entry),
            ("supranet.wasm", wasm),
            ("lang/en.json", 10),
            ("lang/sv.json", 20),
            ("dataset.json", 5000),
            (FRAGMENT, 2000),
        ]
        .map(|(name, brotli)| (name.to_owned(), Size { brotli, ..Size::default() }))
        .into()
    }

    #[test]
    fn critical_code_is_one_language_and_no_data() {
        assert_eq!(critical(&sizes(100, 1000)), 1120);
    }

    #[test]
    fn a_gate_fails_above_its_figure() {
        let budget = Budget { entry: 100, fragment: 2000, critical: 1000 };
        let met = |entry, wasm| budget.gates(&sizes(entry, wasm)).iter().map(|(met, _)| *met).collect::<Vec<_>>();
        assert_eq!(met(100, 890), [true, true, true]);
        assert_eq!(met(101, 889), [false, true, true]);
        assert_eq!(met(100, 891), [true, true, false]);
        let budget = Budget { fragment: 1999, ..budget };
        assert!(!budget.gates(&sizes(100, 890))[1].0);
    }

    #[test]
    fn the_tracked_budget_is_read() -> Result<()> {
        Budget::read(&Workspace::find()?).map(drop)
    }
}
