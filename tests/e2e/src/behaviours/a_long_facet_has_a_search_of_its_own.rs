//! A facet with more than twelve values shows those of most cards; a field finds the others, whatever the accents, and a
//! button shows all.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::widget::{self, CHIP_TEXT, text};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

const COUNTRIES: [&str; 16] =
    ["AT", "BE", "BG", "CI", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "SE"];
const ROW: &str = "[part=facet]:first-of-type .rows .row";

/// A country each, and two for those that begin with A to C.
fn data() -> String {
    let record = |(at, country): (usize, &&str)| json!({"id": format!("i-{at}"), "name": {"en": format!("Number {at}")}, "country": country});
    let twice = COUNTRIES.iter().take(6).enumerate().map(|(at, country)| record((at + 100, country)));
    let initiatives: Vec<_> = COUNTRIES.iter().enumerate().map(record).chain(twice).collect();
    json!({"version": 1, "initiatives": initiatives}).to_string()
}

async fn rows(page: &Page) -> Result<Vec<String>> {
    page.run("return [...root.querySelector('[part=facet]').querySelectorAll('.row .name')].map(one => one.textContent)", vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(&data())).await?;
    let few = rows(&page).await?;
    ensure!(few == ["Austria", "Belgium", "Bulgaria", "Côte d’Ivoire", "Cyprus", "Czechia"], "{few:?}");
    let find = "[part=facet] input[type=search]";
    ensure!(page.name(find).await? == text("facet.find")?.replace("{facet}", widget::COUNTRY));
    page.type_into(find, "cote").await?;
    page.wait_for_count(ROW, 1).await?;
    page.press(&[Key::Tab, Key::Space]).await?;
    page.wait_for_text(CHIP_TEXT, "Côte d’Ivoire").await?;
    page.assert_axe_clean("a search in a facet").await?;

    // What is chosen stays in sight when the search goes; the rest comes by a button.
    page.type_into(find, " zzz").await?;
    page.wait_for_count(ROW, 0).await?;
    page.run::<()>("const field = root.querySelector(args[0]); field.value = ''; field.dispatchEvent(new Event('input'))", vec![find.into()]).await?;
    page.wait_for_count(ROW, 6).await?;
    let all = text("facet.all")?.replace("{count}", "16");
    widget::button(&page, "[part=facet]", &all).await?.click().await?;
    page.wait_for_count(ROW, 16).await?;
    let all = rows(&page).await?;
    ensure!(all.first().is_some_and(|first| first == "Austria") && all.last().is_some_and(|last| last == "Sweden"), "{all:?}");
    widget::button(&page, "[part=facet]", text("facet.fewer")?).await?.click().await?;
    page.wait_for_count(ROW, 6).await?;

    // Escape there is no word to the search for cards.
    page.type_into(widget::SEARCH, "number").await?;
    page.find(find).await?.focus().await?;
    page.press(&[Key::Escape]).await?;
    ensure!(page.run::<String>("return element.filters.q", vec![]).await? == "number", "Escape took other words away");
    page.assert_clean().await
}
