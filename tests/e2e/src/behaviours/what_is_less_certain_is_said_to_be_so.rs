//! Where a source states something with less certainty than high, the term says so, with the reason and the source; a remark
//! on what is sure is for those who check the file.

use anyhow::{Result, ensure};

use super::widget::{self, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const DATA: &str = r#"{"version": 1, "initiatives": [{"id": "gms", "name": {"en": "GMS"}, "started": "2016", "status": "active",
    "url": "https://gms.example", "altNames": ["G"], "focus": [{"en": "One"}, {"en": "Two"}], "evidence": [
    {"field": "focus[0]", "source": "page", "confidence": "medium"},
    {"field": "focus[1]", "source": "page", "confidence": "medium"},
    {"field": "started", "source": "page", "confidence": "medium", "note": {"en": "The page bears no date."}},
    {"field": "status", "source": "page", "confidence": "low"},
    {"field": "altNames[0]", "source": "page", "confidence": "high", "note": {"en": "Only for editors."}}]}],
    "sources": [{"id": "page", "title": "A page"}]}"#;

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(DATA)).await?;
    page.click(&widget::inside_card("gms", "> details > summary")).await?;
    page.wait_for_count(&widget::inside_card("gms", "> details dl"), 1).await?;
    let doubt = text("doubt")?;
    let script = "return [...root.querySelectorAll('dt')].map(term => {
        const said = [];
        for (let one = term.nextElementSibling; one?.localName === 'dd'; one = one.nextElementSibling) said.push(one.textContent);
        return [term.textContent, said.join(' | ')];
    })";
    let terms: Vec<(String, String)> = page.run(script, vec![]).await?;
    for (term, said) in [
        (text("field.started")?, format!("2016 | The page bears no date. [1] {doubt}")),
        (text("field.status")?, format!("{doubt} [1]")),
        (text("field.alt-names")?, "G".to_owned()),
    ] {
        let found = terms.iter().find(|(own, _)| own.starts_with(term)).map(|(_, own)| own.as_str()).unwrap_or_default();
        ensure!(found == said || found.ends_with(&format!(" | {said}")), "{term}: {found:?} is not {said:?}");
    }
    let focus = terms.iter().find(|(own, _)| own.starts_with(text("field.focus").unwrap_or_default()));
    ensure!(focus.is_some_and(|(_, said)| said.matches(doubt).count() == 1), "of two items it is not said once: {terms:?}");
    ensure!(!terms.iter().any(|(_, said)| said.contains("Only for editors")), "{terms:?}");
    page.assert_axe_clean("doubts").await?;
    page.assert_clean().await
}
