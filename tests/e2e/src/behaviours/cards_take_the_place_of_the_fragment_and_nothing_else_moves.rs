//! The fragment is many windows high, and the cards are not: when they take its place, what follows the element stays where it
//! is or out of sight, wherever the visitor has scrolled to. Who is in a card of the fragment, or comes by a link to one, then
//! or later, is led to that card; what was asked of the fragment is asked of the widget, and who asked it is at the count.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{
    fragment,
    widget::{self, CARD, CLEAR, STATUS},
};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

/// Watches, from picture to picture, how far what follows the element is below the upper edge of the window; and lets the
/// widget come.
const WATCH: &str = "const after = document.getElementById('after');
    window.__moved = [];
    let before = after.getBoundingClientRect().top;
    const isSeen = (top) => top < innerHeight && top > -200;
    const look = () => {
        const now = after.getBoundingClientRect().top;
        if (Math.abs(now - before) > 1 && (isSeen(now) || isSeen(before))) window.__moved.push([before, now]);
        before = now;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look)";
/// As a visitor's own page goes on below the list.
const MORE: &str = "<div class=\"more\">More of the page.</div>";

async fn run(stage: Stage) -> Result<()> {
    for (place, script) in [
        ("at the top", "scrollTo(0, 0)"),
        ("in the first cards", "scrollTo(0, 2500)"),
        ("deep in the fragment", "scrollTo(0, document.scrollingElement.scrollHeight * 0.7)"),
        ("where the element ends", "document.getElementById('after').scrollIntoView({block: 'center'})"),
        ("below the element", "document.getElementById('after').scrollIntoView({block: 'start'})"),
    ] {
        let page = stage.open(host()?).await?;
        page.run::<()>(script, vec![]).await?;
        come(&page).await.context(place)?;
        let moved: Vec<(f64, f64)> = page.run("return window.__moved", vec![]).await?;
        ensure!(moved.is_empty(), "{place}: what follows moved from and to {moved:?}");
        page.assert_clean().await?;
    }

    let page = stage.open(host()?.address("#supra-card-genomics-england")).await?;
    come(&page).await?;
    is_led_to(&page, "genomics-england").await.context("by a link")?;
    // A link that stands on the page.
    page.run::<()>("location.hash = '#supra-card-danish-national-genome-center'", vec![]).await?;
    is_led_to(&page, "danish-national-genome-center").await.context("by a link that is followed later")?;

    let page = stage.open(host()?).await?;
    page.run::<()>("document.querySelector('#supra-card-genomics-england').closest('article').querySelector('summary').focus()", vec![]).await?;
    come(&page).await?;
    is_led_to(&page, "genomics-england").await.context("from inside")?;

    let page = stage.open(host()?.head(fragment::SCRIPT)).await?;
    let fragment = page.inside(".supra-fragment");
    fragment::wait_for_filter(&fragment).await?;
    fragment::choose(&fragment, fragment::COUNTRY, "SE").await?;
    let found = fragment::cards(&fragment).await?.len();
    page.run::<()>("document.querySelector('.supra-fragment select').focus()", vec![]).await?;
    come(&page).await?;
    page.wait_for_count(CARD, found).await?;
    page.wait_for_focus(STATUS).await?;
    // Only once: what is asked since is not taken back when all is drawn anew.
    page.click(CLEAR).await?;
    page.run::<()>("element.lang = 'sv'", vec![]).await?;
    page.wait_until("it speaks Swedish", "return root.querySelector(args[0])?.textContent.includes('initiativ')", vec![json!(STATUS)]).await?;
    ensure!(page.count(CLEAR).await? == 0, "what was asked of the fragment is asked again");
    page.assert_clean().await
}

/// The fragment is there, and the entry is not yet.
fn host() -> Result<HostPage> {
    let style = ".more { block-size: 1500px; }";
    Ok(fragment::late(fragment::page()?.snippet(""))
        .head("<link rel=\"stylesheet\" href=\"host.css\">\n")
        .file("host.css", style)
        .after(MORE))
}

async fn come(page: &Page) -> Result<()> {
    page.run::<()>(WATCH, vec![]).await?;
    fragment::come(page).await?;
    page.wait_until("the cards are there", "return root && root.querySelector(args[0])", vec![json!(CARD)]).await?;
    widget::wait_until_laid_out(page).await?;
    let pictures = "for (let nth = 0; nth < 20; nth++) await new Promise(done => requestAnimationFrame(done))";
    page.run_async::<()>(pictures, vec![]).await
}

async fn is_led_to(page: &Page, id: &str) -> Result<()> {
    let title = widget::title(id);
    let script = "const title = root.querySelector(args[0]);
        if (!title) return false;
        const {top, bottom} = title.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && title.closest(args[1]).contains(root.activeElement)";
    let args = vec![json!(title), json!(CARD)];
    let waited = page.wait_until("the card is in sight and has the focus", script, args).await;
    let what = "const title = root.querySelector(args[0]);
        return [title?.getBoundingClientRect().top, innerHeight, root.activeElement?.outerHTML.slice(0, 100), document.activeElement?.localName]";
    let found: serde_json::Value = page.run(what, vec![json!(title)]).await?;
    waited.with_context(|| format!("top, height of the window, focus: {found}"))
}
