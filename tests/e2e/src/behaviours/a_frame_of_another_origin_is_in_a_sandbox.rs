//! From another origin the frame is in a sandbox that lets it do what it has to and no more; it works and is followed there, and
//! reads data of its own origin only, whatever its address says.

use anyhow::{Result, ensure};

use super::{
    frames,
    widget::{self, COUNTRY},
};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-downloads";

async fn run(stage: Stage) -> Result<()> {
    let (other, origin) = frames::elsewhere(&stage)?;
    let embed = other.url_on("localhost", "dist/embed.js");
    let ours = stage.site(supranet_dev_server::Scenario::new().file("data.json", widget::SMALL)).url("data.json");
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
