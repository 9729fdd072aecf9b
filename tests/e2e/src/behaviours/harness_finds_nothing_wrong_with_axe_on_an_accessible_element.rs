//! axe runs under the strict policy, sees into the shadow root, causes no report and no request, and finds nothing.

use anyhow::Result;

use super::stand_in;
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page()).await?;
    page.wait_for_count("li", 3).await?;
    page.assert_axe_clean("three words").await?;
    page.assert_clean().await?;
    page.assert_only_requested(&["dist/supranet.js", "dist/supra-network.css"]).await
}
