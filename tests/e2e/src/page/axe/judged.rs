//! What axe leaves open and a person has judged: the table of `docs/accessibility/axe-incomplete.md`.
//! Knows nothing of browsers.

use anyhow::{Result, ensure};
use serde::Serialize;

const TABLE: &str = include_str!("../../../../../docs/accessibility/axe-incomplete.md");

/// A row of the table.
#[derive(Debug, Serialize)]
pub(crate) struct Judgement {
    /// The rule of axe.
    pub(crate) rule: String,
    /// Its reason to leave it open.
    pub(crate) reason: String,
    /// A selector of what it is about, inside the element's shadow root.
    pub(crate) at: String,
    /// A state in which it comes up, in light and at 1280 px (`behaviours/states.rs`).
    #[serde(skip)]
    pub(crate) seen: String,
}

/// All of them, in the order of the table.
pub(crate) fn judgements() -> Result<Vec<Judgement>> {
    let rows = TABLE.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        ensure!(cells.len() == 6 && cells.iter().all(|cell| !cell.is_empty()), "a row with an empty cell: {line}");
        let [rule, reason, at, seen] = [0, 1, 2, 3].map(|cell| cells[cell].to_owned());
        Ok(Judgement { rule, reason, at, seen })
    })
    .collect()
}
