//! What `docs/embedding/questions.md` tells people to copy is copied onto a page with the shared data, and does what it says.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::frames;
use super::widget::{self, CARD, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::{Page, dist},
};

behaviour!(run);

const SWEDISH: &str = "genomic-medicine-sweden";
const DANISH: &str = "danish-national-genome-center";
const FRENCH: &str = "french-genomic-medicine-plan-2025";

const QUESTIONS: &str = include_str!("../../../../docs/embedding/questions.md");

/// The snippets of a language that are marked as tested.
fn snippets(language: &str) -> Result<Vec<&str>> {
    let mark = format!("```{language} tested\n");
    let parts = QUESTIONS.split(mark.as_str()).skip(1);
    let all: Vec<&str> = parts.filter_map(|part| part.split_once("```").map(|(snippet, _)| snippet)).collect();
    ensure!(!all.is_empty(), "no snippet in {language}");
    Ok(all)
}

/// The attributes of an element without content.
fn attributes(html: &str) -> Result<Vec<(&str, &str)>> {
    let inside = html.strip_prefix("<supra-network ").and_then(|rest| rest.strip_suffix("></supra-network>\n"));
    let inside = inside.with_context(|| format!("another snippet: {html}"))?;
    let pairs = inside.split_terminator('"').collect::<Vec<_>>();
    Ok(pairs.chunks(2).filter_map(|pair| Some((pair.first()?.trim().trim_end_matches('='), *pair.get(1)?))).collect())
}

/// The element gets these filters and locks in place of those that it has.
const SET: &str = "for (const name of ['initiative', 'country', 'scope', 'partner', 'lock']) element.removeAttribute(name);
    for (const [name, value] of args[0]) element.setAttribute(name, value)";
/// Whom the agreements on a card are with.
const PARTNERS: &str = "return [...root.querySelectorAll(`${args[0]} [part=partner]`)].map(one => one.textContent)";

async fn partners_on(page: &Page, card: &str) -> Result<Vec<String>> {
    page.run(PARTNERS, vec![json!(format!("{CARD}:has({})", widget::title(card)))]).await
}

async fn background(page: &Page) -> Result<String> {
    page.run("return getComputedStyle(root.querySelector('[part=card]')).backgroundColor", vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let html = snippets("html")?;
    let [ours, with_denmark, alone, theme] = html.as_slice() else { bail!("{} snippets", html.len()) };
    let mut host = widget::page_on(widget::SHARED).attribute("scheme", "inherit");
    for (name, value) in attributes(ours)? {
        host = host.attribute(name, value);
    }
    let head = "<link rel=\"stylesheet\" href=\"answers.css\">\n<script src=\"answers.js\"></script>\n";
    let host = host.file("answers.js", snippets("js")?.concat()).file("answers.css", snippets("css")?.concat()).head(head);
    let page = widget::open(&stage, host).await?;

    // Only our own partnerships: ours and those of our partners, and nobody can choose others.
    let shared: Value = serde_json::from_str(widget::SHARED)?;
    let mut partners = vec![SWEDISH];
    for agreement in shared["agreements"].as_array().context("no agreements")? {
        let ends: Vec<&str> = agreement["ends"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if ends.contains(&partners[0]) {
            partners.extend(ends);
        }
    }
    partners.sort_unstable();
    partners.dedup();
    ensure!(partners.len() > 3, "{partners:?}");
    widget::wait_for_cards(&page, &partners).await?;
    ensure!(page.count("#facet-initiative").await? == 0, "the choice can be changed");
    let danish = partners_on(&page, DANISH).await?;
    ensure!(danish.len() > 2 && danish.iter().any(|partner| partner == "Genomics England"), "{danish:?}");

    // Whoever counts is told what is chosen and opened, and not what is typed.
    widget::choose(&page, widget::COUNTRY, "Denmark").await?;
    widget::wait_for_cards(&page, &[DANISH]).await?;
    page.type_into(widget::SEARCH, "genome").await?;
    page.wait_for_text(widget::CHIP_TEXT, "Search: genome").await?;
    page.click(&widget::inside_card(DANISH, "summary")).await?;
    page.wait_until("opening is counted", "return window._paq?.at(-1)[2] === 'open'", vec![]).await?;
    let counted: Vec<Value> = page.run("return window._paq", vec![]).await?;
    let chosen = json!({"country": ["DK"], "initiative": [SWEDISH]});
    let filter = counted.first().and_then(|first| first[3].as_str()).context("nothing is counted")?;
    ensure!(serde_json::from_str::<Value>(filter)? == chosen, "{filter}");
    ensure!(!counted.iter().any(|line| line.to_string().contains("genome\"") && line[2] == "filter"), "{counted:?}");
    ensure!(counted.last().is_some_and(|last| last[3].as_str().is_some_and(|id| shared.to_string().contains(id))), "{counted:?}");

    // The version that serves is said; the count is in the page's own words.
    let said = page.recorded("informed").await?;
    let version = format!("supra-network {}", env!("CARGO_PKG_VERSION"));
    ensure!(said.iter().any(|line| line["text"] == version.as_str()), "{said:?}");
    page.run::<()>("element.clear()", vec![]).await?;
    page.run::<()>(SET, vec![json!([])]).await?;
    page.wait_for_text(STATUS, "52 programmes").await?;

    // With Denmark alone: ours, and that of a partner with an agreement of its own. Our card alone has all of ours.
    page.run::<()>(SET, vec![json!(attributes(with_denmark)?)]).await?;
    widget::wait_for_cards(&page, &[SWEDISH, FRENCH]).await?;
    for card in [SWEDISH, FRENCH] {
        let left = partners_on(&page, card).await?;
        ensure!(left == ["Danish National Genome Center"], "{card}: {left:?}");
    }
    ensure!(page.count("#facet-partner").await? == 0, "the country can be changed");
    page.run::<()>(SET, vec![json!(attributes(alone)?)]).await?;
    widget::wait_for_cards(&page, &[SWEDISH]).await?;
    ensure!(partners_on(&page, SWEDISH).await?.len() > 3, "some of our agreements are gone");
    page.run::<()>("element.setAttribute('partner', 'DK')", vec![]).await?;
    page.wait_until("one agreement is left", "return root.querySelectorAll('[part=agreement]').length === 1", vec![]).await?;
    page.run::<()>(SET, vec![json!([])]).await?;
    page.wait_for_text(STATUS, "52 programmes").await?;

    // A switch of the page takes the widget along; what it scrolls to stands below the page's bar.
    let light = background(&page).await?;
    page.run::<()>("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    let dark = background(&page).await?;
    ensure!(light != dark, "it stays {light}");
    let margin: String = page.run("return getComputedStyle(root.querySelector('[part=title]')).scrollMarginTop", vec![]).await?;
    ensure!(margin == "80px", "cards are scrolled to with {margin} above them");
    page.assert_clean().await?;
    themed_frame(&stage, theme).await
}

/// The frame's page with the line where it is said to stand: the cards have the theme's fonts.
async fn themed_frame(stage: &Stage, line: &str) -> Result<()> {
    let own = fs::read_to_string(dist()?.join("embed.html"))?;
    let (before, after) = own.split_once("supra-network.css").context("no style sheet in embed.html")?;
    let (rest, after) = after.split_once('\n').context("one line")?;
    let themed = format!("{before}supra-network.css{rest}\n{line}{after}");
    let mut fonts = Vec::new();
    for html in [own, themed] {
        let page = stage.open(frames::page(&frames::script("")).file("dist/embed.html", html)).await?;
        frames::enter(&page, "iframe").await?;
        fonts.push(page.run::<String>("return getComputedStyle(root.querySelector('[part=title]')).fontFamily", vec![]).await?);
    }
    ensure!(!fonts[0].contains("Georgia") && fonts[1].contains("Georgia"), "{fonts:?}");
    Ok(())
}
