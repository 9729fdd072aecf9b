//! A policy without wasm, or that keeps the data's address out: a code of its own each, and no error in the page.

use anyhow::{Context, Result};
use supranet_dev_server::Scenario;

use super::widget;
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

const REST: &str = "default-src 'none'; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

async fn run(stage: Stage) -> Result<()> {
    let policy = format!("{REST}; script-src 'self'; connect-src 'self'");
    let page = stage.open(widget::page().policy(&policy)).await?;
    widget::assert_failed(&page, "SN101").await.context("no wasm")?;
    page.assert_axe_clean("blocked").await?;

    // Another origin, which would consent; the usual policy does not.
    let elsewhere = stage.site(Scenario::new().file("data.json", widget::SMALL));
    let address = elsewhere.url_on("localhost", "data.json");
    let page = stage.open(HostPage::new().attribute("src", &address).slot(widget::FALLBACK)).await?;
    widget::assert_failed(&page, "SN208").await.context("another origin")?;

    // The site itself, for a page that may ask nobody: the code's own files do not come either.
    let policy = format!("{REST}; script-src 'self' 'wasm-unsafe-eval'");
    let page = stage.open(widget::page().policy(&policy)).await?;
    page.find(widget::RETRY).await?;
    let told = widget::events(&page, "supra-error").await?;
    let code = told.first().and_then(|event| event["detail"]["code"].as_str()).unwrap_or_default();
    anyhow::ensure!(["SN103", "SN208"].contains(&code), "{told:?}");
    page.assert_no_error().await
}
