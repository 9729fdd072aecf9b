//! In an app that somebody else writes with Leptos the component shows data once there is some, in the language that is
//! wanted, says once why it refuses other data, follows the app all the same, leaves the focus where it is, and leaves
//! nothing when it is taken away.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, CHIP, CHIP_TEXT, COUNTRY, SEARCH, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::{Page, consumer::page_with},
};

behaviour!(
    run,
    not in Firefox: "what the component adds to the element is no matter of engines; the element is shown in all",
    not in WebKit: "what the component adds to the element is no matter of engines; the element is shown in all",
);

/// Leptos puts fixed parts of an app through `innerHTML`, so the app can have no Trusted Types.
const POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; style-src 'self'";
const SNIPPET: &str = "<script type=\"module\" src=\"app/start.js\"></script>\n";

async fn press(page: &Page, name: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('button')].find(one => one.textContent === args[0])";
    page.find_by(&format!("the button {name:?}"), script, vec![json!(name)]).await?.click().await?;
    Ok(())
}

async fn wait_until_told(page: &Page, beginning: &str) -> Result<()> {
    let script = "return document.getElementById('told').textContent.startsWith(args[0])";
    page.wait_until(&format!("the app is told {beginning:?}"), script, vec![json!(beginning)]).await
}

/// Lets the app do what a button of its does, while the focus is elsewhere.
async fn act(page: &Page, name: &str) -> Result<()> {
    let script = "[...document.querySelectorAll('button')].find(one => one.textContent === args[0]).click()";
    page.run(script, vec![json!(name)]).await
}

async fn wait_until_refused(page: &Page, times: usize) -> Result<()> {
    let script = "return window.__host.console.filter(line => line.text.startsWith('SN204: ')).length >= args[0]";
    page.wait_until("the app is told why", script, vec![json!(times)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let host = page_with("leptos-app", SNIPPET)?.policy(POLICY);
    let page = stage.open(host.file("dataset.json", widget::SHARED).file("index.html", "<!doctype html>")).await?;
    let ours = page.inside("#told + div");
    let is_there = "return !!document.querySelector('#until')?.getClientRects().length";
    page.wait_until("the app shows its own", is_there, vec![]).await?;

    press(&page, "Load").await?;
    ours.wait_for_count(CARD, 24).await?;
    wait_until_told(&page, "5").await?;
    ensure!(!page.run::<bool>(is_there, vec![]).await?, "what was shown before is still seen");
    widget::choose(&ours, COUNTRY, "Denmark").await?;
    ours.wait_for_text(CHIP_TEXT, "Denmark").await?;
    ensure!(widget::events(&page, "supra-change").await?.len() == 1, "the app is not told of a choice");
    ours.assert_axe_clean("in an app").await?;

    press(&page, "Svenska").await?;
    ours.wait_for_text(CHIP_TEXT, "Danmark").await?;
    press(&page, "Load something else").await?;
    wait_until_refused(&page, 1).await?;
    ours.wait_for_text(CHIP_TEXT, "Danmark").await?;
    ours.type_into(SEARCH, "genom").await?;
    // What stays is no picture: it answers.
    ours.wait_for_text(CHIP_TEXT, "Sökning: genom").await?;
    for (name, chip) in [("English", "Search: genom"), ("Svenska", "Sökning: genom"), ("Load", "Sökning: genom")] {
        ours.run::<()>("root.querySelector('[part=base]').firstElementChild.isOld = true", vec![]).await?;
        act(&page, name).await?;
        ours.wait_until("it is drawn anew", "return !root.querySelector('[part=base]').firstElementChild.isOld", vec![]).await?;
        ours.wait_for_text(CHIP_TEXT, chip).await.context(name)?;
        let is_searching = "return root.activeElement === root.querySelector(args[0])";
        ours.wait_until(&format!("the search has the focus after {name:?}"), is_searching, vec![json!(SEARCH)]).await?;
    }
    let told = widget::console(&page, "SN204").await?;
    ensure!(told.len() == 1, "the same data is refused {} times", told.len());

    // Gone, nothing of it is left, and nothing of it still listens.
    page.run::<()>("window.gone = document.querySelector('#told + div').shadowRoot", vec![]).await?;
    press(&page, "Show or hide").await?;
    let left = "return !document.querySelector('#told + div') && window.gone.querySelectorAll('[part=base] *').length === 0";
    page.wait_until("nothing is left of it", left, vec![]).await?;
    page.run::<()>("for (const name of ['beforeprint', 'afterprint', 'popstate']) window.dispatchEvent(new Event(name))", vec![])
        .await?;
    press(&page, "Load").await?;
    press(&page, "Show or hide").await?;
    ours.wait_for_count(CARD, 24).await?;
    ensure!(ours.count(CHIP).await? == 0, "it begins where the one before it was");

    press(&page, "Load something else").await?;
    wait_until_refused(&page, 2).await?;
    press(&page, "Sweden first").await?;
    ours.wait_for_text(CHIP_TEXT, "Sverige").await?;
    ensure!(ours.text(STATUS).await?.contains(" av "), "{}", ours.text(STATUS).await?);
    page.assert_clean().await
}
