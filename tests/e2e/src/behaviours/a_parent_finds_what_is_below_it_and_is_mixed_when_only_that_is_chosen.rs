//! `Cancer` finds solid tumours and `United Kingdom` finds England; a parent of which only a child is chosen is mixed.

use anyhow::{Result, ensure};

use super::widget::{self, AREA, CHIP, CHIP_TEXT, CLEAR, COUNTRY, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    widget::choose(&page, AREA, "Solid tumours").await?;
    widget::wait_for_cards(&page, &["gms", "zpm"]).await?;
    let parent = widget::choice(&page, AREA, "Cancer").await?;
    ensure!(parent.mixed && !parent.checked, "only its child is chosen: {parent:?}");
    let checkbox = widget::checkbox(&page, AREA, "Cancer").await?;
    ensure!(checkbox.prop("indeterminate").await?.as_deref() == Some("true"));
    page.assert_axe_clean("mixed").await?;

    widget::choose(&page, AREA, "Cancer").await?;
    widget::wait_for_cards(&page, &["gms", "zpm", "body"]).await?;
    for name in ["Cancer", "Solid tumours", "Sarcoma", "Blood cancer"] {
        let choice = widget::choice(&page, AREA, name).await?;
        ensure!(choice.checked && !choice.mixed, "{name}: {choice:?}");
    }
    ensure!(page.count(CHIP).await? == 1, "the parent alone is what is chosen");
    ensure!(page.text(CHIP_TEXT).await? == "Cancer");

    // Without one child, the others stand in the parent's place.
    widget::choose(&page, AREA, "Solid tumours").await?;
    widget::wait_for_cards(&page, &["body"]).await?;
    ensure!(page.text(CHIP_TEXT).await? == "Blood cancer");
    ensure!(widget::choice(&page, AREA, "Cancer").await?.mixed);
    page.click(CLEAR).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    page.wait_for_count(CLEAR, 0).await?;
    page.wait_for_focus(STATUS).await?;
    ensure!(!widget::choice(&page, AREA, "Cancer").await?.mixed);

    widget::choose(&page, COUNTRY, "United Kingdom").await?;
    widget::wait_for_cards(&page, &["england", "britain"]).await?;
    ensure!(widget::choice(&page, COUNTRY, "England").await?.checked);
    page.assert_clean().await
}
