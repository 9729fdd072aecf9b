//! With four declarations the widget has the page's own font, text and ground, in light and in dark, and headings and links too.
//! `--supra-font: inherit` alone is what is set further up, as everywhere in CSS, and else the default.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, HEADING};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const BASE: &str = "[part=base]";
const TITLE: &str = "[part=title] a";
const LINK: &str = "<link rel=\"stylesheet\" href=\"page.css\">\n";
const PAGE: &str = "body { font-family: Georgia, serif; color: rgb(230, 240, 235); background: rgb(10, 40, 30); }
    .lent { --supra-font: (inherit); --supra-text: currentColor; --supra-background: transparent; --supra-accent: currentColor; }
    .above { --supra-font: fantasy; }
    .inherit { --supra-font: inherit; }
    .part::part(base) { font-family: inherit; }";
const TEXT: &str = "rgb(230, 240, 235)";
const NONE: &str = "rgba(0, 0, 0, 0)";

async fn style(page: &Page, at: &str, property: &str) -> Result<String> {
    let script = "return getComputedStyle(root.querySelector(args[0])).getPropertyValue(args[1])";
    page.run(script, vec![json!(at), json!(property)]).await
}

async fn assert_style(page: &Page, at: &str, property: &str, wanted: &str) -> Result<()> {
    let found = style(page, at, property).await?;
    ensure!(found == wanted, "{property} of {at} is {found}, not {wanted}");
    Ok(())
}

async fn give_class(page: &Page, at: &str, name: &str) -> Result<()> {
    page.run("document.querySelector(args[0]).className = args[1]", vec![json!(at), json!(name)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let host = widget::looks().head(LINK).file("page.css", PAGE);
    let page = widget::open(&stage, host).await?;
    let own = style(&page, BASE, "font-family").await?;
    ensure!(own.contains("system-ui"), "by itself it has {own}");
    let size = style(&page, BASE, "line-height").await?;

    give_class(&page, "supra-network", "lent").await?;
    for at in [BASE, HEADING, CARD, TITLE, "#search"] {
        assert_style(&page, at, "font-family", "Georgia, serif").await?;
        assert_style(&page, at, "color", TEXT).await?;
    }
    for at in [BASE, CARD, "#search"] {
        assert_style(&page, at, "background-color", NONE).await?;
    }
    assert_style(&page, CARD, "border-top-color", TEXT).await?;
    // What goes with the font stays.
    assert_style(&page, BASE, "line-height", &size).await?;
    page.assert_axe_clean("with the page's own colours, which are dark").await?;

    // Not the page's font: what a variable inherits is the variable.
    give_class(&page, "supra-network", "inherit").await?;
    assert_style(&page, BASE, "font-family", &own).await?;
    give_class(&page, "main", "above").await?;
    assert_style(&page, BASE, "font-family", "fantasy").await?;
    give_class(&page, "supra-network", "").await?;
    assert_style(&page, BASE, "font-family", "fantasy").await?;
    // The part takes it from the page, too.
    give_class(&page, "supra-network", "part").await?;
    assert_style(&page, BASE, "font-family", "Georgia, serif").await?;
    page.assert_no_error().await
}
