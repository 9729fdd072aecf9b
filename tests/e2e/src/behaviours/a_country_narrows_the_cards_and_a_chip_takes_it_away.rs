//! Choosing a country leaves its cards, changes the counts beside the areas and shows a chip; taking the chip away brings
//! all back, and the focus is never lost.

use anyhow::{Result, ensure};

use super::widget::{self, AREA, CHIP, CHIP_TEXT, CLEAR, COUNTRY, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    let all = widget::cards(&page).await?;
    ensure!(widget::choice(&page, AREA, "Cancer").await?.count == 3);
    ensure!(widget::choice(&page, COUNTRY, "Sweden").await?.count == 3);
    ensure!(page.count(CHIP).await? == 0 && page.count(CLEAR).await? == 0);

    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    ensure!(widget::choice(&page, AREA, "Cancer").await?.count == 2, "the other facet counts what is left");
    ensure!(widget::choice(&page, COUNTRY, "Denmark").await?.count == 3, "its own facet counts what it would find");
    ensure!(page.text(CHIP_TEXT).await? == "Sweden");
    ensure!(page.name(CHIP).await? == "Remove filter: Sweden");
    widget::assert_focus_inside(&page).await?;
    page.assert_axe_clean("filtered").await?;

    // A second value of the same facet widens.
    widget::choose(&page, COUNTRY, "France").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body", "plan"]).await?;
    ensure!(page.count(CHIP).await? == 2);
    // A value of another narrows.
    widget::choose(&page, AREA, "Rare diseases").await?;
    widget::wait_for_cards(&page, &["gms"]).await?;

    while page.count(CHIP).await? > 0 {
        let chips = page.count(CHIP).await?;
        page.click(CHIP).await?;
        page.wait_for_count(CHIP, chips - 1).await?;
        page.wait_for_focus(STATUS).await?;
    }
    page.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(widget::cards(&page).await? == all, "all cards are back, in the same order");
    ensure!(!widget::choice(&page, COUNTRY, "Sweden").await?.checked);
    ensure!(widget::choice(&page, AREA, "Cancer").await?.count == 3);
    page.assert_clean().await
}
