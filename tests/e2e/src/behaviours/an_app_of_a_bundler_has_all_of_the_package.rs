//! `import "supranet"` is all that an app needs which Vite or webpack builds: cards, another language, and a file to take
//! along come from the files that the bundler put under names of its own; where the module is missing, the plain HTML is
//! filtered.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use supranet_dev_server::Fault;

use super::{
    fragment::{self, COUNTRY},
    widget::{self, CARD, RETRY, STATUS},
};
use crate::{
    harness::{Stage, behaviour},
    page::consumer::{modules, page_with, tags},
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    for (name, snippet) in
        [("vite", tags("vite")?), ("webpack", "<script defer src=\"app/main.js\"></script>\n".to_owned())]
    {
        let page = widget::open(&stage, page_with(name, &snippet)?.slot(widget::FALLBACK)).await?;
        page.wait_for_count(CARD, 24).await?;
        let table: String = page.run_async("return await element.export('csv')", vec![]).await?;
        ensure!(table.lines().count() > 24, "{name}: a table of {} lines", table.lines().count());
        page.run::<()>("element.lang = args[0]", vec![json!("sv")]).await?;
        let swedish = "return /initiativ$/.test(root.querySelector(args[0])?.textContent ?? '')";
        page.wait_until("it speaks Swedish", swedish, vec![json!(STATUS)]).await?;
        ensure!(page.recorded("console").await?.is_empty(), "{name}: {:?}", page.recorded("console").await?);
        page.assert_only_requested(&["app/*"]).await?;
        page.assert_clean().await?;
        filters_the_fragment(&stage, name, &snippet).await.with_context(|| format!("{name}, without its module"))?;
    }
    Ok(())
}

async fn filters_the_fragment(stage: &Stage, name: &str, snippet: &str) -> Result<()> {
    let mut host = page_with(name, snippet)?.slot(&fragment::markup("en")?);
    for module in modules(name)? {
        host = host.fault(&module, Fault::Status(404, None));
    }
    let page = fragment::open(stage, host).await?;
    page.inside("supra-network").find(RETRY).await?;
    fragment::wait_for_filter(&page).await?;
    let all = fragment::cards(&page).await?.len();
    fragment::choose(&page, COUNTRY, "SE").await?;
    let swedish = fragment::cards(&page).await?.len();
    ensure!((1..all).contains(&swedish), "Sweden finds {swedish} of {all} cards");
    page.assert_only_requested(&["app/*"]).await?;
    page.assert_clean().await
}
