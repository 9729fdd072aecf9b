//! The element inside a frame can be used, and the page around it again afterwards.

use anyhow::{Result, ensure};

use super::stand_in;
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FRAME: &str = "<!doctype html>\n<html lang=\"en\"><title>Framed</title>\n\
                     <script type=\"module\" src=\"dist/supranet.js\"></script>\n<supra-network words=\"x y z\"></supra-network></html>\n";

async fn run(stage: Stage) -> Result<()> {
    let host = stand_in::page()
        .attribute("words", "one")
        .policy("script-src 'self'; connect-src 'self'; frame-src 'self'")
        .file("frame.html", FRAME)
        .after("<iframe src=\"frame.html\" title=\"Framed\" width=\"600\" height=\"300\"></iframe>\n");
    let page = stage.open(host).await?;
    page.enter_frame("iframe").await?;
    page.wait_for_count("li", 3).await?;
    page.type_into("#field", "y").await?;
    page.wait_for_text("[role=status]", "1 of 3").await?;
    page.leave_frames().await?;
    ensure!(page.text("[role=status]").await? == "1 of 1");
    page.assert_clean().await
}
