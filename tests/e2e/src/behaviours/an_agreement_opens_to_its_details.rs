//! An agreement is one line; its details open by click and by key, and say what is not stated too.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const PARTNER: &str = "Centers for Personalized Medicine";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    let agreement = |inner: &str| widget::inside_card("zpm", &format!("[part=agreement] {inner}"));
    let line = page.text(&widget::inside_card("zpm", "[part=agreement]")).await?;
    for words in ["Genomic Medicine Sweden", "Sweden", "Memorandum of understanding", "Announced 22 February 2022; date of signing not stated"] {
        ensure!(line.contains(words), "{words:?} is not in {line:?}");
    }
    ensure!(page.count(&agreement("details[open]")).await? == 0, "it is open from the start");
    let summary = agreement("summary");
    let name = page.name(&summary).await?;
    let wanted = text("details.of")?.replace("{name}", "Genomic Medicine Sweden");
    ensure!(name == wanted, "the summary is called {name:?}");

    page.click(&summary).await?;
    page.wait_for_count(&agreement("details[open] dl"), 1).await?;
    let details = page.text(&agreement("details")).await?;
    let signatory = format!("Åsa Öberg {}", text("signatory")?.replace("{role}", "Director"));
    for words in [text("field.signatories")?, &signatory, "Common standards", "Solid tumours", text("field.sources")?, text("not-stated")?] {
        ensure!(details.contains(words), "{words:?} is not in {details:?}");
    }
    page.assert_axe_clean("details open").await?;
    page.click(&summary).await?;
    page.wait_for_count(&agreement("details[open]"), 0).await?;

    // A renewal stands in the same details, with all that it states.
    let renewed = widget::inside_card("dngc", "[part=agreement]:first-child summary");
    page.click(&renewed).await?;
    page.wait_for_count(&widget::inside_card("dngc", "[part=agreement]:first-child dd dl"), 1).await?;
    let details = page.text(&widget::inside_card("dngc", "[part=agreement]:first-child details")).await?;
    for words in ["Renewed 17 December 2024", "Copenhagen", "Shared training"] {
        ensure!(details.contains(words), "{words:?} is not in {details:?}");
    }
    // A term names the sources that state it, a party its abbreviation, an event its last day.
    for words in ["Signed [1]", "French Alliance (FA)", "23 September 2022"] {
        ensure!(details.contains(words), "{words:?} is not in {details:?}");
    }
    // An area in the details is a choice of the filters.
    let area = widget::button(&page, &agreement("details"), "Solid tumours").await?;
    page.click(&summary).await?;
    area.click().await?;
    page.wait_for_text(widget::CHIP_TEXT, "Solid tumours").await?;
    page.click(widget::CHIP).await?;
    page.wait_for_count(widget::CHIP, 0).await?;

    // By key, on the other end's card, where the same agreement is with the other partner. A new page: in WebKit, Tab stays
    // where it is after a click on a summary, whoever made it.
    page.assert_clean().await?;
    let page = widget::open(&stage, widget::page()).await?;
    widget::tab_to(&page, PARTNER).await?;
    page.press(&[Key::Tab]).await?;
    let of_gms = widget::inside_card("gms", "details");
    ensure!(page.has_focus(&widget::inside_card("gms", "summary")).await?, "the details come after the partner");
    page.press(&[Key::Enter]).await?;
    page.wait_for_count(&format!("{of_gms}[open]"), 1).await?;
    page.press(&[Key::Space]).await?;
    page.wait_for_count(&format!("{of_gms}[open]"), 0).await?;
    page.assert_clean().await
}
