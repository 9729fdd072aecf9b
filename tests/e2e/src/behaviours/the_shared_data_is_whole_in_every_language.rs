//! What the five documents name that the dataset began with has all its texts in each language of the interface; the rest
//! is in English, and says so. In each language the cards are accessible, with every one of the first page open.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD, CODE, SHARED};
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
    let data: Value = serde_json::from_str(SHARED)?;
    let all = data["initiatives"].as_array().map_or(0, Vec::len);
    let named = named(&data);
    for (language, fallback) in LANGUAGES {
        let page = widget::open(&stage, HostPage::new().attribute("lang", language)).await?;
        widget::open_everything(&page).await?;
        page.assert_axe_clean(language).await?;
        page.run::<()>("element.setAttribute('page-size', args[0])", vec![json!(all.to_string())]).await?;
        page.wait_for_count(CARD, all).await?;
        widget::open_everything(&page).await?;
        let text: String = page.run("return root.textContent", vec![]).await?;
        ensure!(!text.contains("undefined") && !text.contains("{"), "{language}: a text is not filled");
        let elsewhere: Vec<String> = page.run(ELSEWHERE, vec![json!(CARD), json!(fallback)]).await?;
        let missing: Vec<_> = elsewhere.iter().filter(|place| named.contains(place.as_str())).collect();
        ensure!(missing.is_empty(), "a text is not in {language}: {missing:?}");
        ensure!(elsewhere.is_empty() == (language == "en"), "in {language} nothing says that it is in English only");
        let pack = format!("dist/lang/{language}.json?*");
        let mut asked: Vec<&str> = CODE.into_iter().filter(|file| !file.starts_with("dist/lang/")).collect();
        asked.extend([pack.as_str(), "dist/dataset.json"]);
        page.assert_only_requested(&asked).await.context(language)?;
        page.assert_clean().await.context(language)?;
    }
    Ok(())
}

/// The documents that the dataset began with.
const DOCUMENTS: [&str; 5] =
    ["gms-france-2021", "gms-zpm-2022", "ngc-gms-2022", "vinnova-2017-03416", "ngc-international"];

/// The ids of the initiatives and agreements that one of the documents names.
fn named(data: &Value) -> HashSet<String> {
    let records = ["initiatives", "agreements"].into_iter().flat_map(|list| data[list].as_array().into_iter().flatten());
    let cites = |record: &Value| {
        let sources = record["sources"].as_array().into_iter().flatten();
        sources.filter_map(Value::as_str).any(|source| DOCUMENTS.contains(&source))
    };
    records.filter(|record| cites(record)).filter_map(|record| record["id"].as_str().map(str::to_owned)).collect()
}

/// The ids of the cards, and of the agreements on them, of which it is said that some of it is in another language: what is
/// said on the card itself or under "more" is of the initiative, what is said under "details" of the agreement.
const ELSEWHERE: &str = "const found = new Set();
    for (const card of root.querySelectorAll(args[0])) {
        const id = card.querySelector('[id^=card-]').id.slice(5);
        for (const said of card.querySelectorAll('p')) {
            if (!said.textContent.startsWith(args[1])) continue;
            const inside = said.closest('details');
            found.add(inside && inside.id !== `open-${id}` ? inside.id.split('/')[1] : id);
        }
    }
    return [...found]";
