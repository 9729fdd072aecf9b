//! From another origin the frame is in a sandbox that lets it do what it has to and no more; it works and is followed there,
//! opens links beside the page in windows as free as others, and reads data of its own origin only, whatever its address says.

use anyhow::{Context, Result, ensure};
use supranet_dev_server::Scenario;

use super::{
    frames,
    widget::{self, COUNTRY},
};
use crate::{
    harness::{PATIENCE, Stage, behaviour, eventually},
    page::Page,
};

behaviour!(run);

const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

async fn run(stage: Stage) -> Result<()> {
    // Browsers show no such page in a sandbox.
    let leaf = Scenario::new().file("leaf.html", "<!doctype html>\n<title>A source</title>\n");
    let leaf = stage.site(leaf.html_header("Cross-Origin-Opener-Policy", "same-origin")?);
    let data = widget::SMALL.replace("https://example.org/gms", &leaf.url("leaf.html"));
    let (other, origin) = frames::elsewhere(&stage, &data)?;
    let embed = other.url_on("localhost", "dist/embed.js");
    let ours = stage.site(Scenario::new().file("data.json", widget::SMALL)).url("data.json");
    let html = format!(
        "<script src=\"{embed}\" data-src=\"data.json\" data-title=\"First\"></script>\n\
         <script src=\"{embed}\" data-src=\"{ours}\" data-title=\"Second\"></script>\n"
    );
    let page = stage.open(frames::page_from(&origin, &html)).await?;
    let sandboxes = frames::each(&page, "sandbox").await?;
    ensure!(sandboxes == [Some(SANDBOX.to_owned()), Some(SANDBOX.to_owned())], "{sandboxes:?}");
    frames::enter(&page, "iframe").await?;
    let all = frames::wait_until_fitting(&page).await?;
    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    let few = frames::wait_until_fitting(&page).await?;
    ensure!(few < all, "{few} px with three cards, {all} px with all");
    page.click(&format!("{} a", widget::title("gms"))).await?;
    opened_beside(&page).await?;
    page.leave_frames().await?;
    ensure!(frames::heights(&page).await?.first() == Some(&few.ceil()), "the page around does not follow");

    page.run::<()>("document.querySelector('iframe[title=Second]').scrollIntoView()", vec![]).await?;
    page.enter_frame("iframe[title=Second]").await?;
    page.find(widget::RETRY).await?;
    let notice = page.text(widget::NOTICE).await?;
    ensure!(notice.contains("(SN208)"), "data of another origin: {notice}");
    page.leave_frames().await?;
    page.assert_clean().await
}

/// Waits until a link has led to a window of its own, and shows what it leads to; closes that.
async fn opened_beside(page: &Page) -> Result<()> {
    let here = page.browser().window().await?;
    let beside = eventually("a link opens a window", PATIENCE, async || {
        let all = page.browser().windows().await?;
        Ok(all.into_iter().find(|one| *one != here))
    })
    .await?;
    page.browser().switch_to_window(beside).await?;
    eventually("the window shows the source", PATIENCE, async || {
        Ok((page.browser().title().await? == "A source").then_some(()))
    })
    .await?;
    page.browser().close_window().await?;
    page.browser().switch_to_window(here).await.context("going back to the page")
}
