//! All that a card offers, and all that stands below the cards, is reached, done and left by keyboard alone; Escape closes
//! from inside outwards. The list of all actions, with where each is proved, is in `walk.rs`.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::walk::{
    AGREEMENT, AREA_WORD, CARDS_WALK, CITATION, CITE, COPY_LINK, COUNTRY_WORD, LEAD, LINK, LINK_OUT,
    PARTNER, SAVE, TOLD_WORD, UNFOLD, Walk, page as walk_page,
};
use super::widget::{self, CHIP, CHIP_TEXT, MORE, SHOW_HIDDEN, STATUS, inside_card, title};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

/// Notes what would be saved and where a link would lead, in place of it.
const NOTE: &str = "window.saved = []; window.followed = []; URL.createObjectURL = () => 'blob:noted';
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download) };
    addEventListener('click', (event) => {
        const link = event.composedPath().find((one) => one.localName === 'a');
        if (link) { event.preventDefault(); followed.push(link.getAttribute('href')); }
    })";

async fn run(stage: Stage) -> Result<()> {
    let open = async || {
        widget::open(&stage, walk_page()?.file("note.js", NOTE).head("<script src=\"note.js\"></script>\n")).await
    };
    let page = open().await?;
    let mut walk = Walk::begin(&page, CARDS_WALK).await?;
    words(&page, &mut walk).await?;
    details(&page, &mut walk).await?;
    page.assert_clean().await?;

    let page = open().await?;
    page.run::<()>("element.setAttribute('page-size', '10')", vec![]).await?;
    page.find(MORE).await?;
    let mut walk = walk.go_on(&page).await?;
    below(&page, &mut walk).await?;
    walk.comes_in_and_out().await?;
    page.assert_clean().await?;
    walk.ends()
}

/// Words on a card are filters.
async fn words(page: &Page, walk: &mut Walk<'_>) -> Result<()> {
    for (css, word, action) in [
        (COUNTRY_WORD, "Sweden", "choose the country of a card"),
        (AREA_WORD, "Rare diseases", "choose an area of a card"),
    ] {
        walk.to_one(&inside_card("gms", css), word).await?;
        walk.does(action, &[Key::Enter]).await?;
        page.wait_for_text(CHIP_TEXT, word).await?;
        walk.lands(&inside_card("gms", &format!("{css}[aria-pressed=true]"))).await?;
        page.press(&[Key::Space]).await?;
        page.wait_for_count(CHIP, 0).await?;
        walk.lands(&inside_card("gms", &format!("{css}[aria-pressed=false]"))).await?;
    }

    // An agreement, a word in it, and what it then leaves out.
    let line = inside_card("zpm", AGREEMENT);
    walk.to(&line).await?;
    walk.does("open an agreement", &[Key::Enter]).await?;
    page.wait_for_count(&inside_card("zpm", "[part=agreement] details[open] dl"), 1).await?;
    walk.lands(&line).await?;
    walk.to_one(&inside_card("zpm", TOLD_WORD), "Solid tumours").await?;
    walk.does("choose a word of the details", &[Key::Enter]).await?;
    widget::wait_for_cards(page, &["gms", "zpm"]).await?;
    walk.lands(&inside_card("zpm", &format!("{TOLD_WORD}[aria-pressed=true]"))).await?;
    walk.does("close by Escape from inside outwards", &[Key::Escape]).await?;
    page.wait_for_count(&inside_card("zpm", "[part=agreement] details[open]"), 0).await?;
    walk.lands(&line).await?;

    let unfold = inside_card("gms", UNFOLD);
    let lines = inside_card("gms", "[part=agreement]");
    page.wait_for_count(&lines, 1).await?;
    walk.to(&unfold).await?;
    walk.does("unfold the other agreements, and fold them", &[Key::Enter]).await?;
    page.wait_for_count(&lines, 2).await?;
    walk.lands(&format!("{unfold}[aria-expanded=true]")).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_count(&lines, 1).await?;
    walk.lands(&format!("{unfold}[aria-expanded=false]")).await?;
    walk.to(CHIP).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_text(STATUS, "15 initiatives").await?;
    walk.lands(STATUS).await
}

/// What opens below a card, and the way out of it, step by step.
async fn details(page: &Page, walk: &mut Walk<'_>) -> Result<()> {
    // From a partner's name to its card, into an agreement there, and by Escape the same way back.
    let partner = inside_card("gms", PARTNER);
    walk.to_one(&partner, "Centers for").await?;
    page.press(&[Key::Enter]).await?;
    walk.lands(&title("zpm")).await?;
    walk.to(&inside_card("zpm", AGREEMENT)).await?;
    page.press(&[Key::Space, Key::Tab]).await?;
    walk.lands(&inside_card("zpm", "[part=agreement] details[open] *")).await?;
    page.press(&[Key::Escape]).await?;
    walk.lands(&inside_card("zpm", AGREEMENT)).await?;
    page.press(&[Key::Escape]).await?;
    walk.lands(&partner).await?;

    let summary = inside_card("body", "> details > summary");
    let opened = inside_card("body", "> details[open]");
    walk.to(&summary).await?;
    walk.does("open the details of a card", &[Key::Enter]).await?;
    page.wait_for_count(&format!("{opened} > dl"), 1).await?;
    walk.lands(&summary).await?;
    let lead = inside_card("body", LEAD);
    walk.to_one(&lead, "Danish").await?;
    walk.does("go from the details to another card and back by Escape", &[Key::Enter]).await?;
    walk.lands(&title("dngc")).await?;
    page.press(&[Key::Escape]).await?;
    walk.lands(&lead).await?;
    walk.to(&inside_card("body", CITE)).await?;
    walk.does("copy the citation", &[Key::Enter]).await?;
    walk.lands(&inside_card("body", CITATION)).await?;
    walk.does("read the citation in its field, and close by Escape", &[Key::Escape]).await?;
    page.wait_for_count(&opened, 0).await?;
    walk.lands(&summary).await?;

    for (css, address) in [(".title a", "https://example.org/gms"), ("[part=feedback]", "mailto:a@example.org")] {
        walk.to(&inside_card("gms", css)).await?;
        walk.does("follow a link", &[Key::Enter]).await?;
        page.wait_until("it is followed", "return followed.at(-1) === args[0]", vec![json!(address)]).await?;
        walk.lands(LINK_OUT).await?;
    }
    Ok(())
}

/// More cards, the offer to lift filters, a link and files.
async fn below(page: &Page, walk: &mut Walk<'_>) -> Result<()> {
    walk.to(MORE).await?;
    walk.does("show more cards", &[Key::Enter]).await?;
    page.wait_for_count(MORE, 0).await?;
    let eleventh = widget::cards(page).await?.get(10).cloned().unwrap_or_default();
    walk.lands(&title(&eleventh)).await?;

    walk.to_one(&inside_card("gms", COUNTRY_WORD), "Sweden").await?;
    page.press(&[Key::Enter]).await?;
    widget::wait_for_cards(page, &["gms", "body", "inner-body"]).await?;
    walk.to_one(&inside_card("gms", PARTNER), "Centers for").await?;
    page.press(&[Key::Enter]).await?;
    walk.lands(SHOW_HIDDEN).await?;
    walk.does("lift the filters that hide a card", &[Key::Enter]).await?;
    walk.lands(&title("zpm")).await?;
    ensure!(page.count(CHIP).await? == 0, "the filters are not lifted");

    walk.to(COPY_LINK).await?;
    walk.does("copy a link", &[Key::Enter]).await?;
    walk.lands(LINK).await?;
    walk.does("read the link in its field", &[Key::End]).await?;
    walk.lands(LINK).await?;
    for (at, name) in ["CSV", "JSON", "RIS"].into_iter().enumerate() {
        walk.to_one(SAVE, &format!("Save as {name}")).await?;
        walk.does("save as a file", &[Key::Enter]).await?;
        page.wait_until("it is saved", "return saved.length === args[0]", vec![json!(at + 1)]).await?;
        walk.lands(SAVE).await?;
    }
    Ok(())
}
