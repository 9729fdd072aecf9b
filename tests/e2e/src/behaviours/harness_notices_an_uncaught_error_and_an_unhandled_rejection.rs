//! What a host page must never get from the element is seen when it does.

use anyhow::Result;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page_with("throw new Error('thrown on purpose');")).await?;
    page.wait_for_count("li", 3).await?;
    must_object(page.assert_clean().await, "thrown on purpose")?;

    let page = stage.open(stand_in::page_with("Promise.reject(new Error('rejected on purpose'));")).await?;
    page.wait_for_count("li", 3).await?;
    must_object(page.assert_clean().await, "rejected on purpose")
}
