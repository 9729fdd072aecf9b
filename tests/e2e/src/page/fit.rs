//! Whether all text has the room that it needs, measured. It knows nothing of what the text says, nor of why there is little room.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::Page;

const FIT: &str = include_str!("fit.js");
/// So many faults are told: the first is mostly the cause of the rest.
const MOST: usize = 12;

#[derive(Debug, Deserialize)]
struct Outcome {
    /// How many texts were looked at: none means that nothing was measured.
    seen: usize,
    found: Vec<String>,
}

impl Page {
    /// Nothing is scrolled sideways, no text is cut off, spills over its box or lies on another. `state` names what the page
    /// shows at that moment.
    pub(crate) async fn assert_fits(&self, state: &str) -> Result<()> {
        let Outcome { seen, mut found } = self.run(FIT, vec![]).await?;
        ensure!(seen > 0, "there is no text to measure ({state})");
        let all = found.len();
        found.truncate(MOST);
        ensure!(found.is_empty(), "{all} things do not fit ({state}): {found:#?}");
        Ok(())
    }
}
