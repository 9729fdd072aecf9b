//! axe finds nothing to object to in any state in colours that a visitor's system forces on every page.

use anyhow::Result;

use super::{accessible::in_every_state, states::Scheme};
use crate::harness::{Stage, behaviour};

behaviour!(run, not in Firefox: "a driver cannot force its colours", not in WebKit: "a driver cannot force its colours");

async fn run(stage: Stage) -> Result<()> {
    in_every_state(&stage, Scheme::Forced, false).await
}
