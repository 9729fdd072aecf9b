//! Data from another origin is shown when that origin consents (CORS), and is SN202 when it does not.

use anyhow::Result;
use supranet_dev_server::{Fault, Scenario};

use super::widget;
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let elsewhere = stage.site(Scenario::new().file("data.json", widget::SMALL).fault("data.json", Fault::NoCors));
    let address = elsewhere.url_on("localhost", "data.json");
    let origin = address.split("/s/").next().unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' {origin}; img-src 'self'; style-src 'self'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let host = HostPage::new().attribute("src", &address).slot(widget::FALLBACK).policy(&policy);
    let page = stage.open(host).await?;
    widget::assert_failed(&page, "SN202").await?;

    elsewhere.clear_fault("data.json");
    page.click(widget::RETRY).await?;
    page.wait_for_count(widget::CARD, 9).await?;
    let cookies = elsewhere.requests().iter().any(|request| request.header("cookie").is_some());
    anyhow::ensure!(!cookies, "cookies are sent");
    page.assert_clean().await
}
