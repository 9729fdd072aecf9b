//! An element far below asks for nothing; scrolled near, it loads; `eager` does not wait.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD};
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// Resolves when an observer made now has looked, and a file asked for after that has come: by then every earlier
/// observer has looked too, and whatever it asked for is in the log.
const LOOKED: &str = "await new Promise(done => new IntersectionObserver(done).observe(document.body));
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    await (await fetch(args[0])).text()";

async fn run(stage: Stage) -> Result<()> {
    let far = "<p>Line.</p>\n".repeat(100);
    let host = || widget::page().before(&far).file("probe.txt", "probe");
    let page = stage.open(host()).await?;
    page.run_async::<()>(LOOKED, vec![json!("probe.txt")]).await?;
    page.assert_only_requested(&["dist/supra-network.css", "dist/supranet.js", "probe.txt"]).await?;
    ensure!(widget::fallback_is_seen(&page).await?, "the slot is there for who gets there");

    // Not into view: near it, which is less than 600 px.
    page.run::<()>("scrollTo(0, element.getBoundingClientRect().top + scrollY - innerHeight - 400)", vec![]).await?;
    page.wait_for_count(CARD, 9).await?;
    page.assert_clean().await?;

    let page = stage.open(host().attribute("loading", "eager")).await?;
    page.wait_for_count(CARD, 9).await?;

    // Or when the page says so later.
    let page = stage.open(host()).await?;
    page.run_async::<()>(LOOKED, vec![json!("probe.txt")]).await?;
    ensure!(widget::asked(&page, "data.json") == 0);
    page.run::<()>("element.setAttribute('loading', 'eager')", vec![]).await?;
    page.wait_for_count(CARD, 9).await?;
    page.assert_clean().await
}
