//! Partner's country and years are met by one and the same agreement; the other agreements of a card fold away behind a
//! count, and agreements without a date are said to be left out.

use anyhow::Result;
use serde_json::json;

use super::widget::{self, CHIP, CHIP_TEXT, STATUS, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(widget::WORLD)).await?;
    let partner = text("facet.partner")?;
    widget::open_facet(&page, partner).await?;
    widget::choose(&page, partner, "United Kingdom").await?;
    widget::wait_for_cards(&page, &["a"]).await?;
    let agreements = widget::inside_card("a", "[part=agreement]");
    page.wait_for_count(&agreements, 1).await?;
    page.wait_for_text(CHIP_TEXT, "Partner’s country: United Kingdom").await?;
    // What is new is drawn a picture later where it is out of sight.
    let said = "return root.querySelector(args[0])?.innerText.includes('England')";
    page.wait_until("what fits is said", said, vec![json!(widget::inside_card("a", "[part=match]:not(:empty)"))]).await?;
    widget::button(&page, &widget::inside_card("a", ""), "3 more agreements").await?.click().await?;
    page.wait_for_count(&agreements, 4).await?;
    widget::button(&page, &widget::inside_card("a", ""), text("fewer")?).await?.click().await?;
    page.wait_for_count(&agreements, 1).await?;
    page.assert_axe_clean("what does not match is folded").await?;

    // Its renewal is of 2023: it meets both.
    widget::open_facet(&page, text("years")?).await?;
    widget::select(&page, text("years.from")?, "2022").await?;
    page.wait_for_count(CHIP, 2).await?;
    widget::wait_for_cards(&page, &["a"]).await?;
    widget::choose(&page, partner, "United Kingdom").await?;
    page.wait_for_text(STATUS, "4 of 7 initiatives. 1 agreement without a date is left out.").await?;
    page.assert_axe_clean("years").await?;
    page.assert_clean().await
}
