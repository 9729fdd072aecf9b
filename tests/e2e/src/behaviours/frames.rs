//! Pages that have the widget in frames: how they are written, and what is seen of a frame from the page around it.
//! Knows nothing of what is inside a frame; that is the widget's.

use std::sync::Arc;

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::{Scenario, Site};

use super::widget::{self, CARD, SMALL};
use crate::{
    harness::Stage,
    page::{HostPage, Page, dist},
};

/// No room is kept free, so that a frame is as high as what is in it also where that is little.
const NO_RESERVE: &str = "<link rel=\"stylesheet\" href=\"host.css\">\n";

/// What a page needs for frames of its own origin, and what the frames need inside; `also` is another origin for both.
pub(crate) fn policy(also: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {also}; connect-src 'self' {also}; img-src 'self'; \
         style-src 'self' {also}; frame-src 'self' {also}; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// A page with this in it, in place of the element; beside it the files of the package and `data.json`.
pub(crate) fn page(html: &str) -> HostPage {
    page_from("", html)
}

/// The same, where scripts and frames come from another origin.
pub(crate) fn page_from(origin: &str, html: &str) -> HostPage {
    let page = HostPage::new().snippet("").head(NO_RESERVE).policy(&policy(origin)).before(html);
    page.file("host.css", "main { --supra-reserve: 0 }").file("dist/data.json", SMALL)
}

/// Another site that hosts the package and this as `data.json`, and its origin.
pub(crate) fn elsewhere(stage: &Stage, data: &str) -> Result<(Arc<Site>, String)> {
    let scenario = Scenario::new().folder("dist", dist()?).file("dist/data.json", data);
    let site = stage.site(scenario);
    let address = site.url_on("localhost", "");
    let origin = address.split("/s/").next().unwrap_or_default().to_owned();
    Ok((site, origin))
}

/// The script as documented, on our own data, with these attributes besides.
pub(crate) fn script(attributes: &str) -> String {
    format!("<script src=\"dist/embed.js\" data-src=\"data.json\" {attributes}></script>\n")
}

/// Goes into a frame, and waits until its cards are up; stays there.
pub(crate) async fn enter(page: &Page, frame: &str) -> Result<()> {
    page.wait_until(&format!("{frame} is there"), "return !!document.querySelector(args[0])", vec![json!(frame)])
        .await?;
    page.run::<()>("document.querySelector(args[0]).scrollIntoView()", vec![json!(frame)]).await?;
    page.enter_frame(frame).await?;
    page.find(CARD).await?;
    widget::wait_until_laid_out(page).await
}

/// Waits until the frame that was entered is as high as what is in it, and says how high that is. It has nothing to scroll.
pub(crate) async fn wait_until_fitting(page: &Page) -> Result<f64> {
    let fits = "const high = document.body.getBoundingClientRect().height;
        return high > 0 && innerHeight === Math.ceil(high) && getComputedStyle(document.documentElement).overflowY === 'hidden'";
    let fitting = page.wait_until("the frame is as high as what is in it", fits, vec![]).await;
    let script = "const one = document.documentElement;
        return [innerHeight, document.body.getBoundingClientRect().height, innerWidth - one.clientWidth, one.scrollHeight, getComputedStyle(one).overflowY]";
    let (outer, inner, bar, all, overflow): (f64, f64, f64, f64, String) = page.run(script, vec![]).await?;
    fitting.map_err(|error| {
        error.context(format!("the frame is {outer} px high, what is in it {inner} px; {overflow}"))
    })?;
    ensure!(bar == 0.0 && all <= outer, "there is a scroll bar of {bar} px: {all} px in {outer} px");
    Ok(inner)
}

/// The heights that the page around has given its frames.
pub(crate) async fn heights(page: &Page) -> Result<Vec<f64>> {
    page.run("return [...document.querySelectorAll('iframe')].map((one) => one.getBoundingClientRect().height)", vec![])
        .await
}

/// An attribute of each frame of the page.
pub(crate) async fn each(page: &Page, attribute: &str) -> Result<Vec<Option<String>>> {
    let script = "return [...document.querySelectorAll('iframe')].map((one) => one.getAttribute(args[0]))";
    page.run(script, vec![json!(attribute)]).await
}
