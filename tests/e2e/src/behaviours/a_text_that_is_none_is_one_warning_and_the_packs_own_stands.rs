//! Of the page's own texts those that are no strings are left out, with one warning; in every language.

use anyhow::{Result, ensure};

use super::widget::{self, HEADING, STATUS, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    page.run::<()>("element.texts = {heading: 'Ours', 'results.all.other': 5, filters: null, search: {en: 'x'}, chosen: undefined}", vec![]).await?;
    page.wait_for_text(HEADING, "Ours").await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(page.text("label[for=search]").await? == text("search")?);
    page.run::<()>("element.lang = 'sv'", vec![]).await?;
    page.wait_for_text(STATUS, "9 initiativ").await?;
    let warnings = widget::console(&page, "SN301").await?;
    ensure!(warnings.len() == 1 && warnings[0]["text"].as_str().is_some_and(|line| line.contains("texts")), "{warnings:?}");
    page.run::<()>("element.texts = {heading: 'Again'}", vec![]).await?;
    page.wait_for_text(HEADING, "Again").await?;
    ensure!(widget::console(&page, "SN301").await?.len() == 1, "these are strings");
    page.assert_no_error().await
}
