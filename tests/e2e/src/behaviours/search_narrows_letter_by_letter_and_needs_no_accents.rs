//! Each letter leaves as many cards as before or fewer; words without accents find those with.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use super::widget::{self, CARD, CHIP, CHIP_TEXT, SEARCH, STATUS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

/// What is typed, and what it finds.
const WORDS: [(&str, &[&str]); 6] = [
    // A summary: Skåne.
    ("skane", &["gms"]),
    // An alternative name: Médecine.
    ("medecine", &["plan"]),
    // A signatory, on both cards of the agreement: Åsa Öberg, also spelled out.
    ("oberg", &["gms", "zpm"]),
    ("oeberg", &["gms", "zpm"]),
    // A place, and two words of which each must be found.
    ("WURTTEMBERG", &["zpm"]),
    ("genom danish", &["dngc", "gms", "plan"]),
];

async fn run(stage: Stage) -> Result<()> {
    let page = widget::open(&stage, widget::page()).await?;
    ensure!(page.role(SEARCH).await? == "searchbox");
    ensure!(page.name(SEARCH).await? == "Search");
    // A click would do; WebKit's driver refuses one on a field in a shadow root.
    page.run::<()>("root.querySelector(args[0]).focus()", vec![SEARCH.into()]).await?;

    let mut counts = vec![page.count(CARD).await?];
    for (at, letter) in "genomics england".char_indices() {
        page.type_text(&letter.to_string()).await?;
        // A chip shows what is searched for, so that the count below belongs to this letter.
        let typed = "genomics england"[..=at].trim();
        page.wait_for_text(CHIP_TEXT, &format!("Search: {typed}")).await?;
        counts.push(page.count(CARD).await?);
        page.wait_for_focus(SEARCH).await?;
    }
    ensure!(counts.is_sorted_by(|before, after| before >= after), "it does not narrow: {counts:?}");
    ensure!(counts.first() == Some(&9) && counts.last() == Some(&1), "{counts:?}");
    page.wait_for_text(STATUS, "1 of 9 initiatives").await?;

    for (words, found) in WORDS {
        page.run::<()>("root.querySelector(args[0]).select()", vec![SEARCH.into()]).await?;
        page.press(&[Key::Delete]).await?;
        page.wait_for_text(STATUS, "9 initiatives").await?;
        page.type_text(words).await?;
        page.wait_for_text(CHIP_TEXT, &format!("Search: {words}")).await?;
        widget::wait_for_cards(&page, found).await?;
    }
    page.click(CHIP).await?;
    page.wait_for_count(CARD, 9).await?;
    ensure!(page.find(SEARCH).await?.prop("value").await?.as_deref() == Some(""), "the chip empties the field");
    page.assert_clean().await
}
