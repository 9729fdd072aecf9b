//! A filter with more than two hundred values shows so many and says so; one whose own search finds nothing says that.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FACET: &str = "#facet-initiative";
const NOTE: &str = "#facet-initiative [role=status]";

async fn run(stage: Stage) -> Result<()> {
    let initiatives: Vec<_> =
        (1000..2234).map(|at| json!({"id": format!("i-{at}"), "name": {"en": format!("Number {at}")}})).collect();
    let data = json!({"version": 1, "initiatives": initiatives}).to_string();
    let page = widget::open(&stage, widget::page_on(&data)).await?;
    widget::open_facet(&page, text("facet.initiative")?).await?;
    ensure!(page.text(NOTE).await?.is_empty(), "a few are shown, and a button for all");
    widget::button(&page, FACET, &text("facet.all")?.replace("{count}", "1,234")).await?.click().await?;
    page.wait_for_count(&format!("{FACET} .row"), 200).await?;
    let most = text("facet.most")?.replace("{shown}", "200");
    page.wait_for_text(NOTE, &most.replace("{matched}", "1,234")).await?;
    page.assert_axe_clean("more choices than are shown").await?;
    let find = format!("{FACET} input[type=search]");
    page.type_into(&find, "number").await?;
    page.wait_for_text(NOTE, &most.replace("{matched}", "1,234")).await?;
    page.type_into(&find, " 1001").await?;
    page.wait_for_count(&format!("{FACET} .row"), 1).await?;
    page.wait_for_text(NOTE, "").await?;

    page.run::<()>("window.__said = []; const note = root.querySelector(args[0]);
        new MutationObserver(() => window.__said.push(note.textContent)).observe(note, {childList: true, characterData: true, subtree: true})", vec![json!(NOTE)]).await?;
    page.type_into(&find, "xyz").await?;
    page.wait_for_text(NOTE, text("facet.none")?).await?;
    page.wait_for_count(&format!("{FACET} .row"), 0).await?;
    let said: Vec<String> = page.run("return window.__said", vec![]).await?;
    ensure!(said == [text("facet.none")?], "once, not letter by letter: {said:?}");
    ensure!(page.role(NOTE).await? == "status");
    page.assert_axe_clean("no choice found").await?;
    page.assert_clean().await
}
