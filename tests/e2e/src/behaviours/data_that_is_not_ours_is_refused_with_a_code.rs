//! Whatever else is in the file: the code says what is wrong with it, the slot stays, and a good file heals it.

use anyhow::{Context, Result};
use supranet_dev_server::Fault;

use super::widget;
use crate::harness::{Stage, behaviour};

behaviour!(run);

const DEPTH: usize = 100_000;
const TOO_LARGE: u64 = 65_000_000;

fn table() -> Vec<(&'static str, &'static str, Fault)> {
    let says = |text: &str| Fault::Status(200, Some(text.to_owned()));
    let deep = format!("{{\"version\": 1, \"initiatives\": {}{}}}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    vec![
        ("a page instead", "SN204", Fault::HtmlInstead),
        ("nothing", "SN204", says("")),
        ("half of it", "SN204", Fault::Truncate(1000)),
        ("an unknown version", "SN205", says("{\"version\": 99, \"initiatives\": []}")),
        ("another object", "SN205", says("{}")),
        ("a list", "SN205", says("[1, 2]")),
        ("depth", "SN205", says(&deep)),
        ("no initiative", "SN207", says("{\"version\": 1, \"initiatives\": []}")),
        ("no usable initiative", "SN207", says("{\"version\": 1, \"initiatives\": [{\"id\": \"a\"}, 7]}")),
        ("65 MB, as it says", "SN206", Fault::DeclaredLength(TOO_LARGE)),
        ("no end", "SN206", Fault::Endless { declared: None }),
    ]
}

async fn run(stage: Stage) -> Result<()> {
    for (what, code, fault) in table() {
        let page = stage.open(widget::page().fault("data.json", fault)).await.context(what)?;
        widget::assert_failed(&page, code).await.context(what)?;
        widget::assert_retry_works(&page, "data.json").await.context(what)?;
        page.assert_clean().await.context(what)?;
    }
    Ok(())
}
