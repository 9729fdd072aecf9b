//! Who cannot see the count hears it: once for all that changes within half a second, never at the start, and not where
//! the focus is on the count itself.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::widget::{self, CLEAR, SEARCH, STATUS, text};
use crate::harness::{PATIENCE, Stage, behaviour, eventually};
use crate::page::Page;

behaviour!(run);

#[derive(Debug, Deserialize)]
struct Said {
    text: String,
    at: f64,
}

const LISTEN: &str = "window.__said = [];
    const region = root.querySelector('.unseen[role=status]');
    if (region.textContent) window.__said.push({text: region.textContent, at: 0});
    new MutationObserver(() => window.__said.push({text: region.textContent, at: performance.now()}))
        .observe(region, {childList: true, characterData: true, subtree: true})";

async fn said(page: &Page) -> Result<Vec<Said>> {
    page.run("return window.__said", vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    page.run::<()>(LISTEN, vec![]).await?;
    page.type_into(SEARCH, "genom").await?;
    page.wait_for_text(STATUS, "5 of 9 initiatives").await?;
    eventually("the last count is said", PATIENCE, async || {
        Ok(said(&page).await?.last().filter(|last| last.text == "5 of 9 initiatives").map(drop))
    })
    .await?;
    page.run::<()>("element.filters = {country: ['SE']}; element.filters = {country: ['DK']}; element.filters = {}", vec![])
        .await?;
    eventually("the whole count is said", PATIENCE, async || {
        Ok(said(&page).await?.last().filter(|last| last.text == "9 initiatives").map(drop))
    })
    .await?;
    let all = said(&page).await?;
    ensure!(all.first().is_some_and(|first| first.at > 0.0), "the start is not said: {all:?}");
    // Timers come late, never early; the clock is coarse.
    let gaps: Vec<f64> = all.windows(2).map(|two| two[1].at - two[0].at).collect();
    ensure!(gaps.iter().all(|gap| *gap > 490.0), "said too often: {all:?}");

    // The focus goes to the count, which is heard there.
    widget::choose(&page, widget::COUNTRY, "Sweden").await?;
    let heard = eventually("Sweden is said", PATIENCE, async || {
        let all = said(&page).await?;
        Ok((all.last().is_some_and(|last| last.text == "3 of 9 initiatives")).then_some(all.len()))
    })
    .await?;
    page.click(CLEAR).await?;
    page.wait_for_focus(STATUS).await?;
    page.run_async::<()>("await new Promise(done => setTimeout(done, 600))", vec![]).await?;
    ensure!(said(&page).await?.len() == heard, "it is heard twice");

    // Another order is said with the count, and only then.
    page.find(SEARCH).await?.focus().await?;
    widget::select(&page, text("sort")?, text("sort.name")?).await?;
    let sorted = text("sorted")?.replace("{count}", "9 initiatives").replace("{order}", text("sort.name")?);
    eventually("the order is said", PATIENCE, async || {
        Ok(said(&page).await?.last().filter(|last| last.text == sorted).map(drop))
    })
    .await?;
    ensure!(said(&page).await?.len() == heard + 1, "in one sentence");
    page.run::<()>("element.filters = {country: ['SE']}", vec![]).await?;
    eventually("the count alone is said", PATIENCE, async || {
        Ok(said(&page).await?.last().filter(|last| last.text == "3 of 9 initiatives").map(drop))
    })
    .await?;
    page.assert_clean().await
}
