//! Glue, wasm, words and data are all on their way before any of them has been answered: two round trips, not five.

use std::time::Duration;

use anyhow::{Result, ensure};
use supranet_dev_server::Fault;

use super::widget;
use crate::harness::{PATIENCE, Stage, behaviour, eventually};

behaviour!(run);

const ALL: [&str; 4] = ["dist/supranet-glue.js", "dist/supranet.wasm", "dist/lang/en.json", "data.json"];

async fn run(stage: Stage) -> Result<()> {
    let mut host = widget::page().before_it_has_loaded();
    for file in ALL {
        host = host.fault(file, Fault::Hang);
    }
    let page = stage.open(host).await?;
    eventually("all four are asked for", PATIENCE, async || {
        let requests = page.site().requests();
        let asked = |file: &&str| requests.iter().any(|request| request.file() == *file);
        Ok(ALL.iter().all(asked).then_some(()))
    })
    .await?;
    for request in page.site().requests() {
        ensure!(!ALL.contains(&request.file()) || request.status.is_none(), "this one was answered: {request}");
    }

    // The same with answers that come late, each once: what arrives is what is shown.
    let mut host = widget::page();
    for file in ALL {
        host = host.fault(file, Fault::Delay(Duration::from_millis(150)));
    }
    let page = widget::open(&stage, host).await?;
    for file in ALL {
        ensure!(widget::asked(&page, file) == 1, "{file} was asked for {} times", widget::asked(&page, file));
    }
    page.assert_clean().await
}
