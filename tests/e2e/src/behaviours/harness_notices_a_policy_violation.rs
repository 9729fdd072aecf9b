//! A style attribute, which the strict policy forbids, is reported to the page and to the server, and the check fails.

use anyhow::Result;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const SCRIPT: &str = "document.querySelector('supra-network').shadowRoot.querySelector('ul').setAttribute('style', 'color: red');";

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page_with(SCRIPT)).await?;
    page.wait_for_count("li", 3).await?;
    must_object(page.assert_clean().await, "style-src")?;
    anyhow::ensure!(!page.site().reports().is_empty(), "nothing was posted to the server");
    Ok(())
}
