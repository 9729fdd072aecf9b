//! A frame is called what is in it, in the language of the page around it or of its place there, in English where there are no
//! words, or as the page says; the document inside is in that language and has the heading of the list as its title.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{frames, widget::SHARED};
use crate::harness::{Stage, behaviour};

behaviour!(run, not in Firefox: "the same script as in Chromium", not in WebKit: "the same script as in Chromium");

const LANGUAGES: [&str; 5] = ["en", "sv", "da", "de", "fr"];

async fn run(stage: Stage) -> Result<()> {
    let data: Value = serde_json::from_str(SHARED)?;
    let title = |language: &str| data["title"][language].as_str().map(str::to_owned).context("no title");
    for language in LANGUAGES {
        let place = "<script src=\"dist/embed.js\" data-country=\"SE\"></script>\n";
        let page = stage.open(frames::page(place).language(Some(&format!("{language}-XX")))).await?;
        let found = frames::each(&page, "title").await?;
        ensure!(found == [Some(title(language)?)], "{language}: {found:?}");
        frames::enter(&page, "iframe").await?;
        let inside: (String, String) = page.run("return [document.documentElement.lang, document.title]", vec![]).await?;
        ensure!(inside == (format!("{language}-XX"), title(language)?), "inside, {language}: {inside:?}");
        page.leave_frames().await?;
        page.assert_clean().await?;
    }

    let places = "<p lang=\" da_DK\"><script src=\"dist/embed.js\" data-country=\"SE\"></script></p>\n\
                  <script src=\"dist/embed.js\" data-lang=\"de\"></script>\n\
                  <script src=\"dist/embed.js\" data-country=\"DK\"></script>\n\
                  <script src=\"dist/embed.js\" data-country=\"FR\"></script>\n\
                  <script src=\"dist/embed.js\" data-title=\"Ours\"></script>\n";
    let page = stage.open(frames::page(places).language(Some("fi"))).await?;
    let found = frames::each(&page, "title").await?;
    let wanted = [title("da")?, title("de")?, title("en")?, format!("{} (2)", title("en")?), "Ours".to_owned()];
    ensure!(found == wanted.map(Some), "{found:?}");
    // Of the page's Finnish nothing is said: nobody has asked for it.
    let asked = frames::each(&page, "src").await?;
    ensure!(asked.iter().flatten().all(|address| !address.contains("lang=fi")), "{asked:?}");
    page.assert_clean().await
}
