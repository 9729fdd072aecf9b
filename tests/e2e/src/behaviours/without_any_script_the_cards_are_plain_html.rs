//! With no script on the page at all, the fragment is all cards, readable in a narrow and a wide window, light and dark, and
//! the same facts are there for search engines. On paper all is open, where the browser can do that. WebKit's driver cannot make it dark, and only Chromium's window is so narrow.

use anyhow::{Result, ensure};

use super::{fragment, widget::SHARED};
use crate::harness::{Engine, Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let host = fragment::page()?.snippet("").head("<meta name=\"color-scheme\" content=\"light dark\">\n");
    let page = fragment::open(&stage, host).await?;
    let data: serde_json::Value = serde_json::from_str(SHARED)?;
    let initiatives = data["initiatives"].as_array().map_or(0, Vec::len);
    let shown = fragment::cards(&page).await?.len();
    ensure!(shown == initiatives && shown > 0, "{shown} cards of {initiatives} initiatives");
    let known: usize = page
        .run("return JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)['@graph'].length", vec![])
        .await?;
    ensure!(known > initiatives, "search engines are told of {known} things");

    let is_chromium = page.engine() == Engine::Chromium;
    let widths: &[u32] = if is_chromium { &[320, 1280] } else { &[1280] };
    let schemes: &[bool] = if page.engine() == Engine::WebKit { &[false] } else { &[true, false] };
    for dark in schemes {
        if page.engine() != Engine::WebKit {
            page.prefer_dark(*dark).await?;
        }
        for width in widths {
            page.resize(*width, 800).await?;
            fragment::assert_nothing_is_scrolled_sideways(&page).await?;
            if is_chromium || !dark {
                page.assert_axe_clean(&format!("plain HTML, {width} px, {}", if *dark { "dark" } else { "light" })).await?;
            }
        }
    }
    if page.engine() != Engine::WebKit {
        page.stop_emulating().await?;
    }
    if is_chromium {
        // It stands behind a summary that nobody has opened.
        let hidden = "Standardisation, storage of and access to genomic data".replace(' ', "");
        ensure!(page.printed().await?.contains(&hidden), "what is closed is not on paper");
    }
    page.assert_only_requested(&["dist/supra-network.css", "dist/fragment.css"]).await?;
    page.assert_clean().await
}
