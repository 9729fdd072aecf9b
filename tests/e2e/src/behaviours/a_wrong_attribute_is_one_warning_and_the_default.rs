//! A value that means nothing is one line in the console (SN301), never an event, and the default stands.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, HEADING};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const WRONG: [(&str, &str); 4] =
    [("heading-level", "9"), ("heading-level", "two"), ("scheme", "purple"), ("loading", "sometimes")];

async fn run(stage: Stage) -> Result<()> {
    for (name, value) in WRONG {
        let page = widget::open(&stage, widget::page().attribute(name, value)).await?;
        page.wait_for_count(CARD, 9).await?;
        ensure!(page.count(&format!("h2{HEADING}")).await? == 1, "the default is level 2");
        let said = page.recorded("console").await?;
        ensure!(said.len() == 1 && said[0]["level"] == "warn", "{name}={value}: {said:?}");
        let text = said[0]["text"].as_str().unwrap_or_default();
        ensure!(["SN301", name, value].iter().all(|part| text.contains(part)), "{text}");
        ensure!(widget::events(&page, "supra-error").await?.is_empty());

        // Later, too.
        page.run::<()>("element.setAttribute(args[0], args[1] + '!')", vec![json!(name), json!(value)]).await?;
        let said = page.recorded("console").await?;
        ensure!(said.len() == 2, "{name}: {said:?}");
        page.wait_for_count(CARD, 9).await?;
        page.assert_clean().await?;
    }
    an_unknown_id(&stage).await
}

/// An id that the data does not know matches nothing, and shows as a chip that can be taken away.
async fn an_unknown_id(stage: &Stage) -> Result<()> {
    let page = stage.open(widget::page().attribute("area", "unheard-of")).await?;
    page.wait_for_text(widget::CHIP_TEXT, "unheard-of").await?;
    let said = page.recorded("console").await?;
    ensure!(said.len() == 1, "{said:?}");
    let text = said[0]["text"].as_str().unwrap_or_default();
    ensure!(["SN301", "area", "unheard-of"].iter().all(|part| text.contains(part)), "{text}");
    page.click("[part~=chip]").await?;
    page.wait_for_count(CARD, 9).await?;
    page.assert_clean().await
}
