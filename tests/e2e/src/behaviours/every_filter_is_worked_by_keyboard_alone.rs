//! Every filter is reached, worked and left by keyboard alone, wide and in a narrow column, and what failed is tried again.
//! The list of all actions, with where each is proved, is in `walk.rs`.

use anyhow::{Result, ensure};
use supranet_dev_server::Fault;
use thirtyfour::Key;

use super::walk::{
    ALL_OR_FEWER, CHECK, FILTERS_WALK, FIND, FROM, GROUP, OPEN_FILTERS, SKIP, SORT, TO, Walk, around, page as walk_page,
};
use super::widget::{self, AREA, CARD, COUNTRY, RETRY, SEARCH, STATUS, text};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

const COLUMN: &str = "main { inline-size: 320px; }";
const ROWS: &str = "#facet-country li";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, walk_page()?).await?;
    let mut walk = Walk::begin(&page, FILTERS_WALK).await?;
    walk.comes_in_and_out().await?;
    wide(&page, &mut walk).await?;
    page.assert_clean().await?;

    let host = walk_page()?.file("column.css", COLUMN).head("<link rel=\"stylesheet\" href=\"column.css\">\n");
    let page = widget::open(&stage, host).await?;
    let mut walk = walk.go_on(&page).await?;
    walk.comes_in_and_out().await?;
    narrow(&page, &mut walk).await?;
    page.assert_clean().await?;

    let host = around(widget::page().fault("data.json", Fault::Status(404, None)));
    let page = stage.open(host).await?;
    page.find(RETRY).await?;
    let mut walk = walk.go_on(&page).await?;
    walk.comes_in_and_out().await?;
    walk.to(RETRY).await?;
    page.site().clear_fault("data.json");
    walk.does("try again after a failure", &[Key::Enter]).await?;
    page.find(CARD).await?;
    walk.lands(STATUS).await?;
    page.assert_clean().await?;
    walk.ends()
}

async fn wide(page: &Page, walk: &mut Walk<'_>) -> Result<()> {
    walk.to(SKIP).await?;
    walk.does("skip past the filters", &[Key::Enter]).await?;
    walk.lands(STATUS).await?;
    page.press_with(Key::Shift, Key::Tab).await?;
    walk.lands("[part=filters] *").await?;

    walk.to_one(GROUP, COUNTRY).await?;
    walk.does("open and close a facet", &[Key::Enter]).await?;
    page.wait_for_count("#facet-country[open]", 0).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_count("#facet-country[open]", 1).await?;
    walk.lands(GROUP).await?;

    let few = page.count(ROWS).await?;
    walk.to(ALL_OR_FEWER).await?;
    walk.does("see all of a long facet, and fewer again", &[Key::Enter]).await?;
    let is_all = format!("{ALL_OR_FEWER}[aria-expanded=true]");
    page.wait_for_count(&is_all, 1).await?;
    ensure!(page.count(ROWS).await? > few, "there are not more");
    walk.lands(&is_all).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_count(ROWS, few).await?;
    walk.lands(ALL_OR_FEWER).await?;

    walk.to(FIND).await?;
    walk.does("search inside a long facet", &[]).await?;
    page.type_text("swit").await?;
    page.wait_for_count(ROWS, 1).await?;
    walk.lands(FIND).await?;
    page.press(&[Key::Backspace, Key::Backspace, Key::Backspace, Key::Backspace]).await?;
    page.wait_for_count(ROWS, few).await?;
    walk.lands(FIND).await?;

    walk.to_one(CHECK, "Sweden").await?;
    walk.does("choose and unchoose", &[Key::Space]).await?;
    widget::wait_for_cards(page, &["gms", "body", "inner-body"]).await?;
    walk.lands(&format!("{CHECK}:checked")).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_text(STATUS, "15 initiatives").await?;
    walk.lands(&format!("{CHECK}:not(:checked)")).await?;

    walk.to_one(CHECK, "Solid tumours").await?;
    page.press(&[Key::Space]).await?;
    widget::wait_for_cards(page, &["gms", "zpm"]).await?;
    walk.lands(CHECK).await?;
    walk.to_one(CHECK, "Cancer").await?;
    ensure!(widget::choice(page, AREA, "Cancer").await?.mixed, "a part is chosen");
    walk.does("choose a parent of which a part was chosen", &[Key::Space]).await?;
    widget::wait_for_cards(page, &["gms", "zpm", "body"]).await?;
    walk.lands(&format!("{CHECK}:checked:not(:indeterminate)")).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_text(STATUS, "15 initiatives").await?;
    walk.lands(CHECK).await?;

    walk.to_one(GROUP, text("years")?).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_count("#facet-years[open]", 1).await?;
    walk.to(FROM).await?;
    walk.does("choose the first year", &[]).await?;
    page.type_text("2022").await?;
    page.wait_until("it begins in 2022", "return element.filters.from === 2022", vec![]).await?;
    walk.lands(FROM).await?;
    walk.to(TO).await?;
    walk.does("choose the last year", &[]).await?;
    page.type_text("2022").await?;
    page.wait_until("it ends in 2022", "return element.filters.to === 2022", vec![]).await?;
    walk.lands(TO).await?;

    walk.to(SORT).await?;
    walk.does("sort", &[]).await?;
    page.type_text(text("sort.name")?).await?;
    page.wait_until("they stand by name", "return element.state.sort === 'name'", vec![]).await?;
    walk.lands(SORT).await
}

/// The filters are behind a button.
async fn narrow(page: &Page, walk: &mut Walk<'_>) -> Result<()> {
    let opened = format!("{OPEN_FILTERS}[aria-expanded=true]");
    walk.to(SKIP).await?;
    page.press(&[Key::Tab]).await?;
    walk.lands(&format!("{OPEN_FILTERS}[aria-expanded=false]")).await?;
    page.press(&[Key::Tab]).await?;
    walk.lands(SORT).await?;
    walk.to(OPEN_FILTERS).await?;
    walk.does("open the filters of a narrow column", &[Key::Enter]).await?;
    walk.lands(&opened).await?;
    page.press(&[Key::Tab]).await?;
    walk.lands(SEARCH).await?;
    walk.to_one(CHECK, "Sweden").await?;
    page.press(&[Key::Space]).await?;
    widget::wait_for_cards(page, &["gms", "body", "inner-body"]).await?;
    walk.lands(&format!("{CHECK}:checked")).await?;
    walk.does("close the filters of a narrow column by Escape", &[Key::Escape]).await?;
    walk.lands(&format!("{OPEN_FILTERS}[aria-expanded=false]")).await?;
    ensure!(page.count(&opened).await? == 0);
    // And back in, by the same key that opened it.
    page.press(&[Key::Space]).await?;
    walk.lands(&opened).await?;
    page.press(&[Key::Space]).await?;
    walk.lands(&format!("{OPEN_FILTERS}[aria-expanded=false]")).await
}
