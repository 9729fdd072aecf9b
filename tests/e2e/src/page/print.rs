//! What a page is on paper: the text of the file that the browser prints to. It knows nothing of what is on the page.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use super::Page;
use crate::harness::Engine;

impl Page {
    /// The text on paper, without any white space: where lines end is the browser's to say. Not in WebKit.
    pub(crate) async fn printed(&self) -> Result<String> {
        let file = self.browser().print_page(PrintParameters::default()).await.context("printing")?;
        let paper = lopdf::Document::load_mem(&file).context("reading what is printed")?;
        let pages: Vec<u32> = paper.get_pages().into_keys().collect();
        let text = paper.extract_text(&pages).context("taking the text out of it")?;
        ensure!(!text.is_empty(), "nothing on {} pages", pages.len());
        Ok(text.split_whitespace().collect())
    }

    /// Shows the page as it would be printed, or as it is seen again. Chromium only.
    pub(crate) async fn show_as_printed(&self, is_printed: bool) -> Result<()> {
        ensure!(self.stage.engine == Engine::Chromium, "only Chromium shows what it would print");
        let media = if is_printed { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", json!({"media": media})).await?;
        self.wait_until(
            "the medium is as asked",
            "return matchMedia('print').matches === args[0]",
            vec![json!(is_printed)],
        )
        .await
    }
}
