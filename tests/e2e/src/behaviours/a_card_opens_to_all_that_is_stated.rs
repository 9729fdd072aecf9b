//! Below a card opens what else is stated of it, what is not, and where; what is open stays open while filters change.

use anyhow::{Result, ensure};

use super::widget::{self, AREA, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FEEDBACK: &str = "mailto:data@example.org?subject={id}";

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("feedback", FEEDBACK)).await?;
    let about = |id: &str, css: &str| widget::inside_card(id, &format!("> details{css}"));
    let name = page.name(&about("body", " > summary")).await?;
    ensure!(name == text("more.of")?.replace("{name}", "The wider body"), "it is called {name:?}");
    page.click(&about("body", " > summary")).await?;
    page.wait_for_count(&about("body", "[open] dl"), 1).await?;
    let said = page.text(&about("body", "")).await?;
    for words in [
        text("field.members")?,
        "Genomic Medicine Sweden",
        text("field.parts")?,
        "An inner body",
        text("field.participants")?,
        text("field.countries")?,
        "Norway",
        text("field.led-by")?,
        text("field.sources")?,
        text("not-stated")?,
    ] {
        ensure!(said.contains(words), "{words:?} is not in {said:?}");
    }
    page.assert_axe_clean("a card open").await?;

    // It stays open while the filters hide it and bring it back.
    widget::choose(&page, AREA, "Rare diseases").await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    widget::choose(&page, AREA, "Rare diseases").await?;
    widget::wait_for_cards(&page, &["alone", "body", "britain", "dngc", "england", "gms", "inner-body", "plan", "zpm"])
        .await?;
    page.wait_for_count(&about("body", "[open]"), 1).await?;

    // Its members lead to their cards.
    widget::button(&page, &about("body", ""), "Genomic Medicine Sweden").await?.click().await?;
    page.wait_for_focus(&widget::title("gms")).await?;

    let address = page.find(&widget::inside_card("gms", "[part=feedback]")).await?.attr("href").await?;
    ensure!(address.as_deref() == Some("mailto:data@example.org?subject=gms"), "{address:?}");
    page.assert_clean().await
}
