//! A file of the site that was not announced, an address outside it, and another origin are all found.

use anyhow::Result;
use serde_json::json;
use supranet_dev_server::Server;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FILES: [&str; 2] = ["dist/supranet.js", "dist/supra-network.css"];
const ASK: &str = "await fetch(args[0], {mode: 'no-cors'})";

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page().file("other.json", "{}")).await?;
    page.assert_only_requested(&FILES).await?;
    page.run_async::<()>(ASK, vec![json!("other.json")]).await?;
    must_object(page.assert_only_requested(&FILES).await, "other.json")?;

    let page = stage.open(stand_in::page()).await?;
    page.run_async::<()>(ASK, vec![json!("/outside")]).await?;
    must_object(page.assert_only_requested(&FILES).await, "/outside")?;

    let page = stage.open(stand_in::page().without_policy()).await?;
    let same_server = page.site().url_on("localhost", "dist/supra-network.css");
    page.run_async::<()>(ASK, vec![json!(same_server)]).await?;
    must_object(page.assert_only_requested(&FILES).await, "//localhost/dist/supra-network.css")?;

    let page = stage.open(stand_in::page().without_policy()).await?;
    let other = Server::start().await?;
    page.run_async::<()>(ASK, vec![json!(other.url("elsewhere"))]).await?;
    // The browser lists a request only when its whole answer has arrived.
    let listed = "return performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/elsewhere'))";
    page.wait_until("the browser lists the request", listed, vec![]).await?;
    must_object(page.assert_only_requested(&FILES).await, "/elsewhere")
}
