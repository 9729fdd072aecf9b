//! What `state` says to be open opens on a card that is drawn already, its folded agreements as well, and what it does not
//! say to be open is closed.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::widget;
use crate::harness::{Stage, behaviour};

behaviour!(run);

fn data() -> String {
    let initiative = |id: &str| json!({"id": id, "name": {"en": id}, "country": "SE"});
    let agreement = |end: &str, kind: &str| json!({"id": end, "ends": ["one", end], "kind": kind});
    let initiatives: Vec<_> = ["one", "two", "three"].map(initiative).to_vec();
    json!({"version": 1, "initiatives": initiatives, "agreements": [agreement("two", "mou"), agreement("three", "declaration")]})
        .to_string()
}

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page_on(&data()).attribute("agreement", "mou")).await?;
    let agreements = widget::inside_card("one", "[part=agreement]");
    let toggle = widget::inside_card("one", "button[aria-expanded]");
    page.wait_for_count(&agreements, 1).await?;
    page.run::<()>("element.state = {v: 1, open: ['all-one', 'one']}", vec![]).await?;
    page.wait_for_count(&agreements, 2).await?;
    ensure!(page.text(&toggle).await? == widget::text("fewer")?);
    let before: Value = page.run("return element.state", vec![]).await?;
    page.run::<()>("element.state = element.state", vec![]).await?;
    page.run_async::<()>("await new Promise(done => setTimeout(done, 100))", vec![]).await?;
    ensure!(page.count(&agreements).await? == 2 && page.count(&widget::inside_card("one", "> details[open]")).await? == 1);
    ensure!(page.run::<Value>("return element.state", vec![]).await? == before, "{before}");
    page.run::<()>("element.state = {v: 1, open: []}", vec![]).await?;
    page.wait_for_count(&agreements, 1).await?;
    page.wait_for_count(&widget::inside_card("one", "> details[open]"), 0).await?;

    // The visitor's own button still does the same, and says so.
    page.click(&toggle).await?;
    page.wait_for_count(&agreements, 2).await?;
    ensure!(page.run::<Value>("return element.state.open", vec![]).await? == json!(["all-one"]));
    page.assert_clean().await
}
