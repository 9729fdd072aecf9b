//! A file of the release that is not there, does not arrive, is another, or has been changed by a byte: SN103 or SN104, in the visitor's words.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::Fault;

use super::widget;
use crate::harness::{Engine, Stage, behaviour};

behaviour!(run);

const GLUE: &str = "dist/supranet-glue.js";
const WASM: &str = "dist/supranet.wasm";
const PACK: &str = "dist/lang/en.json";
/// What is said where the words themselves are missing.
const WITHOUT_WORDS: &str = "This list cannot be shown right now.";

fn table() -> [(&'static str, Fault, &'static str); 10] {
    let gone = || Fault::Status(404, None);
    [
        (WASM, gone(), "SN103"),
        (GLUE, gone(), "SN103"),
        (PACK, gone(), "SN103"),
        (WASM, Fault::HtmlInstead, "SN103"),
        (GLUE, Fault::HtmlInstead, "SN103"),
        (PACK, Fault::HtmlInstead, "SN103"),
        (WASM, Fault::ResetMidBody(5000), "SN103"),
        (WASM, Fault::Corrupt(5000), "SN104"),
        // The first letter of a script: what remains is none.
        (GLUE, Fault::Corrupt(0), "SN104"),
        (PACK, Fault::Corrupt(30), "SN104"),
    ]
}

async fn run(stage: Stage) -> Result<()> {
    for (file, fault, code) in table() {
        let name = format!("{file} {fault:?}");
        let page = stage.open(uncompressed(file, fault)?).await?;
        let sentence = if file == PACK { WITHOUT_WORDS } else { widget::text(code)? };
        widget::assert_failed_saying(&page, code, sentence).await.context(name.clone())?;
        let told = widget::events(&page, "supra-error").await?;
        let url = told.first().and_then(|event| event["detail"]["url"].as_str()).unwrap_or_default();
        ensure!(url.starts_with(&page.site().url(file)), "{name}: {url}");
        widget::assert_retry_works(&page, file).await.context(name.clone())?;
        page.assert_clean().await.context(name)?;
    }
    changed_glue_that_would_run(&stage).await
}

/// Files in memory are never compressed, so that a changed byte is a byte of the file itself.
fn uncompressed(file: &str, fault: Fault) -> Result<crate::page::HostPage> {
    let body = std::fs::read(crate::page::dist()?.join(file.trim_start_matches("dist/")))?;
    Ok(widget::page().file(file, body).fault(file, fault))
}

/// The browser compares the hash of the preload; WebKit ignores it there, and runs what it gets.
async fn changed_glue_that_would_run(stage: &Stage) -> Result<()> {
    let mut glue = std::fs::read_to_string(crate::page::dist()?.join("supranet-glue.js"))?;
    glue.push_str("\nwindow.__changed = true;\n");
    let page = stage.open(widget::page().file(GLUE, glue)).await?;
    if stage.engine == Engine::WebKit {
        page.find(widget::CARD).await?;
        return page.assert_clean().await;
    }
    widget::assert_failed(&page, "SN104").await.context("a line more in the glue")?;
    let ran = page.run::<bool>("return !!window.__changed", vec![]).await?;
    ensure!(!ran, "the changed glue ran");
    page.assert_clean().await
}
