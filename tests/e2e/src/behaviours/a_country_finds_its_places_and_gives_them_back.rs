//! A country is chosen with its places: they show as chosen, and taking one back leaves the others in the country's stead.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CHIP, COUNTRY, Choice};
use crate::harness::{Stage, behaviour};
use crate::page::Page;

behaviour!(run);

fn data() -> String {
    let record = |id: &str, country: Option<&str>, place: Option<&str>| {
        json!({"id": id, "name": {"en": id}, "country": country, "place": place})
    };
    let places = [("GB-ENG", "England"), ("GB-SCT", "Scotland"), ("GB-WLS", "Wales")];
    let initiatives = [
        record("whole", Some("GB"), None),
        record("england", None, Some("GB-ENG")),
        record("scotland", None, Some("GB-SCT")),
        record("wales", None, Some("GB-WLS")),
        record("sweden", Some("SE"), None),
    ];
    let places = places.map(|(code, name)| json!({"code": code, "label": {"en": name}}));
    json!({"version": 1, "places": places, "initiatives": initiatives}).to_string()
}

async fn filters(page: &Page) -> Result<Value> {
    page.run("return element.filters", vec![]).await
}

async fn is(page: &Page, name: &str, checked: bool, mixed: bool) -> Result<()> {
    let choice = widget::choice(page, COUNTRY, name).await?;
    let Choice { count, .. } = choice;
    ensure!(choice == Choice { count, checked, mixed }, "{name}: {choice:?}");
    Ok(())
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(&data())).await?;
    widget::choose(&page, COUNTRY, "England").await?;
    widget::wait_for_cards(&page, &["england"]).await?;
    is(&page, "United Kingdom", false, true).await?;
    page.assert_axe_clean("a mixed choice").await?;

    widget::choose(&page, COUNTRY, "United Kingdom").await?;
    widget::wait_for_cards(&page, &["whole", "england", "scotland", "wales"]).await?;
    ensure!(filters(&page).await? == json!({"country": ["GB"]}), "the country alone is stored");
    for name in ["United Kingdom", "England", "Scotland", "Wales"] {
        is(&page, name, true, false).await?;
    }
    page.wait_for_count(CHIP, 1).await?;

    widget::choose(&page, COUNTRY, "Wales").await?;
    widget::wait_for_cards(&page, &["england", "scotland"]).await?;
    ensure!(filters(&page).await? == json!({"country": ["GB-ENG", "GB-SCT"]}), "its other places are, in its stead");
    is(&page, "United Kingdom", false, true).await?;
    is(&page, "Wales", false, false).await?;
    page.assert_clean().await
}
