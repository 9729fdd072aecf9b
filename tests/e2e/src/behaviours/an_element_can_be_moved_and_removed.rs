//! Moving the element keeps what it shows; removing it ends it quietly, while it loads too; put back, it works again.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;
use supranet_dev_server::Fault;

use super::widget::{self, CARD, CHIP, CHIP_TEXT, COUNTRY, NOTICE, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().after("<section id=\"elsewhere\"></section>\n");
    let page = widget::open(&stage, host).await?;
    widget::choose(&page, COUNTRY, "Sweden").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    let requests = page.site().requests().len();

    page.run::<()>("document.getElementById('elsewhere').append(element)", vec![]).await?;
    page.run_async::<()>("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))", vec![]).await?;
    ensure!(page.text(STATUS).await? == "3 of 9 initiatives" && page.text(CHIP_TEXT).await? == "Sweden", "it began anew");
    ensure!(widget::events(&page, "supra-load").await?.len() == 1, "it loaded again");
    widget::choose(&page, COUNTRY, "France").await?;
    page.wait_for_text(STATUS, "4 of 9 initiatives").await?;

    // Taken out with the focus inside; a click that was on its way changes nothing any more.
    let gone = "window.taken = element; window.box = root.querySelector('input[type=checkbox]'); box.focus(); element.remove(); box.click()";
    page.run::<()>(gone, vec![]).await?;
    let empty = "return taken.shadowRoot.querySelectorAll(args[0]).length === 0";
    page.wait_until("nothing is left inside", empty, vec![CARD.into()]).await?;
    page.run::<()>("box.click(); taken.setAttribute('country', 'DK'); taken.removeAttribute('country')", vec![]).await?;
    // What was asked is still asked when it comes back.
    let asked: Value = page.run("return taken.state.filters", vec![]).await?;
    ensure!(asked["country"].as_array().is_some_and(|asked| asked.len() == 2), "{asked}");
    page.run::<()>("document.getElementById('elsewhere').append(taken)", vec![]).await?;
    page.wait_for_count(CHIP, 2).await?;
    ensure!(page.run::<Value>("return element.filters", vec![]).await? == asked, "it forgot what was asked");
    page.run::<()>("element.clear()", vec![]).await?;
    page.wait_for_text(STATUS, "9 initiatives").await?;
    widget::choose(&page, COUNTRY, "France").await?;
    page.wait_for_text(STATUS, "1 of 9 initiatives").await?;
    ensure!(page.site().requests().len() == requests, "it asked again for what it had");
    page.assert_clean().await?;

    while_it_loads(&stage).await
}

async fn while_it_loads(stage: &Stage) -> Result<()> {
    let host = widget::page().file("probe.txt", "probe");
    let page = stage.open(host.fault("data.json", Fault::Delay(Duration::from_millis(600)))).await?;
    page.find(&format!("{NOTICE}:not(:empty)")).await?;
    page.run::<()>("window.taken = element; element.remove()", vec![]).await?;
    let arrived = "return performance.getEntriesByType('resource').some(one => one.name.endsWith('/data.json') && one.responseEnd > 0)";
    page.wait_until("the data has arrived", arrived, vec![]).await?;
    page.run_async::<()>("await (await fetch('probe.txt')).text()", vec![]).await?;
    let left: usize = page.run("return taken.shadowRoot.querySelectorAll(args[0]).length", vec![CARD.into()]).await?;
    ensure!(left == 0, "it draws off the page");
    ensure!(widget::events(&page, "supra-load").await?.is_empty(), "it says that it is loaded");

    page.run::<()>("document.querySelector('main').append(taken)", vec![]).await?;
    page.wait_for_count(CARD, 9).await?;
    ensure!(widget::asked(&page, "data.json") == 1, "it asked twice");
    page.assert_clean().await
}
