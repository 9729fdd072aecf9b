//! A bad agreement and a country that is none do not blank the page: they are counted, and the visitor is told.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, FOOTER, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(widget::PARTLY)).await?;
    page.wait_for_count(CARD, 2).await?;
    page.wait_for_text(FOOTER, text("partly")?).await?;
    let told = widget::events(&page, "supra-load").await?;
    ensure!(told.len() == 1, "{told:?}");
    let wanted = json!({"initiatives": 2, "agreements": 0, "issues": 3, "updated": null});
    let mut detail = told[0]["detail"].clone();
    // A date that is not stated may be absent.
    if let Some(detail) = detail.as_object_mut() {
        detail.entry("updated").or_insert(json!(null));
    }
    ensure!(detail == wanted, "{detail} is not {wanted}");
    ensure!(told[0]["bubbles"] == true && told[0]["composed"] == true, "{told:?}");
    page.assert_axe_clean("partly bad").await?;

    let page = widget::open(&stage, widget::page()).await?;
    let told = widget::events(&page, "supra-load").await?;
    ensure!(told[0]["detail"]["initiatives"] == 9 && told[0]["detail"]["agreements"] == 5, "{told:?}");
    ensure!(told[0]["detail"]["updated"] == "2026-11-22", "{told:?}");
    ensure!(!page.text(FOOTER).await?.contains(text("partly")?));
    ensure!(page.text(FOOTER).await? == text("updated")?.replace("{date}", "22 November 2026"));
    page.assert_clean().await
}
