//! The module under another media type or from another address is the module all the same; a part of it, or none, is a code
//! (SN103, SN104), the slot, and no error in the page. Most of what can befall a file stands in
//! `code_that_is_missing_or_changed_is_said`.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::{Fault, Scenario};

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, dist},
};

behaviour!(run);

const WASM: &str = "dist/supranet.wasm";

/// From memory, so that no part of it is compressed.
fn host() -> Result<HostPage> {
    let body = std::fs::read(dist()?.join("supranet.wasm"))?;
    Ok(widget::page().file(WASM, body.clone()).file("moved.wasm", body))
}

async fn run(stage: Stage) -> Result<()> {
    for fault in [
        Fault::WrongMime("text/html".into()),
        Fault::WrongMime("application/octet-stream".into()),
        Fault::Redirect("../moved.wasm".into()),
    ] {
        let name = format!("{fault:?}");
        let page = stage.open(host()?.fault(WASM, fault)).await?;
        page.wait_for_count(CARD, 9).await.context(name.clone())?;
        ensure!(widget::events(&page, "supra-error").await?.is_empty(), "{name}: the page is told of an error");
        ensure!(page.recorded("console").await?.is_empty(), "{name}: something is said");
        page.assert_clean().await.context(name)?;
    }
    for (fault, code) in [(Fault::Truncate(5000), "SN104"), (Fault::Status(403, None), "SN103")] {
        let name = format!("{fault:?}");
        let page = stage.open(host()?.fault(WASM, fault)).await?;
        widget::assert_failed(&page, code).await.context(name.clone())?;
        page.assert_clean().await.context(name)?;
    }
    to_another_origin(&stage).await
}

/// A redirect leads where the policy does not; without a policy it is followed, and the pin tells that it is the same file.
async fn to_another_origin(stage: &Stage) -> Result<()> {
    let elsewhere = stage.site(Scenario::new().folder("dist", dist()?));
    let fault = || Fault::Redirect(elsewhere.url_on("localhost", WASM));
    let page = stage.open(host()?.fault(WASM, fault())).await?;
    widget::assert_failed(&page, "SN103").await.context("to another origin, under the policy")?;

    let page = stage.open(host()?.fault(WASM, fault()).without_policy()).await?;
    page.wait_for_count(CARD, 9).await.context("to another origin, without a policy")?;
    page.assert_clean().await
}
