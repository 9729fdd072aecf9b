//! On pages whose scripts replace or add to what is the browser's, or whose names hide it: the widget works, and nobody's
//! pixels change.

use anyhow::Result;

use super::hosts::{self, SCRIPTED};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    hosts::assert_at_home_on(&stage, SCRIPTED).await
}
