//! Five orders; the best match first while words are asked, unless the visitor chose another.

use anyhow::{Result, ensure};

use super::widget::{self, SEARCH, text};
use crate::{
    harness::{PATIENCE, Stage, behaviour, eventually},
    page::Page,
};

behaviour!(run);

async fn wait_for_order(page: &Page, ids: &str) -> Result<()> {
    let what = format!("the cards stand as {ids}");
    eventually(&what, PATIENCE, async || Ok((widget::cards(page).await?.join(" ") == ids).then_some(()))).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(widget::WORLD)).await?;
    wait_for_order(&page, "f f2 a b e part body").await?;
    for (sort, ids) in
        [("sort.name", "e a b part f f2 body"), ("sort.links", "a e b f f2 body part"), ("sort.recent", "e a f f2 body b part")]
    {
        widget::select(&page, text("sort")?, text(sort)?).await?;
        wait_for_order(&page, ids).await?;
    }
    // What was chosen stays while words are asked.
    page.type_into(SEARCH, "genome").await?;
    wait_for_order(&page, "a b").await?;
    widget::select(&page, text("sort")?, text("sort.relevance")?).await?;
    wait_for_order(&page, "b a").await?;
    let marked: Vec<String> = page.run("return [...root.querySelectorAll('mark')].map(one => one.textContent)", vec![]).await?;
    ensure!(marked == ["genome"], "the words asked are marked, and nothing else: {marked:?}");
    page.assert_axe_clean("words marked").await?;
    page.assert_clean().await
}
