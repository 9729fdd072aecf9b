//! With `url`, a button copies a link to what is asked and to the open card; who follows it finds the same, and is told
//! where the data has changed since.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;

use super::widget::{self, STATUS, text};
use crate::harness::{PATIENCE, Stage, behaviour, eventually};
use crate::page::Page;

behaviour!(run);

const COPY: &str = "[part=copy-link]";
const FIELD: &str = "#link";
const RESULTS: &str = ".results";

/// The link in the field, once it is there.
async fn link(page: &Page) -> Result<String> {
    eventually("there is a link", PATIENCE, async || {
        page.run::<Option<String>>("return root.getElementById('link')?.value ?? null", vec![]).await
    })
    .await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    ensure!(page.count(COPY).await? == 0, "without an address there is nothing to link to");

    let page = widget::open(&stage, widget::page().attribute("url", "query").address("?kept=1")).await?;
    widget::choose(&page, widget::COUNTRY, "Germany").await?;
    page.click(&widget::inside_card("zpm", "> details > summary")).await?;
    page.wait_for_count(&widget::inside_card("zpm", "> details dl"), 1).await?;
    page.find(COPY).await?.focus().await?;
    page.press(&[Key::Enter]).await?;
    let link = link(&page).await?;
    let (_, query) = link.split_once('?').context("the link has no query")?;
    ensure!(query == "kept=1&sn-country=DE&sn-card=zpm&sn-data=2026-11-22", "{query}");
    page.wait_for_focus(FIELD).await?;
    let said = page.text(&format!("{FIELD} + span")).await?;
    ensure!(said == text("copied")? || said == text("copy.here")?, "{said}");
    let selected: String = page.run("const one = root.getElementById('link'); return one.value.slice(one.selectionStart, one.selectionEnd)", vec![]).await?;
    ensure!(selected == link, "it is selected, to be copied by hand where the browser does not let us");
    page.assert_axe_clean("a link").await?;
    // It says what is asked, so that it goes when something else is.
    widget::choose(&page, widget::COUNTRY, "Germany").await?;
    page.wait_for_count(FIELD, 0).await?;

    let host = widget::page().attribute("url", "query").address(&format!("?{query}"));
    let page = widget::open(&stage, host).await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    page.wait_for_count(&widget::inside_card("zpm", "> details[open] dl"), 1).await?;
    page.wait_for_focus(&widget::title("zpm")).await?;
    ensure!(!page.text(RESULTS).await?.contains("has changed"), "the data is the same");
    ensure!(widget::events(&page, "supra-select").await?.is_empty(), "following a link is no act in the list");

    let before = query.replace("2026-11-22", "2020-01");
    let page = widget::open(&stage, widget::page().attribute("url", "query").address(&format!("?{before}"))).await?;
    let wanted = text("link.data")?.replace("{date}", "January 2020");
    ensure!(page.text(RESULTS).await?.contains(&wanted), "it was made with other data");

    // A visitor who is typing elsewhere is not led away; what no date is, is not repeated.
    let busy = widget::page()
        .attribute("url", "query")
        .before("<input id=\"busy\" autofocus>")
        .address("?sn-card=zpm&sn-data=call-us&sn-card=gms");
    let page = widget::open(&stage, busy).await?;
    page.wait_for_count(&widget::inside_card("zpm", "> details[open] dl"), 1).await?;
    ensure!(page.run::<bool>("return document.activeElement.id === 'busy'", vec![]).await?, "the focus was taken");
    ensure!(!page.text(RESULTS).await?.contains("call"), "a text of the address is repeated");
    page.assert_clean().await
}
