//! The interface's own words, from one language pack at a time.
//!
//! Knows nothing of the page or of a framework. A pack is a flat JSON object, which the entry script
//! reads too; its keys are the constants of [`keys`].

use supranet_core::facet::Facet;
use supranet_core::filter::Sort;
use supranet_core::join::concat;
use supranet_core::locale::{Locale, Plural};
use supranet_core::model::{AgreementKind, Confidence, FollowUpKind, InitiativeKind, Scope, Status};
use supranet_core::order::{boundary, ordered};
use supranet_core::raw::{self, Node};

pub mod keys;

/// The stems of texts with a count: each stands in a pack once per plural form of its language.
pub mod counted {
    /// How many initiatives there are.
    pub const RESULTS_ALL: &str = "results.all";
    /// How many of them fit the filters.
    pub const RESULTS_SOME: &str = "results.some";
    /// How many agreements more there are.
    pub const AGREEMENTS_MORE: &str = "agreements.more";
    /// How many agreements without a date are left out.
    pub const UNDATED: &str = "results.undated";

    /// All of them.
    pub const ALL: &[&str] = &[RESULTS_ALL, RESULTS_SOME, AGREEMENTS_MORE, UNDATED];
}

/// The languages that there are packs of.
const LANGUAGES: [&str; 5] = ["da", "de", "en", "fr", "sv"];

/// A language and its pack, for apps that have no entry script to fetch it. What an app does not name is not in its module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag; may have a region (`sv-FI`), which dates and numbers then follow.
    pub tag: &'static str,
    /// The pack: a JSON object of texts.
    pub pack: &'static [u8],
}

impl Language {
    /// Danish.
    pub const DANISH: Self = Self { tag: "da", pack: include_bytes!("i18n/da.json") };
    /// English.
    pub const ENGLISH: Self = Self { tag: "en", pack: include_bytes!("i18n/en.json") };
    /// French.
    pub const FRENCH: Self = Self { tag: "fr", pack: include_bytes!("i18n/fr.json") };
    /// German.
    pub const GERMAN: Self = Self { tag: "de", pack: include_bytes!("i18n/de.json") };
    /// Swedish.
    pub const SWEDISH: Self = Self { tag: "sv", pack: include_bytes!("i18n/sv.json") };
}

/// Whether a tag is of a language that there are words in, and written as BCP 47 has it.
#[must_use]
pub fn is_language(tag: &str) -> bool {
    let mut language: String = tag.split('-').next().unwrap_or_default().into();
    language.make_ascii_lowercase();
    LANGUAGES.contains(&language.as_str()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// What customs depend on of a language's tag: language, script and region. The rest is left out, so that what comes back
/// is well formed. English without a region is British, as its texts are.
#[must_use]
pub fn customs_of(tag: &str) -> String {
    let mut parts = tag.split('-');
    let mut customs: String = parts.next().unwrap_or_default().into();
    customs.make_ascii_lowercase();
    let mut may_be_script = true;
    for part in parts {
        let are_letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let are_digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let is_script = may_be_script && part.len() == 4 && are_letters;
        if is_script || part.len() == 2 && are_letters || part.len() == 3 && are_digits {
            customs = concat(&[&customs, "-", part]);
        }
        if !is_script {
            break;
        }
        may_be_script = false;
    }
    if customs == "en" { "en-GB".into() } else { customs }
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
        let Ok(Node::Object(inside)) = raw::node(pack) else { return Self::default() };
        let mut members = Vec::new();
        for (key, node) in inside.members() {
            if let Node::String(text) = node {
                members.push((key.into_owned(), text.into_owned()));
            }
        }
        let mut texts = Vec::with_capacity(members.len());
        for at in ordered(members.len(), &|a, b| members[a].0.cmp(&members[b].0)) {
            texts.push(std::mem::take(&mut members[at]));
        }
        Self { texts }
    }

    /// The text of a key; the key itself where the pack does not have it.
    #[must_use]
    #[inline(never)]
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key with its places filled: `{name}` by the value beside `name`.
    #[must_use]
    #[inline(never)]
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
        let text = self.find(&concat(&[stem, form])).or_else(|| self.find(&concat(&[stem, ".other"])));
        filled(text.unwrap_or(stem), values)
    }

    /// The name of a facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> String {
        self.word("facet.", facet.key())
    }

    /// The word for a value of a facet that is a closed list; `None` for the others, whose values have names of their own.
    #[must_use]
    pub fn value(&self, facet: Facet, word: &str) -> Option<String> {
        let prefix = match facet {
            Facet::Scope => "scope.",
            Facet::Status => "status.",
            Facet::Agreement => "agreement.",
            _ => return None,
        };
        Some(self.word(prefix, word))
    }

    /// The word for an order.
    #[must_use]
    pub fn sort(&self, sort: Sort) -> String {
        self.word("sort.", sort.key())
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

    /// A status in one sentence.
    #[must_use]
    pub fn status_is(&self, word: Status) -> String {
        self.word("status.", &concat(&[word.key(), ".is"]))
    }

    /// The word for a kind of agreement.
    #[must_use]
    pub fn agreement(&self, word: AgreementKind) -> String {
        self.word("agreement.", word.key())
    }

    /// A kind of agreement in one sentence.
    #[must_use]
    pub fn agreement_is(&self, word: AgreementKind) -> String {
        self.word("agreement.", &concat(&[word.key(), ".is"]))
    }

    /// The word for a confidence.
    #[must_use]
    pub fn confidence(&self, word: Confidence) -> String {
        self.word("confidence.", word.key())
    }

    /// The word for a kind of follow-up.
    #[must_use]
    pub fn follow_up(&self, word: FollowUpKind) -> String {
        self.word("follow-up.", word.key())
    }

    #[inline(never)]
    fn word(&self, list: &str, key: &str) -> String {
        self.get(&concat(&[list, key])).into()
    }

    fn find(&self, key: &str) -> Option<&str> {
        let found = boundary(self.texts.len(), &|at| self.texts[at].0.as_str() < key);
        self.texts.get(found).filter(|(own, _)| own == key).map(|(_, text)| text.as_str())
    }
}

/// A text with its places filled: `{name}` by the value beside `name`, by nothing where there is none.
#[must_use]
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
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
mod tests;
