//! Whatever a page's style sheet says of everything, or of what is around the element, the inside looks the same.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

const LOUD: &str = "* { color: red !important; font-size: 40px; background: yellow; margin: 7px; border-radius: 9px; box-sizing: content-box; }
    h2, h3, p, li, button, input, label, details { text-decoration: line-through; padding: 30px !important; display: inline !important; }
    main { font: italic 700 30px/3 serif; text-align: center; text-transform: uppercase; letter-spacing: 5px; word-spacing: 9px;
        text-indent: 50px; white-space: pre; text-shadow: 1px 1px red; list-style: square inside; cursor: help; font-variant: small-caps; }
    .card, .cards, .filters, .chip, .status, .title { background: lime !important; }";
/// What an element can inherit, and what `*` above sets.
const PROPERTIES: [&str; 23] = [
    "color", "background-color", "font-size", "font-style", "font-weight", "font-family", "font-variant-caps", "line-height", "text-align",
    "text-transform", "text-indent", "text-shadow", "letter-spacing", "word-spacing", "white-space", "list-style-type", "list-style-position",
    "text-decoration-line", "padding-left", "margin-left", "display", "border-top-left-radius", "box-sizing",
];
const SNAPSHOT: &str = "return [...root.querySelector('[part=base]').querySelectorAll('*')].map(one => {
        const style = getComputedStyle(one), seen = {what: one.outerHTML.slice(0, 80)};
        for (const name of args[0]) seen[name] = style.getPropertyValue(name);
        return seen;
    })";

async fn snapshot(page: &Page) -> Result<Vec<Map<String, Value>>> {
    page.run(SNAPSHOT, vec![json!(PROPERTIES)]).await
}

async fn run(stage: Stage) -> Result<()> {
    // The same width for both: how wide the page is may depend on its style.
    let host = || HostPage::new().attribute("src", "data.json").file("data.json", widget::SMALL);
    let sheet = |css: String| host().file("page.css", css).head("<link rel=\"stylesheet\" href=\"page.css\">\n");
    const FIX: &str = "supra-network { inline-size: 1000px !important; margin: 0 !important; }";
    let plain = widget::open(&stage, sheet(FIX.into())).await?;
    plain.wait_for_count(CARD, 9).await?;
    let wanted = snapshot(&plain).await?;
    let loud = widget::open(&stage, sheet(format!("{LOUD}\n{FIX}"))).await?;
    loud.wait_for_count(CARD, 9).await?;
    let red: String = loud.run("return getComputedStyle(document.querySelector('h1')).color", vec![]).await?;
    ensure!(red == "rgb(255, 0, 0)", "the page's own style does not apply");

    let found = snapshot(&loud).await?;
    ensure!(found.len() == wanted.len() && found.len() > 100, "{} elements, then {}", wanted.len(), found.len());
    let mut leaks = Vec::new();
    for (one, other) in wanted.iter().zip(&found) {
        for name in PROPERTIES.iter().filter(|name| one[**name] != other[**name]) {
            leaks.push(format!("{name}: {} became {} on {}", one[*name], other[*name], one["what"]));
        }
    }
    leaks.truncate(20);
    ensure!(leaks.is_empty(), "the page's style comes in: {leaks:#?}");
    loud.assert_clean().await
}
