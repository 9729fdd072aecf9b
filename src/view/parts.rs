//! The small pieces that views are made of.
//!
//! All fixed markup is of one Rust type: a type of its own for every nesting would be compiled once
//! each, and downloaded (docs/decisions/001-size.md).

use crate::store::Words;
use leptos::html;
use leptos::prelude::*;

/// The attributes of a fixed element; absent ones are not set.
#[derive(Default)]
pub struct Set {
    /// The class of the style sheet.
    pub class: &'static str,
    /// The name by which a host's style sheet reaches it.
    pub part: Option<&'static str>,
    /// The language, where it is not the shown one.
    pub lang: Option<String>,
    /// The id inside the root.
    pub id: Option<String>,
    /// Where a link leads.
    pub href: Option<String>,
    /// Whether it can take the focus without being in the order of the Tab key.
    pub focusable: bool,
}

/// A fixed element.
pub fn element(tag: &'static str, set: Set, children: Vec<AnyView>) -> AnyView {
    let Set { class, part, lang, id, href, focusable } = set;
    let rel = href.is_some().then_some("noopener noreferrer");
    html::custom(tag)
        .class(class)
        .attr("part", part)
        .attr("lang", lang)
        .attr("id", id)
        .attr("href", href)
        .attr("rel", rel)
        .attr("tabindex", focusable.then_some("-1"))
        .child(children)
        .into_any()
}

/// A fixed element that needs no more than its class.
pub fn plain(tag: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    element(tag, Set { class, ..Set::default() }, children)
}

/// A text.
pub fn text(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    text.into_any()
}

/// Words in their own language.
pub fn words(tag: &'static str, class: &'static str, words: Words) -> AnyView {
    element(tag, Set { class, lang: words.language, ..Set::default() }, vec![text(words.text)])
}

/// The tag of a heading, for a level from 1 to 6.
pub fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
