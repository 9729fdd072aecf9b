//! Of many cards the first are shown; "Show more" brings the next and leads to the first of them.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, CARD, MORE, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("page-size", "4")).await?;
    page.wait_for_count(CARD, 4).await?;
    ensure!(page.text(MORE).await? == text("show.more")?);
    let shown = page.run::<String>("return root.querySelector('[part=more]').previousSibling.textContent", vec![]).await?;
    ensure!(shown == "4 of 9 shown", "{shown}");
    page.find(MORE).await?.focus().await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_count(CARD, 8).await?;
    let fifth = widget::cards(&page).await?[4].clone();
    page.wait_for_focus(&widget::title(&fifth)).await?;
    page.assert_axe_clean("more shown").await?;
    page.click(MORE).await?;
    page.wait_for_count(CARD, 9).await?;
    page.wait_for_count(MORE, 0).await?;

    // A partner that is not shown yet is shown.
    let page = widget::open(&stage, widget::page().attribute("page-size", "1")).await?;
    page.wait_for_count(CARD, 1).await?;
    widget::button(&page, CARD, "Genomic Medicine Sweden").await?.click().await?;
    page.wait_for_focus(&widget::title("gms")).await?;
    ensure!(page.count(CARD).await? == 2, "the cards between are not drawn for it");
    page.assert_clean().await
}
