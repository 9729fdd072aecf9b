//! At 320 px nothing has to be scrolled sideways and a button opens the filters; in a wide place they stand beside the cards.
//! A real window of 320 px is to be had in Chromium only; elsewhere it is a column of that width.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::widget::{self, CARD, COUNTRY, FACET, FILTERS, SEARCH, SHARED, STATUS, text};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

const COLUMN: &str = "body { margin: 0; } main { inline-size: 320px; }";

async fn run(stage: Stage) -> Result<()> {
    let host = HostPage::new().slot(widget::FALLBACK);
    let host = match stage.engine {
        Engine::Chromium => host,
        Engine::Firefox | Engine::WebKit => host.file("column.css", COLUMN).head("<link rel=\"stylesheet\" href=\"column.css\">\n"),
    };
    let page = stage.open(host).await?;
    if stage.engine == Engine::Chromium {
        ensure!(page.resize(320, 800).await? == (320, 800));
    }
    page.find(CARD).await?;
    nothing_sticks_out(&page).await?;
    ensure!(!is_seen(&page, FACET).await? && !is_seen(&page, SEARCH).await?, "the filters are open");
    page.assert_axe_clean("narrow").await?;

    let button = widget::button(&page, FILTERS, text("filters")?).await?;
    ensure!(button.attr("aria-expanded").await?.as_deref() == Some("false"));
    button.click().await?;
    page.wait_until("the filters are open", SEEN, vec![json!(FACET)]).await?;
    ensure!(button.attr("aria-expanded").await?.as_deref() == Some("true"));
    ensure!(is_seen(&page, SEARCH).await?);
    nothing_sticks_out(&page).await?;
    page.assert_axe_clean("narrow, filters open").await?;
    let found: usize = page.run("return element.results.counts.country.DE", vec![]).await?;
    ensure!(found > 1, "the shared data has lost what is of Germany");
    widget::choose(&page, COUNTRY, "Germany").await?;
    let data: Value = serde_json::from_str(SHARED)?;
    let all = data["initiatives"].as_array().map_or(0, Vec::len);
    page.wait_for_text(STATUS, &format!("{found} of {all} initiatives")).await?;
    ensure!(is_seen(&page, FACET).await?, "choosing closes the filters");
    // Every disclosure open: the longest words there are.
    page.run::<()>("for (const one of root.querySelectorAll('details')) one.open = true", vec![]).await?;
    nothing_sticks_out(&page).await?;
    page.assert_axe_clean("narrow, details open").await?;

    page.run::<()>("[...root.querySelectorAll(`${args[0]} button`)].find(one => one.hasAttribute('aria-expanded')).focus()", vec![json!(FILTERS)]).await?;
    page.press(&[Key::Enter]).await?;
    page.wait_until("the filters are closed", &format!("return !(() => {{ {SEEN} }})()"), vec![json!(FACET)]).await?;

    for (width, height) in [(768, 1000), (1280, 900)] {
        let page = stage.open(HostPage::new()).await?;
        page.resize(width, height).await?;
        page.find(CARD).await?;
        nothing_sticks_out(&page).await?;
        if width == 1280 {
            ensure!(is_seen(&page, FACET).await? && is_seen(&page, SEARCH).await?, "the filters are not beside the cards");
        }
        page.assert_clean().await?;
    }
    Ok(())
}

const SEEN: &str = "const one = root.querySelector(args[0]); return !!one && one.getClientRects().length > 0";

async fn is_seen(page: &Page, css: &str) -> Result<bool> {
    page.run(SEEN, vec![json!(css)]).await
}

/// No scroll bar along the page, and nothing beyond the element's own edges.
async fn nothing_sticks_out(page: &Page) -> Result<()> {
    let script = "const own = element.getBoundingClientRect(), page = document.scrollingElement;
        const out = [...root.querySelectorAll('*')].filter(one => {
            const box = one.getBoundingClientRect();
            // What is only said is cut to a point, with all that is in it.
            return box.width > 1 && !one.closest('.unseen') && (box.left < own.left - 1 || box.right > own.right + 1);
        }).map(one => one.outerHTML.slice(0, 100));
        if (page.scrollWidth > page.clientWidth) out.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
        return out";
    let out: Vec<String> = page.run(script, vec![]).await?;
    ensure!(out.is_empty(), "it sticks out: {out:#?}");
    Ok(())
}
