//! With `url`, what a visitor asks is in the page's address: it can be sent on, Back takes it back, and what others put
//! there stays.

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget::{self, CHIP_TEXT, CLEAR, COUNTRY, SEARCH, STATUS};
use crate::{
    harness::{PATIENCE, Stage, behaviour, eventually},
    page::Page,
};

behaviour!(run);

async fn wait_for_address(page: &Page, end: &str) -> Result<()> {
    eventually(&format!("the address ends with {end:?}"), PATIENCE, async || {
        let address: String = page.run("return location.search + location.hash", vec![]).await?;
        Ok((address == end).then_some(()))
    })
    .await
}

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().attribute("url", "query").address("?foreign=k%20ept&sn-country=SE,dk&sn-from=x#anchor");
    let page = widget::open(&stage, host).await?;
    widget::wait_for_cards(&page, &["gms", "dngc", "body", "inner-body"]).await?;
    let warnings = widget::console(&page, "SN301").await?;
    ensure!(warnings.len() == 1, "a year that is none is one warning: {warnings:?}");
    widget::choose(&page, COUNTRY, "Denmark").await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=SE#anchor").await?;
    widget::choose(&page, widget::AREA, "Cancer").await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=SE&sn-area=cancer#anchor").await?;
    page.type_into(SEARCH, "gen").await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=SE&sn-area=cancer&sn-q=gen#anchor").await?;

    // Typing made no entry of its own: one step back takes the area away, another the country back in.
    page.run::<()>("history.back()", vec![]).await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=SE#anchor").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    page.run::<()>("history.forward()", vec![]).await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    page.click(CLEAR).await?;
    wait_for_address(&page, "?foreign=k%20ept#anchor").await?;
    // Clearing is taken back as well, words and all.
    page.run::<()>("history.back()", vec![]).await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=SE&sn-area=cancer&sn-q=gen#anchor").await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    // An anchor of the page is nothing of ours; what a script sets stands in the address, too.
    let told = widget::events(&page, "supra-change").await?.len();
    page.run::<()>("location.hash = 'other'; element.filters = {country: ['DK']}", vec![]).await?;
    wait_for_address(&page, "?foreign=k%20ept&sn-country=DK#other").await?;
    widget::wait_for_cards(&page, &["dngc", "body", "inner-body"]).await?;
    ensure!(widget::events(&page, "supra-change").await?.len() == told, "nothing that a visitor did");
    page.run::<()>("element.clear()", vec![]).await?;
    wait_for_address(&page, "?foreign=k%20ept#other").await?;
    page.assert_no_error().await?;

    // In the hash, over a preset: what is cleared is said to be, and another element with the same prefix keeps out.
    let host = widget::page().attribute("url", "hash").attribute("url-prefix", "x.").attribute("country", "FR").address("#top");
    let page = widget::open(&stage, host).await?;
    page.wait_for_text(CHIP_TEXT, "France").await?;
    page.click(CLEAR).await?;
    wait_for_address(&page, "#top&x.country=").await?;
    page.run::<()>("location.hash = 'below'", vec![]).await?;
    wait_for_address(&page, "#below&x.country=").await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    let second = "const twin = document.createElement('supra-network');
        for (const name of ['src', 'url', 'url-prefix']) twin.setAttribute(name, element.getAttribute(name));
        twin.loading = 'eager'; twin.setAttribute('loading', 'eager'); element.after(twin); return await twin.ready";
    let ready: serde_json::Value = page.run_async(second, vec![]).await?;
    ensure!(ready["ok"] == json!(true), "{ready}");
    ensure!(widget::console(&page, "SN301").await?.len() == 1, "the second is told once");
    page.assert_clean().await
}
