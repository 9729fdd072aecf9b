//! With `url`, Back and Forward bring the open card along: that of the address opens, and what was opened later closes;
//! the focus stays where it is.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, COUNTRY, STATUS};
use crate::{
    harness::{PATIENCE, Stage, behaviour, eventually},
    page::Page,
};

behaviour!(run);

/// The address says this of ours, and exactly these cards are open.
async fn wait_for(page: &Page, query: &str, open: &[&str]) -> Result<()> {
    let mut seen = (String::new(), Value::Null);
    let waited = eventually(&format!("{query:?} with {open:?}"), PATIENCE, async || {
        let script = "const open = [...root.querySelectorAll('[part=card] > details[open]')].map(one => one.id.slice(5));
            return [location.search, open.sort(), element.state.open.filter(id => root.getElementById('card-' + id)).sort()]";
        let (address, shown, noted): (String, Value, Value) = page.run(script, vec![]).await?;
        seen = (address, shown);
        Ok((seen.0 == query && seen.1 == json!(open) && noted == json!(open)).then_some(()))
    })
    .await;
    waited.with_context(|| format!("it is {seen:?}"))
}

async fn click(page: &Page, id: &str) -> Result<()> {
    page.click(&widget::inside_card(id, "> details > summary")).await
}

async fn go(page: &Page, steps: i32) -> Result<()> {
    page.run("history.go(args[0])", vec![json!(steps)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("url", "query")).await?;
    page.run::<()>("history.pushState(null, '', location.href)", vec![]).await?;
    click(&page, "gms").await?;
    wait_for(&page, "?sn-card=gms", &["gms"]).await?;
    widget::choose(&page, COUNTRY, "Denmark").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    click(&page, "dngc").await?;
    wait_for(&page, "?sn-country=DK&sn-card=dngc", &["dngc"]).await?;
    widget::choose(&page, COUNTRY, "Sweden").await?;
    page.wait_for_text(STATUS, "4 of 9 initiatives").await?;
    click(&page, "body").await?;
    wait_for(&page, "?sn-country=DK,SE&sn-card=body", &["body", "dngc", "gms"]).await?;
    widget::checkbox(&page, COUNTRY, "Sweden").await?.focus().await?;
    let told = widget::events(&page, "supra-select").await?.len();

    go(&page, -1).await?;
    wait_for(&page, "?sn-country=DK&sn-card=dngc", &["dngc"]).await?;
    go(&page, -1).await?;
    wait_for(&page, "?sn-card=gms", &["gms"]).await?;
    go(&page, 1).await?;
    wait_for(&page, "?sn-country=DK&sn-card=dngc", &["dngc"]).await?;
    go(&page, 1).await?;
    wait_for(&page, "?sn-country=DK,SE&sn-card=body", &["body", "gms"]).await?;
    go(&page, -3).await?;
    wait_for(&page, "", &[]).await?;
    ensure!(page.run::<bool>("return root.activeElement.type === 'checkbox'", vec![]).await?, "the focus was taken");
    ensure!(widget::events(&page, "supra-select").await?.len() == told, "no act in the list");
    page.assert_clean().await
}
