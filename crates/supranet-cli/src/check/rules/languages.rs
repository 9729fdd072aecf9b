//! Texts that lack a language, and languages that are none.
//!
//! Knows nothing of what a text says.

use super::{Found, Rule};
use crate::check::record::{Record, Value};
use isolang::Language;
use oxilangtag::LanguageTag;
use std::collections::{BTreeMap, BTreeSet};
use supranet_core::raw::Node;
use supranet_core::shape::Kind;

/// What stays in the language of the source, and remarks for those who check the file: no language is missing there.
const NOT_SHOWN_IN_ALL: [&str; 2] = ["sourceWord", "note"];
/// A name has the languages that it is known in, of which the other texts need not have all.
const NAME: &str = "name";
/// In so many texts, a language that only one has is not that of the record.
const MANY: usize = 3;
const FALLBACK: &str = "en";

#[derive(Default)]
pub struct Languages {
    /// That of the file being read.
    default: String,
}

impl Rule for Languages {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        if record.list.is_none() {
            self.default = record.text("defaultLanguage").unwrap_or(FALLBACK).to_owned();
        }
        self.tags(record, found);
        self.missing(record, found);
    }
}

impl Languages {
    fn tags(&self, record: &Record<'_>, found: &mut Found) {
        for (at, value) in record.values.iter().enumerate() {
            let tag = match (value.key(), value.parent) {
                (Some("language" | "defaultLanguage"), _) if matches!(value.kind, Kind::Text) => value.text(),
                (tag, Some(texts)) if is_texts(&record.values[texts]) => tag,
                _ => None,
            };
            if let Some(tag) = tag
                && let Some(wrong) = fault(tag)
            {
                found.warn(record, at, "doubtful-language", format!("\"{tag}\" {wrong}"));
            }
        }
    }

    fn missing(&self, record: &Record<'_>, found: &mut Found) {
        let all: Vec<(usize, BTreeSet<&str>)> = record
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| is_texts(value) && !value.key().is_some_and(|key| NOT_SHOWN_IN_ALL.contains(&key)))
            .map(|(at, _)| (at, record.parts(at).filter_map(Value::key).collect()))
            .collect();
        let others = || all.iter().filter(|(at, _)| record.values[*at].key() != Some(NAME));
        let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
        for language in others().flat_map(|(_, own)| own) {
            *languages.entry(language).or_default() += 1;
        }
        // One text of many may say as well how the source writes it, such as the title of who signed.
        if others().count() >= MANY {
            languages.retain(|_, texts| *texts > 1);
        }
        for (at, own) in all.iter().filter(|(_, own)| !own.is_empty()) {
            if !own.contains(self.default.as_str()) {
                let message = format!("no text in \"{0}\", the `defaultLanguage` of the file; add one", self.default);
                found.warn(record, *at, "default-language-missing", message);
            }
            let is_missing = |language: &&str| *language != self.default && !own.contains(language);
            let missing: Vec<&str> = languages.keys().copied().filter(is_missing).collect();
            if !missing.is_empty() {
                let message =
                    format!("no text in {}, which other texts of this record have; add it", missing.join(", "));
                found.warn(record, *at, "language-missing", message);
            }
        }
    }
}

/// Whether this is a text in several languages.
fn is_texts(value: &Value<'_>) -> bool {
    matches!((value.kind, &value.node), (Kind::Texts | Kind::Name, Node::Object(_)))
}

/// What is doubtful about a language tag of BCP 47.
fn fault(tag: &str) -> Option<String> {
    let Ok(canonical) = LanguageTag::parse_and_normalize(tag) else {
        return Some("is no language tag; write one such as sv, de-CH or zh-Hant".into());
    };
    let language = canonical.primary_language();
    let is_known = Language::from_639_1(language).or_else(|| Language::from_639_3(language));
    match is_known {
        None => Some(format!("begins with no language that ISO 639 has: \"{language}\"; write one such as sv or da")),
        Some(known) if known.to_639_1().is_some_and(|short| short != language) => Some(format!(
            "is written \"{}\"",
            canonical.as_str().replacen(language, known.to_639_1().unwrap_or_default(), 1)
        )),
        Some(_) => (canonical.as_str() != tag).then(|| format!("is written \"{canonical}\"")),
    }
}
