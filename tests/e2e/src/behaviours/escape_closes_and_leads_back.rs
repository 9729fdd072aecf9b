//! Escape closes what is open around the focus, empties the search, takes an offer away and leads back to what led here.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, SEARCH, SHOW_HIDDEN, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const PARTNER: &str = "Centers for Personalized Medicine";

async fn on_partner(page: &Page) -> Result<bool> {
    page.run("return root.activeElement?.textContent === args[0]", vec![PARTNER.into()]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    page.type_into(SEARCH, "baden").await?;
    page.wait_for_text(STATUS, "1 of 9 initiatives").await?;
    page.press(&[Key::Escape]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(page.has_focus(SEARCH).await?, "the focus stays in the field");

    // To a partner's card and back.
    widget::tab_to(&page, PARTNER).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus(&widget::title("zpm")).await?;
    page.press(&[Key::Escape]).await?;
    ensure!(on_partner(&page).await?, "it does not lead back");

    // By pointer as well: Safari by itself gives no focus to a button that is clicked.
    widget::button(&page, &widget::inside_card("gms", ""), PARTNER).await?.click().await?;
    page.wait_for_focus(&widget::title("zpm")).await?;
    page.press(&[Key::Escape]).await?;
    ensure!(on_partner(&page).await?, "it does not lead back after a click");

    // Step by step, where one partner led to the next.
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus(&widget::title("zpm")).await?;
    widget::tab_to(&page, "Genomic Medicine Sweden").await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus(&widget::title("gms")).await?;
    page.press(&[Key::Escape]).await?;
    page.press(&[Key::Escape]).await?;
    ensure!(on_partner(&page).await?, "it does not lead back twice");

    // A disclosure is closed first, and its summary has the focus.
    page.press(&[Key::Tab]).await?;
    page.press(&[Key::Enter]).await?;
    let open = widget::inside_card("gms", "[part=agreement] details[open]");
    page.wait_for_count(&open, 1).await?;
    page.press(&[Key::Escape]).await?;
    page.wait_for_count(&open, 0).await?;
    ensure!(page.has_focus(&widget::inside_card("gms", "[part=agreement] summary")).await?);

    // An offer goes.
    widget::choose(&page, widget::COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    widget::tab_to(&page, PARTNER).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus(SHOW_HIDDEN).await?;
    page.press(&[Key::Escape]).await?;
    page.wait_for_count(SHOW_HIDDEN, 0).await?;
    ensure!(on_partner(&page).await?, "the focus is lost with the offer");
    page.assert_clean().await
}
