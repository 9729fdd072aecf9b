//! When nothing fits, the widget says so and what to do, a screen reader hears it, and one button brings all back.

use anyhow::{Result, ensure};

use super::widget::{self, CARD, CLEAR, EMPTY, SAID, SEARCH, STATUS, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    ensure!(page.role(SAID).await? == "status");
    ensure!(page.count(EMPTY).await? == 0);
    page.run::<()>("window.__status = root.querySelector(args[0])", vec![SAID.into()]).await?;

    page.type_into(SEARCH, "zzzz").await?;
    page.wait_for_count(CARD, 0).await?;
    page.wait_for_text(EMPTY, &format!("{} {}", text("empty")?, text("empty.hint")?)).await?;
    page.wait_for_text(STATUS, "0 of 9 initiatives").await?;
    // Announced is what changes inside a status that was there before.
    ensure!(page.run::<bool>("return root.querySelector(args[0]) === window.__status", vec![SAID.into()]).await?);
    page.wait_for_text(SAID, "0 of 9 initiatives").await?;
    page.assert_axe_clean("empty").await?;

    page.click(CLEAR).await?;
    page.wait_for_count(EMPTY, 0).await?;
    page.wait_for_count(CARD, 9).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    page.assert_clean().await
}
