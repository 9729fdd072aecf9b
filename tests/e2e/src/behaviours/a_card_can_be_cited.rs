//! An open card says how to cite it: what it is called, in which list of which day, and where; a button copies it. Data that
//! has not changed for long is said to be so.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, text};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const OLD: &str = r#"{"version": 1, "title": {"en": "A list"}, "license": "CC-BY-4.0", "updated": "2020-03",
    "initiatives": [{"id": "gms", "name": {"en": "GMS"}}]}"#;

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page().attribute("url", "query").attribute("country", "SE")).await?;
    page.click(&widget::inside_card("gms", "> details > summary")).await?;
    page.wait_for_count("#cite-gms", 1).await?;
    let script = "return root.getElementById('cite-gms').value";
    let cited: String = page.run(script, vec![]).await?;
    let begin = "Genomic Medicine Sweden. Every shape once. Data last updated 22 November 2026. ";
    let address = page.run::<String>("return location.origin + location.pathname", vec![]).await?;
    ensure!(cited == format!("{begin}{address}?sn-card=gms&sn-data=2026-11-22"), "{cited}");
    page.find("[part=copy-citation]").await?.focus().await?;
    page.press(&[Key::Enter]).await?;
    page.wait_for_focus("#cite-gms").await?;
    let script = "const one = root.getElementById('cite-gms'); return one.value.slice(one.selectionStart, one.selectionEnd)";
    ensure!(page.run::<String>(script, vec![]).await? == cited, "it is selected, to be copied by hand where the browser does not let us");
    let heard = page.text(".unseen[role=status]").await?;
    ensure!(heard == text("copied")? || heard == text("copy.here")?, "{heard}");
    page.assert_axe_clean("a citation").await?;
    ensure!(!page.text("[part=footer]").await?.contains(text("updated.old")?), "the data is of today");

    let page = widget::open(&stage, widget::page_on(OLD)).await?;
    page.click(&widget::inside_card("gms", "> details > summary")).await?;
    page.wait_for_count("#cite-gms", 1).await?;
    let cited: String = page.run("return root.getElementById('cite-gms').value", vec![]).await?;
    ensure!(cited.starts_with("GMS. A list. Data last updated March 2020. CC-BY-4.0. http"), "{cited}");
    let footer = page.text("[part=footer]").await?;
    ensure!(footer.contains(&format!("Data last updated March 2020 – {}", text("updated.old")?)), "{footer}");
    page.assert_axe_clean("old data").await?;
    page.assert_clean().await
}
