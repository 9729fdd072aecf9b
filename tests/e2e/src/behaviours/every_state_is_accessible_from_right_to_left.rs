//! axe finds nothing to object to in any state when a language pack turns the widget from right to left. Which widths and
//! schemes, and why no others: `every state is accessible in each scheme`.

use anyhow::Result;

use super::every_state_is_accessible_in_each_scheme::each_state;
use super::states::Scheme;
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    each_state(&stage, &[Scheme::Light], true).await
}
