//! On paper a frame is as high as all that is found in it, opened, whether the page around can look into it or not; afterwards it is
//! as it was. Read from the file that Chromium and Firefox print to, in which Chromium hides the letters of a frame of another origin
//! from readers; WebKit's driver prints none.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{frames, widget};
use crate::{
    harness::{Engine, Stage, behaviour},
    page::Page,
};

behaviour!(run, not in WebKit: "its driver prints nothing");

/// The last card, what is open inside of one, and the foot.
const WORDS: [&str; 3] = ["Plan France Médecine Génomique", "Åsa Öberg", "Data last updated"];
/// How wide and high the frame is in what the page prints, and its style before and after.
const PRINTED: &str = "const frame = document.querySelector('iframe'), before = frame.style.cssText;
    window.dispatchEvent(new Event('beforeprint'));
    const {width, height} = frame.getBoundingClientRect();
    window.dispatchEvent(new Event('afterprint'));
    return [width, height, before, frame.style.cssText]";

async fn run(stage: Stage) -> Result<()> {
    let (other, origin) = frames::elsewhere(&stage, widget::SMALL)?;
    let mut high = Vec::new();
    for embed in ["dist/embed.js".to_owned(), other.url_on("localhost", "dist/embed.js")] {
        let place = format!("<script src=\"{embed}\" data-src=\"data.json\" data-page-size=\"2\"></script>\n");
        let page = stage.open(frames::page_from(&origin, &place)).await?;
        frames::enter(&page, "iframe").await?;
        let seen = frames::wait_until_fitting(&page).await?;
        page.leave_frames().await?;
        let known = format!("return (() => {{ {PRINTED} }})()[0] === 600");
        page.wait_until("the page knows how high the frame is on paper", &known, vec![]).await?;
        let (_, paper, before, after): (f64, f64, String, String) = page.run(PRINTED, vec![]).await?;
        ensure!(paper > seen * 1.5, "{paper} px on paper, {seen} px on the screen, with two of nine cards");
        ensure!(before == after, "it was {before}, and is {after}");
        high.push(paper);
        if embed.starts_with("dist") || stage.engine == Engine::Firefox {
            on_paper(&page).await?;
        }
        page.enter_frame("iframe").await?;
        page.wait_for_count(widget::CARD, 2).await?;
        let again = frames::wait_until_fitting(&page).await?;
        ensure!((again - seen).abs() < 1.0, "{again} px after printing, {seen} px before");
        page.leave_frames().await?;
        page.assert_clean().await?;
    }
    ensure!(high[0] == high[1], "{high:?} px on paper, from our origin and from another");
    Ok(())
}

async fn on_paper(page: &Page) -> Result<()> {
    let paper = page.printed().await?;
    let missing: Vec<&str> = WORDS
        .into_iter()
        .filter(|words| !paper.contains(&words.split_whitespace().collect::<String>()))
        .collect();
    ensure!(missing.is_empty(), "not on paper: {}\n{paper}", json!(missing));
    ensure!(paper.contains("Whatfollows."), "what follows the frame is not on paper");
    Ok(())
}
