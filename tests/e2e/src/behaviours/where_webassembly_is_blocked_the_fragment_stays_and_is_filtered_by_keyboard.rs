//! Where the page's policy blocks the widget, the fragment stays, gets a filter, and that is worked by keyboard alone. Once
//! another try succeeds, the filter goes with the fragment.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::{
    fragment,
    widget::{self, CARD, RETRY, text},
};
use crate::{
    harness::{Stage, behaviour},
    page::Page,
};

behaviour!(run);

const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

async fn run(stage: Stage) -> Result<()> {
    let page = fragment::open(&stage, fragment::page()?.policy(POLICY)).await?;
    let widget = page.inside("supra-network");
    widget.find(RETRY).await?;
    fragment::wait_for_filter(&page).await?;
    let all = fragment::cards(&page).await?;
    let told = fragment::count(&page).await?;
    ensure!(told == text("results.all.other")?.replace("{total}", &all.len().to_string()), "{told:?}");
    widget.assert_axe_clean("the fragment with its filter").await?;

    tab_to(&page, text("facet.country")?).await?;
    // WebKitGTK opens its own list for the letters that others take; the arrows choose in all.
    page.press(&[Key::Down]).await?;
    page.wait_until("a country is chosen", "return element.querySelector('select').value", vec![]).await?;
    let chosen: String = page.run("return element.querySelector('select').value", vec![]).await?;
    let found = fragment::cards(&page).await?;
    ensure!(!found.is_empty() && found.len() < all.len(), "{chosen} finds {} cards", found.len());
    let wanted = text("results.some.other")?
        .replace("{matched}", &found.len().to_string())
        .replace("{total}", &all.len().to_string());
    let told = fragment::count(&page).await?;
    ensure!(told == wanted, "the count says {told:?}, not {wanted:?}");

    tab_to(&page, text("facet.area")?).await?;
    let mut found = found;
    for _ in 0..8 {
        if !found.is_empty() {
            page.press(&[Key::Down]).await?;
            found = fragment::cards(&page).await?;
        }
    }
    let told = fragment::count(&page).await?;
    ensure!(found.is_empty(), "{chosen} and every area find something");
    ensure!(told.ends_with(text("empty")?), "nothing is found, and that is not said: {told:?}");
    widget.assert_axe_clean("nothing found in the fragment").await?;

    tab_to(&page, text("clear")?).await?;
    page.press(&[Key::Enter]).await?;
    let cleared = fragment::cards(&page).await?;
    ensure!(cleared == all, "{} cards are back", cleared.len());
    page.assert_no_error().await.context("no wasm")?;

    // What is missing at first comes with the second try.
    let page = fragment::open(&stage, fragment::page()?.fault("data.json", supranet_dev_server::Fault::Status(404, None))).await?;
    fragment::wait_for_filter(&page).await?;
    let widget = page.inside("supra-network");
    widget.site().clear_fault("data.json");
    widget.click(RETRY).await?;
    widget.find(CARD).await?;
    widget.wait_for_count("slot:not([name])", 0).await?;
    let seen: bool = page.run("return !!element.querySelector('.supra-filter').getClientRects().length", vec![]).await?;
    ensure!(!seen, "the filter of the fragment is still seen");
    ensure!(widget::cards(&widget).await?.len() > 1);
    page.assert_clean().await
}

/// Presses Tab until the focus is on what is called so in the fragment.
async fn tab_to(page: &Page, name: &str) -> Result<()> {
    let script = "const one = document.activeElement;
        return !!one && element.contains(one) && (one.labels?.[0] ?? one).textContent.trim().startsWith(args[0])";
    for _ in 0..20 {
        if page.run(script, vec![json!(name)]).await? {
            return Ok(());
        }
        page.press(&[Key::Tab]).await?;
    }
    anyhow::bail!("Tab never comes to {name:?}")
}
