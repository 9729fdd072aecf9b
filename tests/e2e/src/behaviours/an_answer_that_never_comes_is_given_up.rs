//! A server that takes the question and says nothing, or stops in the middle: SN203 when the time is over.
//! The page's clock runs six times as fast: its `setTimeout` was replaced before the entry script took it.

use anyhow::{Context, Result};
use supranet_dev_server::Fault;

use super::widget;
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FAST: &str = "const slow = window.setTimeout; window.setTimeout = (what, ms, ...rest) => slow(what, ms / 6, ...rest);";

async fn run(stage: Stage) -> Result<()> {
    for (what, fault) in [("no first byte", Fault::Hang), ("no end", Fault::Stall(500))] {
        let host = widget::page().file("fast.js", FAST).head("<script src=\"fast.js\"></script>\n");
        let page = stage.open(host.fault("data.json", fault)).await?;
        widget::assert_failed(&page, "SN203").await.context(what)?;
        anyhow::ensure!(widget::asked(&page, "data.json") == 1, "it was asked again after so long");
        widget::assert_retry_works(&page, "data.json").await.context(what)?;
        page.assert_clean().await.context(what)?;
    }
    Ok(())
}
