//! When the engine dies, every element is built anew (SN401); when it dies again, each shows its slot and says so (SN402).
//! The page sees no uncaught error either time.
//!
//! No hook in the product: the page breaks a built-in function that the widget draws with, as a bad script of a CMS may.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, COUNTRY, RETRY, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// Lets the next text that is set fail, once.
const BREAK: &str = "const good = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
    const be = (own) => Object.defineProperty(Node.prototype, 'textContent', own);
    window.breakOnce = () => be({
      ...good,
      set() {
        be(good);
        throw new WebAssembly.RuntimeError('broken on purpose');
      },
    });
    window.isWhole = () => Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').set === good.set;";
const SECOND: &str = "<supra-network id=\"second\" src=\"data.json\" loading=\"eager\"><p id=\"until\">Until then.</p></supra-network>\n";

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().after(SECOND).file("break.js", BREAK).head("<script src=\"break.js\"></script>\n");
    let page = widget::open(&stage, host).await?;
    let second = page.inside("#second");
    second.wait_for_count(CARD, 9).await?;
    let loaded = widget::events(&page, "supra-load").await?.len();

    crash(&page).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    second.wait_for_text(STATUS, "9 initiatives").await?;
    page.wait_until("both are loaded again", "return window.__host.events.filter(one => one.type === 'supra-load').length === args[0]", vec![json!(loaded + 2)]).await?;
    ensure!(widget::console(&page, "SN401").await?.len() == 2, "the administrator is not told");
    let told = widget::events(&page, "supra-error").await?;
    ensure!(told.len() == 2 && told.iter().all(|one| one["detail"]["code"] == "SN401"), "{told:?}");
    for one in [&page, &second] {
        widget::choose(one, COUNTRY, "France").await?;
        one.wait_for_text(STATUS, "1 of 9 initiatives").await?;
    }
    ensure!(page.count(RETRY).await? == 0 && !widget::fallback_is_seen(&page).await?);
    page.wait_for_text("[part=notice]", "Something went wrong. The list has been started again.").await?;
    page.assert_axe_clean("started again").await?;
    page.assert_clean().await?;

    crash(&page).await?;
    widget::assert_failed(&page, "SN402").await?;
    second.find(RETRY).await?;
    ensure!(second.count(CARD).await? == 0);
    let seen = "return document.querySelector('#until').getClientRects().length > 0";
    ensure!(page.run::<bool>(seen, vec![]).await?, "the slot of the other is not seen");
    ensure!(widget::events(&page, "supra-error").await?.iter().filter(|one| one["detail"]["code"] == "SN402").count() == 2);
    page.assert_axe_clean("given up").await?;

    // A visitor may still try; the code is there and the page is whole.
    page.click(RETRY).await?;
    page.wait_for_count(CARD, 9).await?;
    page.assert_clean().await?;
    from_the_start(&stage).await
}

/// A page that is broken before the first card and stays so: two tries, and the slot.
async fn from_the_start(stage: &Stage) -> Result<()> {
    let script = "Document.prototype.createTextNode = () => { throw new Error('broken for good'); };";
    let host = widget::page().file("break.js", script).head("<script src=\"break.js\"></script>\n");
    let page = stage.open(host).await?;
    widget::assert_failed(&page, "SN402").await?;
    let told = widget::events(&page, "supra-error").await?;
    let codes: Vec<_> = told.iter().filter_map(|one| one["detail"]["code"].as_str()).collect();
    ensure!(codes == ["SN401", "SN402"], "{codes:?}");
    page.assert_clean().await
}

/// Chooses a country, which draws a chip, which fails.
async fn crash(page: &Page) -> Result<()> {
    // What is said a moment after a change is drawn, too.
    widget::choose_right_after(page, "window.breakOnce()", COUNTRY, "Sweden").await?;
    page.wait_until("something was drawn", "return window.isWhole()", vec![]).await
}
