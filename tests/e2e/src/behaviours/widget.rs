//! The widget as its visitors know it: the few names that tests find it by, and what is done with it again and again.
//! Selectors stand here and nowhere else; words come from the language pack.

use std::{collections::HashMap, sync::LazyLock};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::{
    harness::{PATIENCE, Stage, eventually},
    page::{HostPage, Page},
};

pub(crate) const CARD: &str = "[part=card]";
pub(crate) const CHIP: &str = "[part=chip]";
/// What a chip shows; what it does is said besides.
pub(crate) const CHIP_TEXT: &str = "[part=chip] > :not(.unseen)";
pub(crate) const CLEAR: &str = "[part=clear]";
pub(crate) const COPY_LINK: &str = "[part=copy-link]";
pub(crate) const EMPTY: &str = "[part=empty]";
pub(crate) const FACET: &str = "[part=facet]";
pub(crate) const FILTERS: &str = "[part=filters]";
pub(crate) const FOOTER: &str = "[part=footer]";
pub(crate) const HEADING: &str = "[part=heading]";
/// The field with a link to what is asked.
pub(crate) const LINK: &str = ".link-field input";
/// The button that brings the next cards.
pub(crate) const MORE: &str = "[part=more]";
pub(crate) const NOTICE: &str = "[part=notice]";
pub(crate) const RETRY: &str = "[part=retry]";
pub(crate) const SEARCH: &str = "#search";
pub(crate) const STATUS: &str = "#status";
/// The same for those who do not see it.
pub(crate) const SAID: &str = ".unseen[role=status]";
/// The button that takes the filters away for the sake of a card that they hide.
pub(crate) const SHOW_HIDDEN: &str = "#hidden";

pub(crate) const COUNTRY: &str = "Country";
pub(crate) const AREA: &str = "Disease area";

/// Nine initiatives, every shape once.
pub(crate) const SMALL: &str = include_str!("../../../data/small.json");
/// Chains of renewals, papers of states, years.
pub(crate) const WORLD: &str = include_str!("../../../data/world.json");
/// All that has a look of its own, on few cards: `looks`.
const LOOKS: &str = include_str!("../../../data/looks.json");
/// One good record and some bad ones.
pub(crate) const PARTLY: &str = include_str!("../../../data/partly.json");
/// What comes with the widget.
pub(crate) const SHARED: &str = include_str!("../../../../data/supranet.json");
/// What the page shows without us.
pub(crate) const FALLBACK: &str = "<ul id=\"slotted\"><li>Genomic Medicine Sweden</li><li>Genomics England</li></ul>";
/// All that the snippet may ask for, the data apart.
pub(crate) const CODE: [&str; 5] = [
    "dist/supra-network.css",
    "dist/supranet.js",
    "dist/supranet-glue.js?*",
    "dist/supranet.wasm?*",
    "dist/lang/en.json?*",
];

/// A text of the English pack.
pub(crate) fn text(key: &str) -> Result<&'static str> {
    static PACK: LazyLock<HashMap<String, String>> =
        LazyLock::new(|| serde_json::from_str(include_str!("../../../../src/i18n/en.json")).unwrap_or_default());
    PACK.get(key).map(String::as_str).with_context(|| format!("the pack has no text {key:?}"))
}

/// The snippet with a fallback in it, on data of our own: `data.json`.
pub(crate) fn page_on(data: &str) -> HostPage {
    HostPage::new().attribute("src", "data.json").file("data.json", data).slot(FALLBACK)
}

/// The same on the small dataset.
pub(crate) fn page() -> HostPage {
    page_on(SMALL)
}

/// The same with words searched, a filter chosen, and more cards to show.
pub(crate) fn looks() -> HostPage {
    page_on(LOOKS)
        .attribute("area", "cancer")
        .attribute("q", "gen")
        .attribute("page-size", "2")
        .attribute("sort", "links")
}

/// Opens a page and waits until the cards are up.
pub(crate) async fn open(stage: &Stage, host: HostPage) -> Result<Page> {
    let page = stage.open(host).await?;
    page.find(CARD).await?;
    Ok(page)
}

/// The heading of a card.
pub(crate) fn title(id: &str) -> String {
    format!("#card-{id}")
}

/// Something inside a card.
pub(crate) fn inside_card(id: &str, css: &str) -> String {
    format!("{CARD}:has({}) {css}", title(id))
}

/// The ids of the cards, in the order shown.
pub(crate) async fn cards(page: &Page) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll(`${args[0]} [id^=card-]`)].map(title => title.id.slice(5))";
    page.run(script, vec![json!(CARD)]).await
}

/// What is new is laid out with the picture after the first where it is out of sight; till then a driver takes it for hidden.
pub(crate) const ALL_LAID_OUT: &str = "return !root.querySelector('.is-new')";

/// Waits until all that is shown is laid out.
pub(crate) async fn wait_until_laid_out(page: &Page) -> Result<()> {
    page.wait_until("all is laid out", ALL_LAID_OUT, vec![]).await
}

/// Opens every disclosure, and waits until the inside of each is drawn.
pub(crate) async fn open_everything(page: &Page) -> Result<()> {
    page.run::<()>("for (const one of root.querySelectorAll('details')) one.open = true", vec![]).await?;
    let drawn = "return [...root.querySelectorAll(`${args[0]} details`)].every(one => one.querySelector('dl'))";
    page.wait_until("every disclosure is drawn", drawn, vec![json!(CARD)]).await
}

/// Waits until exactly these cards are shown, in any order, and can be clicked.
pub(crate) async fn wait_for_cards(page: &Page, ids: &[&str]) -> Result<()> {
    let mut wanted: Vec<&str> = ids.to_vec();
    wanted.sort_unstable();
    let mut seen = Vec::new();
    let waited = eventually(&format!("the cards are {wanted:?}"), PATIENCE, async || {
        seen = cards(page).await?;
        seen.sort();
        Ok((seen == wanted && page.run(ALL_LAID_OUT, vec![]).await?).then_some(()))
    })
    .await;
    waited.with_context(|| format!("they are {seen:?}"))
}

/// A choice of a facet as it is shown.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Choice {
    pub(crate) count: u32,
    pub(crate) checked: bool,
    pub(crate) mixed: bool,
}

const CHOICE: &str = "const of = [...root.querySelectorAll(args[0])].find(one => one.querySelector('summary').textContent.trim() === args[1]);
    const label = of && [...of.querySelectorAll('label')].find(one => one.textContent.replace(/[\\d\\s]+$/, '').trim() === args[2]);
    const box = label && label.querySelector('input[type=checkbox]');";

fn choice_args(facet: &str, name: &str) -> Vec<Value> {
    vec![json!(FACET), json!(facet), json!(name)]
}

/// The choice of this name, now.
pub(crate) async fn choice(page: &Page, facet: &str, name: &str) -> Result<Choice> {
    let script = format!(
        "{CHOICE} return box && {{count: Number(/\\d+$/.exec(label.textContent.trim())[0]), checked: box.checked, mixed: box.indeterminate}}"
    );
    let found: Option<Choice> = page.run(&script, choice_args(facet, name)).await?;
    found.with_context(|| format!("there is no {facet} {name:?}"))
}

/// The checkbox of this name.
pub(crate) async fn checkbox(page: &Page, facet: &str, name: &str) -> Result<WebElement> {
    page.find_by(&format!("{facet} {name:?}"), &format!("{CHOICE} return box"), choice_args(facet, name)).await
}

/// Opens a facet that is closed at first.
pub(crate) async fn open_facet(page: &Page, facet: &str) -> Result<()> {
    let script =
        "return [...root.querySelectorAll(`${args[0]} > summary`)].find(one => one.textContent.trim() === args[1])";
    page.find_by(&format!("the facet {facet:?}"), script, vec![json!(FACET), json!(facet)]).await?.click().await?;
    Ok(())
}

/// Chooses an option of a list by its label, as a visitor does.
pub(crate) async fn select(page: &Page, label: &str, option: &str) -> Result<()> {
    let script =
        "const label = [...root.querySelectorAll('label')].find(one => one.firstChild.textContent === args[0]);
        const list = label.querySelector('select');
        list.value = [...list.options].find(one => one.textContent === args[1]).value;
        list.dispatchEvent(new Event('input', {bubbles: true}));
        list.dispatchEvent(new Event('change', {bubbles: true}))";
    page.run(script, vec![json!(label), json!(option)]).await
}

/// Clicks the choice of this name.
pub(crate) async fn choose(page: &Page, facet: &str, name: &str) -> Result<()> {
    checkbox(page, facet, name).await?.click().await?;
    Ok(())
}

/// The same, right after a script of the page, so that nothing comes between.
pub(crate) async fn choose_right_after(page: &Page, script: &str, facet: &str, name: &str) -> Result<()> {
    page.run(&format!("{CHOICE} {script}; box.click()"), choice_args(facet, name)).await
}

/// The button with this text, inside what a selector matches.
pub(crate) async fn button(page: &Page, inside: &str, name: &str) -> Result<WebElement> {
    let script =
        "return [...root.querySelectorAll(`${args[0]} button`)].find(one => one.textContent.trim() === args[1])";
    page.find_by(&format!("a button {name:?}"), script, vec![json!(inside.trim_end()), json!(name)]).await
}

/// Presses Tab until the focus is on an element inside whose label or text begins so.
pub(crate) async fn tab_to(page: &Page, words: &str) -> Result<()> {
    const MOST: usize = 200;
    let script = "const one = root.activeElement; if (!one) return '';
        const label = one.labels && one.labels[0];
        return ((label ? label.textContent : one.getAttribute('aria-label') || one.textContent) || '').trim()";
    let mut stops = Vec::new();
    for _ in 0..MOST {
        page.press(&[Key::Tab]).await?;
        let stop: String = page.run(script, vec![]).await?;
        if stop.starts_with(words) {
            return Ok(());
        }
        stops.push(stop);
    }
    bail!("Tab never comes to {words:?}, but to {stops:?}")
}

/// The focus is inside the element: it did not fall to the page.
pub(crate) async fn assert_focus_inside(page: &Page) -> Result<()> {
    ensure!(page.focused().await?.is_some(), "the focus is lost to the page");
    Ok(())
}

/// Is what the page put into the element seen?
pub(crate) async fn fallback_is_seen(page: &Page) -> Result<bool> {
    page.run("const one = document.getElementById('slotted'); return !!one && one.getClientRects().length > 0", vec![])
        .await
}

/// What the page was told: the details of all events of this type so far.
pub(crate) async fn events(page: &Page, name: &str) -> Result<Vec<Value>> {
    let all = page.recorded("events").await?;
    Ok(all.into_iter().filter(|event| event["type"] == name).collect())
}

/// What was written to the console with this code.
pub(crate) async fn console(page: &Page, code: &str) -> Result<Vec<Value>> {
    let all = page.recorded("console").await?;
    Ok(all.into_iter().filter(|line| line["text"].as_str().is_some_and(|text| text.contains(code))).collect())
}

/// Waits until the element has failed with this code, and checks all that a failure owes to visitor, page and administrator.
pub(crate) async fn assert_failed(page: &Page, code: &str) -> Result<()> {
    assert_failed_saying(page, code, text(code)?).await
}

/// The same, where the sentence is not that of the code.
pub(crate) async fn assert_failed_saying(page: &Page, code: &str, sentence: &str) -> Result<()> {
    page.find(RETRY).await?;
    let told = events(page, "supra-error").await?;
    let told = told.last().context("no supra-error")?;
    ensure!(told["detail"]["code"] == code, "the page is told {told}, not {code}");
    ensure!(told["bubbles"] == true && told["composed"] == true, "it does not come to everybody: {told}");
    ensure!(told["detail"]["message"].as_str().is_some_and(|text| !text.is_empty()), "it says nothing: {told}");
    let notice = page.text(NOTICE).await?;
    let wanted = format!("{sentence} {} ({code})", text("retry")?);
    ensure!(notice == wanted, "the notice says {notice:?}, not {wanted:?}");
    ensure!(page.role(NOTICE).await? == "status", "the notice is no status");
    ensure!(page.role(RETRY).await? == "button");
    ensure!(page.count(CARD).await? == 0, "there are cards");
    ensure!(fallback_is_seen(page).await?, "the slot is not seen");
    ensure!(!console(page, code).await?.is_empty(), "nothing in the console");
    page.assert_no_error().await
}

/// Takes the fault of a file away, and the retry button brings the cards.
pub(crate) async fn assert_retry_works(page: &Page, file: &str) -> Result<()> {
    page.site().clear_fault(file);
    page.click(RETRY).await?;
    page.find(CARD).await?;
    page.wait_for_count(RETRY, 0).await?;
    // The button is gone; who pressed it is where the answer is.
    page.wait_for_focus("#status").await?;
    ensure!(!fallback_is_seen(page).await?, "the slot is still seen");
    page.assert_no_error().await
}

/// How often a file was asked for.
pub(crate) fn asked(page: &Page, file: &str) -> usize {
    page.site().requests().iter().filter(|request| request.file() == file).count()
}
