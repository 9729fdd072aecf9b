//! What the page around an element does that shuts people out.
//!
//! Knows nothing of what the element shows.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, console, window};

/// Tells the page author in the console, a line each. `language` is the one spoken; `is_top` says that the element's
/// heading is the page's.
#[wasm_bindgen]
pub fn report(host: &HtmlElement, language: &str, is_top: bool) {
    let tell = |words: &str| console::info_1(&format!("supra-network: host page: {words}").into());
    let Some(page) = host.owner_document() else { return };
    // No selector here is wrong.
    let around = |selector| host.closest(selector).ok().flatten();
    if page.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default().is_empty() {
        tell("no lang: screen readers guess how to pronounce the page");
    }
    // The page's may be any; of the element it is taken to be meant.
    let tag = around("[lang]").and_then(|around| around.get_attribute("lang")).unwrap_or_default();
    if !tag.is_empty() && !is_same(&tag, language) {
        tell(&format!("lang=\"{tag}\": there are no words in it, but in {language}"));
    }
    let headings = page.get_elements_by_tag_name("h1").length() + u32::from(is_top);
    if headings != 1 {
        tell(&format!("{headings} headings of level 1, ours included: a page has one"));
    }
    if around("[aria-hidden=true],[inert]").is_some() {
        tell("aria-hidden or inert around the element: screen readers do not find it");
    }
    // The sheet gives the element an outline of no width, which only a rule of the page takes away.
    let style = window().and_then(|window| window.get_computed_style(host).ok().flatten());
    if style.and_then(|style| style.get_property_value("outline-style").ok()).as_deref() == Some("none") {
        tell("outline: none for every element: who uses a keyboard may not see where the focus is");
    }
}

/// Whether two tags are of one language.
fn is_same(tag: &str, other: &str) -> bool {
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    language(tag) == language(other)
}
