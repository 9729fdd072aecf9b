//! The spacing that WCAG 1.4.12 names (lines 1.5, paragraphs 2, letters 0.12, words 0.16 of the font size) takes nothing away
//! in any state, when a visitor sets it inside the element: by a style sheet of the visitor's own, which only Firefox lets a
//! driver have, or as a bookmark's script does. The same set by the page's author for everything stays outside.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{
    tour,
    widget::{self, CARD},
};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

const SPACED: [&str; 2] = [
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
    "p { margin-block-end: 2em !important; }",
];
const NARROW: &str = "body { margin: 0; } main { inline-size: 320px; }";
/// Of each text: how far apart its letters are, in its own font size.
const SPACES: &str = "return [...root.querySelectorAll(`${args[0]}, ${args[0]} *`)].map(one => {
    const style = getComputedStyle(one);
    return Math.round(100 * (parseFloat(style.letterSpacing) || 0) / parseFloat(style.fontSize));
})";

async fn run(stage: Stage) -> Result<()> {
    for width in ["", NARROW] {
        let host = styled(width);
        if stage.engine == Engine::Firefox {
            by(&stage, &host, async |page| page.set_visitors_sheet(&SPACED.concat()).await).await?;
            stage.open(tour::page()).await?.set_visitors_sheet("").await?;
        }
        by(&stage, &host, by_script).await?;
    }

    let page = widget::open(&stage, styled(&SPACED.concat())).await?;
    let outside: String = page.run("return getComputedStyle(document.querySelector('h1')).letterSpacing", vec![]).await?;
    ensure!(outside != "normal", "the page's own style does not apply");
    ensure!(spaces(&page).await?.iter().all(|space| *space == 0), "the page's style comes in");
    page.assert_fits("spaced outside").await?;
    page.assert_clean().await
}

fn styled(css: &str) -> HostPage {
    tour::page().file("page.css", css).head("<link rel=\"stylesheet\" href=\"page.css\">\n")
}

async fn by(stage: &Stage, host: &HostPage, set: impl AsyncFn(&Page) -> Result<()>) -> Result<()> {
    let fits = async |page: &Page, state: &str| {
        let spaces = spaces(page).await?;
        ensure!(spaces.iter().all(|space| *space == 12), "the visitor's spacing does not reach all text: {spaces:?}");
        page.assert_fits(state).await
    };
    tour::through(stage, || host.clone(), set, fits).await
}

/// As a script does that goes through shadow roots.
async fn by_script(page: &Page) -> Result<()> {
    let script = "const sheet = root.adoptedStyleSheets[0];
        for (const rule of args[0]) sheet.insertRule(rule, sheet.cssRules.length)";
    page.run(script, vec![json!(SPACED)]).await
}

async fn spaces(page: &Page) -> Result<Vec<i64>> {
    page.run(SPACES, vec![json!(CARD)]).await
}
