//! The states of the widget, one after the other, for what must hold in each of them. It knows nothing of what that is.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use supranet_dev_server::Fault;

use super::widget::{self, CARD, CHIP, COPY_LINK, EMPTY, FACET, FILTERS, LINK, NOTICE, RETRY, SHOW_HIDDEN};
use crate::{
    harness::Stage,
    page::{HostPage, Page},
};

/// Words of fifty letters wherever the data has words.
pub(crate) const LONG_WORDS: &str = include_str!("../../../data/long-words.json");

/// The snippet on it, in German.
pub(crate) fn page() -> HostPage {
    widget::page_on(LONG_WORDS).attribute("lang", "de").attribute("url", "hash")
}

/// Brings the page that `host` makes, which shows [`LONG_WORDS`], into each state: `prepare` follows each opening, and `check`
/// is told the state.
pub(crate) async fn through(
    stage: &Stage,
    host: impl Fn() -> HostPage,
    prepare: impl AsyncFn(&Page) -> Result<()>,
    check: impl AsyncFn(&Page, &str) -> Result<()>,
) -> Result<()> {
    let check = async |page: &Page, state: &str| {
        widget::wait_until_laid_out(page).await?;
        check(page, state).await.with_context(|| format!("in the state {state:?}"))
    };
    let page = widget::open(stage, host()).await?;
    prepare(&page).await?;
    check(&page, "ready").await?;
    open_filters(&page).await?;
    check(&page, "filters open").await?;
    widget::open_everything(&page).await?;
    check(&page, "cards and agreements open").await?;

    ask(&page, &json!({"country": ["DE", "FI"], "area": ["tief"], "q": "präzision"})).await?;
    page.wait_for_count(CHIP, 4).await?;
    check(&page, "filters chosen").await?;
    page.click(COPY_LINK).await?;
    page.find(LINK).await?;
    check(&page, "link shown").await?;
    ask(&page, &json!({"country": ["DE"]})).await?;
    page.wait_for_count(CHIP, 1).await?;
    page.click(&widget::inside_card("lang", "[part=agreement] button")).await?;
    page.find(SHOW_HIDDEN).await?;
    check(&page, "a hidden card offered").await?;
    ask(&page, &json!({"q": "Präzisionsmedizinforschungsinfrastrukturverbundsprojektleiterin"})).await?;
    page.find(EMPTY).await?;
    check(&page, "nothing found").await?;

    let lost = format!("data.json {}.json", "gone".repeat(20));
    let page = widget::open(stage, host()).await?;
    prepare(&page).await?;
    page.run::<()>("element.setAttribute('src', args[0])", vec![json!(lost)]).await?;
    page.wait_until("a lost file is named", "return root.querySelector(args[0]).textContent", vec![json!(NOTICE)])
        .await?;
    check(&page, "one file lost").await?;
    let page = stage.open(host().fault("data.json", Fault::Status(404, None))).await?;
    page.find(RETRY).await?;
    // The notice does not wait for its looks.
    page.wait_until("the element has its looks", "return root.adoptedStyleSheets.length", vec![]).await?;
    prepare(&page).await?;
    check(&page, "failed").await
}

async fn ask(page: &Page, filters: &Value) -> Result<()> {
    page.run("element.filters = args[0]", vec![filters.clone()]).await
}

/// Opens the bar where it is behind a button, and every filter in it.
async fn open_filters(page: &Page) -> Result<()> {
    let script = "const button = root.querySelector(`${args[0]} button[aria-expanded=false]`);
        if (button && button.getClientRects().length) button.click();
        for (const one of root.querySelectorAll(args[1])) one.open = true";
    page.run::<()>(script, vec![json!(FILTERS), json!(FACET)]).await?;
    let seen = "return [...root.querySelectorAll(`${args[0]} li`)].every(one => one.getClientRects().length)";
    page.wait_until("every filter is open", seen, vec![json!(FACET)]).await?;
    page.find(CARD).await?;
    Ok(())
}
