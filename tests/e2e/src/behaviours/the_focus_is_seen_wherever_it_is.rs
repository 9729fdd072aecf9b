//! Whatever can have the focus shows it: an outline of at least two pixels and 3:1 against what it lies on and beside, not
//! cut off and not covered, light and dark, wide and narrow, and on a page that takes every outline away.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;
use thirtyfour::Key;

use super::walk::{Walk, FILTERS_WALK, around, page as walk_page};
use super::widget::{self, CARD, FACET, MORE, RETRY, SHOW_HIDDEN};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

const PAGE_STYLE: &str = "* { outline: none !important; }";
const COLUMN: &str = "main { inline-size: 320px; }";
/// All that opens is open; long lists are long.
const OPEN_ALL: &str = "for (const one of root.querySelectorAll('details')) one.open = true;
    for (const one of root.querySelectorAll('button.rest[aria-expanded=false]')) if (!one.closest('.is-gone')) one.click();
    const bar = root.querySelector('#open-filters'); if (bar.checkVisibility()) bar.click()";

async fn run(stage: Stage) -> Result<()> {
    for style in ["", COLUMN, PAGE_STYLE] {
        let host = walk_page()?.attribute("page-size", "12").file("page.css", style);
        let page = widget::open(&stage, host.head("<link rel=\"stylesheet\" href=\"page.css\">\n")).await?;
        let few = in_each_scheme(&page).await?;
        // An offer, chips; then all that there is.
        page.run::<()>("element.filters = {country: ['SE'], area: ['solid-tumours', 'rare-diseases']}", vec![]).await?;
        widget::wait_for_cards(&page, &["gms"]).await?;
        page.run::<()>("element.show('zpm')", vec![]).await?;
        page.find(SHOW_HIDDEN).await?;
        in_each_scheme(&page).await?;
        page.run::<()>("element.filters = {}", vec![]).await?;
        page.find(MORE).await?;
        page.run::<()>(OPEN_ALL, vec![]).await?;
        page.wait_for_count(&format!("{FACET} button.rest[aria-expanded=false]"), 0).await?;
        page.wait_until("all is drawn", "return !root.querySelector('.is-new, details[open]:not(:has(> :nth-child(2)))')", vec![]).await?;
        page.run::<()>("root.querySelector('[part=copy-link]').click()", vec![]).await?;
        page.find("#link").await?;
        let all = in_each_scheme(&page).await?;
        ensure!(all > few + 30, "{few} stops, and {all} where all is open");
        page.assert_clean().await?;
    }
    let page = stage.open(around(widget::page().fault("data.json", Fault::Status(404, None)))).await?;
    page.find(RETRY).await?;
    in_each_scheme(&page).await?;
    ensure!(page.count(CARD).await? == 0);
    page.assert_clean().await
}

/// How many stops there are.
async fn in_each_scheme(page: &Page) -> Result<usize> {
    // By key, so that the browser shows it from here on.
    Walk::begin(page, FILTERS_WALK).await?;
    page.press(&[Key::Tab]).await?;
    let mut stops = 0;
    for scheme in ["light", "dark"] {
        page.run::<()>("element.setAttribute('scheme', args[0])", vec![json!(scheme)]).await?;
        stops = page.assert_all_focus_is_seen().await?;
    }
    Ok(stops)
}
