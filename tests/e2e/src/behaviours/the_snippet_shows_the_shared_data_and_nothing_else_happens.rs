//! Three lines as documented: cards of the real dataset in place of the slot, and nothing that a host page would mind.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::widget::{self, CARD, CODE, HEADING, NOTICE, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

const DATA: &str = include_str!("../../../../data/supranet.json");
/// What can be counted on before the first card: style, entry, glue, wasm, words, data.
const MOST_REQUESTS: usize = 6;

async fn run(stage: Stage) -> Result<()> {
    let data: Value = serde_json::from_str(DATA)?;
    let initiatives = data["initiatives"].as_array().map_or(0, Vec::len);

    let page = widget::open(&stage, HostPage::new().slot(widget::FALLBACK)).await?;
    let asked = page.site().requests().iter().filter(|request| request.path.starts_with("dist/")).count();
    ensure!(asked <= MOST_REQUESTS, "{asked} requests before the first card");
    page.wait_for_count(CARD, initiatives).await?;
    ensure!(initiatives >= 8, "the dataset has lost initiatives");
    for initiative in data["initiatives"].as_array().into_iter().flatten() {
        let id = initiative["id"].as_str().unwrap_or_default();
        let name = initiative["name"]["en"].as_str().unwrap_or_default();
        let title = page.text(&widget::title(id)).await?;
        ensure!(title.starts_with(name), "{id} is called {title:?}");
    }
    ensure!(Some(page.text(HEADING).await?.as_str()) == data["title"]["en"].as_str(), "the heading is the dataset's title");
    page.wait_for_text(STATUS, &format!("{initiatives} initiatives")).await?;

    ensure!(!widget::fallback_is_seen(&page).await?, "the slot is still seen");
    ensure!(page.text(NOTICE).await?.is_empty(), "a notice is left");
    page.assert_axe_clean("ready").await?;
    let mut allowed = CODE.to_vec();
    allowed.push("dist/dataset.json");
    page.assert_only_requested(&allowed).await?;
    let told = widget::events(&page, "supra-load").await?;
    ensure!(told.len() == 1 && told[0]["detail"]["issues"] == 0, "{told:?}");
    page.assert_clean().await?;
    page.assert_nothing_stored().await?;
    page.assert_nothing_shifted().await
}
