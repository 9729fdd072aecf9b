//! A page that sets its root to 62.5 % or to 200 % for its own reckoning changes nothing inside; a visitor who has set a larger
//! font in the browser gets it, on such a page as well. In WebKit the visitor's size is set when the browser starts.

use anyhow::{Result, ensure};

use super::widget::{self, CARD};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    for (root, page_has) in [("62.5%", 0.625), ("200%", 2.0), ("0", 0.0)] {
        let css = format!("html {{ font-size: {root}; }} body {{ font-size: 1rem; }}");
        let link = "<link rel=\"stylesheet\" href=\"page.css\">\n";
        let host = || widget::page().file("page.css", css.clone()).head(link);
        let page = widget::open(&stage, host()).await?;
        as_the_visitor_set(&page, root, 16.0, page_has).await?;
        // Its driver cannot set one.
        if stage.engine == Engine::WebKit {
            continue;
        }
        page.prefer_font_size(24).await?;
        let page = widget::open(&stage, host()).await?;
        as_the_visitor_set(&page, root, 24.0, page_has).await?;
        page.prefer_font_size(16).await?;
    }
    Ok(())
}

/// The widget has the visitor's size, and the page its own.
async fn as_the_visitor_set(page: &Page, root: &str, size: f64, page_has: f64) -> Result<()> {
    let of_page = "return parseFloat(getComputedStyle(document.querySelector('main')).fontSize)";
    let own: f64 = page.run(of_page, vec![]).await?;
    ensure!((own - page_has * size).abs() < 0.1, "the page's own text is {own} px");
    let small = format!("{CARD} [part=agreement] details");
    let sizes = [page.font_size(CARD).await?, page.font_size(&small).await?];
    ensure!(sizes == [size, size * 0.875], "html is {root}, and the visitor's size {size}: {sizes:?}");
    page.assert_fits(root).await
}
