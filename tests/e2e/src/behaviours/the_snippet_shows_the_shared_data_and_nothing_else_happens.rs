//! Three lines as documented: cards of the real dataset in place of the slot, and nothing that a host page would mind.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::widget::{self, CARD, CODE, HEADING, MORE, NOTICE, SHARED, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

/// What can be counted on before the first card: style, entry, glue, wasm, words, data.
const MOST_REQUESTS: usize = 6;
/// How many cards are drawn at a time where the page does not say.
const PAGE: usize = 24;

async fn run(stage: Stage) -> Result<()> {
    let data: Value = serde_json::from_str(SHARED)?;
    let initiatives = data["initiatives"].as_array().context("the dataset has no initiatives")?;
    let all = initiatives.len();
    ensure!(all >= 52, "the dataset has lost initiatives");

    let page = widget::open(&stage, HostPage::new().slot(widget::FALLBACK)).await?;
    let asked = page.site().requests().iter().filter(|request| request.path.starts_with("dist/")).count();
    ensure!(asked <= MOST_REQUESTS, "{asked} requests before the first card");
    page.wait_for_count(CARD, PAGE).await?;
    ensure!(Some(page.text(HEADING).await?.as_str()) == data["title"]["en"].as_str(), "the heading is the dataset's title");
    page.wait_for_text(STATUS, &format!("{all} initiatives")).await?;

    ensure!(!widget::fallback_is_seen(&page).await?, "the slot is still seen");
    ensure!(page.text(NOTICE).await?.is_empty(), "a notice is left");
    page.assert_axe_clean("ready").await?;
    let mut allowed = CODE.to_vec();
    allowed.push("dist/dataset.json");
    page.assert_only_requested(&allowed).await?;
    let told = widget::events(&page, "supra-load").await?;
    ensure!(told.len() == 1 && told[0]["detail"]["issues"] == 0, "{told:?}");
    page.assert_nothing_shifted().await?;

    everything_is_shown(&page, initiatives).await?;
    page.assert_only_requested(&allowed).await?;
    page.assert_clean().await?;
    page.assert_nothing_stored().await
}

/// Page by page, each initiative has its card, under its name.
async fn everything_is_shown(page: &Page, initiatives: &[Value]) -> Result<()> {
    let mut shown = PAGE;
    while shown < initiatives.len() {
        page.click(MORE).await?;
        shown = (shown + PAGE).min(initiatives.len());
        page.wait_for_count(CARD, shown).await?;
    }
    for initiative in initiatives {
        let id = initiative["id"].as_str().unwrap_or_default();
        let name = initiative["name"]["en"].as_str().unwrap_or_default();
        let title = page.text(&widget::title(id)).await?;
        ensure!(title.starts_with(name), "{id} is called {title:?}");
    }
    Ok(())
}
