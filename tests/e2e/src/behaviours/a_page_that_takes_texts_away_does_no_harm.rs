//! Where a script of the page takes every text out of the element, between all that is done, nothing breaks: what changes is said
//! anew, and what is drawn anew is whole.

use anyhow::Result;

use super::{
    twins::{self, Twins},
    widget::{CARD, CHIP, NOTICE, SEARCH, STATUS},
};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// What was done last, so far as it is drawn anew or not in words.
fn shown() -> String {
    format!(
        "const texts = (css) => [...root.querySelectorAll(css)].map((one) => one.textContent).join('|');
        const ids = [...root.querySelectorAll('{CARD} [id^=card-], {CHIP}')].map((one) => one.id);
        const values = [...root.querySelectorAll('{SEARCH}, #sort')].map((one) => one.value);
        const open = root.querySelectorAll('{CARD} details[open] dl').length;
        const {{lang}} = root.querySelector('[part=base]');
        return [texts('#hidden-name'), texts('{NOTICE}'), lang, ids, values, open].join('\\n')"
    )
}

async fn run(stage: Stage) -> Result<()> {
    let host = twins::page();
    let twins = Twins::open(&stage, host).await?;
    let strip = "element.dispatchEvent(new CustomEvent('strip', {bubbles: true}))";
    let before = async |page: &Page| page.run(strip, vec![]).await;
    let after = async |page: &Page, step: &str| match step {
        "nothing is found" => page.wait_for_text(STATUS, "0 of 9 initiatives").await,
        _ => Ok(()),
    };
    twins.through(&shown(), before, after).await?;
    twins.same("drawn anew", &format!("return root.querySelector('{STATUS}').textContent + root.querySelector('{CARD}').textContent")).await?;
    twins.own.assert_clean().await
}
