//! The dataset that comes with the widget has all its texts in each language of the interface, and is accessible in each,
//! with every card open.

use anyhow::{Context, Result, ensure};

use super::widget::{self, CARD, CODE};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

/// A language, and how a fallback to another begins.
const LANGUAGES: [(&str, &str); 5] = [
    ("en", "Some texts are only"),
    ("sv", "En del texter finns bara"),
    ("da", "Nogle tekster findes kun"),
    ("de", "Einige Texte liegen nur"),
    ("fr", "Certains textes n’existent"),
];

async fn run(stage: Stage) -> Result<()> {
    for (language, fallback) in LANGUAGES {
        let page = widget::open(&stage, HostPage::new().attribute("lang", language)).await?;
        page.wait_for_count(CARD, 8).await?;
        let script = "for (const one of root.querySelectorAll('details')) one.open = true; return root.textContent";
        let text: String = page.run(script, vec![]).await?;
        ensure!(!text.contains(fallback), "a text is not in {language}");
        ensure!(!text.contains("undefined") && !text.contains("{"), "{language}: a text is not filled");
        page.assert_axe_clean(language).await?;
        let pack = format!("dist/lang/{language}.json?*");
        let mut asked: Vec<&str> = CODE.into_iter().filter(|file| !file.starts_with("dist/lang/")).collect();
        asked.extend([pack.as_str(), "dist/dataset.json"]);
        page.assert_only_requested(&asked).await.context(language)?;
        page.assert_clean().await.context(language)?;
    }
    Ok(())
}
