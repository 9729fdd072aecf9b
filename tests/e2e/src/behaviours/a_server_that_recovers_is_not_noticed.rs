//! Answers of 503 and 429 are waited out; a wasm file under a wrong media type runs all the same.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::Fault;

use super::widget::{self, RETRY};
use crate::harness::{Stage, behaviour};

behaviour!(run);

fn table() -> [(&'static str, Fault); 6] {
    [
        ("data.json", Fault::StatusThenOk { status: 503, times: 2 }),
        ("data.json", Fault::StatusThenOk { status: 429, times: 1 }),
        ("dist/lang/en.json", Fault::StatusThenOk { status: 503, times: 1 }),
        ("dist/supranet.wasm", Fault::StatusThenOk { status: 503, times: 2 }),
        ("dist/supranet-glue.js", Fault::StatusThenOk { status: 503, times: 1 }),
        ("dist/supranet.wasm", Fault::WrongMime("text/plain".into())),
    ]
}

async fn run(stage: Stage) -> Result<()> {
    for (file, fault) in table() {
        let name = format!("{file} {fault:?}");
        let page = widget::open(&stage, widget::page().fault(file, fault)).await.context(name.clone())?;
        ensure!(page.count(RETRY).await? == 0, "{name}");
        ensure!(widget::events(&page, "supra-error").await?.is_empty(), "{name}");
        page.assert_clean().await.context(name)?;
    }
    Ok(())
}
