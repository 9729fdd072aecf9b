//! A partner's name brings that partner's card into view and focus; where the filters hide it, an offer is made first.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, CHIP, COUNTRY, SHOW_HIDDEN, STATUS, text};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const PARTNER: &str = "Centers for Personalized Medicine";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    let at_gms = widget::inside_card("gms", "");
    widget::button(&page, &at_gms, PARTNER).await?.click().await?;
    arrives(&page).await?;
    page.assert_axe_clean("a card in focus").await?;

    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    widget::button(&page, &at_gms, PARTNER).await?.click().await?;
    page.wait_for_focus(SHOW_HIDDEN).await?;
    ensure!(page.text(SHOW_HIDDEN).await? == text("hidden.show")?);
    let said = text("hidden")?.replace("{name}", PARTNER);
    ensure!(page.run::<bool>("return root.textContent.includes(args[0])", vec![said.into()]).await?);
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    page.assert_axe_clean("an offer").await?;
    page.click(SHOW_HIDDEN).await?;
    arrives(&page).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(page.count(CHIP).await? == 0 && page.count(SHOW_HIDDEN).await? == 0);

    // By key, and the offer goes when the filters change.
    widget::choose(&page, COUNTRY, "Sweden").await?;
    page.wait_for_count(CHIP, 1).await?;
    widget::tab_to(&page, PARTNER).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus(SHOW_HIDDEN).await?;
    page.click(CHIP).await?;
    page.wait_for_count(SHOW_HIDDEN, 0).await?;
    page.wait_for_focus(STATUS).await?;
    page.assert_clean().await
}

/// The partner's card has the focus and can be seen.
async fn arrives(page: &Page) -> Result<()> {
    page.wait_for_focus(&widget::title("zpm")).await?;
    let seen = "const box = root.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight";
    page.wait_until("the card is in view", seen, vec![]).await
}
