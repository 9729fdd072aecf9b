//! A window of 1280 × 1024 zoomed to 400 % is one of 320 × 256: in every state all text is there, whole, and only scrolled
//! downwards, with German and Finnish words of fifty letters. WebKit's driver cannot zoom; there it is a column of 320 px.

use anyhow::Result;

use super::tour;
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

const NARROW: &str = "body { margin: 0; } main { inline-size: 320px; }";

async fn run(stage: Stage) -> Result<()> {
    let is_webkit = stage.engine == Engine::WebKit;
    let page = tour::page().file("column.css", NARROW);
    let page = if is_webkit { page.head("<link rel=\"stylesheet\" href=\"column.css\">\n") } else { page };
    let zoom = async |page: &Page| if is_webkit { Ok(()) } else { page.zoom(4, 1280, 1024).await };
    tour::through(&stage, || page.clone(), zoom, async |page, state| page.assert_fits(state).await).await
}
