//! Each attribute of the manifest with a value that is none of its own, an element each. Where there is such a value: one line in
//! the console that names attribute and value (SN301), and the element shows its cards by the default. A misspelt name is an
//! attribute of somebody else's: nothing is said of it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD, RETRY, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

const MANIFEST: &str = include_str!("../../../../pkg/custom-elements.json");

/// What becomes of a value that is none of the attribute's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// One warning, and the default.
    Default,
    /// One warning; the id stays, and matches nothing.
    Empty,
    /// The same without a warning, as any value may be meant.
    FoundNowhere,
    /// Nothing: there is no such value.
    Taken,
    /// The list cannot be shown, which is an error with a code of its own.
    Failed,
}
use Then::{Default, Empty, Failed, FoundNowhere, Taken};

const ROWS: &[(&str, &str, Then)] = &[
    ("src", "nowhere.json", Failed),
    ("lang", "qqq-latin", Default),
    ("view", "globe", Default),
    ("views", "cards globe", Default),
    ("initiative", "gsm", Empty),
    ("country", "SWE", Empty),
    ("area", "cancr", Empty),
    ("scope", "world", Empty),
    ("status", "running", Empty),
    ("membership", "nobody", Empty),
    ("partner", "DEU", Empty),
    ("agreement", "treaty", Empty),
    ("from", "last-year", Default),
    ("to", "20x", Default),
    // Any words may be searched.
    ("q", "qqq-latin", FoundNowhere),
    ("sort", "loudest", Default),
    ("lock", "contry", Default),
    ("hide", "serch", Default),
    ("page-size", "many", Default),
    ("page-size", "0", Default),
    ("url", "yes", Default),
    // A parameter may begin with anything, and with nothing.
    ("url-prefix", "? &", Taken),
    ("heading-level", "9", Default),
    ("scheme", "Dark", Default),
    ("loading", "later", Default),
    ("feedback", "javascript:alert(1)", Default),
    // It counts that it is there.
    ("debug", "no", Taken),
];
/// Names that are none of ours.
const NAMES: [(&str, &str, Then); 5] = [
    ("contry", "SE", Taken),
    ("data-country", "SE", Taken),
    ("heading_level", "3", Taken),
    ("pagesize", "2", Taken),
    ("onload", "", Taken),
];

/// Of two attributes with one name the first counts.
fn element(at: usize, name: &str, value: &str) -> String {
    format!("<supra-network id=\"typo-{at}\" {name}=\"{value}\" src=\"data.json\" loading=\"eager\"></supra-network>\n")
}

async fn run(stage: Stage) -> Result<()> {
    let manifest: Value = serde_json::from_str(MANIFEST)?;
    let listed = manifest["modules"][0]["declarations"][0]["attributes"].as_array().context("no attributes")?;
    let listed: Vec<&str> = listed.iter().filter_map(|own| own["name"].as_str()).collect();
    let mut tried: Vec<&str> = ROWS.iter().map(|row| row.0).collect();
    tried.dedup();
    ensure!(listed == tried, "the manifest lists {listed:?}, and tried are {tried:?}");

    let all = || ROWS.iter().chain(&NAMES).enumerate();
    let elements: String = all().map(|(at, (name, value, _))| element(at, name, value)).collect();
    let host = HostPage::new().attribute("src", "data.json").file("data.json", widget::SMALL).after(&elements);
    let page = widget::open(&stage, host).await?;
    for (at, (name, _, then)) in all() {
        let id = format!("#typo-{at}");
        let one = page.inside(&id);
        if *name == "loading" {
            // By default it waits until it is near.
            ensure!(one.count(CARD).await? == 0, "it is shown from far away");
            page.run::<()>("document.querySelector(args[0]).scrollIntoView()", vec![json!(id)]).await?;
        }
        match then {
            Default | Taken => one.wait_for_count(CARD, 9).await?,
            Empty | FoundNowhere => one.wait_for_text(STATUS, "0 of 9 initiatives").await?,
            Failed => _ = one.find(RETRY).await?,
        }
    }

    let (warnings, errors): (Vec<_>, Vec<_>) =
        page.recorded("console").await?.into_iter().partition(|line| line["level"] == "warn");
    ensure!(errors.len() == 1 && errors[0]["text"].as_str().is_some_and(|line| line.contains("SN201")), "{errors:#?}");
    let lines: Vec<&str> = warnings.iter().filter_map(|line| line["text"].as_str()).collect();
    let mut count = 0;
    for (name, value, then) in ROWS {
        let start = match then {
            Default => format!("supra-network SN301: {name}=\"{value}\": "),
            Empty => format!("supra-network SN301: {name}: the data does not know {value}"),
            FoundNowhere | Taken | Failed => continue,
        };
        count += 1;
        let own = lines.iter().filter(|line| line.starts_with(&start)).count();
        ensure!(own == 1, "{start}: {own} of {lines:#?}");
    }
    ensure!(lines.len() == count, "{lines:#?}");
    let told = widget::events(&page, "supra-error").await?;
    ensure!(told.len() == 1 && told[0]["detail"]["code"] == "SN201", "the page is told {told:?}");
    let script = "return [...document.querySelectorAll(args[0])].filter(one => one.shadowRoot).length";
    let asked: usize = page.run(script, vec![json!("supra-network")]).await?;
    ensure!(asked == all().count() + 1, "{asked} elements");
    page.assert_no_error().await
}
