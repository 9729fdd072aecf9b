//! The plain HTML fragment as visitors know it: what it is on a page, and what is done with it again and again. Its names
//! stand here and nowhere else.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::SHARED;
use crate::{
    harness::Stage,
    page::{HostPage, Page, dist},
};

/// What is put on a page by hand where the fragment is to look well.
pub(crate) const STYLES: &str = "<link rel=\"stylesheet\" href=\"dist/supra-network.css\">\n\
                                 <link rel=\"stylesheet\" href=\"dist/fragment.css\">\n";
/// And where it is to be filtered.
pub(crate) const SCRIPT: &str = "<script src=\"dist/fragment.js\" defer></script>\n";
/// The two choices, in the order that they are in.
pub(crate) const COUNTRY: usize = 0;
pub(crate) const AREA: usize = 1;

/// The widget that comes when it is told to. By a module of the page: what a driver's own script imports is of another
/// world, in which Firefox's elements are no elements.
const LATE: &str = "<script type=\"module\" src=\"late.js\"></script>\n";
const LATE_SCRIPT: &str =
    "addEventListener('come', () => import('./dist/supranet.js?late').then(() => dispatchEvent(new Event('came'))))";

/// The fragment of the package in a language.
pub(crate) fn markup(language: &str) -> Result<String> {
    let file = dist()?.join(format!("fragment.{language}.html"));
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// The snippet on the shared data, with the fragment of the same data inside.
pub(crate) fn page() -> Result<HostPage> {
    Ok(HostPage::new().file("data.json", SHARED).attribute("src", "data.json").head(STYLES).slot(&markup("en")?))
}

/// A page to which the widget comes late, if at all: see [`come`].
pub(crate) fn late(page: HostPage) -> HostPage {
    page.head(LATE).file("late.js", LATE_SCRIPT)
}

/// Lets the widget come.
pub(crate) async fn come(page: &Page) -> Result<()> {
    let come = "const came = new Promise(done => addEventListener('came', done)); dispatchEvent(new Event('come')); await came";
    page.run_async(come, vec![]).await
}

/// Opens a page, and looks into its first fragment from then on.
pub(crate) async fn open(stage: &Stage, host: HostPage) -> Result<Page> {
    Ok(stage.open(host).await?.inside(".supra-fragment"))
}

/// Waits until the fragment can be filtered.
pub(crate) async fn wait_for_filter(page: &Page) -> Result<()> {
    page.wait_until("the fragment has a filter", "return element.querySelectorAll('select').length === 2", vec![]).await
}

/// The ids of the cards that are seen, in their order.
pub(crate) async fn cards(page: &Page) -> Result<Vec<String>> {
    let script = "return [...element.querySelectorAll('.supra-card')].filter(card => card.getClientRects().length)
        .map(card => card.firstElementChild.id.replace('supra-card-', ''))";
    page.run(script, vec![]).await
}

/// What the line of the count says.
pub(crate) async fn count(page: &Page) -> Result<String> {
    page.run("return element.querySelector('.supra-count').innerText", vec![]).await
}

/// Chooses a value, as a visitor's choice is told to the page.
pub(crate) async fn choose(page: &Page, which: usize, value: &str) -> Result<()> {
    let script = "const list = element.querySelectorAll('select')[args[0]];
        list.value = args[1];
        list.dispatchEvent(new Event('input', {bubbles: true}));
        list.dispatchEvent(new Event('change', {bubbles: true}));
        return list.value";
    let now: Value = page.run(script, vec![json!(which), json!(value)]).await?;
    ensure!(now == value, "there is no choice {value:?}");
    Ok(())
}

/// Every text of it is within the window, and there is nothing to scroll sideways.
pub(crate) async fn assert_nothing_is_scrolled_sideways(page: &Page) -> Result<()> {
    let script = "const page = document.scrollingElement;
        const wide = [...element.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1);
        return [page.scrollWidth - page.clientWidth, wide.slice(0, 5).map(one => one.outerHTML.slice(0, 200))]";
    let (sideways, wide): (i64, Vec<String>) = page.run(script, vec![]).await?;
    ensure!(sideways <= 0 && wide.is_empty(), "{sideways} px are scrolled sideways: {wide:#?}");
    Ok(())
}
