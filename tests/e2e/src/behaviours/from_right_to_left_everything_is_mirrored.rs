//! A language pack that is written from right to left turns all of the widget: every box, line and picture is the mirror
//! image of what it is from left to right, with the same words, in a narrow column and in a wide place.

use anyhow::{Result, ensure};

use super::states::{give_width, mirrored};
use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::{PLAIN, Page, astray},
};

behaviour!(run);

/// All that opens is open, filters are chosen, one card is hidden by them, and there are more to show.
const OPEN: &str = "element.show('zpm');
    root.getElementById('open-filters').click();
    for (const one of root.querySelectorAll('[part=facet], [part=card] details')) one.open = true";
const DRAWN: &str = "return root.getElementById('hidden') && [...root.querySelectorAll('[part=card] details')].every((one) => one.querySelector('dl'))";

async fn open(stage: &Stage, is_narrow: bool, is_mirrored: bool) -> Result<Page> {
    let host = widget::page()
        .attribute("country", "SE,FR")
        .attribute("area", "rare-diseases,infection")
        .attribute("page-size", "1")
        .attribute("url", "query")
        .attribute("feedback", "mailto:data@example.org")
        .file("plain.js", PLAIN)
        .head("<script src=\"plain.js\"></script>\n");
    let page = widget::open(stage, mirrored(host, is_mirrored)).await?;
    give_width(&page, is_narrow).await?;
    page.wait_for_count(CARD, 1).await?;
    page.run::<()>(OPEN, vec![]).await?;
    page.wait_until("all is open and drawn", DRAWN, vec![]).await?;
    page.run::<()>("root.activeElement?.blur()", vec![]).await?;
    Ok(page)
}

async fn run(stage: Stage) -> Result<()> {
    for is_narrow in [true, false] {
        let width = if is_narrow { "320 px" } else { "1280 px" };
        let page = open(&stage, is_narrow, false).await?;
        let (places, tiles) = (page.places().await?, page.tiles().await?);
        ensure!(places.len() > 100, "{width}: {} places", places.len());
        let page = open(&stage, is_narrow, true).await?;
        let mut astray = astray(&places, &page.places().await?);
        let all = astray.len();
        astray.truncate(12);
        page.screenshot(&format!("rtl-{width}")).await?;
        ensure!(astray.is_empty(), "{width}: {all} of {} are not mirrored: {astray:#?}", places.len());
        page.assert_mirrored(&tiles).await?;
        page.assert_clean().await?;
    }
    Ok(())
}
