//! Country and area on a card choose that filter and take it back; what of an agreement fits is said.

use anyhow::{Result, ensure};

use super::widget::{self, CHIP, CHIP_TEXT};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    let pressed = |id: &str| widget::inside_card(id, "button[aria-pressed=true]");
    widget::button(&page, &widget::inside_card("gms", ""), "Sweden").await?.click().await?;
    page.wait_for_text(CHIP_TEXT, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    ensure!(page.count(&pressed("gms")).await? == 1);
    // A body of several countries says by which of them it was found.
    page.wait_for_text(&widget::inside_card("body", "[part=match]:not(:empty)"), "Matches your filter: Sweden").await?;
    page.assert_axe_clean("a word chosen").await?;
    // Taken back while another country is chosen, it takes its own card away: the focus is then with the count.
    widget::choose(&page, widget::COUNTRY, "France").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body", "plan"]).await?;
    page.click(&pressed("plan")).await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    page.wait_for_focus(widget::STATUS).await?;
    page.click(&pressed("gms")).await?;
    page.wait_for_count(CHIP, 0).await?;

    ensure!(page.count(&widget::inside_card("zpm", "[part=match]:not(:empty)")).await? == 0);
    widget::choose(&page, widget::AREA, "Cancer").await?;
    page.wait_for_text(&widget::inside_card("zpm", "[part=match]:not(:empty)"), "Matches your filter: Solid tumours").await?;
    page.assert_axe_clean("what fits").await?;
    page.assert_clean().await
}
