//! While the data is on its way the slot is seen and a status says so; when the cards come, both go.

use anyhow::{Result, ensure};
use supranet_dev_server::Fault;

use super::widget::{self, CARD, NOTICE, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(widget::page().fault("data.json", Fault::Hang)).await?;
    page.wait_for_text(NOTICE, text("loading")?).await?;
    ensure!(page.role(NOTICE).await? == "status");
    ensure!(widget::fallback_is_seen(&page).await?, "the slot is gone");
    ensure!(page.count(CARD).await? == 0);
    ensure!(page.text("slot").await?.is_empty(), "the slot's own content is the page's");
    page.assert_axe_clean("loading").await?;
    page.assert_nothing_shifted().await?;
    page.assert_clean().await?;

    // Another address ends the wait.
    page.site().clear_fault("data.json");
    page.run::<()>("element.setAttribute('src', 'data.json?again')", vec![]).await?;
    page.wait_for_count(CARD, 9).await?;
    ensure!(page.text(NOTICE).await?.is_empty() && !widget::fallback_is_seen(&page).await?);
    page.assert_clean().await
}
