//! Scripts and addresses may ask for anything: what cannot be is as if it were not asked, ids that the data does not know
//! stay and match nothing, and the page author is told once.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD, CHIP, STATUS};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

async fn asked(page: &Page, script: &str) -> Result<Value> {
    page.run(&format!("{script}; return element.filters"), vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    for nothing in [
        "element.filters = {country: 7, area: {}, q: ['x'], from: '2020', to: null, partner: [null, 3, {}], unknown: ['x']}",
        "element.filters = 'country=SE'",
        "element.filters = ['SE']",
        "element.filters = null",
        "element.filters = {from: 99999, to: -1, q: null}",
        "element.state = {v: 2, filters: {country: ['SE']}}",
        "element.state = {filters: {country: ['SE']}}",
        "element.state = 'v1'",
        "element.state = {v: 1, filters: 5, sort: 'loudest', view: 'globe', open: 'gms'}",
    ] {
        ensure!(asked(&page, nothing).await? == json!({}), "{nothing}");
    }
    page.wait_for_text(STATUS, "9 initiatives").await?;

    // The other way round, and as text.
    let turned = asked(&page, "element.filters = {from: 2024, to: 2019}").await?;
    ensure!(turned == json!({"from": 2024, "to": 2019}), "the state is never rewritten: {turned}");
    let turned: Value = page.run("return element.results.ids", vec![]).await?;
    let straight: Value = page.run("element.filters = {from: 2019, to: 2024}; return element.results.ids", vec![]).await?;
    ensure!(turned == straight && turned != json!([]), "{turned} {straight}");
    for q in ["'é'.repeat(10000)", "'🙂🙂'", "'\\u0301\\u0308'", "'\\u202eabc\\u0000'", "'ملف'"] {
        page.run::<()>(&format!("element.filters = {{q: {q}}}"), vec![]).await?;
        let state: bool = page.run(&format!("return element.filters.q === {q}"), vec![]).await?;
        ensure!(state, "{q}");
    }
    page.run::<()>("element.filters = {}", vec![]).await?;
    page.wait_for_count(CARD, 9).await?;

    // Ten thousand values: one is known.
    let many = "Array.from({length: 10000}, (_, at) => 'X' + at).concat('SE', 'se')";
    page.run::<()>(&format!("element.filters = {{country: {many}}}"), vec![]).await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    let kept: usize = page.run("return element.filters.country.length", vec![]).await?;
    ensure!(kept == 10_001, "{kept} values stay");
    let chips = page.count(CHIP).await?;
    ensure!(chips == 100, "{chips} chips");
    ensure!(page.text("ul.chips").await?.ends_with("+ 9,901"), "the others are counted");
    page.run::<()>("element.clear()", vec![]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(page.count(CHIP).await? == 0);
    page.assert_no_error().await?;

    // In the address: broken encoding is read as far as it goes, of two the first counts, and a line says what is none.
    let address = "?sn-country=S%45,%ZZ,%E5&sn-country=FR&sn-from=99999&sn-sort=loudest&sn-view=globe&%=%";
    let page = widget::open(&stage, widget::page().attribute("url", "query").address(address)).await?;
    page.wait_for_count(CHIP, 3).await?;
    ensure!(asked(&page, "").await? == json!({"country": ["SE", "%ZZ", "\u{fffd}"]}));
    let told = widget::console(&page, "SN301").await?;
    ensure!(told.len() == 3, "the years, the order, and the two ids: {told:?}");
    page.assert_clean().await
}
