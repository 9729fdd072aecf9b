//! `supranet render`: all cards as plain HTML, to paste inside `<supra-network>`, with the same facts for search engines.
//!
//! Knows nothing of styles or scripts. What is said is what the widget says, in its order.

mod agreement;
mod card;
mod filter;

use crate::jsonld;
use crate::output::plain;
use crate::shown::{Shown, Text};
use anyhow::Result;
use clap::Args;
use maud::{Markup, PreEscaped, html};
use std::path::PathBuf;
use supranet_core::locale::Locale as _;
use supranet_core::model::{InitiativeIdx, Party};
use supranet_core::validate::is_address;

/// What ids of the fragment begin with, so that they meet none of the page.
pub const PREFIX: &str = "supra-";

/// The arguments of `supranet render`.
#[derive(Args)]
#[command(after_help = "\
Exit status: 0 when it is printed, 2 where a file cannot be read or is no dataset, or where there are no words of the
language.

Examples:
  supranet render --lang en data/supranet.json > fragment.en.html
  supranet render --lang sv --heading-level 3 --base-url https://example.org/partners data/supranet.json
  curl -s https://example.org/dataset.json | supranet render --lang da -")]
pub struct Arguments {
    /// The language of the cards: a tag such as `sv` or `en-GB`.
    #[arg(long, value_name = "TAG")]
    pub lang: String,
    /// The level of the heading; cards are one below.
    #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=5))]
    pub heading_level: u8,
    /// The address of the page where it will stand, for the names of things in the JSON-LD.
    #[arg(long, value_name = "URL", value_parser = jsonld::base_url)]
    pub base_url: Option<url::Url>,
    /// The files; `-` reads the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The fragment, and a line for the administrator where part of a file is left out.
///
/// # Errors
/// Where a file cannot be read or is no dataset, or where there are no words of the language.
pub fn run(arguments: &Arguments) -> Result<(String, Option<String>)> {
    let shown = Shown::read(&arguments.files, &arguments.lang)?;
    let fragment = fragment(&shown, arguments.heading_level, arguments.base_url.as_ref());
    Ok((fragment, shown.left_out))
}

/// All cards, and the same facts as JSON-LD.
pub fn fragment(shown: &Shown, level: u8, base: Option<&url::Url>) -> String {
    let cards: Vec<InitiativeIdx> = shown.cards().collect();
    let updated = shown.network.updated.map(|date| shown.locale.date(date));
    let markup = html! {
        div.supra-fragment lang=(shown.language()) data-filter=(filter::filter(shown)) {
            (heading(level, None, &text(&shown.title())))
            p.supra-count { (shown.words.count("results.all", "total", cards.len(), &shown.locale)) }
            @for at in cards { "\n" (card::card(shown, at, level + 1)) }
            "\n"
            @if shown.left_out.is_some() { p.supra-note { (shown.words.get("partly")) } }
            @if let Some(date) = updated { p.supra-note { (shown.words.fill("updated", &[("date", &date)])) } }
        }
        "\n"
        script type="application/ld+json" { (PreEscaped(jsonld::in_html(&jsonld::graph(shown, base)))) }
        "\n"
    };
    plain(&markup.into_string())
}

/// A heading of a level from 1 to 6.
fn heading(level: u8, id: Option<&str>, inside: &Markup) -> Markup {
    let level = level.min(6);
    let start = match id {
        Some(id) => html! { (PreEscaped(format!("<h{level} id=\""))) (id) (PreEscaped("\">")) },
        None => PreEscaped(format!("<h{level}>")),
    };
    html! { (start) (inside) (PreEscaped(format!("</h{level}>"))) }
}

/// A text in an element of its own where it is in another language.
fn text(text: &Text) -> Markup {
    match &text.language {
        // It may be written from the other side, too.
        Some(language) => html! { span lang=(language) dir="auto" { (text.text) } },
        None => html! { (text.text) },
    }
}

/// A name, which browsers are not to translate, in its own language.
fn name(text: &Text) -> Markup {
    let dir = text.language.as_ref().map(|_| "auto");
    html! { span lang=[&text.language] dir=[dir] translate="no" { (text.text) } }
}

/// A sentence of the interface around what fills its one place.
fn around(sentence: &str, inside: &Markup) -> Markup {
    let (before, rest) = sentence.split_once('{').unwrap_or((sentence, ""));
    let after = rest.split_once('}').map_or(rest, |(_, after)| after);
    html! { (before) (inside) (after) }
}

/// The parts that are there, with a comma between.
fn joined(parts: impl IntoIterator<Item = Option<Markup>>) -> Markup {
    html! { @for (nth, part) in parts.into_iter().flatten().enumerate() { @if nth > 0 { ", " } (part) } }
}

/// A text as a link out of the page, where it has an address that may be one.
fn link(address: Option<&str>, inside: &Markup) -> Markup {
    match address.filter(|address| is_address(address)) {
        Some(address) => html! { a href=(address) rel="noopener noreferrer" { (inside) } },
        None => inside.clone(),
    }
}

/// The name of a party, which leads to its card where that is another one.
fn party(shown: &Shown, party: Party, on: InitiativeIdx) -> Markup {
    let name = name(&shown.name(party));
    match shown.card_of(party).filter(|card| *card != on) {
        Some(card) => html! { a href={ "#" (anchor("card", &shown.network.initiative(card).id)) } { (name) } },
        None => name,
    }
}

/// The id of a record inside the page.
pub fn anchor(of: &str, id: &str) -> String {
    format!("{PREFIX}{of}-{}", slug(id))
}

/// An id as a part of addresses: words joined by hyphens stay, of others each other character stands as its number, so
/// that two ids never become one.
pub fn slug(id: &str) -> String {
    let mut slug = String::new();
    for letter in id.chars() {
        match letter {
            'a'..='z' | '0'..='9' | '-' => slug.push(letter),
            other => slug.push_str(&format!("_{:x}_", other as u32)),
        }
    }
    slug
}

/// Terms with what is stated of them; a term without anything is left out.
#[derive(Default)]
struct Terms(Vec<(String, Vec<Markup>)>);

impl Terms {
    fn add(&mut self, term: &str, values: Vec<Markup>) {
        if !values.is_empty() {
            self.0.push((term.into(), values));
        }
    }

    fn markup(&self) -> Markup {
        html! {
            @if !self.0.is_empty() {
                dl.supra-terms {
                    @for (term, values) in &self.0 {
                        dt { (term) }
                        @for value in values { dd { (value) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
