//! What is found is saved as a table, as a dataset that shows the same cards again, and as references; scripts get the same
//! texts without a download.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use supranet_dev_server::Fault;

use super::widget::{self, CARD, NOTICE, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const EXPORT: &str = "[part=export]";
const WRITER: &str = "dist/supranet-export.wasm";
/// Notes what would be saved, in place of a download.
const NOTE: &str = "window.saved = []; URL.createObjectURL = (blob) => { saved.push({blob}); return 'blob:noted' };
    HTMLAnchorElement.prototype.click = function () { Object.assign(saved.at(-1), {name: this.download, href: this.href}) }";

async fn export(page: &Page, format: &str) -> Result<Option<String>> {
    page.run_async("return (await element.export(args[0])) ?? null", vec![json!(format)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(
        &stage,
        widget::page().attribute("country", "DK").file("note.js", NOTE).head("<script src=\"note.js\"></script>\n"),
    )
    .await?;
    widget::wait_for_cards(&page, &["dngc", "body", "inner-body"]).await?;
    ensure!(widget::asked(&page, WRITER) == 0, "what few visitors want is loaded with the rest");
    for (at, (name, kind)) in
        [("CSV", "text/csv;charset=utf-8"), ("JSON", "application/json"), ("RIS", "application/x-research-info-systems")]
            .into_iter()
            .enumerate()
    {
        widget::button(&page, ".share", &format!("Save as {name}")).await?.click().await?;
        page.wait_until("it is saved", "return window.saved[args[0]]?.name !== undefined", vec![json!(at)]).await?;
        let script = "const {blob, name, href} = window.saved[args[0]]; return {name, href, kind: blob.type, text: await blob.text()}";
        let saved: Value = page.run_async(script, vec![json!(at)]).await?;
        let format = name.to_lowercase();
        let wanted = json!({"name": format!("small.{format}"), "href": "blob:noted", "kind": kind});
        for key in ["name", "href", "kind"] {
            ensure!(saved[key] == wanted[key], "{key} is {}", saved[key]);
        }
        // A byte order mark is not part of the text that `text()` gives.
        let text = export(&page, &format).await?.context("no text")?;
        ensure!(saved["text"].as_str() == Some(text.trim_start_matches('\u{feff}')), "{format}: another text than scripts get");
    }
    let table = export(&page, "csv").await?.unwrap_or_default();
    ensure!(table.starts_with("\u{feff}\"initiative_id\",\"initiative\","), "{table}");
    ensure!(table.contains("\"dngc\"") && !table.contains("\"zpm\""), "{table}");
    let references = export(&page, "ris").await?.unwrap_or_default();
    ensure!(references.contains("TI  - Memorandum of understanding: "), "{references}");

    // The dataset is one: the same cards, in another element of the same page.
    let script = "const other = document.createElement('supra-network'); other.setAttribute('loading', 'eager');
        other.data = await element.export('json'); document.body.append(other);
        const {ok, code} = await other.ready;
        const issues = await new Promise((done) => { other.addEventListener('supra-load', (event) => done(event.detail.issues)); other.data = other.data });
        return {ok, code, issues, ids: other.results.ids, same: JSON.stringify(other.results.ids) === JSON.stringify(element.results.ids)}";
    let again: Value = page.run_async(script, vec![]).await?;
    ensure!(again["ok"] == true && again["issues"] == 0 && again["same"] == true, "{again}");

    ensure!(export(&page, "pdf").await?.is_none(), "there is no such format");
    ensure!(widget::console(&page, "SN301").await?.len() == 1, "the page author is told");
    page.assert_axe_clean("what can be saved").await?;

    // Of nothing there is nothing to save, and a page can leave it out.
    page.run::<()>("element.filters = {q: 'nothing of this name'}", vec![]).await?;
    page.wait_for_text(STATUS, "0 of 9 initiatives").await?;
    page.wait_until("no button is seen", &format!("return ![...root.querySelectorAll('{EXPORT}')].some((one) => one.checkVisibility())"), vec![])
        .await?;
    page.run::<()>("element.setAttribute('hide', 'export'); element.filters = {}", vec![]).await?;
    page.wait_for_count(EXPORT, 0).await?;
    ensure!(widget::asked(&page, WRITER) == 1, "it is loaded once");
    page.assert_clean().await?;

    // What writes files may be missing, or be another file: that is said, and the list stays.
    for (host, code) in [
        (widget::page().fault(WRITER, Fault::Status(404, None)), "SN103"),
        (widget::page().file(WRITER, "another file"), "SN104"),
    ] {
        let page = widget::open(&stage, host).await?;
        widget::button(&page, ".share", "Save as CSV").await?.click().await?;
        page.wait_for_text(NOTICE, widget::text("unsaved")?).await?;
        ensure!(export(&page, "csv").await?.is_none(), "{code}");
        ensure!(widget::events(&page, "supra-error").await?.iter().all(|told| told["detail"]["code"] == code), "{code}");
        page.wait_for_count(CARD, 9).await?;
        page.assert_axe_clean("no file").await?;
        if code == "SN103" {
            page.site().clear_fault(WRITER);
            ensure!(export(&page, "csv").await?.is_some(), "it is asked for again");
            ensure!(page.text(NOTICE).await?.is_empty(), "what failed stands there although it works");
        }
        page.assert_clean().await?;
    }
    Ok(())
}
