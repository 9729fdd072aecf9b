//! Head, text before and after, a second element, another snippet, policy and address all arrive in the browser.

use anyhow::{Result, ensure};

use super::stand_in;
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let host = stand_in::page()
        .attribute("words", "a\"b")
        .head("<meta name=\"generator\" content=\"a CMS\">\n")
        .before("<p id=\"before\">Before.</p>\n")
        .slot("<p id=\"slotted\">Until then.</p>")
        .after("<supra-network id=\"second\" words=\"x y\"></supra-network>\n")
        .snippet("<script type=\"module\" src=\"dist/supranet.js\"></script>\n")
        .policy("script-src 'self'; connect-src 'self'")
        .address("?foreign=kept#anchor")
        .scenario(|scenario| scenario.file("more.txt", "more"));
    let page = stage.open(host).await?;
    page.find("li").await?;
    ensure!(page.count("li").await? == 1, "the attribute is not split");
    ensure!(page.text("li").await? == "a\"b");
    ensure!(page.inside("#second").count("li").await? == 2);
    let light = "return ['meta[name=generator]', '#before', 'supra-network > #slotted', '#after'].every(one => document.querySelector(one))";
    ensure!(page.run::<bool>(light, vec![]).await?, "something is missing in the page");
    ensure!(page.run::<String>("return location.search + location.hash", vec![]).await? == "?foreign=kept#anchor");
    page.assert_clean().await?;
    page.assert_only_requested(&["dist/supranet.js"]).await?;

    let file = page.screenshot("host-page").await?;
    let picture = tokio::fs::read(&file).await?;
    ensure!(picture.starts_with(b"\x89PNG"), "the picture is not a PNG file");
    tokio::fs::remove_file(file).await?;
    Ok(())
}
