//! axe finds nothing to object to in any theme, in light and in dark, with words searched, filters chosen, and all open.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;

use super::widget;
use crate::{
    harness::{Stage, behaviour},
    page::dist,
};

behaviour!(run, not in Firefox: "colours are the same; Chromium has them looked at",
           not in WebKit: "colours are the same; Chromium has them looked at");

const THEMES: usize = 8;
const PUT_ON: &str = "document.querySelector('link[href*=themes]').href = args[0]";
/// A sheet that is on its way has no rules yet.
const IS_ON: &str = "const link = document.querySelector('link[href*=themes]');
    return link.sheet && link.sheet.href === link.href && link.sheet.cssRules.length > 0";

async fn run(stage: Stage) -> Result<()> {
    let mut themes: Vec<String> = fs::read_dir(dist()?.join("themes"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css"))
        .collect();
    themes.sort();
    ensure!(themes.len() == THEMES, "the package has {themes:?}");

    let link = format!("<link rel=\"stylesheet\" href=\"dist/themes/{}\">\n", themes[0]);
    let page = widget::open(&stage, widget::looks().head(&link)).await?;
    widget::open_everything(&page).await?;
    let mut objections = Vec::new();
    for theme in &themes {
        page.run::<()>(PUT_ON, vec![json!(format!("dist/themes/{theme}"))]).await?;
        page.wait_until(&format!("{theme} is on"), IS_ON, vec![]).await?;
        for scheme in ["light", "dark"] {
            // A theme that is dark alone is dark in both.
            page.run::<()>("element.setAttribute('scheme', args[0])", vec![json!(scheme)]).await?;
            if let Err(error) = page.assert_axe_clean(&format!("{theme}, {scheme}")).await {
                objections.push(format!("{error:#}"));
            }
        }
    }
    ensure!(objections.is_empty(), "{}", objections.join("\n"));
    page.assert_clean().await
}
