//! Nothing is animated, fades or scrolls smoothly, whatever a visitor does and whether or not they ask for less motion.

use anyhow::{Result, ensure};

use super::widget::{self, CARD, COUNTRY, MORE, SEARCH, STATUS, text};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// Notes what would move: calls of scripts, and what a sheet begins.
const NOTE: &str = "window.moved = [];
    for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']) for (const owner of [Element.prototype, window]) {
        const own = owner[name];
        if (own) owner[name] = function (...how) { if (how[0]?.behavior === 'smooth') moved.push(`${name} smoothly`); return own.apply(this, how) };
    }
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) { moved.push('animate()'); return animate.apply(this, how) };
    for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, (event) => moved.push(kind), true);";

/// What the sheet would let move, now or later, and what moves at this moment.
const LOOK: &str = "const found = [];
    for (const one of [element, ...root.querySelectorAll('*')]) for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo), what = `${one.outerHTML.slice(0, 80)} ${pseudo ?? ''}`;
        if (style.animationName !== 'none') found.push(`${what}: animation ${style.animationName}`);
        if (/[1-9]/.test(style.transitionDuration) || /[1-9]/.test(style.transitionDelay)) found.push(`${what}: transition ${style.transitionProperty}`);
        if (style.scrollBehavior && style.scrollBehavior !== 'auto') found.push(`${what}: scrolls ${style.scrollBehavior}`);
    }
    for (const one of [...document.getAnimations(), ...root.getAnimations()]) found.push(`it moves: ${one.constructor.name}`);
    return found";

async fn look(page: &Page, state: &str) -> Result<()> {
    let mut found: Vec<String> = page.run(LOOK, vec![]).await?;
    found.truncate(10);
    ensure!(found.is_empty(), "{state}: {found:#?}");
    Ok(())
}

async fn run(stage: Stage) -> Result<()> {
    let preferences = if stage.engine == Engine::Chromium { &["no-preference", "reduce"][..] } else { &["as it is"] };
    for preference in preferences {
        let host = widget::page().attribute("page-size", "4").file("note.js", NOTE).head("<script src=\"note.js\"></script>\n");
        let page = widget::open(&stage, host).await?;
        if stage.engine == Engine::Chromium {
            page.emulate_media("prefers-reduced-motion", preference).await?;
        }
        look(&page, "the cards are up").await?;
        page.click(MORE).await?;
        page.wait_for_count(CARD, 8).await?;
        page.click(&widget::inside_card("dngc", "> details > summary")).await?;
        page.wait_for_count(&widget::inside_card("dngc", "> details dl"), 1).await?;
        widget::open_facet(&page, text("facet.scope")?).await?;
        widget::choose(&page, COUNTRY, "Germany").await?;
        page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
        look(&page, "filters chosen").await?;
        page.run::<()>("element.show('zpm')", vec![]).await?;
        page.wait_for_focus(&widget::title("zpm")).await?;
        page.type_into(SEARCH, "ce").await?;
        page.find("mark").await?;
        look(&page, "words searched").await?;
        let moved: Vec<String> = page.run("return window.moved", vec![]).await?;
        ensure!(moved.is_empty(), "{preference}: {moved:?}");
        page.assert_clean().await?;
    }
    Ok(())
}
