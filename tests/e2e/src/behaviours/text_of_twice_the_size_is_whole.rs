//! Text at 200 % is whole in every state, whoever enlarges it: the page by its variable, in a wide place and in a narrow
//! column, and the visitor by zooming the page, by the browser's own font size, or by enlarging the text alone.

use anyhow::Result;

use super::tour;
use crate::{
    harness::{Engine, Stage, behaviour},
    page::{HostPage, Page},
};

behaviour!(run);

const LARGE: &str = "supra-network { --supra-font-size: 200%; }";
const NARROW: &str = "body { margin: 0; } main { inline-size: 320px; }";

async fn run(stage: Stage) -> Result<()> {
    let nothing = async |_: &Page| Ok(());
    by(&stage, &styled(LARGE), nothing).await?;
    // In the narrow column the words of one choice alone are wider than the column, and a list does not break them.
    let narrow = styled(&[LARGE, NARROW].concat()).attribute("hide", "sort");
    by(&stage, &narrow, nothing).await?;
    if stage.engine == Engine::WebKit {
        // Its driver can do none of the rest.
        return Ok(());
    }
    by(&stage, &tour::page(), async |page| page.zoom(2, 1280, 1024).await).await?;
    let page = stage.open(tour::page()).await?;
    page.zoom(1, 1280, 900).await?;
    page.prefer_font_size(32).await?;
    by(&stage, &tour::page(), async |page| text_is_double(page).await).await?;
    if stage.engine == Engine::Firefox {
        page.prefer_font_size(16).await?;
        let text_alone = async |page: &Page| {
            page.zoom_text(2).await?;
            text_is_double(page).await
        };
        by(&stage, &tour::page(), text_alone).await?;
    }
    Ok(())
}

async fn text_is_double(page: &Page) -> Result<()> {
    let size = "return parseFloat(getComputedStyle(root.querySelector('[part=base] > *, [part=notice]')).fontSize) >= 32";
    page.wait_until("the text is of twice the size", size, vec![]).await
}

fn styled(css: &str) -> HostPage {
    tour::page().file("large.css", css).head("<link rel=\"stylesheet\" href=\"large.css\">\n")
}

async fn by(stage: &Stage, host: &HostPage, enlarge: impl AsyncFn(&Page) -> Result<()>) -> Result<()> {
    let fits = async |page: &Page, state: &str| page.assert_fits(state).await;
    tour::through(stage, || host.clone(), enlarge, fits).await
}
