//! A link in the place of a frame can be followed until the list is there, and for good where it never comes; then it goes, and
//! nothing else moves. On a dark page the list is dark. A script in the head says that nothing is shown there.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;

use super::frames;
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const PLACE: &str = "<div data-supra-embed data-src=\"data.json\" data-country=\"FR\"><a href=\"#list\">The list</a></div>\n\
                     <p id=\"below\">What is below.</p>\n<script src=\"dist/embed.js\"></script>\n";
/// As documented, the page keeps the room free that the frame will.
const PAGE: &str = "main { --supra-reserve: 1500px; color-scheme: dark; background: black }
    [data-supra-embed] { min-block-size: 1500px }";
const IN_HEAD: &str = "<script src=\"dist/embed.js\" data-country=\"SE\"></script>\n";

async fn run(stage: Stage) -> Result<()> {
    // It neither shows anything nor gives up.
    let never = frames::page(PLACE).file("host.css", PAGE).fault("dist/supranet.wasm", Fault::Hang);
    let page = stage.open(never).await?;
    page.enter_frame("iframe").await?;
    page.wait_until("the element is defined", "return !!root", vec![]).await?;
    page.leave_frames().await?;
    ensure!(can_be_followed(&page).await?, "the link is not to be seen, or not to be hit");
    let before = below(&page).await?;

    let gone = frames::page(PLACE).file("host.css", PAGE).fault("dist/embed.html", Fault::Status(404, None));
    let page = stage.open(gone).await?;
    page.enter_frame("iframe").await?;
    page.wait_until("the browser says that there is nothing", "return document.readyState === 'complete'", vec![]).await?;
    page.leave_frames().await?;
    ensure!(can_be_followed(&page).await?, "the link is gone, and there is nothing else");

    let page = stage.open(frames::page(PLACE).file("host.css", PAGE)).await?;
    frames::enter(&page, "iframe").await?;
    let script = "return [element.getAttribute('scheme'), getComputedStyle(root.querySelector('[part=base]')).backgroundColor]";
    let (scheme, ground): (String, String) = page.run(script, vec![]).await?;
    ensure!(scheme == "dark" && ground == "rgb(20, 24, 28)", "on a dark page: {scheme}, {ground}");
    page.leave_frames().await?;
    page.wait_until("the link is gone", "return !document.querySelector('a')", vec![]).await?;
    let after = below(&page).await?;
    ensure!((before - after).abs() < 1.0, "what is below moved from {before} to {after}");
    page.assert_nothing_shifted().await?;
    page.assert_clean().await?;

    let page = stage.open(frames::page("").head(IN_HEAD)).await?;
    let said = page.recorded("console").await?;
    ensure!(said.iter().any(|line| line["text"].as_str().is_some_and(|text| text.contains("<head>"))), "{said:?}");
    ensure!(frames::each(&page, "src").await?.is_empty(), "there is a frame where nothing is shown");
    page.assert_no_error().await
}

async fn can_be_followed(page: &Page) -> Result<bool> {
    let script = "const {x, y, width, height} = document.querySelector(args[0]).getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2)?.matches(args[0])";
    page.run(script, vec![json!("a[href=\"#list\"]")]).await
}

async fn below(page: &Page) -> Result<f64> {
    page.run("return document.getElementById('below').getBoundingClientRect().top + scrollY", vec![]).await
}
