//! Interface, countries and dates follow the nearest `lang`; what the data has in another language says so, and a pack
//! that does not come leaves English.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use supranet_dev_server::Fault;

use super::widget::{self, CARD, FACET, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

async fn set_lang(page: &Page, of: &str, lang: Option<&str>) -> Result<()> {
    let script = "const one = args[0] ? element : document.documentElement;
        args[1] === null ? one.removeAttribute('lang') : one.setAttribute('lang', args[1])";
    page.run(script, vec![json!(of == "element"), json!(lang)]).await
}

async fn says(page: &Page, place: &str, words: &[&str]) -> Result<()> {
    let text = page.text(place).await?;
    for words in words {
        ensure!(text.contains(words), "{words:?} is not in {text:?}");
    }
    Ok(())
}

/// The topics of the agreements are in English only.
async fn open_agreements(page: &Page) -> Result<()> {
    page.run::<()>("for (const one of root.querySelectorAll('[part=agreement] details')) one.open = true", vec![]).await?;
    let drawn = "return [...root.querySelectorAll('[part=agreement] details')].every(one => one.querySelector('dl'))";
    page.wait_until("the details are drawn", drawn, vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("lang", "sv-FI")).await?;
    page.wait_for_text(STATUS, "9 initiativ").await?;
    says(&page, FACET, &["Land", "Sverige", "Norge", "Storbritannien"]).await?;
    let gms = widget::inside_card("gms", "");
    says(&page, &gms, &["Jämlik tillgång.", "Undertecknat 28 april 2022", "Samförståndsavtal (MoU)", "Sällsynta sjukdomar"])
        .await?;
    open_agreements(&page).await?;
    says(&page, &gms, &["En del texter finns bara på engelska."]).await?;
    let in_english = widget::inside_card("gms", "details :lang(en)");
    ensure!(page.count(&in_english).await? > 0, "a text in another language has no lang");
    page.assert_axe_clean("Swedish").await?;
    ensure!(page.recorded("console").await?.is_empty());

    set_lang(&page, "element", Some("da")).await?;
    page.wait_for_text(STATUS, "9 initiativer").await?;
    ensure!(page.text(&widget::title("dngc")).await?.contains("Nationalt Genom Center"));
    page.assert_axe_clean("Danish").await?;
    // A change of language draws all anew; the focus stays where it was.
    page.find(widget::SEARCH).await?.focus().await?;
    set_lang(&page, "element", Some("sv")).await?;
    page.wait_for_text(STATUS, "9 initiativ").await?;
    page.wait_for_focus(widget::SEARCH).await?;
    page.assert_clean().await?;
    with_customs_of_their_own(&stage).await?;
    wrong_languages(&stage).await?;
    a_pack_that_fails(&stage).await
}

/// Where a date is no part of a sentence, and whether the name of a language has a capital.
async fn with_customs_of_their_own(stage: &Stage) -> Result<()> {
    for (lang, status, country, signed, kind, fallback) in [
        (
            "de-AT",
            "9 Initiativen",
            "Schweden",
            "Unterzeichnet: 28. April 2022",
            "Absichtserklärung (MoU)",
            "Einige Texte liegen nur auf Englisch vor.",
        ),
        (
            "fr",
            "9 initiatives",
            "Suède",
            // Blanks that do not break are plain ones here; a test of the packs sees them.
            "Signature : 28 avril 2022",
            "Protocole d’accord (MoU)",
            "Certains textes n’existent qu’en anglais.",
        ),
    ] {
        let page = widget::open(stage, widget::page().attribute("lang", lang)).await?;
        page.wait_for_text(STATUS, status).await?;
        says(&page, FACET, &[country]).await?;
        open_agreements(&page).await?;
        says(&page, &widget::inside_card("gms", ""), &[signed, kind, fallback]).await?;
        page.assert_axe_clean(lang).await?;
        ensure!(page.recorded("console").await?.is_empty());
        page.assert_clean().await?;
    }
    Ok(())
}

/// What is wrong on the element is one warning; the nearest language that there are words in stands, else English.
async fn wrong_languages(stage: &Stage) -> Result<()> {
    for (lang, of_page, status) in
        [("xx", "sv", "9 initiativ"), ("", "da", "9 initiativer"), ("EN_us", "sv", "9 initiatives"), ("xx", "fi", "9 initiatives")]
    {
        let page = widget::open(stage, widget::page()).await?;
        set_lang(&page, "page", Some(of_page)).await?;
        set_lang(&page, "element", Some(lang)).await?;
        page.wait_for_text(STATUS, status).await?;
        let said = page.recorded("console").await?;
        ensure!(said.len() == 1 && said[0]["level"] == "warn", "{lang:?}: {said:?}");
        let text = said[0]["text"].as_str().unwrap_or_default();
        ensure!(text.contains("SN301") && text.contains(&format!("lang=\"{lang}\"")), "{text}");
        ensure!(widget::events(&page, "supra-error").await?.is_empty());
        page.assert_clean().await?;
    }
    Ok(())
}

async fn a_pack_that_fails(stage: &Stage) -> Result<()> {
    for fault in [Fault::Status(404, None), Fault::HtmlInstead] {
        let page = widget::open(stage, widget::page().attribute("lang", "sv").fault("dist/lang/sv.json", fault)).await?;
        page.wait_for_text(STATUS, "9 initiatives").await?;
        page.wait_for_count(CARD, 9).await?;
        let said: Vec<Value> = page.recorded("console").await?;
        let warnings: Vec<&str> =
            said.iter().filter(|one| one["level"] == "warn").filter_map(|one| one["text"].as_str()).collect();
        ensure!(warnings.len() == 1 && warnings[0].contains("SN106"), "{said:?}");
        ensure!(widget::events(&page, "supra-error").await?.is_empty(), "it is a warning, not an error");
        page.assert_clean().await?;
    }
    Ok(())
}
