//! Each attribute of the element is a parameter of the frame's address by the same name, and what the element has no attribute for
//! is passed over; an attribute of the place on the page becomes that parameter, and nobody else's does. Inside, the element is
//! what the address says.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    frames,
    widget::{self, CHIP_TEXT},
};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const MANIFEST: &str = include_str!("../../../../pkg/custom-elements.json");
/// Values that mean something; the other attributes get one that says their name.
const VALUES: [(&str, &str); 9] = [
    ("src", "data.json"),
    ("lang", "sv"),
    ("country", "SE,DK"),
    ("q", "a & b = ä?#"),
    ("scheme", "dark"),
    ("page-size", "2"),
    ("heading-level", "1"),
    ("loading", "lazy"),
    ("debug", ""),
];

/// As tools for consent and for caches leave it.
const SCRIPT: &str = "<script src=\"dist/embed.js\" data-src=\"dist/embed.js\" data-cookieconsent=\"ignore\" data-cfasync=\"false\"></script>\n";

async fn run(stage: Stage) -> Result<()> {
    let manifest: Value = serde_json::from_str(MANIFEST)?;
    let declared = manifest.pointer("/modules/0/declarations/0/attributes").and_then(Value::as_array);
    let names: Vec<&str> = declared.context("no attributes")?.iter().filter_map(|one| one["name"].as_str()).collect();
    ensure!(names.len() > 20, "only {names:?}");
    let wanted: serde_json::Map<String, Value> = names
        .iter()
        .map(|name| {
            let value = VALUES.iter().find(|(one, _)| one == name).map_or_else(|| format!("of-{name}"), |one| one.1.to_owned());
            ((*name).to_owned(), json!(value))
        })
        .collect();
    let attributes: String = wanted
        .iter()
        .map(|(name, value)| format!(" data-{name}=\"{}\"", value.as_str().unwrap_or_default().replace('&', "&amp;")))
        .collect();
    let place = format!("<div data-supra-embed data-onclick=\"alert()\" data-id=\"x\" data-style=\"color: red\"{attributes}></div>\n");
    let page = stage.open(frames::page(&format!("{place}{SCRIPT}"))).await?;
    let addresses = frames::each(&page, "src").await?;
    ensure!(addresses.len() == 1, "a script that others have marked is no place: {addresses:?}");
    let address = addresses.first().and_then(Option::as_deref).unwrap_or_default();
    ensure!(!address.contains("onclick") && !address.contains("id=x"), "what is somebody else's is told to the frame: {address}");
    page.enter_frame("iframe").await?;
    page.wait_until("the element is defined", "return !!root", vec![]).await?;
    let script = "return Object.fromEntries([...element.attributes].map(({name, value}) => [name, value]))";
    let found: serde_json::Map<String, Value> = page.run(script, vec![]).await?;
    ensure!(found == wanted, "the element has {found:#?}");
    page.leave_frames().await?;
    page.assert_clean().await?;

    // By itself it is a page, and starts with what the address says.
    let address = page.site().url("dist/embed.html?src=data.json&country=SE&onclick=alert()&lang=sv");
    page.leave_for(&address).await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    ensure!(page.text(CHIP_TEXT).await? == "Sverige");
    let (lang, links): (String, usize) =
        page.run("return [document.documentElement.lang, document.querySelectorAll('base').length]", vec![]).await?;
    ensure!(lang == "sv" && links == 0, "{lang} {links}");
    let first = page.find_all("h1").await?.len();
    ensure!(first == 1, "a page has {first} first headings");
    page.inside("main").assert_axe_clean("by itself").await
}
