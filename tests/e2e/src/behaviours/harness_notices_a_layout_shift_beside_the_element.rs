//! When the element grows after the page was shown, what follows it moves, and that is seen.

use anyhow::Result;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const GROW: &str = "const more = new CSSStyleSheet(); more.replaceSync(':host { padding-block-end: 700px }'); \
                    root.adoptedStyleSheets = [...root.adoptedStyleSheets, more]";

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page()).await?;
    page.wait_for_count("li", 3).await?;
    page.wait_until("two frames are drawn", "return window.__frames >= 2 || (window.__frames ??= 0, requestAnimationFrame(() => window.__frames++), false)", vec![]).await?;
    page.assert_nothing_shifted().await?;
    page.run::<()>(GROW, vec![]).await?;
    page.wait_until("the shift is recorded", "return window.__host.shifts.length", vec![]).await?;
    must_object(page.assert_nothing_shifted().await, "after")
}
