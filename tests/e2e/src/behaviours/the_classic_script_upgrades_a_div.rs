//! For editors that know no modules and strip unknown tags: a `div` with `data-` attributes becomes the element.

use anyhow::{Result, ensure};

use super::widget::{self, CARD, CHIP_TEXT};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const SNIPPET: &str = "<link rel=\"stylesheet\" href=\"dist/supra-network.css\">\n<script src=\"dist/supranet.classic.js\"></script>\n";
const LATE: &str = "<script src=\"dist/supranet.classic.js?again\" defer></script>\n";
const DIV: &str = "<div data-supra-network id=\"ours\" class=\"wide\" data-src=\"data.json\" data-country=\"SE\" data-loading=\"eager\" \
                   data-heading-level=\"3\"><p id=\"until\">Until then.</p></div>\n";

async fn run(stage: Stage) -> Result<()> {
    // Before the element is parsed, and again when all is.
    for late in ["", LATE] {
        let host = widget::page().attribute("loading", "eager").snippet(SNIPPET).before(DIV).after(late);
        let page = stage.open(host).await?;
        let ours = page.inside("supra-network#ours");
        widget::wait_for_cards(&ours, &["gms", "body", "inner-body"]).await?;
        ensure!(ours.text(CHIP_TEXT).await? == "Sweden");
        ensure!(ours.count(&format!("h3{}", widget::HEADING)).await? == 1, "the level of the heading");
        page.inside("supra-network:not(#ours)").wait_for_count(CARD, 9).await?;
        let script = "return [element.className, element.querySelector('#until') !== null, document.querySelectorAll('div[data-supra-network]').length]";
        let (class, slot, left): (String, bool, usize) = ours.run(script, vec![]).await?;
        ensure!(class == "wide" && slot && left == 0, "{class:?} {slot} {left}");
        ensure!(widget::asked(&page, "dist/supranet.js") == 1);
        let allowed = ["dist/supranet.classic.js*", "dist/supranet.js?*", "data.json"].into_iter().chain(widget::CODE).collect::<Vec<_>>();
        page.assert_only_requested(&allowed).await?;
        page.assert_clean().await?;
    }
    Ok(())
}
