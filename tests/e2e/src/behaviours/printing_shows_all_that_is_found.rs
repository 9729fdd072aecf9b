//! What is printed is all that is found, and not only the first cards; afterwards the page is as it was.

use anyhow::{Result, ensure};

use super::widget::{self, CARD};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("page-size", "2")).await?;
    page.wait_for_count(CARD, 2).await?;
    // The browser prints what is there as soon as those who listen are done, also from a script of the page.
    let script = "const count = () => root.querySelectorAll(args[0]).length;
        window.dispatchEvent(new Event('beforeprint'));
        const printed = count();
        window.dispatchEvent(new Event('afterprint'));
        return [printed, count()]";
    let counts: (usize, usize) = page.run(script, vec![CARD.into()]).await?;
    ensure!(counts == (9, 2), "printed and after: {counts:?}");
    widget::choose(&page, widget::COUNTRY, "Germany").await?;
    let counts: (usize, usize) = page.run(script, vec![CARD.into()]).await?;
    ensure!(counts == (3, 2), "printed and after: {counts:?}");
    page.assert_clean().await
}
