//! A locked facet has its preset whatever a visitor does; what is hidden is not there; both follow the attributes.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CHIP, CHIP_TEXT, CLEAR, FACET, FILTERS, SEARCH, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// A year that is locked is no chip, and does not take the other year away; a card beyond a lock is not offered.
async fn locks_one_year(stage: &Stage) -> Result<()> {
    let host = widget::page_on(widget::WORLD).attribute("lock", "from country").attribute("from", "2020").attribute("country", "SE");
    let page = widget::open(stage, host).await?;
    ensure!(page.count(CHIP).await? == 0, "a chip that cannot be taken away");
    let years: Vec<String> = page.run("return [...root.querySelectorAll('.year')].map(one => one.firstChild.textContent)", vec![]).await?;
    ensure!(years == [widget::text("years.to")?], "{years:?}");
    page.run::<()>("element.show('e')", vec![]).await?;
    page.find(".offer").await?;
    ensure!(page.count(widget::SHOW_HIDDEN).await? == 0, "an offer that leads nowhere");
    page.wait_for_focus(STATUS).await?;
    page.assert_clean().await
}

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().attribute("country", "SE").attribute("lock", "country").attribute("hide", "sort sources");
    let page = widget::open(&stage, host).await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    let facets: String = page.run("return [...root.querySelectorAll(`${args[0]} > summary`)].map(one => one.textContent).join()", vec![json!(FACET)]).await?;
    ensure!(!facets.split(',').any(|name| name == "Country"), "{facets}");
    ensure!(page.count(CHIP).await? == 0 && page.count("[part=sort]").await? == 0);
    ensure!(page.count(&widget::inside_card("gms", ".place button")).await? == 0, "its country is no choice");
    page.type_into(SEARCH, "genomic").await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    page.click(CLEAR).await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    page.click(&widget::inside_card("gms", "[part=agreement] summary")).await?;
    page.wait_for_count(&widget::inside_card("gms", "[part=agreement] dl"), 1).await?;
    let details = page.text(&widget::inside_card("gms", "[part=agreement] dl")).await?;
    ensure!(!details.contains("Sources") && !details.contains("[1]"), "{details}");
    page.assert_axe_clean("locked").await?;

    page.run::<()>("element.removeAttribute('lock'); element.setAttribute('hide', 'filters search'); element.setAttribute('country', 'DK')", vec![]).await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    page.wait_for_text(CHIP_TEXT, "Denmark").await?;
    page.wait_for_count(FILTERS, 0).await?;
    page.assert_clean().await?;
    locks_one_year(&stage).await
}
