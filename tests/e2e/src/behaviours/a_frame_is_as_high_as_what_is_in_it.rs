//! The frame is always as high as what is in it, whatever a visitor opens, closes or asks, and never scrolls by itself. On the
//! page's own origin it is in no sandbox. Neither the frame nor the page around has anything that axe or the policy minds.

use anyhow::{Result, ensure};

use super::{
    frames,
    widget::{self, COUNTRY},
};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(frames::page(&frames::script("data-heading-level=\"1\""))).await?;
    frames::enter(&page, "iframe").await?;
    widget::wait_for_cards(&page, &ALL).await?;
    let all = frames::wait_until_fitting(&page).await?;
    page.assert_axe_clean("in a frame").await?;

    page.click("[part=agreement] summary").await?;
    page.wait_for_count(OPEN, 1).await?;
    let open = frames::wait_until_fitting(&page).await?;
    ensure!(open > all, "{open} px with an agreement open, {all} px before");
    page.click("[part=agreement] summary").await?;
    page.wait_for_count(OPEN, 0).await?;
    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
    let few = frames::wait_until_fitting(&page).await?;
    ensure!(few < all, "{few} px with three cards, {all} px with nine");
    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::wait_for_cards(&page, &ALL).await?;
    let again = frames::wait_until_fitting(&page).await?;
    ensure!((again - all).abs() < 1.0, "{again} px after all, {all} px before");

    page.leave_frames().await?;
    ensure!(frames::heights(&page).await? == [all.ceil()], "the frame has a height of its own");
    ensure!(frames::each(&page, "sandbox").await? == [None], "a sandbox on the page's own origin is none");
    page.inside("main").assert_axe_clean("around a frame").await?;
    page.assert_nothing_stored().await?;
    page.assert_clean().await
}

const OPEN: &str = "[part=agreement] details[open] > dl";
const ALL: [&str; 9] = ["gms", "dngc", "plan", "zpm", "england", "britain", "body", "inner-body", "alone"];
