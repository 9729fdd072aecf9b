//! A file of the site fails, hangs, breaks off and is good again, while the page stays open; one that blocks loading is no obstacle.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;

use super::stand_in;
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const ASK: &str = "const start = performance.now(); try {
        const stop = new AbortController(), timer = setTimeout(() => stop.abort(), args[1]);
        const response = await fetch(args[0], {signal: stop.signal, cache: 'no-store'});
        const text = await response.text();
        clearTimeout(timer);
        return `${response.status} ${text.length}`;
    } catch (error) { return `${error.name}: ${error.message} after ${Math.round(performance.now() - start)} ms`; }";

async fn ask(page: &Page, limit: Duration) -> Result<String> {
    page.run_async(ASK, vec![json!("data.json"), json!(limit.as_millis() as u64)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let data = "[1, 2, 3]".repeat(1000);
    let long = Duration::from_secs(20);
    let page = stage.open(stand_in::page().file("data.json", data)).await?;
    ensure!(ask(&page, long).await? == "200 9000");

    page.site().set_fault("data.json", Fault::StatusThenOk { status: 503, times: 1 });
    ensure!(ask(&page, long).await?.starts_with("503 "));
    ensure!(ask(&page, long).await? == "200 9000");

    for fault in [Fault::Hang, Fault::Stall(100)] {
        page.site().set_fault("data.json", fault.clone());
        let answer = ask(&page, Duration::from_millis(300)).await?;
        ensure!(answer.starts_with("AbortError:"), "{fault:?}: {answer}");
    }
    page.site().set_fault("data.json", Fault::ResetMidBody(4000));
    let answer = ask(&page, long).await?;
    // Firefox calls this, too, an AbortError.
    ensure!(answer.contains("Error:"), "reset: {answer}");
    page.site().set_fault("data.json", Fault::Truncate(4000));
    ensure!(ask(&page, long).await? == "200 4000");

    page.site().clear_fault("data.json");
    ensure!(ask(&page, long).await? == "200 9000");
    page.assert_clean().await?;

    let blocked = stand_in::page().fault("dist/supranet.js", Fault::Hang).slot("<p>Text</p>").before_it_has_loaded();
    let page = stage.open(blocked).await?;
    ensure!(page.run::<bool>("return root === null", vec![]).await?, "the element cannot be defined yet");
    Ok(())
}
