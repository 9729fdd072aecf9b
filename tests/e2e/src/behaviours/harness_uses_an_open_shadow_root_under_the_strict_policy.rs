//! Finding, clicking, typing, keys, focus, roles and names work inside the shadow root, and the strict policy has no objection.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::stand_in;
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page().attribute("words", "one two three")).await?;
    page.wait_for_count("li", 3).await?;

    ensure!(page.role("#field").await? == "textbox");
    ensure!(page.name("#field").await? == "Word");
    ensure!(page.role("#clear").await? == "button");
    ensure!(page.name("#clear").await? == "Clear");

    page.type_into("#field", "t").await?;
    page.wait_for_text("[role=status]", "2 of 3").await?;
    ensure!(page.text("li").await? == "two");
    page.wait_for_focus("#field").await?;

    page.press(&[Key::Tab]).await?;
    page.wait_for_focus("#clear").await?;
    page.press_with(Key::Shift, Key::Tab).await?;
    page.wait_for_focus("#field").await?;
    page.press(&[Key::End]).await?;
    page.type_text("h").await?;
    page.wait_for_count("li", 1).await?;
    page.press(&[Key::Escape]).await?;
    page.wait_for_count("li", 3).await?;

    page.type_text("o").await?;
    page.wait_for_count("li", 1).await?;
    page.click("#clear").await?;
    page.wait_for_text("[role=status]", "3 of 3").await?;
    ensure!(page.focused().await?.is_some(), "the focus is inside");
    page.run::<()>("root.activeElement.blur()", vec![]).await?;
    ensure!(page.focused().await?.is_none(), "the focus is outside");

    page.assert_clean().await?;
    page.assert_only_requested(&["dist/supranet.js", "dist/supra-network.css"]).await?;
    page.assert_nothing_stored().await?;
    page.assert_nothing_shifted().await
}
