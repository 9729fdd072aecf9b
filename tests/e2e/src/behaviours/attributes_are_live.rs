//! What a page sets later counts from then on: country, area, words, level of headings, scheme, and the data's address.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, CHIP, CHIP_TEXT, HEADING, SEARCH, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

async fn set(page: &Page, name: &str, value: Option<&str>) -> Result<()> {
    let script = "args[1] === null ? element.removeAttribute(args[0]) : element.setAttribute(args[0], args[1])";
    page.run(script, vec![json!(name), json!(value)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().attribute("country", "uk, fr").attribute("area", "").file("partly.json", widget::PARTLY);
    let page = widget::open(&stage, host).await?;
    // Countries in any case, and two by their other names.
    widget::wait_for_cards(&page, &["england", "britain", "plan"]).await?;
    set(&page, "country", Some("DK")).await?;
    page.wait_for_text(CHIP_TEXT, "Denmark").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    set(&page, "country", None).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    set(&page, "area", Some("rare-diseases,solid-tumours")).await?;
    widget::wait_for_cards(&page, &["gms", "zpm"]).await?;
    set(&page, "q", Some("baden")).await?;
    widget::wait_for_cards(&page, &["zpm"]).await?;
    ensure!(page.find(SEARCH).await?.prop("value").await?.as_deref() == Some("baden"));

    ensure!(page.count(&format!("h2{HEADING}")).await? == 1);
    ensure!(page.count("h3#card-zpm").await? == 1);
    set(&page, "heading-level", Some("4")).await?;
    page.wait_for_count(&format!("h4{HEADING}"), 1).await?;
    ensure!(page.count("h5#card-zpm").await? == 1, "cards are one level below");
    ensure!(page.count(CHIP).await? == 3, "what was chosen stays");
    page.assert_axe_clean("other headings").await?;
    set(&page, "heading-level", None).await?;
    page.wait_for_count(&format!("h2{HEADING}"), 1).await?;

    let background = "return getComputedStyle(root.querySelector(args[0])).backgroundColor";
    let light: String = page.run(background, vec![json!(CARD)]).await?;
    set(&page, "scheme", Some("dark")).await?;
    let dark: String = page.run(background, vec![json!(CARD)]).await?;
    ensure!(light != dark, "both are {light}");
    set(&page, "scheme", Some("light")).await?;
    ensure!(page.run::<String>(background, vec![json!(CARD)]).await? == light);

    for name in ["q", "area"] {
        set(&page, name, None).await?;
    }
    set(&page, "src", Some("partly.json")).await?;
    page.wait_for_text(STATUS, "2 initiatives").await?;
    ensure!(widget::events(&page, "supra-load").await?.len() == 2);
    ensure!(page.recorded("console").await?.is_empty());
    page.assert_clean().await
}
