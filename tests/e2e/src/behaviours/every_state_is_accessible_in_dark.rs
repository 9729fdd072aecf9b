//! axe finds nothing to object to in any state in dark colours, in a narrow column and in a wide place.

use anyhow::Result;

use super::{accessible::in_every_state, states::Scheme};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    in_every_state(&stage, Scheme::Dark, false).await
}
