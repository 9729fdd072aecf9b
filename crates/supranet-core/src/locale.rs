//! What depends on a language but not on the data: names of countries, order, dates, numbers, plurals.
//!
//! Knows nothing of where the knowledge comes from: `Intl` in a browser, a fixed table in tests.

use crate::join::concat;
use crate::model::PartialDate;
use crate::order::ordered;

/// The forms of CLDR that a count may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Such as English 0 where a language has its own form.
    Zero,
    /// Such as English 1.
    One,
    /// Such as Arabic 2.
    Two,
    /// Such as Polish 2 to 4.
    Few,
    /// Such as Polish 5.
    Many,
    /// Everything else.
    Other,
}

/// A language with its customs.
pub trait Locale {
    /// BCP 47.
    fn language(&self) -> &str;

    /// The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it is not known.
    fn country(&self, code: &str) -> String;

    /// The English name of a country, which is searched beside the shown one; the code itself where it is not known.
    fn country_in_english(&self, code: &str) -> String;

    /// The name of a language by its BCP 47 tag; the tag itself where it is not known.
    fn language_name(&self, tag: &str) -> String;

    /// For each text its place in the order of the language, from 0; equal texts have equal places.
    fn ranks(&self, texts: &[&str]) -> Vec<u32>;

    /// A date at its own precision.
    fn date(&self, date: PartialDate) -> String;

    /// From one date to another, each at its own precision.
    fn period(&self, from: PartialDate, to: PartialDate) -> String {
        concat(&[&self.date(from), " – ", &self.date(to)])
    }

    /// A whole number, grouped.
    fn number(&self, number: i64) -> String;

    /// A text in lower case and decomposed (NFKD), with an ASCII space in place of everything that is
    /// no letter, mark or digit. Asked only for texts that are not ASCII.
    fn fold(&self, text: &str) -> String;

    /// Which form a count takes.
    fn plural(&self, count: u64) -> Plural;
}

/// Dense ranks by a comparison: the order of the language, as [`Locale::ranks`] wants it.
pub fn ranks_by(len: usize, compare: &dyn Fn(usize, usize) -> std::cmp::Ordering) -> Vec<u32> {
    let order = ordered(len, compare);
    let mut ranks = vec![0; len];
    let mut rank = 0;
    for pair in order.windows(2) {
        if let [before, here] = *pair {
            rank += u32::from(compare(before, here).is_ne());
            ranks[here] = rank;
        }
    }
    ranks
}

/// A locale for tests and examples: English plurals, ISO dates, order by code point, a few countries
/// and a few letters with marks.
#[derive(Debug, Clone)]
pub struct Fixed {
    language: String,
}

impl Fixed {
    /// A locale that says it is of this language.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self { language: language.into() }
    }
}

impl Locale for Fixed {
    fn language(&self) -> &str {
        &self.language
    }

    fn country(&self, code: &str) -> String {
        let name = match code {
            "DE" => "Germany",
            "DK" => "Denmark",
            "FR" => "France",
            "GB" => "United Kingdom",
            "NO" => "Norway",
            "SE" => "Sweden",
            other => other,
        };
        name.into()
    }

    fn country_in_english(&self, code: &str) -> String {
        self.country(code)
    }

    fn language_name(&self, tag: &str) -> String {
        tag.into()
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        ranks_by(texts.len(), &|a, b| texts[a].cmp(texts[b]))
    }

    fn date(&self, date: PartialDate) -> String {
        date.to_string()
    }

    fn number(&self, number: i64) -> String {
        number.to_string()
    }

    fn fold(&self, text: &str) -> String {
        let mut folded = String::new();
        for character in text.chars().flat_map(char::to_lowercase) {
            match decomposed(character) {
                Some(parts) => folded.push_str(parts),
                None if character.is_alphanumeric() || is_mark(character) => {
                    folded.push(character);
                }
                None => folded.push(' '),
            }
        }
        folded
    }

    fn plural(&self, count: u64) -> Plural {
        if count == 1 { Plural::One } else { Plural::Other }
    }
}

/// Marks that are no letters by themselves, as far as the tests have them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

fn decomposed(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' => "a\u{308}",
        'å' => "a\u{30a}",
        'ç' => "c\u{327}",
        'é' => "e\u{301}",
        'ó' => "o\u{301}",
        'ö' => "o\u{308}",
        'ş' => "s\u{327}",
        'ü' => "u\u{308}",
        'ź' => "z\u{301}",
        _ => return None,
    })
}
