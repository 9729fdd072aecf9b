//! In a column that takes its width from what is in it (a float, a cell of a table, an item of a flexible row, something that
//! stands in a line) the cards can be read: it is no strip of single letters, and no wider than the window.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::widget::{self, CARD};
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// What it is, how it is shown, and how what is around it is.
const COLUMNS: [(&str, &str, &str); 5] = [
    ("a float", "float: left", "block"),
    ("a cell", "display: table-cell", "block"),
    ("an item of a row", "flex: none", "flex"),
    ("something in a line", "display: inline-block", "block"),
    ("a track of a grid", "justify-self: start", "grid"),
];
/// What the least of fields and buttons needs.
const READABLE: f64 = 200.0;

async fn run(stage: Stage) -> Result<()> {
    for (what, column, around) in COLUMNS {
        let css = format!("main > div {{ display: {around} }} main > div > div {{ {column} }}");
        let host = widget::page().head("<link rel=\"stylesheet\" href=\"host.css\">\n").file("host.css", css);
        let page = widget::open(&stage, host.before("<div><div>").after("</div></div>")).await?;
        page.wait_for_count(CARD, 9).await?;
        for window in [1000, 320] {
            page.resize(window, 800).await?;
            let width = "return root.querySelector(args[0]).getBoundingClientRect().width";
            let width: f64 = page.run(width, vec![json!("[part=base]")]).await?;
            ensure!((READABLE..=f64::from(window)).contains(&width), "{what}: {width} px in a window of {window} px");
            let sideways: f64 = page.run("return document.scrollingElement.scrollWidth - innerWidth", vec![]).await?;
            ensure!(sideways <= 0.0, "{what}: the page scrolls {sideways} px sideways in a window of {window} px");
            page.assert_fits(what).await.with_context(|| format!("in a window of {window} px"))?;
        }
    }
    Ok(())
}
