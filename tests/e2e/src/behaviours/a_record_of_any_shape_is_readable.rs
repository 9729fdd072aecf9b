//! Names of 300 letters, words without a break, two hundred agreements, other scripts and marks, nothing but a name:
//! nothing sticks out of a narrow column, and all of it can be reached.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, AREA, CARD, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const AGREEMENTS: usize = 200;
/// What is wider than its own box, by its class.
const STICKS_OUT: &str = "return [...root.querySelectorAll('[part=base] *')].filter(one => {
    const style = getComputedStyle(one);
    return style.display !== 'inline' && style.clipPath === 'none' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
        && !/^(input|select)$/.test(one.localName);
}).map(one => `${one.localName}.${one.className}`)";

fn dataset() -> String {
    let name = "A very long name of an initiative ".repeat(9);
    let unbroken = "Donaudampfschifffahrtsgesellschaft".repeat(9);
    let agreements: Vec<Value> = (0..AGREEMENTS)
        .map(|at| json!({"id": format!("a{at}"), "ends": ["hub", "bare"], "kind": "mou", "topics": [{"fr": "Un sujet"}]}))
        .collect();
    json!({
        "version": 1, "defaultLanguage": "en",
        "areas": [{"id": "a", "label": {"en": unbroken}}],
        "initiatives": [
            {"id": "hub", "name": {"en": &name[..300]}, "country": "SE", "kind": "network", "areas": ["a"], "summary": {"de": "Nur auf Deutsch."}},
            {"id": "unbroken", "name": {"en": unbroken}, "country": "DE", "kind": "plan", "figures": [{"label": {"en": unbroken}, "value": 9_007_199_254_740_991_i64}]},
            {"id": "rtl", "name": {"ar": "مبادرة الطب الدقيق"}, "country": "AE", "kind": "programme", "summary": {"ar": "نص قصير."}},
            {"id": "marks", "name": {"en": format!("Z̴̡̛a̷l̶g̵o̶ {}", "e\u{301}".repeat(60))}, "country": "FR", "kind": "other"},
            {"id": "bare", "name": {"en": "Bare"}}
        ],
        "agreements": agreements
    })
    .to_string()
}

async fn run(stage: Stage) -> Result<()> {
    let column = "<link rel=\"stylesheet\" href=\"column.css\">\n";
    let host = widget::page_on(&dataset()).file("column.css", "main { inline-size: 320px; }").head(column);
    let page = widget::open(&stage, host).await?;
    page.wait_for_text(STATUS, "5 initiatives").await?;
    let agreements = widget::inside_card("hub", "[part=agreement]");
    page.wait_for_count(&agreements, 100).await?;
    widget::button(&page, &widget::inside_card("hub", ""), "100 more agreements").await?.click().await?;
    page.wait_for_count(&agreements, AGREEMENTS).await?;
    let details = "for (const one of root.querySelectorAll('[part=card] details')) one.open = true";
    page.run::<()>(details, vec![]).await?;
    page.wait_for_count(&format!("{agreements} details dl"), AGREEMENTS).await?;

    let sticks_out: Vec<String> = page.run(STICKS_OUT, vec![]).await?;
    ensure!(sticks_out.is_empty(), "{sticks_out:?}");
    let hub = page.text(&widget::inside_card("hub", "")).await?;
    for sentence in ["Some texts are only in German.", "Some texts are only in French."] {
        ensure!(hub.contains(sentence), "{hub}");
    }
    let direction = "return getComputedStyle(root.querySelector(args[0])).direction";
    let arabic = format!("{CARD} .summary[lang=ar]");
    ensure!(page.run::<String>(direction, vec![json!(arabic)]).await? == "rtl");
    ensure!(widget::choice(&page, AREA, &"Donaudampfschifffahrtsgesellschaft".repeat(9)).await?.count == 1);
    page.assert_axe_clean("records of any shape").await?;
    page.assert_clean().await
}
