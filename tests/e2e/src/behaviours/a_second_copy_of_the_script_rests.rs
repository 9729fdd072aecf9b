//! A script that is on the page twice, also from another path, says nothing; another version says once that it rests (SN105).

use anyhow::{Result, ensure};

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::dist,
};

behaviour!(run);

const STYLE: &str = "<link rel=\"stylesheet\" href=\"dist/supra-network.css\">\n";

fn scripts(paths: &[&str]) -> String {
    let tag = |path: &&str| format!("<script type=\"module\" src=\"{path}\"></script>\n");
    std::iter::once(STYLE.to_owned()).chain(paths.iter().map(tag)).collect()
}

async fn run(stage: Stage) -> Result<()> {
    let entry = std::fs::read_to_string(dist()?.join("supranet.js"))?;
    let other = entry.replace(env!("CARGO_PKG_VERSION"), "9.8.7");
    ensure!(entry != other, "the entry does not say its version");

    let paths = ["dist/supranet.js", "dist/supranet.js", "copy/supranet.js"];
    let folder = dist()?;
    let host = widget::page().snippet(&scripts(&paths)).scenario(|all| all.folder("copy", folder));
    let page = widget::open(&stage, host).await?;
    ensure!(widget::asked(&page, "dist/supranet.js") == 1 && widget::asked(&page, "copy/supranet.js") == 1);
    ensure!(widget::asked(&page, "copy/supranet.wasm") == 0, "the copy is not at rest");
    let said = page.recorded("console").await?;
    ensure!(said.is_empty(), "{said:?}");
    page.assert_clean().await?;

    let paths = ["dist/supranet.js", "other/supranet.js", "other/supranet.js"];
    let host = widget::page().snippet(&scripts(&paths)).file("other/supranet.js", other);
    let page = widget::open(&stage, host.after("<supra-network id=\"second\" src=\"data.json\" loading=\"eager\"></supra-network>\n")).await?;
    page.inside("#second").wait_for_count(CARD, 9).await?;
    let said = page.recorded("console").await?;
    ensure!(said.len() == 1 && said[0]["level"] == "warn", "{said:?}");
    let text = said[0]["text"].as_str().unwrap_or_default();
    ensure!(text.contains("SN105") && text.contains("9.8.7") && text.contains(env!("CARGO_PKG_VERSION")), "{text}");
    ensure!(widget::events(&page, "supra-error").await?.is_empty());
    page.assert_clean().await
}
