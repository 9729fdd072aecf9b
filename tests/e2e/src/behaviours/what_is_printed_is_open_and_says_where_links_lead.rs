//! On paper stands all that is found, every card and agreement open, each link with its address, and nothing to press or to fill
//! in; afterwards the page is as it was. Read from the file that Chromium and Firefox print to; WebKit's driver prints none, and
//! is only told that it prints.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD, SMALL, STATUS, text};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// What the page shows besides words: the cards, what is open in them, and where the focus is.
const STATE: &str = "return JSON.stringify([
        [...root.querySelectorAll(`${args[0]} [id^=card-]`)].map((one) => one.id),
        [...root.querySelectorAll('details[open]')].map((one) => one.id),
        root.activeElement && root.activeElement.closest('[id]').id,
    ])";
/// In an agreement and under "more": seen only where it is open.
const INSIDE: [&str; 4] = ["Åsa Öberg", "Common standards", "Plan France Médecine Génomique", "The wider body"];

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("page-size", "2").attribute("url", "hash")).await?;
    let summary = "[part=agreement] summary";
    page.click(summary).await?;
    page.wait_for_count(&format!("{CARD} details[open] > dl"), 1).await?;
    page.run::<()>("root.querySelector(args[0]).focus()", vec![json!(summary)]).await?;
    let before = state(&page).await?;

    let events = "const all = () => root.querySelectorAll(`${args[0]} details`);
        window.dispatchEvent(new Event('beforeprint'));
        const closed = [...all()].filter((one) => !one.open || !one.querySelector('dl')).map((one) => one.id);
        const count = all().length;
        window.dispatchEvent(new Event('afterprint'));
        return [count, closed]";
    let (count, closed): (usize, Vec<String>) = page.run(events, vec![json!(CARD)]).await?;
    ensure!(count > 9 && closed.is_empty(), "of {count} disclosures these are closed on paper: {closed:?}");
    as_it_was(&page, &before).await?;
    if stage.engine == Engine::WebKit {
        return page.assert_clean().await;
    }

    let paper = page.printed().await?;
    holds_all(&paper)?;
    as_it_was(&page, &before).await?;
    page.run::<()>("element.filters = {country: ['DE']}", vec![]).await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    let before = state(&page).await?;
    let paper = page.printed().await?;
    ensure!(has(&paper, "Centers for Personalized Medicine"), "what is found is not on paper: {paper}");
    ensure!(!has(&paper, "A British cohort"), "what is not found is on paper: {paper}");
    ensure!(!has(&paper, text("clear")?), "a button is on paper: {paper}");
    as_it_was(&page, &before).await?;

    if stage.engine == Engine::Chromium {
        page.show_as_printed(true).await?;
        let seen: Vec<String> = page.run(TO_ACT, vec![]).await?;
        ensure!(seen.is_empty(), "there is something to press or to fill in: {seen:?}");
        page.show_as_printed(false).await?;
        as_it_was(&page, &before).await?;
    }
    page.assert_clean().await
}

/// What is seen and nothing but to be acted on; a word on a card that acts as well stays as a word.
const TO_ACT: &str = "return [...root.querySelectorAll('input, select, [part=filters], [part=clear], [part=sort], [part=more], [part=export], [part=copy-link]')]
    .filter((one) => one.getClientRects().length).map((one) => `${one.localName} ${one.id} ${one.part}`)";

fn has(paper: &str, words: &str) -> bool {
    let words: String = words.split_whitespace().collect();
    paper.contains(&words)
}

/// Every record of the data, what is inside, every address, and no word of a control.
fn holds_all(paper: &str) -> Result<()> {
    let data: Value = serde_json::from_str(SMALL)?;
    let mut missing = Vec::new();
    for one in data["initiatives"].as_array().into_iter().flatten() {
        let name = one["name"]["en"].as_str().or_else(|| one["name"].as_object()?.values().next()?.as_str());
        missing.extend(name.filter(|name| !has(paper, name)));
        missing.extend(one["url"].as_str().filter(|address| !has(paper, &format!("({address})"))));
    }
    for one in data["sources"].as_array().into_iter().flatten() {
        missing.extend(one["url"].as_str().filter(|address| !has(paper, &format!("({address})"))));
    }
    missing.extend(INSIDE.into_iter().filter(|words| !has(paper, words)));
    ensure!(missing.is_empty(), "not on paper: {missing:?}\n{paper}");
    for key in ["search.hint", "show.more", "sort", "clear", "link.copy", "facet.partner"] {
        ensure!(!has(paper, text(key)?), "{:?} is on paper: {paper}", text(key)?);
    }
    Ok(())
}

async fn state(page: &Page) -> Result<String> {
    page.run(STATE, vec![json!(CARD)]).await
}

async fn as_it_was(page: &Page, before: &str) -> Result<()> {
    let script = format!("return (() => {{ {STATE} }})() === args[1]");
    let waited = page.wait_until("the page is as before it was printed", &script, vec![json!(CARD), json!(before)]).await;
    let now = state(page).await?;
    waited.map_err(|error| error.context(format!("it was {before}, and is {now}")))
}
