//! From the attributes of the element to typed values.
//!
//! A wrong value is one line for the page author (SN301) and the default. Knows nothing of the page.

use crate::browser::history::Where;
use crate::browser::warn;
use crate::i18n::is_language;
use crate::store::{Address, HIDEABLE, Settings};
use supranet_core::filter::{Part, Sort};
use supranet_core::join::concat;
use supranet_core::validate::is_address;

/// What the page author set.
#[derive(Default)]
pub(super) struct Attributes {
    /// What is shown, and how.
    pub settings: Settings,
    /// Whether the console is told what was found.
    pub debug: bool,
    place: Option<Where>,
    prefix: Option<String>,
}

/// What a change of an attribute means for what is shown.
pub(super) enum Effect {
    /// It is a matter of style, of the entry script, or of the next load.
    Nothing,
    /// A part of the question is preset otherwise.
    Preset(Part),
    /// More or fewer cards are shown.
    Repage,
    /// The markup is another.
    Redraw,
}

impl Attributes {
    /// Takes one attribute; `None` is its absence.
    pub(super) fn set(&mut self, name: &str, value: Option<&str>) -> Effect {
        let Settings { presets, locked, hidden, page_size, heading_level, address, feedback } = &mut self.settings;
        if let Some(part) = Part::from_key(name) {
            let text = value.unwrap_or_default();
            match part {
                Part::Facet(facet) => presets.set(facet, text.split(',')),
                Part::Q => presets.q = text.into(),
                Part::From => presets.from = known(name, value, value.map(year), "a year", None),
                Part::To => presets.to = known(name, value, value.map(year), "a year", None),
                Part::Sort => {
                    let sort = value.map(|value| Sort::from_key(value).map(Some));
                    presets.sort = known(name, value, sort, "name, country, links, recent or relevance", None);
                }
            }
            return Effect::Preset(part);
        }
        let default = Settings::default();
        match name {
            "lock" => {
                locked.clear();
                words(name, value, &mut |word| Part::from_key(word).map(|part| locked.push(part)).is_some());
                Effect::Redraw
            }
            "hide" => {
                hidden.clear();
                let find = |word: &str| HIDEABLE.into_iter().find(|own| *own == word);
                words(name, value, &mut |word| find(word).map(|own| hidden.push(own)).is_some());
                Effect::Redraw
            }
            "page-size" => {
                let size = value.map(|value| number(value, 1, 1000));
                *page_size = known(name, value, size, "a number from 1 to 1000", default.page_size);
                Effect::Repage
            }
            "heading-level" => {
                let level = value.map(|value| number(value, 1, 5));
                *heading_level = known(name, value, level, "a number from 1 to 5", default.heading_level);
                Effect::Redraw
            }
            "url" => {
                let place = value.map(|value| match value {
                    "off" => Some(None),
                    "query" => Some(Some(Where::Query)),
                    "hash" => Some(Some(Where::Hash)),
                    _ => None,
                });
                self.place = known(name, value, place, "off, query or hash", None);
                *address = address_of(self.place, self.prefix.as_deref());
                Effect::Redraw
            }
            "url-prefix" => {
                self.prefix = value.map(String::from);
                *address = address_of(self.place, self.prefix.as_deref());
                Effect::Redraw
            }
            "view" | "views" => {
                words(name, value, &mut |word| word == "cards");
                Effect::Nothing
            }
            "scheme" => {
                let words = ["auto", "light", "dark", "inherit"];
                let word = value.map(|value| words.contains(&value).then_some(()));
                known(name, value, word, "auto, light, dark or inherit", ());
                Effect::Nothing
            }
            "lang" => {
                // The entry script finds the language; here is only said what is wrong.
                let language = value.map(|value| is_language(value).then_some(()));
                known(name, value, language, "a language that there are words in", ());
                Effect::Nothing
            }
            "loading" => {
                let word = value.map(|value| ["lazy", "eager"].contains(&value).then_some(()));
                known(name, value, word, "lazy or eager", ());
                Effect::Nothing
            }
            "feedback" => {
                let address = value.map(|value| is_address(value).then(|| Some(value.to_owned())));
                *feedback = known(name, value, address, "an address with https or mailto", None);
                Effect::Redraw
            }
            "debug" => {
                self.debug = value.is_some();
                Effect::Nothing
            }
            _ => Effect::Nothing,
        }
    }
}

fn address_of(place: Option<Where>, prefix: Option<&str>) -> Option<Address> {
    place.map(|place| Address { place, prefix: prefix.unwrap_or("sn-").into() })
}

/// A year as it is typed; without one none is asked.
fn year(value: &str) -> Option<Option<u16>> {
    let value = value.trim();
    if value.is_empty() { Some(None) } else { value.parse().ok().map(Some) }
}

fn number(value: &str, least: usize, most: usize) -> Option<usize> {
    value.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

/// Takes the words of a list, each of which may be known; those that are not are one warning.
#[inline(never)]
fn words(name: &str, value: Option<&str>, take: &mut dyn FnMut(&str) -> bool) {
    let mut is_known = true;
    for word in value.unwrap_or_default().split([' ', ',']) {
        let word = word.trim();
        is_known &= take(word) || word.is_empty();
    }
    known(name, value, (!is_known).then_some(None), "a list of known names", ());
}

/// The value read, or the default: silently where none is stated, with a warning where it is wrong.
fn known<T>(name: &str, stated: Option<&str>, read: Option<Option<T>>, expected: &str, default: T) -> T {
    match read {
        Some(Some(value)) => value,
        Some(None) => {
            warn_of(name, stated.unwrap_or_default(), expected);
            default
        }
        None => default,
    }
}

#[inline(never)]
fn warn_of(name: &str, stated: &str, expected: &str) {
    warn(&concat(&[
        "supra-network SN301: ",
        name,
        "=\"",
        stated,
        "\": ",
        expected,
        " is expected; the default stands",
    ]));
}
