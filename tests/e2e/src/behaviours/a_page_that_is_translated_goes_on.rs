//! A browser that translates the page replaces each text by `font` elements around another. Whatever is done before, between and
//! after: nothing breaks, what is new is said, once, as by a twin that is not translated, and names are left alone.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{
    twins::{self, Twins},
    widget::{CARD, SAID, STATUS},
};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// All that stands in the element, as if nothing was translated; but for what is only said, which hangs on the time.
fn shown() -> String {
    format!(
        "const parts = [], told = ['id', 'part', 'lang', 'aria-label', 'aria-expanded', 'aria-pressed', 'open'];
        const tell = (node) => {{
            for (const one of node.childNodes) {{
                if (one.nodeType === Node.TEXT_NODE) parts.push(one.data.replace(/[«»]/g, ''));
                else if (one.localName === 'font') tell(one);
                else if (one.nodeType === Node.ELEMENT_NODE && !one.matches('{SAID}')) {{
                    const attributes = told.map((name) => one.hasAttribute(name) ? ` ${{name}}=${{one.getAttribute(name)}}` : '');
                    parts.push('\\n<', one.localName, ...attributes, ` ${{one.checked || ''}} ${{one.value || ''}}>`);
                    tell(one);
                }}
            }}
        }};
        tell(root);
        return parts.join('')"
    )
}

async fn run(stage: Stage) -> Result<()> {
    let shown = shown();
    for how in ["translate", "translate-on"] {
        let host = twins::page();
        let twins = Twins::open(&stage, host).await?;
        let translate = "element.dispatchEvent(new CustomEvent(args[0], {bubbles: true}))";
        twins.own.run::<()>(translate, vec![json!(how)]).await?;
        twins.same("translated", &shown).await?;
        ensure!(twins.own.count("font").await? > 100, "nothing is translated");
        ensure!(twins.own.text(STATUS).await?.starts_with('«'), "the count is not translated");

        // What is new comes untranslated; the browser may be at it before the next change, or only now and then.
        let again = async |page: &Page| page.run(translate, vec![json!("translate")]).await;
        let after = async |page: &Page, step: &str| {
            let names: Vec<String> = page.run(NAMES, vec![json!(CARD)]).await?;
            ensure!(!names.iter().any(|name| name.contains('«')), "a name is translated when {step}: {names:?}");
            Ok(())
        };
        twins.through(&shown, again, after).await?;
        twins.own.assert_clean().await?;
    }
    Ok(())
}

/// The names on the cards, and those of the partners that lead to a card.
const NAMES: &str = "return [...root.querySelectorAll(`${args[0]} [part=title], ${args[0]} [part=agreement] .partner`)].map((one) => one.textContent)";
