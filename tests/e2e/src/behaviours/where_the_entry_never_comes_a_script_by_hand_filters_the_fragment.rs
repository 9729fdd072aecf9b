//! Where the entry is missing, `fragment.js` on the page filters every fragment there is, in its language, is harmless twice,
//! and knows what an editor took away. When the widget comes after all, its cards replace everything.

use anyhow::{Result, ensure};
use supranet_dev_server::Fault;

use super::{
    fragment::{self, AREA, COUNTRY},
    widget::CARD,
};
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// A page of another language, whose own style shows every article; a fragment that an editor has cut, and one that is spoilt.
const STYLE: &str = "article { display: block !important; }";
const SPOILT: &str = "<div class=\"supra-fragment\" data-filter=\"{\"><p class=\"supra-count\">1</p><article class=\"supra-card\"></article></div>";

async fn run(stage: Stage) -> Result<()> {
    let swedish = fragment::markup("sv")?.replacen("class=\"supra-fragment\"", "class=\"supra-fragment\" id=\"second\"", 1);
    let swedish = without_cards_of(&swedish, "AU");
    // Two fragments would have the same ids of cards on one page.
    let swedish = swedish.replace("supra-card-", "second-card-");
    let host = fragment::late(fragment::page()?)
        .head(fragment::SCRIPT)
        .head(fragment::SCRIPT)
        .head("<link rel=\"stylesheet\" href=\"host.css\">\n")
        .file("host.css", STYLE)
        .after(SPOILT)
        .after(&swedish)
        .fault("dist/supranet.js", Fault::Status(404, None));
    let page = fragment::open(&stage, host).await?;
    fragment::wait_for_filter(&page).await?;
    let forms: usize = page.run("return document.querySelectorAll('.supra-filter').length", vec![]).await?;
    ensure!(forms == 2, "there are {forms} filters for two whole fragments");

    fragment::choose(&page, COUNTRY, "GB").await?;
    let british = fragment::cards(&page).await?;
    ensure!(british.iter().any(|id| id == "genomics-england"), "a country does not find its parts: {british:?}");
    fragment::choose(&page, COUNTRY, "GB-ENG").await?;
    ensure!(fragment::cards(&page).await?.iter().any(|id| id == "genomics-england"));
    fragment::choose(&page, COUNTRY, "").await?;
    fragment::choose(&page, AREA, "solid-tumours").await?;
    let tumours = fragment::cards(&page).await?;
    fragment::choose(&page, AREA, "cancer").await?;
    let cancer = fragment::cards(&page).await?;
    ensure!(cancer.len() > tumours.len() && tumours.iter().all(|id| cancer.contains(id)), "{tumours:?}, {cancer:?}");

    // A link to a card that is not shown shows all again.
    let hidden = "const hidden = [...element.querySelectorAll('.supra-card[hidden] > [id]')].map(one => one.id);
        const link = [...element.querySelectorAll('.supra-card:not([hidden]) a')].find(one => hidden.includes(one.hash.slice(1)));
        link.click();
        return [link.hash.slice(1), element.querySelectorAll('.supra-card[hidden]').length, !!document.querySelector(link.hash).getClientRects().length]";
    let (target, still, seen): (String, usize, bool) = page.run(hidden, vec![]).await?;
    ensure!(seen && still == 0, "the link to {target} leads to a card that is seen: {seen}; {still} are hidden");

    let second = page.inside("#second");
    fragment::choose(&second, COUNTRY, "SE").await?;
    let told = fragment::count(&second).await?;
    let swedish = fragment::cards(&second).await?.len();
    let script = "const [country] = element.querySelectorAll('select');
        return [element.querySelectorAll('.supra-card').length, country.options[0].text, [...country.options].some(one => one.value === 'AU')]";
    let (left, all, has_gone): (usize, String, bool) = second.run(script, vec![]).await?;
    ensure!(left < fragment::cards(&page).await?.len(), "no card is cut");
    ensure!(told == format!("{swedish} av {left} initiativ") && all == format!("Visa alla ({left})"), "{told:?}, {all:?}");
    ensure!(!has_gone, "a country is offered of which there is no card");
    page.assert_no_error().await?;

    // The entry comes after all.
    page.site().clear_fault("dist/supranet.js");
    fragment::come(&page).await?;
    let widget = page.inside("supra-network");
    widget.run::<()>("element.scrollIntoView()", vec![]).await?;
    widget.find(CARD).await?;
    let left = fragment::cards(&page).await?;
    ensure!(left.is_empty(), "{} cards of the fragment are still seen", left.len());
    page.assert_no_error().await
}

/// As an editor leaves it who does not want the cards of a country.
fn without_cards_of(fragment: &str, country: &str) -> String {
    let begins = format!("class=\"supra-card\" data-country=\"{country}");
    let kept = fragment.split("<article ").filter(|part| !part.starts_with(&begins));
    kept.collect::<Vec<_>>().join("<article ")
}
