//! From the attributes of the element to typed values.
//!
//! A wrong value is one line for the page author (SN301) and the default. Knows nothing of the page.

use crate::browser::warn;
use supranet_core::facet::Facet;
use supranet_core::filter::Filter;
use supranet_core::join::concat;
use supranet_core::validate::is_address;

/// The default of `heading-level`.
const HEADING_LEVEL: u8 = 2;

/// What the page author set.
pub(super) struct Attributes {
    /// The presets of the filters.
    pub filter: Filter,
    /// The level of the widget's own heading, 1 to 5.
    pub heading_level: u8,
    /// Where a visitor reports an error: http, https or mailto.
    pub feedback: Option<String>,
    /// Whether the console is told what was found.
    pub debug: bool,
}

impl Default for Attributes {
    fn default() -> Self {
        Self { filter: Filter::default(), heading_level: HEADING_LEVEL, feedback: None, debug: false }
    }
}

/// What a change of an attribute means for what is shown.
pub(super) enum Effect {
    /// It is a matter of style, of the entry script, or of the next load.
    Nothing,
    /// A facet has these values now.
    Filter(Facet, Vec<String>),
    /// These words are to be found now.
    Search(String),
    /// The markup is another.
    Redraw,
}

impl Attributes {
    /// Takes one attribute; `None` is its absence.
    pub(super) fn set(&mut self, name: &str, value: Option<&str>) -> Effect {
        if let Some(facet) = Facet::from_key(name) {
            let values: Vec<String> = value.unwrap_or_default().split(',').map(String::from).collect();
            self.filter.set(facet, &values);
            return Effect::Filter(facet, values);
        }
        match name {
            "q" => {
                self.filter.q = value.unwrap_or_default().into();
                Effect::Search(self.filter.q.clone())
            }
            "heading-level" => {
                let level = value.map(|value| value.trim().parse().ok().filter(|level| (1..=5).contains(level)));
                self.heading_level = known(name, value, level, "a number from 1 to 5", HEADING_LEVEL);
                Effect::Redraw
            }
            "scheme" => {
                let words = ["auto", "light", "dark", "inherit"];
                let word = value.map(|value| words.contains(&value).then_some(()));
                known(name, value, word, "auto, light, dark or inherit", ());
                Effect::Nothing
            }
            "loading" => {
                let word = value.map(|value| ["lazy", "eager"].contains(&value).then_some(()));
                known(name, value, word, "lazy or eager", ());
                Effect::Nothing
            }
            "feedback" => {
                let address = value.map(|value| is_address(value).then(|| Some(value.to_owned())));
                self.feedback = known(name, value, address, "an address with https or mailto", None);
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

/// The value read, or the default: silently where none is stated, with a warning where it is wrong.
fn known<T>(name: &str, stated: Option<&str>, read: Option<Option<T>>, expected: &str, default: T) -> T {
    match read {
        Some(Some(value)) => value,
        Some(None) => {
            let stated = stated.unwrap_or_default();
            warn(&concat(&[
                "supra-network SN301: ",
                name,
                "=\"",
                stated,
                "\": ",
                expected,
                " is expected; the default stands",
            ]));
            default
        }
        None => default,
    }
}
