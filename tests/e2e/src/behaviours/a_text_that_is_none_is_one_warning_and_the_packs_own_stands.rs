//! Of the page's own texts those that are no strings are left out, with one warning; in every language.

use anyhow::{Result, ensure};

use super::widget::{self, STATUS, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const LABEL: &str = "label[for=search]";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    page.run::<()>("element.texts = {search: 'Ours', 'results.all.other': 5, filters: null, sort: {en: 'x'}, chosen: undefined}", vec![]).await?;
    page.wait_for_text(LABEL, "Ours").await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    let sort: String = page.run("return root.querySelector('[part=sort]').firstChild.textContent", vec![]).await?;
    ensure!(sort == text("sort")?, "{sort}");
    page.run::<()>("element.lang = 'sv'", vec![]).await?;
    page.wait_for_text(STATUS, "9 initiativ").await?;
    let warnings = widget::console(&page, "SN301").await?;
    ensure!(warnings.len() == 1 && warnings[0]["text"].as_str().is_some_and(|line| line.contains("texts")), "{warnings:?}");
    page.run::<()>("element.texts = {search: 'Again'}", vec![]).await?;
    page.wait_for_text(LABEL, "Again").await?;
    ensure!(widget::console(&page, "SN301").await?.len() == 1, "these are strings");
    page.assert_no_error().await
}
