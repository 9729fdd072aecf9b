//! Tab goes through fields, links and buttons in order, leaves the element at its end, and each stop has a role and a name.

use anyhow::{Result, ensure};

use super::stand_in;
use crate::harness::{Stage, behaviour};

behaviour!(run);

const LINK: &str = "document.querySelector('supra-network').shadowRoot.append(make('a', {href: '#there'}, 'There'));";

async fn run(stage: Stage) -> Result<()> {
    let host = stand_in::page_with(LINK).before("<a href=\"#x\">Before</a>").after("<a href=\"#y\">After</a>");
    let page = stage.open(host).await?;
    page.find("a").await?;
    for _ in 0..2 {
        let stops = page.tab_stops().await?;
        ensure!(stops == ["textbox Word", "button Clear", "link There"], "{stops:?}");
    }
    Ok(())
}
