//! Texts in several languages.
//!
//! Knows nothing of the interface's own words, which are in the widget's language packs.

/// One text in as many languages as the file has; may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalizedText(pub Vec<(String, String)>);

/// A text as shown, with the language that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'t> {
    /// The words.
    pub text: &'t str,
    /// BCP 47 of the words; empty where they are the same in every language.
    pub language: &'t str,
}

impl LocalizedText {
    /// A text that is the same in every language.
    #[must_use]
    pub fn same(text: String) -> Self {
        Self(vec![(String::new(), text)])
    }

    /// The text in `language`, else in the same language of another region or script, else in
    /// `fallback` (the dataset's own language), else in English, else in the first there is.
    #[must_use]
    pub fn in_language(&self, language: &str, fallback: &str) -> Option<Said<'_>> {
        let exact = |wanted: &str| self.0.iter().find(|(own, _)| own.eq_ignore_ascii_case(wanted));
        let same = |wanted: &str| self.0.iter().find(|(own, _)| base(own).eq_ignore_ascii_case(base(wanted)));
        let found = exact(language)
            .or_else(|| same(language))
            .or_else(|| exact(fallback))
            .or_else(|| same(fallback))
            .or_else(|| same("en"))
            .or_else(|| self.0.first());
        found.map(|(language, text)| Said { text, language })
    }

    /// Whether no language has it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All texts, in file order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }
}

/// The language itself, without script and region: `sv` of `sv-FI`.
fn base(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

#[cfg(test)]
mod tests {
    use super::LocalizedText;

    fn shown(languages: &[&str], wanted: &str, fallback: &str) -> Option<String> {
        let text = LocalizedText(languages.iter().map(|own| ((*own).into(), (*own).into())).collect());
        text.in_language(wanted, fallback).map(|said| said.text.into())
    }

    #[test]
    fn a_text_is_shown_in_the_nearest_language_that_there_is() {
        let cases = [
            (&["en", "sv"][..], "sv", "en", Some("sv")),
            (&["en", "sv"], "sv-FI", "en", Some("sv")),
            (&["en", "pt-BR"], "pt", "en", Some("pt-BR")),
            (&["en", "sv"], "da", "sv", Some("sv")),
            (&["fr", "en-GB"], "da", "sv", Some("en-GB")),
            (&["fr", "de"], "da", "sv", Some("fr")),
            (&["EN"], "en", "en", Some("EN")),
            (&[], "en", "en", None),
        ];
        for (languages, wanted, fallback, expected) in cases {
            assert_eq!(shown(languages, wanted, fallback).as_deref(), expected, "{languages:?} in {wanted}");
        }
    }
}
