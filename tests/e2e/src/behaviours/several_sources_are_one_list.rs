//! Two institutions' own files are one list: references cross, what both state is confirmed, and one that cannot be had or
//! read is named while the rest is shown.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;

use super::widget::{self, CARD, NOTICE};
use crate::harness::{Stage, behaviour};
use crate::page::HostPage;

behaviour!(run);

const FIRST: &str = r#"{"version": 1, "id": "first", "publisher": "a", "updated": "2026-01-01", "initiatives": [
    {"id": "a", "name": {"en": "Alpha"}, "country": "SE", "memberOf": ["body"]}],
    "agreements": [{"id": "x", "ends": ["a", "b"], "kind": "mou", "signed": "2022"}]}"#;
const SECOND: &str = r#"{"version": 1, "id": "second", "publisher": "b", "initiatives": [
    {"id": "b", "name": {"en": "Beta", "sv": "Beta på svenska"}, "country": "DK"},
    {"id": "body", "name": {"en": "Body"}, "scope": "multilateral"},
    {"id": "a", "name": {"en": "Alpha"}, "country": "NO"}],
    "agreements": [{"id": "x", "ends": ["a", "b"], "kind": "mou", "place": "Lund"}]}"#;

fn page() -> HostPage {
    HostPage::new()
        .file("first.json", FIRST)
        .file("second.json", SECOND)
        .file("page.json", "<h1>No</h1>")
        .slot(widget::FALLBACK)
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, page().attribute("src", "first.json second.json")).await?;
    page.wait_for_count(CARD, 3).await?;
    let told = widget::events(&page, "supra-load").await?;
    ensure!(told[0]["detail"] == json!({"initiatives": 3, "agreements": 1, "issues": 1, "updated": "2026-01-01"}), "{told:?}");
    page.click(&widget::inside_card("a", "[part=agreement] summary")).await?;
    page.wait_for_count(&widget::inside_card("a", "[part=agreement] dl"), 1).await?;
    let details = page.text(&widget::inside_card("a", "[part=agreement] dl")).await?;
    ensure!(details.contains(widget::text("confirmed")?) && details.contains("Lund"), "{details}");
    ensure!(!page.text("[part=footer]").await?.contains(widget::text("partly")?), "nothing is left out");
    ensure!(page.text(NOTICE).await?.is_empty());
    page.assert_axe_clean("two files").await?;
    page.assert_clean().await?;

    for (src, fault, code) in [
        ("first.json gone.json", Some(("gone.json", Fault::Status(404, None))), "SN201"),
        ("page.json first.json", None, "SN204"),
        ("first.json https://[", None, "SN201"),
    ] {
        // Eager: it begins before it has all of its attributes, and then again.
        let mut host = self::page().attribute("loading", "eager").attribute("src", src);
        if let Some((file, fault)) = fault {
            host = host.fault(file, fault);
        }
        let page = widget::open(&stage, host).await?;
        page.wait_for_count(CARD, 1).await?;
        let said = page.text(NOTICE).await?;
        ensure!(said.starts_with(widget::text("lost")?) && said.matches("://").count() == 1, "{src}: {said}");
        let told = widget::events(&page, "supra-error").await?;
        ensure!(told.len() == 1 && told[0]["detail"]["code"] == code, "{src}: {told:?}");
        if let Some((file, _)) = src.split_once(' ').filter(|(file, _)| *file == "page.json") {
            ensure!(said.contains(file), "{said}");
        }
        ensure!(widget::events(&page, "supra-load").await?.len() == 1, "{src}");
        page.assert_axe_clean("one of two files").await?;
        page.assert_clean().await?;
    }

    let host = self::page().attribute("src", "gone.json page.json").fault("gone.json", Fault::Status(404, None));
    let page = stage.open(host).await?;
    widget::assert_failed(&page, "SN204").await?;
    page.assert_clean().await
}
