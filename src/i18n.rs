//! The interface's own words, from one language pack at a time.
//!
//! Knows nothing of the page or of a framework. A pack is a flat JSON object, which the entry script
//! reads too; its keys are the constants of [`keys`].

use std::borrow::Cow;
use supranet_core::facet::Facet;
use supranet_core::locale::{Locale, Plural};
use supranet_core::model::{AgreementKind, FollowUpKind, InitiativeKind, Scope, Status};
use supranet_core::order::{boundary, ordered};
use supranet_core::raw::{self, Node};

/// Declares the keys of the packs, and the list of them that a test compares with each pack.
macro_rules! keys {
    ($($name:ident = $key:literal,)*) => {
        /// The keys of texts without a count.
        pub mod keys {
            $(#[doc = concat!("`", $key, "`")] pub const $name: &str = $key;)*

            /// All of them.
            pub const ALL: &[&str] = &[$($name,)*];
        }
    };
}

keys! {
    AGREEMENTS = "agreements",
    AGREEMENTS_NONE = "agreements.none",
    AGREEMENTS_STATES = "agreements.states",
    ANNOUNCED = "announced",
    AREAS = "areas",
    CHOSEN = "chosen",
    CLEAR = "clear",
    COUNTRY_AT = "country.at",
    DETAILS = "details",
    DETAILS_OF = "details.of",
    EMPTY = "empty",
    EMPTY_HINT = "empty.hint",
    FIELD_ANNOUNCED = "field.announced",
    FIELD_AREAS = "field.areas",
    FIELD_ENDED = "field.ended",
    FIELD_EVENT = "field.event",
    FIELD_FOLLOW_UPS = "field.follow-ups",
    FIELD_KIND = "field.kind",
    FIELD_PLACE = "field.place",
    FIELD_QUOTES = "field.quotes",
    FIELD_RENEWALS = "field.renewals",
    FIELD_SIGNATORIES = "field.signatories",
    FIELD_SIGNED = "field.signed",
    FIELD_SOURCES = "field.sources",
    FIELD_SOURCE_WORD = "field.source-word",
    FIELD_TOPICS = "field.topics",
    FILTERS = "filters",
    HEADING = "heading",
    HIDDEN = "hidden",
    HIDDEN_SHOW = "hidden.show",
    MULTILATERAL = "multilateral",
    NOT_STATED = "not-stated",
    PARTLY = "partly",
    REMOVE = "remove",
    RENEWED = "renewed",
    RENEWED_ANNOUNCED = "renewed.announced",
    RENEWED_UNDATED = "renewed.undated",
    SEARCH = "search",
    SEARCH_CHIP = "search.chip",
    SEARCH_HINT = "search.hint",
    SIGNATORY = "signatory",
    SIGNED = "signed",
    UNDATED = "undated",
    UPDATED = "updated",
}

/// The stems of texts with a count: each stands in a pack once per plural form of its language.
pub mod counted {
    /// How many initiatives there are.
    pub const RESULTS_ALL: &str = "results.all";
    /// How many of them fit the filters.
    pub const RESULTS_SOME: &str = "results.some";

    /// All of them.
    pub const ALL: &[&str] = &[RESULTS_ALL, RESULTS_SOME];
}

/// The texts of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strings {
    /// In order of their keys.
    texts: Vec<(String, String)>,
}

impl Strings {
    /// Reads a pack; a broken one has no texts, and each key then stands for itself.
    #[must_use]
    pub fn from_pack(pack: &[u8]) -> Self {
        let Ok(Node::Object(members)) = raw::node(pack) else { return Self::default() };
        let text = |(key, node): &(_, Node<'_>)| match node {
            Node::String(text) => Some((String::from(Cow::clone(key)), text.to_string())),
            _ => None,
        };
        let order = ordered(members.len(), &|a, b| members[a].0.cmp(&members[b].0));
        Self { texts: order.into_iter().filter_map(|at| text(&members[at])).collect() }
    }

    /// The text of a key; the key itself where the pack does not have it.
    #[must_use]
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key with its places filled: `{name}` by the value beside `name`.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.get(key), values)
    }

    /// The text of a stem in the form that the count takes, with its places filled.
    #[must_use]
    pub fn count(&self, stem: &str, count: u64, locale: &dyn Locale, values: &[(&str, &str)]) -> String {
        let form = match locale.plural(count) {
            Plural::Zero => ".zero",
            Plural::One => ".one",
            Plural::Two => ".two",
            Plural::Few => ".few",
            Plural::Many => ".many",
            Plural::Other => ".other",
        };
        let text = self.find(&[stem, form].concat()).or_else(|| self.find(&[stem, ".other"].concat()));
        filled(text.unwrap_or(stem), values)
    }

    /// The name of a facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &str {
        self.get(match facet {
            Facet::Country => "facet.country",
            Facet::Area => "facet.area",
        })
    }

    /// The word for a scope.
    #[must_use]
    pub fn scope(&self, word: Scope) -> String {
        self.word("scope.", word.key())
    }

    /// The word for a kind of initiative.
    #[must_use]
    pub fn kind(&self, word: InitiativeKind) -> String {
        self.word("kind.", word.key())
    }

    /// The word for a status.
    #[must_use]
    pub fn status(&self, word: Status) -> String {
        self.word("status.", word.key())
    }

    /// The word for a kind of agreement.
    #[must_use]
    pub fn agreement(&self, word: AgreementKind) -> String {
        self.word("agreement.", word.key())
    }

    /// The word for a kind of follow-up.
    #[must_use]
    pub fn follow_up(&self, word: FollowUpKind) -> String {
        self.word("follow-up.", word.key())
    }

    fn word(&self, list: &str, key: &str) -> String {
        self.get(&[list, key].concat()).into()
    }

    fn find(&self, key: &str) -> Option<&str> {
        let found = boundary(self.texts.len(), &|at| self.texts[at].0.as_str() < key);
        self.texts.get(found).filter(|(own, _)| own == key).map(|(_, text)| text.as_str())
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        filled.push_str(values.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use supranet_core::locale::Fixed;

    const EN: &str = include_str!("i18n/en.json");

    /// What the entry script says itself, where Rust is not there to say it.
    const OF_THE_ENTRY: &[&str] = &[
        "loading", "retry", "SN101", "SN102", "SN103", "SN104", "SN201", "SN202", "SN203", "SN204", "SN205", "SN206",
        "SN207", "SN208", "SN401", "SN402",
    ];

    fn wanted() -> Vec<String> {
        let words = |list: &str, keys: Vec<&'static str>| -> Vec<String> {
            keys.into_iter().map(|key| format!("{list}.{key}")).collect()
        };
        let mut wanted: Vec<String> = keys::ALL.iter().chain(OF_THE_ENTRY).map(|key| (*key).into()).collect();
        wanted.extend(counted::ALL.iter().flat_map(|stem| [format!("{stem}.one"), format!("{stem}.other")]));
        wanted.extend(words("facet", Facet::ALL.iter().map(|facet| facet.key()).collect()));
        wanted.extend(words("scope", Scope::ALL.iter().map(|word| word.key()).collect()));
        wanted.extend(words("kind", InitiativeKind::ALL.iter().map(|word| word.key()).collect()));
        wanted.extend(words("status", Status::ALL.iter().map(|word| word.key()).collect()));
        wanted.extend(words("agreement", AgreementKind::ALL.iter().map(|word| word.key()).collect()));
        wanted.extend(words("follow-up", FollowUpKind::ALL.iter().map(|word| word.key()).collect()));
        wanted.sort();
        wanted
    }

    #[test]
    fn the_english_pack_has_every_text_and_no_other() {
        let strings = Strings::from_pack(EN.as_bytes());
        let keys: Vec<String> = strings.texts.iter().map(|(key, _)| key.clone()).collect();
        assert_eq!(keys, wanted());
    }

    #[test]
    fn places_in_a_text_are_filled_and_unknown_ones_left_empty() {
        let strings = Strings::from_pack(
            br#"{"a": "{x} of {y}{z}.", "b": "a {", "n.one": "{n} thing", "n.other": "{n} things"}"#,
        );
        assert_eq!(strings.fill("a", &[("y", "2"), ("x", "{y}")]), "{y} of 2.");
        assert_eq!(strings.fill("b", &[]), "a ");
        assert_eq!(strings.get("missing"), "missing");
        let locale = Fixed::new("en");
        assert_eq!(strings.count("n", 1, &locale, &[("n", "1")]), "1 thing");
        assert_eq!(strings.count("n", 0, &locale, &[("n", "0")]), "0 things");
    }

    #[test]
    fn a_broken_pack_has_no_texts() {
        assert_eq!(Strings::from_pack(b"<html>"), Strings::default());
    }
}
