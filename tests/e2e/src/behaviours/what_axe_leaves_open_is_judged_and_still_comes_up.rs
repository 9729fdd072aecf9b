//! Each judgement of what axe leaves open, in `docs/accessibility/axe-incomplete.md`, is still needed: it comes up in the state
//! that it names. What is not judged fails wherever axe is run.

use anyhow::{Result, ensure};

use super::states::{Scheme, State, give_scheme, give_width};
use crate::{
    harness::{Stage, behaviour},
    page::judgements,
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    for (at, judgement) in judgements()?.iter().enumerate() {
        let page = State::named(&judgement.seen)?.bring(&stage, false).await?;
        give_width(&page, false).await?;
        give_scheme(&page, Scheme::Light).await?;
        let needed = page.judged_by_axe(&judgement.seen).await?;
        ensure!(needed.contains(&at), "axe no longer leaves this open, so that the row can go: {judgement:?}");
    }
    Ok(())
}
