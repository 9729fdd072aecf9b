//! Each variable of the manifest: where it is set, an element that a visitor sees has the value, and looks otherwise. Pictures
//! are compared in Chromium, which takes them of any part of a page; computed styles in all engines.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, CARD, FILTERS, HEADING, MORE, SEARCH, STATUS};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

const MANIFEST: &str = include_str!("../../../../pkg/custom-elements.json");
/// The element itself.
const HOST: &str = "";
const BASE: &str = "[part=base]";
const CARDS: &str = "[part=cards]";
const CHIP: &str = "[part=chip]";
const AREA: &str = "[part=area][aria-pressed=false]";
const CHOSEN_AREA: &str = "[part=area][aria-pressed=true]";
const COLOUR: &str = "rgb(201, 30, 120)";
const FONT: &str = "monospace";

/// A variable, a value, which part of the page shows it, and the property that then has this value.
type Row = (&'static str, &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    ("text", COLOUR, ".summary", "color"),
    ("background", COLOUR, BASE, "background-color"),
    ("accent", COLOUR, CARD, "border-top-color"),
    ("font", FONT, ".summary", "font-family"),
    ("font-size", "19px", HOST, "font-size"),
    ("line-height", "37px", ".summary", "line-height"),
    ("radius", "9px", CARD, "border-top-left-radius"),
    ("gap", "41px", CARDS, "row-gap"),
    ("text-muted", COLOUR, STATUS, "color"),
    ("surface", COLOUR, SEARCH, "background-color"),
    ("surface-soft", COLOUR, AREA, "background-color"),
    ("border", COLOUR, "[part=agreement]", "border-top-color"),
    ("control", COLOUR, SEARCH, "border-top-color"),
    ("mark", COLOUR, ".mark", "background-color"),
    ("link", COLOUR, "[part=title] a", "color"),
    ("selected", COLOUR, CHOSEN_AREA, "color"),
    ("focus", COLOUR, STATUS, "outline-color"),
    ("focus-width", "6px", STATUS, "outline-width"),
    ("heading-font", FONT, HEADING, "font-family"),
    ("heading-weight", "300", HEADING, "font-weight"),
    ("heading-text", COLOUR, HEADING, "color"),
    ("button-background", COLOUR, MORE, "background-color"),
    ("button-text", COLOUR, MORE, "color"),
    ("button-border", COLOUR, MORE, "border-top-color"),
    ("button-radius", "13px", MORE, "border-top-left-radius"),
    ("chip-background", COLOUR, CHIP, "background-color"),
    ("chip-text", COLOUR, CHIP, "color"),
    ("chip-border", COLOUR, CHIP, "border-top-color"),
    ("badge-background", COLOUR, AREA, "background-color"),
    ("padding", "33px", ".all", "padding-top"),
    ("filters-background", COLOUR, FILTERS, "background-color"),
    ("notice-background", COLOUR, ".offer", "background-color"),
    ("card-background", COLOUR, CARD, "background-color"),
    ("card-border", COLOUR, CARD, "border-bottom-color"),
    ("card-edge", COLOUR, CARD, "border-top-color"),
    ("card-shadow", "rgb(201, 30, 120) 0px 2px 4px 0px", CARD, "box-shadow"),
    ("card-padding", "31px", CARD, "padding-top"),
    ("card-width", "230px", CARDS, "grid-template-columns"),
    ("scroll-margin", "77px", "[part=title]", "scroll-margin-top"),
    ("reserve", "9000px", HOST, "min-height"),
];

/// What follows from the variable, and is not its value.
const MADE_OF_IT: [&str; 1] = ["grid-template-columns"];
/// What is seen only where something is brought into view.
const WHEN_BROUGHT_INTO_VIEW: &str = "scroll-margin-top";

const COMPUTED: &str =
    "return getComputedStyle(args[0] ? root.querySelector(args[0]) : element).getPropertyValue(args[1])";
const SET: &str = "if (args[1]) element.style.setProperty(args[0], args[1]); else element.style.removeProperty(args[0])";
/// An element with what is around it, where rings and shadows are.
const PLACE: &str = "const at = (args[0] ? root.querySelector(args[0]) : element).getBoundingClientRect(), around = 12;
    const [x, y] = [at.x + scrollX - around, at.y + scrollY - around];
    return {x: Math.max(0, x), y: Math.max(0, y), width: at.width + 2 * around, height: at.height + 2 * around, scale: args[1]}";

fn variable(name: &str) -> String {
    format!("--supra-{name}")
}

async fn run(stage: Stage) -> Result<()> {
    let manifest: Value = serde_json::from_str(MANIFEST)?;
    let listed = manifest["modules"][0]["declarations"][0]["cssProperties"].as_array().context("no variables")?;
    let listed: Vec<&str> = listed.iter().filter_map(|own| own["name"].as_str()).collect();
    let tried: Vec<String> = ROWS.iter().map(|row| variable(row.0)).collect();
    ensure!(listed == tried, "the manifest lists {listed:?}, and tried are {tried:?}");
    ensure!((30..=40).contains(&tried.len()), "{} variables", tried.len());

    // Room to scroll in.
    let below = "<p>What is below.</p>\n".repeat(60);
    let page = widget::open(&stage, widget::looks().after(&below)).await?;
    widget::wait_until_laid_out(&page).await?;
    for selector in ROWS.iter().map(|row| row.2).filter(|selector| !selector.is_empty()) {
        page.find(selector).await?;
    }
    // Seen with a ring all the time.
    page.run::<()>("root.querySelector(args[0]).focus({preventScroll: true})", vec![json!(STATUS)]).await?;
    page.wait_for_focus(STATUS).await?;
    let mut wrong = Vec::new();
    for row in ROWS {
        if let Err(error) = is_seen(&page, row).await {
            wrong.push(format!("{error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    page.assert_no_error().await
}

async fn is_seen(page: &Page, (name, value, at, property): &Row) -> Result<()> {
    let name = variable(name);
    let computed = async || page.run::<String>(COMPUTED, vec![json!(at), json!(property)]).await;
    let (before, picture) = (computed().await?, picture(page, at, property).await?);
    page.run::<()>(SET, vec![json!(name), json!(value)]).await?;
    let (found, other) = (computed().await?, self::picture(page, at, property).await?);
    page.run::<()>(SET, vec![json!(name), Value::Null]).await?;
    ensure!(found != before, "{name}: {property} of {at:?} stays {before}");
    ensure!(found == *value || MADE_OF_IT.contains(property), "{name}: {property} of {at:?} is {found}, not {value}");
    ensure!(picture.is_none() || picture != other, "{name}: {at:?} looks as before");
    let again = computed().await?;
    ensure!(again == before, "{name}: {property} of {at:?} was {before}, and is {again} without it");
    Ok(())
}

/// How it looks, in Chromium.
async fn picture(page: &Page, at: &str, property: &str) -> Result<Option<String>> {
    if page.engine() != Engine::Chromium {
        return Ok(None);
    }
    let mut how = json!({"format": "png", "optimizeForSpeed": true});
    if property == WHEN_BROUGHT_INTO_VIEW {
        page.run::<()>("root.querySelector(args[0]).scrollIntoView()", vec![json!(at)]).await?;
    } else {
        // Of the whole element, which is long, a small picture.
        let scale = if at == HOST { 0.2 } else { 1.0 };
        how["clip"] = page.run(PLACE, vec![json!(at), json!(scale)]).await?;
        how["captureBeyondViewport"] = json!(true);
    }
    let shot = page.devtools("Page.captureScreenshot", how).await?;
    Ok(Some(shot["data"].as_str().context("no picture")?.to_owned()))
}
