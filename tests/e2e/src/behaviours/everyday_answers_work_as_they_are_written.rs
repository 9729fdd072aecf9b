//! What `docs/embedding/questions.md` tells people to copy is copied onto a page with the shared data, and does what it says.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const QUESTIONS: &str = include_str!("../../../../docs/embedding/questions.md");

/// The snippets of a language that are marked as tested.
fn snippets(language: &str) -> Result<String> {
    let mark = format!("```{language} tested\n");
    let parts = QUESTIONS.split(mark.as_str()).skip(1);
    let all: Vec<&str> = parts.filter_map(|part| part.split_once("```").map(|(snippet, _)| snippet)).collect();
    ensure!(!all.is_empty(), "no snippet in {language}");
    Ok(all.concat())
}

/// The attributes of the element in the one HTML snippet.
fn attributes() -> Result<Vec<(String, String)>> {
    let html = snippets("html")?;
    let inside = html.strip_prefix("<supra-network ").and_then(|rest| rest.strip_suffix("></supra-network>\n"));
    let inside = inside.with_context(|| format!("another snippet: {html}"))?;
    let pairs = inside.split_terminator('"').collect::<Vec<_>>();
    Ok(pairs.chunks(2).filter_map(|pair| Some((pair.first()?.trim().trim_end_matches('=').into(), (*pair.get(1)?).into()))).collect())
}

async fn background(page: &Page) -> Result<String> {
    page.run("return getComputedStyle(root.querySelector('[part=card]')).backgroundColor", vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let mut host = widget::page_on(widget::SHARED).attribute("scheme", "inherit");
    for (name, value) in attributes()? {
        host = host.attribute(&name, &value);
    }
    let head = "<link rel=\"stylesheet\" href=\"answers.css\">\n<script src=\"answers.js\"></script>\n";
    let host = host.file("answers.js", snippets("js")?).file("answers.css", snippets("css")?).head(head);
    let page = widget::open(&stage, host).await?;

    // Only our own partnerships: ours and those of our partners, and nobody can choose others.
    let shared: Value = serde_json::from_str(widget::SHARED)?;
    let mut partners = vec!["genomic-medicine-sweden"];
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

    // Whoever counts is told what is chosen and opened, and not what is typed.
    widget::choose(&page, widget::COUNTRY, "Denmark").await?;
    widget::wait_for_cards(&page, &["danish-national-genome-center"]).await?;
    page.type_into(widget::SEARCH, "genome").await?;
    page.wait_for_text(widget::CHIP_TEXT, "Search: genome").await?;
    page.click(&widget::inside_card("danish-national-genome-center", "summary")).await?;
    page.wait_until("opening is counted", "return window._paq?.at(-1)[2] === 'open'", vec![]).await?;
    let counted: Vec<Value> = page.run("return window._paq", vec![]).await?;
    let chosen = json!({"country": ["DK"], "initiative": ["genomic-medicine-sweden"]});
    let filter = counted.first().and_then(|first| first[3].as_str()).context("nothing is counted")?;
    ensure!(serde_json::from_str::<Value>(filter)? == chosen, "{filter}");
    ensure!(!counted.iter().any(|line| line.to_string().contains("genome\"") && line[2] == "filter"), "{counted:?}");
    ensure!(counted.last().is_some_and(|last| last[3].as_str().is_some_and(|id| shared.to_string().contains(id))), "{counted:?}");

    // The version that serves is said; the count is in the page's own words.
    let said = page.recorded("informed").await?;
    let version = format!("supra-network {}", env!("CARGO_PKG_VERSION"));
    ensure!(said.iter().any(|line| line["text"] == version.as_str()), "{said:?}");
    page.run::<()>("element.clear(); element.removeAttribute('initiative'); element.removeAttribute('lock')", vec![]).await?;
    page.wait_for_text(STATUS, "52 programmes").await?;

    // A switch of the page takes the widget along; what it scrolls to stands below the page's bar.
    let light = background(&page).await?;
    page.run::<()>("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    let dark = background(&page).await?;
    ensure!(light != dark, "it stays {light}");
    let margin: String = page.run("return getComputedStyle(root.querySelector('[part=title]')).scrollMarginTop", vec![]).await?;
    ensure!(margin == "80px", "cards are scrolled to with {margin} above them");
    page.assert_clean().await
}
