//! The page looks the same with the element as without it, and no style sheet is added to it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

/// Elements of the kinds that the widget uses, with its names.
const NEIGHBOURS: &str = "<h2 class=\"heading\" part=\"heading\">Heading</h2><p class=\"status\" id=\"status\">Text <a class=\"link\" href=\"#\">link</a></p>\n\
    <ul class=\"cards\"><li class=\"card\" part=\"card\">Item</li></ul><button class=\"chip\" type=\"button\">Button</button>\n\
    <label class=\"choice\"><input type=\"checkbox\" class=\"check\"> Choice</label><input type=\"search\" id=\"search\" aria-label=\"Search\">\n\
    <details class=\"details\"><summary class=\"more\">More</summary>Text</details>\n";
const SNAPSHOT: &str = "return [...document.querySelectorAll('html, body, body *:not(supra-network, supra-network *)')].map(one => {
        const style = getComputedStyle(one), seen = {};
        for (const name of style) if (!args[0].includes(name)) seen[name] = style.getPropertyValue(name);
        return {what: one.outerHTML.slice(0, 60), seen};
    })";
/// What follows from how tall the element in the middle is.
const SIZES: [&str; 8] =
    ["height", "width", "block-size", "inline-size", "perspective-origin", "transform-origin", "-webkit-logical-height", "-webkit-logical-width"];

async fn snapshot(page: &Page) -> Result<Vec<Value>> {
    page.run(SNAPSHOT, vec![json!(SIZES)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let host = || HostPage::new().attribute("src", "data.json").file("data.json", widget::SMALL).before(NEIGHBOURS).after(NEIGHBOURS);
    let without = stage.open(host().snippet("<link rel=\"stylesheet\" href=\"dist/supra-network.css\">\n")).await?;
    let wanted = snapshot(&without).await?;
    let with = widget::open(&stage, host()).await?;
    with.wait_for_count(CARD, 9).await?;
    let found = snapshot(&with).await?;
    ensure!(wanted.len() == found.len() && wanted.len() > 20, "{} elements, then {}", wanted.len(), found.len());
    for (one, other) in wanted.iter().zip(&found) {
        ensure!(one == other, "it looks otherwise now: {one:#}\n{other:#}");
    }
    let sheets: (usize, usize, usize) = with
        .run("return [document.styleSheets.length, document.adoptedStyleSheets.length, document.querySelectorAll('style, [style]').length]", vec![])
        .await?;
    ensure!(sheets == (1, 0, 0), "style sheets of the page: {sheets:?}");
    with.assert_clean().await
}
