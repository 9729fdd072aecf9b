//! A page that hides, locks or pages otherwise takes nothing away that a visitor opened or typed, nor the focus from what
//! still stands; else the focus goes to the count.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, COUNTRY, FILTERS, STATUS, text};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const COLUMN: &str = "body { margin: 0; } main { inline-size: 320px; }";
const FIND: &str = "[part=facet] input[type=search]";
const COUNTRIES: [&str; 16] =
    ["AT", "BE", "BG", "CI", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "SE"];

fn data() -> String {
    let record = |(at, country): (usize, &&str)| {
        json!({"id": format!("i-{at}"), "name": {"en": format!("Number {at}")}, "country": country, "scope": "national",
            "status": "active"})
    };
    let initiatives: Vec<_> = COUNTRIES.iter().enumerate().map(record).collect();
    json!({"version": 1, "initiatives": initiatives}).to_string()
}

/// Which facets are open, what is typed in the first and its rows, and whether the bar is open.
async fn opened(page: &Page) -> Result<String> {
    let script = "const facets = [...root.querySelectorAll('[part=facet]')];
        const open = facets.filter(one => one.open).map(one => one.querySelector('summary').textContent);
        const rows = [...facets[0].querySelectorAll('.row .name')].map(one => one.textContent);
        const bar = root.querySelector(`${args[0]} > button[aria-expanded]`).getAttribute('aria-expanded');
        return [bar, open, root.querySelector(args[1]).value, rows].join(' | ')";
    page.run(script, vec![json!(FILTERS), json!(FIND)]).await
}

/// Lets the page set something, and waits until it is drawn.
async fn set(page: &Page, name: &str, value: &str, seen: &str, count: usize) -> Result<()> {
    page.run::<()>("element.setAttribute(args[0], args[1])", vec![json!(name), json!(value)]).await?;
    page.wait_for_count(seen, count).await
}

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page_on(&data()).file("column.css", COLUMN).head("<link rel=\"stylesheet\" href=\"column.css\">\n");
    let page = widget::open(&stage, host).await?;
    widget::button(&page, FILTERS, text("filters")?).await?.click().await?;
    widget::open_facet(&page, text("facet.scope")?).await?;
    widget::button(&page, FILTERS, &text("facet.all")?.replace("{count}", "16")).await?.click().await?;
    let all = opened(&page).await?;
    ensure!(all.starts_with("true | Country,Reach |  | Austria") && all.ends_with("Sweden"), "{all}");
    let box_of_france = widget::checkbox(&page, COUNTRY, "France").await?;
    box_of_france.focus().await?;
    set(&page, "hide", "sort", "[part=sort]", 0).await?;
    ensure!(opened(&page).await? == all, "it was {all}, and is {}", opened(&page).await?);
    focus_is_on(&page, "France").await?;
    page.type_into(FIND, "fran").await?;
    let typed = opened(&page).await?;
    set(&page, "heading-level", "4", "h4[part=heading]", 1).await?;
    ensure!(opened(&page).await? == typed, "it was {typed}, and is {}", opened(&page).await?);
    page.wait_for_focus(FIND).await?;
    // Closed by a visitor is not opened either.
    widget::open_facet(&page, COUNTRY).await?;
    page.wait_for_count("[part=facet][open]", 1).await?;
    // Browsers tell of it a moment later.
    page.run_async::<()>("await new Promise(done => setTimeout(done, 100))", vec![]).await?;
    set(&page, "heading-level", "3", "h3[part=heading]", 1).await?;
    page.wait_for_count("[part=facet][open]", 1).await?;
    focus_is_on(&page, COUNTRY).await?;

    // Another size of pages draws no card again; what is taken away leaves the focus to the count.
    page.run::<()>("root.querySelector(args[0]).kept = true", vec![json!(widget::CARD)]).await?;
    set(&page, "page-size", "5", widget::CARD, 5).await?;
    ensure!(page.run::<bool>("return root.querySelector(args[0]).kept === true", vec![json!(widget::CARD)]).await?);
    focus_is_on(&page, COUNTRY).await?;
    // The cards that a visitor asked for stay, and the focus in them.
    page.click("#more").await?;
    page.wait_for_count(widget::CARD, 10).await?;
    page.find(&widget::inside_card("i-7", "summary")).await?.focus().await?;
    set(&page, "hide", "", "[part=sort]", 1).await?;
    page.wait_for_count(widget::CARD, 10).await?;
    focus_is_on(&page, &text("more.of")?.replace("{name}", "Number 7")).await?;
    page.run::<()>("root.querySelector('summary').focus()", vec![]).await?;
    set(&page, "lock", "country", "#facet-country", 0).await?;
    page.wait_for_focus(STATUS).await?;
    page.assert_clean().await
}

/// The focus is on what says this, be it by its label.
async fn focus_is_on(page: &Page, words: &str) -> Result<()> {
    let script = "const one = root.activeElement; return !!one && ((one.labels && one.labels[0]) || one).textContent.includes(args[0])";
    page.wait_until(&format!("the focus is on {words:?}"), script, vec![json!(words)]).await
}
