//! By the `scheme` attribute, or by the visitor's preference where the page leaves it to them: dark, and axe content in each state.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;

use super::widget::{self, CARD, COUNTRY, EMPTY, SEARCH, STATUS};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

async fn background(page: &Page) -> Result<String> {
    page.run("return getComputedStyle(root.querySelector(args[0])).backgroundColor", vec![json!(CARD)]).await
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    let light = background(&page).await?;

    let page = widget::open(&stage, widget::page().attribute("scheme", "dark")).await?;
    let dark = background(&page).await?;
    ensure!(dark != light, "dark is {dark} too");
    page.assert_axe_clean("dark").await?;
    widget::choose(&page, COUNTRY, "Sweden").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    page.run::<()>("for (const one of root.querySelectorAll('details')) one.open = true", vec![]).await?;
    page.assert_axe_clean("dark, filtered, details open").await?;
    page.type_into(SEARCH, "zzzz").await?;
    page.find(EMPTY).await?;
    page.assert_axe_clean("dark, empty").await?;
    // Its notices stand on a ground of their own, whatever the page around looks like; so does what the page says itself.
    page.site().set_fault("data.json", Fault::Status(404, None));
    page.run::<()>("element.setAttribute('src', 'data.json?other')", vec![]).await?;
    widget::assert_failed(&page, "SN201").await?;
    page.assert_axe_clean("dark, failed").await?;
    page.assert_clean().await?;

    if stage.engine == Engine::WebKit {
        // Its preference cannot be set while it runs.
        return Ok(());
    }
    let page = widget::open(&stage, widget::page().attribute("scheme", "auto")).await?;
    ensure!(background(&page).await? == light);
    page.prefer_dark(true).await?;
    page.wait_until("it is dark", "return getComputedStyle(root.querySelector(args[0])).backgroundColor === args[1]", vec![json!(CARD), json!(dark)]).await?;
    page.assert_axe_clean("dark by preference").await?;
    // A page that has no dark form keeps the widget light, whatever the visitor prefers.
    page.run::<()>("element.removeAttribute('scheme')", vec![]).await?;
    ensure!(background(&page).await? == light, "dark on a light page");
    page.prefer_dark(false).await?;
    page.assert_clean().await
}
