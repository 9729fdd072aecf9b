//! Another language, other words or other data take nothing away that a visitor asked; and who listens for the data may
//! use all of the element.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CHIP_TEXT, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const LISTEN: &str = "window.__told = [];
    element.addEventListener('supra-load', (event) => {
        const own = event.target;
        const told = [own.results.total, own.filters, own.show('nobody')];
        own.clear();
        own.filters = {country: ['DK']};
        own.setAttribute('page-size', '3');
        window.__told.push(told);
    }, {once: true})";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    widget::choose(&page, widget::COUNTRY, "Sweden").await?;
    page.run::<()>("element.state = {v: 1, sort: 'name', open: ['gms']}", vec![]).await?;
    let before: Value = page.run("return element.state", vec![]).await?;
    page.run::<()>("element.lang = 'sv'; window.__during = element.state.filters", vec![]).await?;
    page.wait_for_text(STATUS, "3 av 9 initiativ").await?;
    ensure!(page.run::<Value>("return window.__during", vec![]).await? == json!({"country": ["SE"]}), "and meanwhile");
    page.wait_for_text(CHIP_TEXT, "Sverige").await?;
    ensure!(page.run::<Value>("return element.state", vec![]).await? == before, "the language takes it away");
    page.wait_for_count(&widget::inside_card("gms", "> details[open] dl"), 1).await?;
    page.run::<()>("const own = element; const parent = own.parentNode; own.remove(); setTimeout(() => parent.append(own))", vec![]).await?;
    page.wait_for_text(CHIP_TEXT, "Sverige").await?;

    page.run::<()>(LISTEN, vec![]).await?;
    page.run::<()>("element.lang = 'en'", vec![]).await?;
    page.wait_for_text(CHIP_TEXT, "Denmark").await?;
    let told: Value = page.run("return window.__told", vec![]).await?;
    ensure!(told == json!([[9, {"country": ["SE"]}, false]]), "{told}");
    page.wait_for_count(widget::CARD, 3).await?;

    // Data of the page's own that cannot be read is no fault of `src`.
    page.run::<()>("element.data = 5", vec![]).await?;
    page.find(widget::RETRY).await?;
    let told = widget::events(&page, "supra-error").await?;
    ensure!(told.len() == 1 && told[0]["detail"]["code"] == "SN205" && told[0]["detail"]["url"].is_null(), "{told:?}");
    page.run::<()>("element.data = null", vec![]).await?;
    page.wait_for_text(CHIP_TEXT, "Denmark").await?;
    page.assert_no_error().await
}
