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
/// What a page loads that has the widget in a frame.
const EMBED: &str = "embed.js";

/// `size-budget.toml`: bytes of brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The entry script, never more.
    entry: usize,
    /// What makes frames on a page, never more.
    embed: usize,
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
        let of = |name: &str| sizes.get(name).map_or(0, |size| size.brotli);
        let (entry, embed, fragment) = (of(CRITICAL[0]), of(EMBED), of(FRAGMENT));
        let critical = critical(sizes);
        let ceiling = self.critical + self.critical / 100;
        vec![
            (entry <= self.entry, format!("entry script {entry} B of {} B", self.entry)),
            (embed <= self.embed, format!("{EMBED} {embed} B of {} B", self.embed)),
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

    fn sizes(entry: usize, embed: usize, fragment: usize, wasm: usize) -> BTreeMap<String, Size> {
        [
            ("supranet.js", entry),
            ("embed.js", embed),
            ("supranet.wasm", wasm),
            ("lang/en.json", 10),
            ("lang/sv.json", 20),
            ("dataset.json", 5000),
            (FRAGMENT, fragment),
        ]
        .map(|(name, brotli)| (name.to_owned(), Size { brotli, ..Size::default() }))
        .into()
    }

    #[test]
    fn critical_code_is_one_language_and_no_data() {
        assert_eq!(critical(&sizes(100, 50, 40, 1000)), 1120);
    }

    #[test]
    fn a_gate_fails_above_its_figure() {
        let budget = Budget { entry: 100, embed: 50, fragment: 40, critical: 1000 };
        let met = |entry, embed, fragment, wasm| {
            budget.gates(&sizes(entry, embed, fragment, wasm)).iter().map(|(met, _)| *met).collect::<Vec<_>>()
        };
        assert_eq!(met(100, 50, 40, 890), [true, true, true, true]);
        assert_eq!(met(101, 50, 40, 889), [false, true, true, true]);
        assert_eq!(met(100, 51, 40, 890), [true, false, true, true]);
        assert_eq!(met(100, 50, 41, 890), [true, true, false, true]);
        assert_eq!(met(100, 50, 40, 891), [true, true, true, false]);
    }

    #[test]
    fn the_tracked_budget_is_read() -> Result<()> {
        Budget::read(&Workspace::find()?).map(drop)
    }
}
