//! A page's script may set properties and call nothing before the code is there: what it set counts then.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget::{self, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const EARLY: &str = "<script>
    const early = document.querySelector('supra-network');
    early.filters = {country: ['DK']};
    early.texts = {'results.some.other': '{matched} von {total}'};
    early.data = {version: 1, updated: '2024-05', initiatives: [
        {id: 'x', name: {en: 'X'}, country: 'SE'}, {id: 'y', name: {en: 'Y'}, country: 'DK'}]};
    customElements.whenDefined('supra-network').then(async () => {
        window.__early = [early.show('nobody'), early.filters, early.results ?? null];
        early.state = {v: 1, sort: 'name', open: ['y']};
        window.__ready = await early.ready;
    });
</script>";

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().without_policy().after(EARLY);
    let page = widget::open(&stage, host).await?;
    page.wait_for_text(STATUS, "1 von 2").await?;
    widget::wait_for_cards(&page, &["y"]).await?;
    page.wait_for_count(&widget::inside_card("y", "> details[open]"), 1).await?;
    let early: Value = page.run("return window.__early", vec![]).await?;
    ensure!(early == json!([false, {"country": ["DK"]}, null]), "{early}");
    let ready: Value = page.run("return window.__ready", vec![]).await?;
    ensure!(ready == json!({"ok": true, "code": null}), "{ready}");
    let state: Value = page.run("return element.state", vec![]).await?;
    ensure!(state == json!({"v": 1, "filters": {"country": ["DK"]}, "sort": "name", "view": "cards", "open": ["y"]}), "{state}");
    ensure!(widget::asked(&page, "data.json") == 0, "the data of the page is asked for although it set its own");
    page.assert_no_error().await
}
