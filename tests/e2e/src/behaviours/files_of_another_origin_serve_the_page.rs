//! The script and all that it asks for may lie on another origin, such as that of a CDN, pinned, and the script's address may
//! have a query: as a module and as the classic script.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::Scenario;

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, dist},
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let pins = std::fs::read_to_string(dist()?.join("integrity.json"))?;
    let pins: serde_json::Value = serde_json::from_str(&pins)?;
    for (name, kind) in [("supranet.js", "type=\"module\""), ("supranet.classic.js", "defer")] {
        let elsewhere = stage.site(Scenario::new().folder("dist", dist()?));
        let address = elsewhere.url_on("localhost", "dist/");
        let origin = address.split("/s/").next().unwrap_or_default();
        let pin = pins[name].as_str().context("the script is not pinned")?;
        let snippet = format!(
            "<link rel=\"stylesheet\" href=\"{address}supra-network.css\">\n\
             <script {kind} src=\"{address}{name}?v=3\" integrity=\"{pin}\" crossorigin></script>\n"
        );
        let policy = format!(
            "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src {origin}; \
             style-src {origin}; require-trusted-types-for 'script'; trusted-types 'none'"
        );
        let page = widget::open(&stage, HostPage::new().snippet(&snippet).policy(&policy)).await?;
        page.wait_for_count(CARD, 24).await?;
        let table: String = page.run_async("return await element.export('csv')", vec![]).await?;
        ensure!(table.lines().count() > 24, "{name}: a table of {} lines", table.lines().count());
        page.assert_only_requested(&[]).await?;
        page.assert_no_error().await?;
        let cookies = elsewhere.requests().iter().any(|request| request.header("cookie").is_some());
        ensure!(!cookies, "cookies are sent");
    }
    Ok(())
}
