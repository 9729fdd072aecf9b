//! Several elements on a page: every file once, one style sheet, and what is chosen in one is not chosen in the other.

use anyhow::{Result, ensure};

use super::widget::{self, CARD, CHIP, CHIP_TEXT, COUNTRY, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FILES: [&str; 5] = ["dist/supranet.js", "dist/supranet-glue.js", "dist/supranet.wasm", "dist/lang/en.json", "data.json"];
const OTHERS: &str = "<supra-network id=\"second\" src=\"data.json\" loading=\"eager\" country=\"FR\"></supra-network>\n\
                      <supra-network id=\"third\" src=\"partly.json\" loading=\"eager\"></supra-network>\n";

async fn run(stage: Stage) -> Result<()> {
    let host = widget::page().after(OTHERS).file("partly.json", widget::PARTLY);
    let page = widget::open(&stage, host).await?;
    let (second, third) = (page.inside("#second"), page.inside("#third"));
    second.wait_for_text(STATUS, "1 of 9 initiatives").await?;
    third.wait_for_count(CARD, 2).await?;
    for file in FILES {
        ensure!(widget::asked(&page, file) == 1, "{file} was asked for {} times", widget::asked(&page, file));
    }
    ensure!(widget::asked(&page, "partly.json") == 1);

    widget::choose(&page, COUNTRY, "Denmark").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    ensure!(page.text(CHIP_TEXT).await? == "Denmark" && second.text(CHIP_TEXT).await? == "France");
    ensure!(second.text(STATUS).await? == "1 of 9 initiatives" && third.text(STATUS).await? == "2 initiatives");
    second.click(CHIP).await?;
    second.wait_for_text(STATUS, "9 initiatives").await?;
    ensure!(page.text(STATUS).await? == "3 of 9 initiatives");

    let same = "const sheets = [...document.querySelectorAll('supra-network')].map(one => one.shadowRoot.adoptedStyleSheets);
        return sheets.every(own => own.length === 1 && own[0] === sheets[0][0])";
    ensure!(page.run::<bool>(same, vec![]).await?, "the style sheet is not shared");
    ensure!(widget::events(&page, "supra-load").await?.len() == 3);

    // One more, later, asks for nothing.
    let before = page.site().requests().len();
    page.run::<()>("const one = element.cloneNode(); one.id = 'fourth'; one.setAttribute('loading', 'eager'); element.before(one)", vec![]).await?;
    page.inside("#fourth").wait_for_count(CARD, 9).await?;
    ensure!(page.site().requests().len() == before, "a fourth element asks again");
    page.assert_clean().await
}
