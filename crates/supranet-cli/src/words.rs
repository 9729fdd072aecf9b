//! The interface's own words: the language packs of the widget, so that the command says what the widget says.
//!
//! Knows nothing of what is told with them. The keys are those of `src/i18n/keys.rs`.

use anyhow::{Result, anyhow};
use std::collections::HashMap;
use supranet_core::locale::{Locale, Plural};

/// The packs by their languages.
const PACKS: [(&str, &str); 5] = [
    ("da", include_str!("../../../src/i18n/da.json")),
    ("de", include_str!("../../../src/i18n/de.json")),
    ("en", include_str!("../../../src/i18n/en.json")),
    ("fr", include_str!("../../../src/i18n/fr.json")),
    ("sv", include_str!("../../../src/i18n/sv.json")),
];

/// The texts of one language.
pub struct Words(HashMap<String, String>);

impl Words {
    /// The pack of a language.
    ///
    /// # Errors
    /// Where there is none; the languages that there are are named.
    pub fn new(language: &str) -> Result<Self> {
        let known = || PACKS.map(|(own, _)| own).join(", ");
        let pack = PACKS.iter().find(|(own, _)| *own == language);
        let (_, pack) = pack.ok_or_else(|| anyhow!("no words in `{language}`; the languages are {}", known()))?;
        Ok(Self(serde_json::from_str(pack)?))
    }

    /// The text of a key; the key itself where the pack does not have it.
    pub fn get<'w>(&'w self, key: &'w str) -> &'w str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with its places filled: `{name}` by the value beside `name`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.get(key), values)
    }

    /// The word of a closed list.
    pub fn word(&self, list: &str, key: &str) -> String {
        self.get(&format!("{list}.{key}")).into()
    }

    /// The text of a stem in the form that the count takes; `place` is filled by the count.
    pub fn count(&self, stem: &str, place: &str, count: usize, locale: &dyn Locale) -> String {
        self.counted(stem, count, locale, &[(place, &locale.number(count as i64))])
    }

    /// The same with all places to fill.
    pub fn counted(&self, stem: &str, count: usize, locale: &dyn Locale, values: &[(&str, &str)]) -> String {
        let form = match locale.plural(count as u64) {
            Plural::Zero => "zero",
            Plural::One => "one",
            Plural::Two => "two",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        };
        self.fill(&format!("{stem}.{form}"), values)
    }
}

/// A text with its places filled, by nothing where there is no value; in one pass, so that a value is never filled itself.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(values.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::{PACKS, Words};
    use crate::locale::IcuLocale;

    #[test]
    fn every_pack_of_the_widget_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/i18n");
        let names = std::fs::read_dir(folder).expect(folder).flatten();
        let mut packs: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        packs.retain(|name| name.ends_with(".json"));
        packs.sort();
        assert_eq!(packs, PACKS.map(|(language, _)| format!("{language}.json")));
    }

    /// Whatever stands in quotes after one of the calls that take a key.
    fn keys(source: &str) -> Vec<String> {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let mut keys = Vec::new();
        let calls = [("get", ""), ("fill", ""), ("count", ".other"), ("counted", ".other"), ("term", ""), ("add", "")];
        for (call, form) in calls {
            let call = format!("{call}(\"");
            let found = source.split(call.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
            keys.extend(found.map(|key| format!("{key}{form}")));
        }
        keys
    }

    #[test]
    fn every_key_that_the_command_asks_for_is_in_every_pack() {
        let sources = [
            include_str!("shown.rs"),
            include_str!("render.rs"),
            include_str!("render/card.rs"),
            include_str!("render/agreement.rs"),
            include_str!("render/filter.rs"),
            include_str!("feed.rs"),
            include_str!("jsonld.rs"),
            include_str!("jsonld/initiative.rs"),
            include_str!("jsonld/agreement.rs"),
        ];
        let keys: Vec<String> = sources.into_iter().flat_map(keys).collect();
        assert!(keys.len() > 30, "the calls are spelled otherwise now: {keys:?}");
        for (language, _) in PACKS {
            let words = Words::new(language).expect(language);
            let missing: Vec<&String> = keys.iter().filter(|key| !words.0.contains_key(*key)).collect();
            assert!(missing.is_empty(), "{language} has no {missing:?}");
        }
    }

    #[test]
    fn a_language_without_a_pack_is_refused_and_those_with_one_are_named() {
        let refused = Words::new("xx").map(|_| ()).map_err(|error| error.to_string());
        assert!(
            refused
                .as_ref()
                .is_err_and(|line| line.starts_with("no words in `xx`; the languages are da, de, en, fr, sv"))
        );
    }

    #[test]
    fn places_are_filled_once_and_counts_take_their_form() {
        let words = Words::new("en").expect("en");
        assert_eq!(words.fill("remove", &[("value", "{value}")]), "Remove filter: {value}");
        let locale = IcuLocale::new("en").expect("en");
        assert_eq!(words.count("results.all", "total", 1, &locale), "1 initiative");
        assert_eq!(words.count("results.all", "total", 1234, &locale), "1,234 initiatives");
    }
}
