//! axe finds nothing to object to in any state when a language pack turns the widget from right to left.

use anyhow::Result;

use super::{accessible::in_every_state, states::Scheme};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    in_every_state(&stage, Scheme::Light, true).await
}
