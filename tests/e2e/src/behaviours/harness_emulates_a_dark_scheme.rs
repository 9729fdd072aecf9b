//! The visitor's preference can be switched while the page is open, and back.

use anyhow::{Result, ensure};
use serde_json::json;

use super::stand_in;
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run, not in WebKit: "WebKitGTK takes its scheme from the desktop when it starts");

async fn background(page: &Page) -> Result<String> {
    page.run("return getComputedStyle(element).backgroundColor", vec![]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page()).await?;
    page.find("#field").await?;
    page.prefer_dark(true).await?;
    page.wait_until("it is dark", "return getComputedStyle(element).backgroundColor === args[0]", vec![json!("rgb(17, 17, 17)")]).await?;
    page.assert_axe_clean("dark").await?;
    page.prefer_dark(false).await?;
    ensure!(background(&page).await? == "rgb(255, 255, 255)");
    Ok(())
}
