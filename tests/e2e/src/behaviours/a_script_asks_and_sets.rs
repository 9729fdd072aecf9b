//! Properties and methods of the element, for the page's own scripts: set before it is defined and after, read back as plain data.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CHIP_TEXT, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    let ready: Value = page.run_async("return await element.ready", vec![]).await?;
    ensure!(ready == json!({"ok": true, "code": null}), "{ready}");

    page.run::<()>("element.filters = {country: ['se'], area: ['cancer'], from: 'x', nonsense: 1}", vec![]).await?;
    widget::wait_for_cards(&page, &["gms", "body"]).await?;
    let asked: Value = page.run("return element.filters", vec![]).await?;
    ensure!(asked == json!({"country": ["SE"], "area": ["cancer"]}), "{asked}");
    let results: Value = page.run("return element.results", vec![]).await?;
    ensure!(results["matched"] == 2 && results["total"] == 9 && results["ids"] == json!(["gms", "body"]), "{results}");
    ensure!(results["agreements"] == json!(["gms-zpm"]) && results["counts"]["country"]["DE"] == 2 && results["counts"]["area"]["sarcoma"] == 0, "{results}");
    ensure!(widget::events(&page, "supra-change").await?.is_empty(), "a script's own act is no event");

    // What is read can be set again, and changes nothing; missing keys keep what is.
    let state: Value = page.run("element.state = element.state; return element.state", vec![]).await?;
    ensure!(state["v"] == 1 && state["filters"]["country"] == json!(["SE"]) && state["view"] == "cards", "{state}");
    page.run::<()>("element.state = {v: 1, sort: 'name'}", vec![]).await?;
    widget::wait_for_cards(&page, &["gms", "body"]).await?;
    page.run::<()>("element.state = {v: 2, filters: {}}", vec![]).await?;
    widget::wait_for_cards(&page, &["gms", "body"]).await?;
    page.run::<()>("element.clear()", vec![]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;

    // A visitor's act is told.
    widget::choose(&page, widget::COUNTRY, "Denmark").await?;
    page.wait_for_text(CHIP_TEXT, "Denmark").await?;
    let told = widget::events(&page, "supra-change").await?;
    ensure!(told.len() == 1 && told[0]["detail"] == json!({"filters": {"country": ["DK"]}, "matched": 3}), "{told:?}");

    let unknown: bool = page.run("return element.show('nobody')", vec![]).await?;
    ensure!(!unknown);
    page.run::<()>("element.filters = {}; element.show('zpm')", vec![]).await?;
    page.wait_for_focus(&widget::title("zpm")).await?;
    page.wait_for_count(&widget::inside_card("zpm", "> details[open] dl"), 1).await?;
    ensure!(widget::events(&page, "supra-select").await?.is_empty(), "a script's own act is no event");
    page.click(&widget::inside_card("zpm", "[part=agreement] summary")).await?;
    page.wait_for_count(&widget::inside_card("zpm", "[part=agreement] dl"), 1).await?;
    let told = widget::events(&page, "supra-select").await?;
    ensure!(told.len() == 1 && told[0]["detail"] == json!({"id": "gms-zpm", "kind": "agreement"}), "{told:?}");

    page.run::<()>("element.texts = {'results.all.other': '{total} programmes'}", vec![]).await?;
    page.wait_for_text(STATUS, "9 programmes").await?;
    page.run::<()>("element.data = {version: 1, initiatives: [{id: 'x', name: {en: 'X'}}, {id: 'y', name: {en: 'Y'}}]}", vec![]).await?;
    page.wait_for_text(STATUS, "2 programmes").await?;
    page.run::<()>("element.data = null", vec![]).await?;
    page.wait_for_text(STATUS, "9 programmes").await?;
    page.assert_clean().await
}
