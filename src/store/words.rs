//! Texts with their languages, and sentences that hold such texts.
//!
//! Knows nothing of which record they are from. A sentence of the interface may hold words in another language, or a name
//! that no browser is to translate: they stand in it between characters that are in no text, and whoever draws it makes
//! elements of them (`browser/dom/text.rs`).

use super::Data;
use crate::browser::dom::text::{NAME_END, PART_END, SAID, START};
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::LocalizedText;

/// A text, and its language where that is not the shown one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// BCP 47, where it differs from the language of the interface.
    pub language: Option<String>,
    /// Whether it is a name, which browsers are not to translate.
    pub is_name: bool,
}

impl Words {
    /// The words as a part of a sentence of the interface.
    #[must_use]
    #[inline(never)]
    pub fn within(&self) -> String {
        if self.text.is_empty() || self.language.is_none() && !self.is_name {
            return self.text.clone();
        }
        let end = if self.is_name { NAME_END } else { PART_END };
        concat(&[START, self.language.as_deref().unwrap_or_default(), SAID, &self.text, end])
    }
}

/// A text in the shown language, or in the nearest that there is.
#[inline(never)]
pub(super) fn shown(data: &Data, text: &LocalizedText) -> Words {
    let language = data.locale().language();
    let said = text.in_language(language, &data.network.default_language);
    let Some(said) = said else { return plain("") };
    let other = !said.language.is_empty() && !said.language.eq_ignore_ascii_case(language);
    Words { language: other.then(|| said.language.into()), ..plain(said.text) }
}

/// The same of a name.
#[inline(never)]
pub(super) fn shown_name(data: &Data, text: &LocalizedText) -> Words {
    let mut words = shown(data, text);
    words.is_name = true;
    words
}

/// Words of the interface itself.
pub(super) fn plain(text: impl Into<String>) -> Words {
    words(text.into(), false)
}

/// A name without a language.
pub(super) fn name(text: impl Into<String>) -> Words {
    words(text.into(), true)
}

#[inline(never)]
fn words(text: String, is_name: bool) -> Words {
    Words { text, language: None, is_name }
}
