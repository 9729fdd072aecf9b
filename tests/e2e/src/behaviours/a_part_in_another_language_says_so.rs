//! Words that are there in another language only say so wherever they stand, and so do names, which no browser is to
//! translate; the words of the interface around them do not.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, AREA, FILTERS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

/// Everything that stands in Swedish alone.
const SWEDISH: [&str; 9] =
    ["Vår sal", "Sällsynta sjukdomar", "Ämbetsdirektör", "Talesperson", "Utrikessal", "Gemensamma riktlinjer", "Jämlik vård", "Skriftlig avsikt", "Vi är glada."];
/// Everything that is a name.
const NAMES: [&str; 9] =
    ["North", "South", "Nordic Fund", "Nordic Lead", "Ann Berg", "Bo Ek", "Old North", "Print House", "Tie Office"];

fn data() -> String {
    json!({"version": 1, "defaultLanguage": "en",
        "areas": [{"id": "rare", "label": {"sv": "Sällsynta sjukdomar"}}],
        "organisations": [
            {"id": "fund", "name": {"en": "Nordic Fund"}, "abbreviation": "NF", "country": "SE"},
            {"id": "lead", "name": {"en": "Nordic Lead"}, "country": "SE"},
            {"id": "tie", "name": {"en": "Tie Office"}, "country": "SE"}],
        "sources": [{"id": "s", "title": "A paper", "publisher": "Print House", "url": "https://example.org/"}],
        "initiatives": [
            {"id": "north", "name": {"en": "North"}, "altNames": ["Old North"], "country": "SE", "scope": "national",
                "areas": ["rare"], "summary": {"sv": "Jämlik vård"}, "leadBodies": ["lead"],
                "funding": [{"funder": "fund", "amount": 1000, "currency": "SEK", "coordinator": "lead", "source": "s"}]},
            {"id": "south", "name": {"en": "South"}, "country": "DK", "scope": "national"}],
        "agreements": [{"id": "a", "ends": ["north", "south"], "kind": "mou", "signed": "2024-05-01", "areas": ["rare"],
            "place": {"sv": "Vår sal"}, "topics": [{"sv": "Gemensamma riktlinjer"}], "sourceWord": {"sv": "Skriftlig avsikt"},
            "signatories": [{"name": "Ann Berg", "roleAtSigning": {"sv": "Ämbetsdirektör"}}, {"name": "Bo Ek", "organisation": "tie"}],
            "followUps": [{"kind": "conference", "title": "A meeting", "place": {"sv": "Utrikessal"}}],
            "quotes": [{"text": "Vi är glada.", "language": "sv", "speaker": "Ann Berg", "speakerRole": {"sv": "Talesperson"}, "source": "s"}],
            "sources": ["s"]}]})
    .to_string()
}

/// Which of these words are not, or not alone, in an element that says so; and which stand nowhere.
const UNSAID: &str = "const [words, says, mayStandIn] = args, seen = new Set(), bad = [];
    const walker = document.createTreeWalker(root.querySelector('[part=base]'), NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());)
        for (const word of words) {
            if (!text.data.includes(word)) continue;
            seen.add(word);
            const said = text.parentElement.closest(says);
            if (!said) bad.push(`${word} in ${text.data}`);
            else if (mayStandIn === 'alone' && !words.includes(said.textContent.replace(/[“”]/g, ''))) bad.push(`${said.textContent} around ${word}`);
        }
    return [...bad, ...words.filter((word) => !seen.has(word)).map((word) => `${word} is nowhere`)]";

async fn unsaid(page: &Page, words: &[&str], says: &str, alone: &str) -> Result<Vec<String>> {
    page.run(UNSAID, vec![json!(words), json!(says), json!(alone)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(&data())).await?;
    widget::open_everything(&page).await?;
    widget::choose(&page, AREA, "Sällsynta sjukdomar").await?;
    page.wait_for_text(widget::CHIP_TEXT, "Sällsynta sjukdomar").await?;
    for selector in [widget::CHIP, "[part=match]:not(:empty)", "[part=card] .areas", FILTERS] {
        let script = "return root.querySelector(args[0]).querySelectorAll('[lang=sv]').length";
        ensure!(page.run::<usize>(script, vec![json!(selector)]).await? == 1, "{selector} does not say that it is Swedish");
    }
    let bad = unsaid(&page, &SWEDISH, "[lang=sv]", "alone").await?;
    ensure!(bad.is_empty(), "{bad:#?}");
    let bad = unsaid(&page, &NAMES, "[translate=no], textarea", "").await?;
    ensure!(bad.is_empty(), "{bad:#?}");
    page.assert_clean().await
}
