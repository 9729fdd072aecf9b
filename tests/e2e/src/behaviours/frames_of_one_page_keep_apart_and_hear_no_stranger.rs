//! Several frames on a page each have their own height, and nobody else sets it: not the page, not another frame, not what was put
//! into ours from another origin, and not ours with something that is no height. What is too high is cut.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Scenario;

use super::{
    frames,
    widget::{self, CARD, CLEAR},
};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// Posts what it is not to be heard with to the page around, then says that it did.
const STRANGER: &str = "<!doctype html>\n<html lang=\"en\"><title>Stranger</title><script src=\"stranger.js\"></script></html>\n";
const SAYS: &str = "for (const height of [7, 70000, 1e300]) parent.postMessage({supra: 1, height}, '*');
    parent.postMessage('strange', '*');";
const NOT_HEARD: &str = "return new Promise((done) => {
        addEventListener('message', ({data}) => data === 'strange' && setTimeout(done));
        if (args[0]) document.querySelector('iframe').contentWindow.location = args[0];
        else document.querySelector('#stranger').contentWindow.location.reload();
    })";

async fn run(stage: Stage) -> Result<()> {
    let other = stage.site(Scenario::new().file("stranger.html", STRANGER).file("stranger.js", SAYS));
    let address = other.url_on("localhost", "stranger.html");
    let origin = address.split("/s/").next().unwrap_or_default().to_owned();
    // Two scripts and a place of another kind, and a frame that is not ours.
    let html = format!(
        "{}{}<div data-supra-embed data-src=\"data.json\" data-country=\"FR\"><a href=\"#\">The list</a></div>\n\
         <iframe id=\"stranger\" src=\"stranger.html\" title=\"Stranger\" width=\"300\" height=\"100\"></iframe>\n",
        frames::script("data-country=\"SE\""),
        frames::script("data-country=\"DE\" data-title=\"Germany\""),
    );
    let host = frames::page_from(&origin, &html).file("stranger.html", STRANGER).file("stranger.js", SAYS);
    let page = stage.open(host).await?;
    let mut own = Vec::new();
    for (frame, cards) in [("iframe", vec!["gms", "body", "inner-body"]), ("iframe[title=Germany]", GERMANY.to_vec()), ("div > iframe", vec!["plan"])] {
        frames::enter(&page, frame).await?;
        widget::wait_for_cards(&page, &cards).await?;
        own.push(frames::wait_until_fitting(&page).await?.ceil());
        page.leave_frames().await?;
    }
    let before = frames::heights(&page).await?;
    ensure!(before.get(..3) == Some(&own), "{before:?} are not {own:?}");
    let titles = frames::each(&page, "title").await?;
    let alike = titles.iter().enumerate().any(|(at, title)| titles.iter().skip(at + 1).any(|one| one == title));
    ensure!(!alike, "frames are called alike: {titles:?}");

    page.run_async::<()>(NOT_HEARD, vec![json!("")]).await?;
    unmoved(&page, &before, "another frame").await?;
    page.run::<()>("for (const height of [7, 1e300]) postMessage({supra: 1, height}, '*')", vec![]).await?;
    let watch = "const frame = document.querySelector('iframe'), seen = document.body.dataset;
        seen.heights = '';
        new MutationObserver(() => seen.heights += parseFloat(frame.style.blockSize) + ' ').observe(frame, {attributes: true})";
    page.run::<()>(watch, vec![]).await?;
    page.enter_frame("iframe").await?;
    let wrong = "for (const said of [null, 7, 'supra', [1], {height: 7}, {supra: '1', height: 7}, {supra: 2, height: 7}, {supra: 1},
            ...[NaN, Infinity, -Infinity, '7', null, [7], {}].map((height) => ({supra: 1, height}))]) parent.postMessage(said, '*')";
    page.run::<()>(wrong, vec![]).await?;
    // In the order sent: when the last has arrived, so have the others.
    page.click(CLEAR).await?;
    page.wait_for_count(CARD, 9).await?;
    let more = frames::wait_until_fitting(&page).await?.ceil();
    page.leave_frames().await?;
    let mut after = before.clone();
    after[0] = more;
    ensure!(more > before[0], "{more} px with all cards, {} px with three", before[0]);
    unmoved(&page, &after, "what is no height").await?;
    let seen: String = page.run("return document.body.dataset.heights", vec![]).await?;
    let is_less = |height: &str| height.parse().is_ok_and(|height: f64| height < before[0]);
    ensure!(!seen.is_empty() && !seen.split(' ').any(is_less), "what is no height is heard: {seen}");

    page.enter_frame("iframe").await?;
    page.run::<()>("parent.postMessage({supra: 1, height: 1e300}, '*')", vec![]).await?;
    page.wait_until("what is too high is cut", "return innerHeight === 1000000", vec![]).await?;
    page.run::<()>("parent.postMessage({supra: 1, height: args[0]}, '*')", vec![json!(more)]).await?;
    frames::wait_until_fitting(&page).await?;
    page.leave_frames().await?;
    page.run_async::<()>(NOT_HEARD, vec![json!(address)]).await?;
    unmoved(&page, &after, "another origin in our frame").await?;
    page.assert_clean().await
}

const GERMANY: [&str; 3] = ["zpm", "body", "inner-body"];

async fn unmoved(page: &Page, wanted: &[f64], who: &str) -> Result<()> {
    let found = frames::heights(page).await?;
    ensure!(found == wanted, "{who} is heard: {found:?}, not {wanted:?}");
    Ok(())
}
