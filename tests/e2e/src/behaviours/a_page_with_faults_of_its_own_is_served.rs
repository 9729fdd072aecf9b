//! A page without a language, or with one that is none, with two first headings, with outlines taken away, with everything
//! around the element hidden from screen readers, with text of twice the size, and with all of that: the cards are there, in
//! English, filters and disclosures work by keyboard, the focus is seen, and nothing inside is inaccessible. With `debug` the
//! console says each of these once, in a line of its own, but for the text, which a page may set as it likes.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::widget::{self, CHIP, FILTERS, HEADING, SEARCH, STATUS, text};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

const TWO: &str = "<h1>Another first heading</h1>\n";
const HIDDEN: (&str, &str) = ("<div aria-hidden=\"true\">\n", "</div>\n");
const NO_OUTLINES: &str = "* { outline: none !important; }";
const LARGE: &str = "html, body { font-size: 200%; }";

fn styled(host: HostPage, css: &str) -> HostPage {
    host.file("page.css", css).head("<link rel=\"stylesheet\" href=\"page.css\">\n")
}

/// What is wrong with the page, and a word of each line that `debug` says of it.
fn pages() -> Vec<(&'static str, HostPage, &'static [&'static str])> {
    let all = styled(widget::page(), &[NO_OUTLINES, LARGE].concat()).language(None);
    vec![
        ("nothing", widget::page(), &[]),
        ("no language", widget::page().language(None), &["no lang"]),
        ("a language of the element alone", widget::page().language(None).attribute("lang", "en"), &["no lang"]),
        ("a language that is none", widget::page().language(Some("english")), &["lang=\"english\""]),
        ("a language that nobody speaks", widget::page().language(Some("xx-YY-zz")), &["lang=\"xx-YY-zz\""]),
        ("two first headings", widget::page().before(TWO), &["2 headings of level 1"]),
        ("no outlines", styled(widget::page(), NO_OUTLINES), &["outline"]),
        ("all hidden from screen readers", widget::page().before(HIDDEN.0).after(HIDDEN.1), &["aria-hidden"]),
        ("large text", styled(widget::page(), LARGE), &[]),
        (
            "all of it",
            all.before(&[TWO, HIDDEN.0].concat()).after(HIDDEN.1),
            &["no lang", "2 headings of level 1", "aria-hidden", "outline"],
        ),
    ]
}

async fn run(stage: Stage) -> Result<()> {
    for (what, host, lines) in pages() {
        let page = widget::open(&stage, host.attribute("debug", "")).await?;
        // Before anything is done to the page: what is hidden is shown to axe.
        let of_page = "return window.__host.informed.filter((line) => line.text.includes('host page')).length === args[0]";
        page.wait_until(&format!("debug says {} lines of the page with {what}", lines.len()), of_page, vec![json!(lines.len())]).await?;
        is_usable(&page).await.with_context(|| format!("with {what}"))?;
        let said = page.recorded("informed").await?;
        let said: Vec<&str> = said.iter().filter_map(|line| line["text"].as_str()).collect();
        let of_page = said.iter().filter(|line| line.contains("host page")).count();
        ensure!(of_page == lines.len(), "with {what}, debug says of the page: {said:#?}");
        for line in lines {
            let so_often = said.iter().filter(|said| said.contains(line)).count();
            ensure!(so_often == 1, "with {what}, {line:?} is said {so_often} times: {said:#?}");
        }
    }
    Ok(())
}

async fn is_usable(page: &Page) -> Result<()> {
    page.wait_for_text(STATUS, "9 initiatives").await?;
    let language = "return root.querySelector(args[0]).closest('[lang]').lang";
    let language: String = page.run(language, vec![json!(HEADING)]).await?;
    ensure!(language == "en", "the words are said to be in {language:?}");
    axe_clean(page, "as it comes").await?;

    widget::tab_to(page, text("search")?).await?;
    ensure!(page.has_focus(SEARCH).await?);
    focus_is_seen(page).await?;
    page.type_text("genom").await?;
    page.wait_for_text(STATUS, "5 of 9 initiatives").await?;
    page.press(&[Key::Escape]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    let country = format!("{FILTERS} summary");
    page.run::<()>("root.querySelector(args[0]).focus()", vec![json!(country)]).await?;
    page.press(&[Key::Tab]).await?;
    focus_is_seen(page).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_count(CHIP, 1).await?;
    widget::tab_to(page, text("remove")?.split(':').next().unwrap_or_default()).await?;
    focus_is_seen(page).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    page.wait_for_focus(STATUS).await?;
    focus_is_seen(page).await?;
    widget::tab_to(page, text("details")?).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_count("[part=agreement] details[open] > dl", 1).await?;
    focus_is_seen(page).await?;
    axe_clean(page, "with something open").await?;
    page.assert_fits("with something open").await?;
    page.assert_clean().await
}

/// What is hidden from screen readers is not looked at by axe: it is shown to it.
async fn axe_clean(page: &Page, state: &str) -> Result<()> {
    let set = "for (const one of document.querySelectorAll('[aria-hidden]')) one.ariaHidden = args[0]";
    page.run::<()>(set, vec![json!("false")]).await?;
    page.assert_axe_clean(state).await?;
    page.run(set, vec![json!("true")]).await
}

/// A ring of at least two pixels, in another colour than what is around it, is around what has the focus.
async fn focus_is_seen(page: &Page) -> Result<()> {
    let script = "const one = root.activeElement;
        if (!one) return 'nothing has the focus';
        const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(one);
        const ground = getComputedStyle(root.querySelector(args[0])).backgroundColor;
        const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== ground;
        return isSeen ? '' : `${one.localName}: ${outlineWidth} ${outlineStyle} ${outlineColor} on ${ground}`";
    let unseen: String = page.run(script, vec![json!("[part=base]")]).await?;
    ensure!(unseen.is_empty(), "the focus is not seen: {unseen}");
    Ok(())
}
