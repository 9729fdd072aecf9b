//! Tab, Space and Enter do what a mouse does: choose, take a chip away, clear, search and empty the search.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, AREA, CHIP, CLEAR, COUNTRY, SEARCH, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    widget::tab_to(&page, "Sweden").await?;
    page.press(&[Key::Space]).await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    widget::assert_focus_inside(&page).await?;
    widget::tab_to(&page, "Rare diseases").await?;
    page.press(&[Key::Space]).await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    ensure!(widget::choice(&page, COUNTRY, "Sweden").await?.checked);
    ensure!(widget::choice(&page, AREA, "Rare diseases").await?.checked);

    widget::tab_to(&page, "Remove filter: Sweden").await?;
    ensure!(page.has_focus(CHIP).await?);
    page.press(&[Key::Enter]).await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    page.wait_for_count(CHIP, 1).await?;
    page.wait_for_focus(STATUS).await?;
    // From the count, the next stops are what is left to take away.
    page.press(&[Key::Tab]).await?;
    page.wait_for_focus(CHIP).await?;
    page.press(&[Key::Tab]).await?;
    page.wait_for_focus(CLEAR).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    page.wait_for_focus(STATUS).await?;

    let page = widget::open(&stage, widget::page().after("<a href=\"#after\">After</a>")).await?;
    let stops = page.tab_stops().await?;
    let first = format!("button {}", widget::text("skip")?);
    ensure!(stops.len() > 1 && stops[0] == first && stops[1].starts_with("searchbox Search"), "{stops:?}");
    let boxes = stops.iter().filter(|stop| stop.starts_with("checkbox ")).count();
    let seen = "return [...root.querySelectorAll('input[type=checkbox]')].filter(one => one.checkVisibility()).length";
    let choices: usize = page.run(seen, vec![]).await?;
    ensure!(boxes == choices && boxes > 10, "{boxes} of {choices} choices are stops: {stops:?}");
    ensure!(stops.iter().all(|stop| stop.split_once(' ').is_some_and(|(_, name)| !name.is_empty())), "one has no name: {stops:?}");

    page.type_into(SEARCH, "new").await?;
    page.press(&[Key::Backspace, Key::Backspace, Key::Backspace]).await?;
    page.type_text("england").await?;
    widget::wait_for_cards(&page, &["england"]).await?;
    page.wait_for_focus(SEARCH).await?;
    page.assert_clean().await
}
