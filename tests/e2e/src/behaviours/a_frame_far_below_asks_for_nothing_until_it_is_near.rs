//! A frame far below is not loaded; scrolled near, it is, and the room kept free for it means that nothing on the page moves.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{frames, widget::asked};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let far = "<p>Line.</p>\n".repeat(400);
    let html = format!("{far}{}", frames::script(""));
    // With the room that is kept free where the page does not say.
    let host = HostPage::new().snippet("").policy(&frames::policy("")).before(&html);
    let page = stage.open(host.file("dist/data.json", super::widget::SMALL).file("probe.txt", "probe")).await?;
    let rested = "for (let picture = 0; picture < 3; picture++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        await (await fetch(args[0])).text()";
    page.run_async::<()>(rested, vec![json!("probe.txt")]).await?;
    ensure!(asked(&page, "dist/embed.html") == 0, "the frame is loaded far below");
    let (high, screen): (f64, f64) =
        page.run("return [document.querySelector('iframe').getBoundingClientRect().height, innerHeight]", vec![]).await?;
    ensure!((high - screen).abs() < 2.0, "{high} px are kept free on a screen of {screen} px");

    frames::enter(&page, "iframe").await?;
    page.leave_frames().await?;
    ensure!(asked(&page, "dist/embed.html") == 1);
    page.assert_nothing_shifted().await?;
    page.assert_clean().await
}
