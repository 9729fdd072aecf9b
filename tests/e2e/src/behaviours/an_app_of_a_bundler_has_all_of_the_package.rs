//! `import "supranet"` is all that an app needs which Vite or webpack builds: cards, another language, and a file to take
//! along come from the files that the bundler put under names of its own.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::consumer::{page_with, tags},
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
    }
    Ok(())
}
