//! Where the visitor's system sets all colours, be they light or dark: lines around what can be pressed or typed in, what is
//! chosen, the ring of the focus, marked words, arrows and crosses are still there, and stand out from what is next to them.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::states::State;
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run, not in Firefox: "a driver cannot force its colours", not in WebKit: "a driver cannot force its colours");

/// Numbers for colours as the browser computes them, and what is behind an element.
const COLOURS: &str = "const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const over = (colour, ground) => { const [r, g, b, a = 1] = parts(colour), below = parts(ground); return `rgb(${[r, g, b].map((one, at) => one * a + below[at] * (1 - a))})` };
    const light = (colour) => { const [r, g, b] = parts(colour).map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
    const contrast = (colour, ground) => { const [less, more] = [light(over(colour, ground)), light(ground)].sort((a, b) => a - b); return (more + 0.05) / (less + 0.05) };
    const ground = (one) => {
        if (!one) return canvas;
        const own = getComputedStyle(one).backgroundColor;
        return (parts(own)[3] ?? 1) === 1 ? own : ground(one.parentElement ?? one.getRootNode().host);
    };
    const seen = (css) => {
        const all = [...root.querySelectorAll(css)].filter((one) => one.getClientRects().length);
        if (!all.length) faults.push(`${css}: there is none to be seen`);
        return all;
    };
    const line = (one, pseudo, sides, what) => {
        const style = getComputedStyle(one, pseudo);
        for (const side of sides) {
            const [width, kind, colour] = ['width', 'style', 'color'].map((name) => style.getPropertyValue(`${side}-${name}`));
            const found = contrast(colour, ground(pseudo || side === 'outline' ? one : one.parentElement));
            if (kind !== 'solid' || parseFloat(width) < 1 || found < 3) faults.push(`${what} ${pseudo ?? ''}: ${side} is ${width} ${kind} ${colour}, ${found.toFixed(2)} on its ground`);
        }
    };
    const faults = [];";

/// What has to have a line on each side; on one; an arrow of two lines; a character; and what the system draws itself.
const LOOK: &str = "const around = ['border-top', 'border-right', 'border-bottom', 'border-left'];
    for (const css of ['.chip', '.clear', '.input', '.areas .choose', '[part=export]', '.card', '#sort', ...args[0] ? ['.open-filters'] : []])
        for (const one of seen(css)) line(one, undefined, around, css);
    for (const one of seen('.offer')) line(one, undefined, ['border-inline-start'], '.offer');
    for (const css of ['summary.label', ...args[0] ? ['.open-filters'] : []])
        for (const one of seen(css)) line(one, '::after', ['border-right', 'border-bottom'], css);
    for (const [css, pseudo, sign] of [['.choose[aria-pressed=true]', '::before', '✓'], ['.chip', '::after', '×'], ['.link[href]', '::after', '↗']])
        for (const one of seen(css)) {
            const style = getComputedStyle(one, pseudo), found = contrast(style.color, ground(one));
            if (!style.content.includes(sign) || found < 4.5) faults.push(`${css}: ${style.content} in ${style.color}, ${found.toFixed(2)} on its ground`);
        }
    for (const one of seen('.check')) if (getComputedStyle(one).appearance !== 'auto') faults.push('a check box is drawn by the sheet');
    for (const one of seen('mark')) {
        const {color, backgroundColor, borderBottomWidth} = getComputedStyle(one), around = ground(one.parentElement);
        if (backgroundColor === around || parseFloat(borderBottomWidth) < 1 || contrast(color, backgroundColor) < 4.5) faults.push(`a mark is ${color} on ${backgroundColor}, in ${around}`);
    }
    for (const one of seen('*')) if (getComputedStyle(one).forcedColorAdjust !== 'auto') faults.push(`${one.outerHTML.slice(0, 80)} keeps colours of its own`);
    return faults";

/// The ring of what has the focus, of each kind of control.
const RINGS: &str = "for (const css of ['#search', 'summary.label', '.check', '.chip', '#clear', '#sort', '.choose', '.lead.link', '.rest', '.more', '.link[href]', '#status', '#csv', '#hidden', ...args[0] ? ['.open-filters'] : []]) {
        const one = seen(css)[0];
        if (!one) continue;
        one.focus();
        if (root.activeElement !== one) faults.push(`${css} does not take the focus`);
        line(one, undefined, ['outline'], css);
        if (parseFloat(getComputedStyle(one).outlineWidth) < 2) faults.push(`${css}: a ring of ${getComputedStyle(one).outlineWidth}`);
    }
    return faults";

async fn look(page: &Page, is_narrow: bool, palette: &str) -> Result<()> {
    // What a script gives the focus to after a key shows it as after a key.
    page.press(&[Key::Tab]).await?;
    for script in [LOOK, RINGS] {
        let faults: Vec<String> = page.run(&format!("{COLOURS}{script}"), vec![json!(is_narrow)]).await?;
        ensure!(faults.is_empty(), "{palette} forced colours, {}: {faults:#?}", if is_narrow { "320 px" } else { "1280 px" });
    }
    Ok(())
}

async fn run(stage: Stage) -> Result<()> {
    let page = State::Search.bring(&stage, false).await?;
    // A country and an area chosen, every facet open, and a card that the filters hide.
    let more = "element.filters = {q: 'ge', country: ['SE'], area: ['rare-diseases']}; element.show('zpm');
        for (const one of root.querySelectorAll('[part=facet]')) one.open = true";
    page.run::<()>(more, vec![]).await?;
    page.wait_for_count("#hidden", 1).await?;
    page.find(".choose[aria-pressed=true]").await?;
    for palette in ["light", "dark"] {
        page.emulate_each_media(&[("forced-colors", "active"), ("prefers-color-scheme", palette)]).await?;
        page.wait_until("colours are forced", "return matchMedia('(forced-colors: active)').matches", vec![]).await?;
        let dark: Value = page.run("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await?;
        ensure!(dark == json!(palette == "dark"), "the palette is not {palette}");
        for is_narrow in [true, false] {
            super::states::give_width(&page, is_narrow).await?;
            look(&page, is_narrow, palette).await?;
        }
    }
    page.assert_clean().await
}
