//! A picture without a text alternative inside the shadow root, and a target that is too small, are found and named.

use anyhow::Result;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const SCRIPT: &str = "
    const root = document.querySelector('supra-network').shadowRoot;
    root.append(make('img', {width: 40, height: 40}));
    const small = () => { const one = make('button', {type: 'button'}, 'x'); one.className = 'small'; return one; };
    const more = new CSSStyleSheet();
    more.replaceSync('.small { all: unset; display: inline-block; width: 10px; height: 10px; overflow: hidden; }');
    root.adoptedStyleSheets = [sheet, more];
    root.append(make('div', {}, small(), small()));
";

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page_with(SCRIPT)).await?;
    page.find("img").await?;
    must_object(page.assert_axe_clean("a bad picture").await, "image-alt")?;
    must_object(page.assert_axe_clean("small targets").await, "target-size")
}
