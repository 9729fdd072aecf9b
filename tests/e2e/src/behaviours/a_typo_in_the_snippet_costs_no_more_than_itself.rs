//! One wrong value in each attribute, an element each: one line in the console that names both (SN301), never an event, and
//! the element shows its cards by the default. A misspelt name is an attribute of somebody else's: nothing is said of it.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

/// Wrong values, after which the default stands.
const VALUES: [(&str, &str); 13] = [
    ("page-size", "many"),
    ("page-size", "0"),
    ("sort", "loudest"),
    ("from", "last-year"),
    ("to", "20x"),
    ("lock", "contry"),
    ("hide", "serch"),
    ("view", "globe"),
    ("views", "cards globe"),
    ("url", "yes"),
    ("lang", "qqq-latin"),
    ("feedback", "javascript:alert(1)"),
    ("scheme", "Dark"),
];
/// Ids that the data does not know: they stay, and match nothing.
const IDS: [(&str, &str); 8] = [
    ("country", "SWE"),
    ("partner", "DEU"),
    ("area", "cancr"),
    ("scope", "world"),
    ("status", "running"),
    ("membership", "nobody"),
    ("initiative", "gsm"),
    ("agreement", "treaty"),
];
/// Names that are none of ours.
const NAMES: [(&str, &str); 5] =
    [("contry", "SE"), ("data-country", "SE"), ("heading_level", "3"), ("pagesize", "2"), ("onload", "")];

async fn run(stage: Stage) -> Result<()> {
    let all = || VALUES.iter().chain(&IDS).chain(&NAMES).enumerate();
    let elements: String = all()
        .map(|(at, (name, value))| {
            format!("<supra-network id=\"typo-{at}\" src=\"data.json\" loading=\"eager\" {name}=\"{value}\"></supra-network>\n")
        })
        .collect();
    let host = HostPage::new().attribute("src", "data.json").file("data.json", widget::SMALL).after(&elements);
    let page = widget::open(&stage, host).await?;
    for (at, (name, value)) in all() {
        let one = page.inside(&format!("#typo-{at}"));
        if IDS.contains(&(*name, *value)) {
            one.wait_for_text(STATUS, "0 of 9 initiatives").await?;
        } else {
            one.wait_for_count(CARD, 9).await?;
        }
    }
    let said = page.recorded("console").await?;
    ensure!(said.iter().all(|line| line["level"] == "warn"), "{said:#?}");
    let lines: Vec<&str> = said.iter().filter_map(|line| line["text"].as_str()).collect();
    let of_value = |(name, value): &(&str, &str)| format!("supra-network SN301: {name}=\"{value}\": ");
    let of_id = |(name, value): &(&str, &str)| format!("supra-network SN301: {name}: the data does not know {value}");
    for start in VALUES.iter().map(of_value).chain(IDS.iter().map(of_id)) {
        let own = lines.iter().filter(|line| line.starts_with(&start)).count();
        ensure!(own == 1, "{start}: {own} of {lines:#?}");
    }
    ensure!(lines.len() == VALUES.len() + IDS.len(), "{lines:#?}");
    ensure!(widget::events(&page, "supra-error").await?.is_empty(), "the page is told of an error");
    let asked: usize = page.run("return [...document.querySelectorAll(args[0])].filter(one => one.shadowRoot).length", vec![json!("supra-network")]).await?;
    ensure!(asked == all().count() + 1, "{asked} elements");
    page.assert_no_error().await
}
