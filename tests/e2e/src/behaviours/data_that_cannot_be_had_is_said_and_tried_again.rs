//! Data that is missing or breaks off: a code, a sentence, the slot, and a button that works when the file is there again.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::Fault;

use super::widget;
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// What happens to the file, and how often it is asked for before the widget gives up: `None` where the browser asks again itself.
fn table() -> [(Fault, Option<usize>); 4] {
    [
        (Fault::Status(404, None), Some(1)),
        (Fault::Status(403, Some("<h1>No</h1>".into())), Some(1)),
        (Fault::Status(500, None), Some(4)),
        (Fault::ResetMidBody(500), None),
    ]
}

async fn run(stage: Stage) -> Result<()> {
    for (fault, times) in table() {
        let name = format!("{fault:?}");
        let page = stage.open(widget::page().fault("data.json", fault)).await?;
        widget::assert_failed(&page, "SN201").await.context(name.clone())?;
        let asked = widget::asked(&page, "data.json");
        ensure!(times.is_none_or(|times| times == asked), "{name}: asked {asked} times");
        let told = widget::events(&page, "supra-error").await?;
        ensure!(told.len() == 1, "{name}: {told:?}");
        ensure!(told[0]["detail"]["url"] == page.site().url("data.json"), "{name}: {told:?}");
        page.assert_axe_clean("failed").await.context(name.clone())?;
        page.assert_nothing_shifted().await?;
        widget::assert_retry_works(&page, "data.json").await.context(name)?;
        page.assert_clean().await?;
    }
    Ok(())
}
