//! From text to the words that are searched: no case, no diacritics.
//!
//! Most texts are of western Europe's letters and are folded here; what else a letter is, the locale knows. A letter is
//! folded the same in every language, and one that some people write as two (ä as ae) is found by both. Scripts that put
//! no spaces between words are found from any letter on: each end of a run is a word of its own.

use crate::locale::Locale;
use crate::order::ordered;
use std::ops::Range;

/// How many letters of a run without spaces are searched from each letter on: a longer one would take the square of its
/// length.
const RUN: usize = 24;

/// Calls `each` for the folded words of a text. A word with such a letter comes twice: `ä` as `a`
/// and as `ae`.
fn words(text: &str, locale: &dyn Locale, each: &mut dyn FnMut(&[u8])) {
    parts(text, &mut Vec::new(), &mut |part, is_plain| if is_plain { each(part) } else { spelled(part, locale, each) });
}

/// Calls `each` for what stands between ASCII that is no letter or digit, and whether it is ASCII itself, which most
/// words are: nothing is folded there but case. `letters` is any room.
pub(super) fn parts(text: &str, letters: &mut Vec<u8>, each: &mut dyn FnMut(&[u8], bool)) {
    letters.clear();
    letters.extend_from_slice(text.as_bytes());
    letters.make_ascii_lowercase();
    let (mut start, mut all) = (0, 0);
    for (at, byte) in letters.iter().enumerate() {
        if matches!(byte, b'a'..=b'z' | b'0'..=b'9' | 0x80..) {
            all |= byte;
            continue;
        }
        if start < at {
            each(letters.get(start..at).unwrap_or_default(), all < 0x80);
        }
        (start, all) = (at + 1, 0);
    }
    if start < letters.len() {
        each(letters.get(start..).unwrap_or_default(), all < 0x80);
    }
}

/// Calls `each` for the folded words of a part that is not ASCII.
pub(super) fn spelled(part: &[u8], locale: &dyn Locale, each: &mut dyn FnMut(&[u8])) {
    let folded = fold(std::str::from_utf8(part).unwrap_or_default(), locale);
    for word in split(&folded) {
        let word = folded.get(word).unwrap_or_default();
        if word.starts_with(is_run) {
            for (start, _) in word.char_indices() {
                let run: String = word.get(start..).unwrap_or_default().chars().take(RUN).collect();
                each(run.as_bytes());
            }
            continue;
        }
        let plain = without_marks(word, false);
        let spelled_out = without_marks(word, true);
        if spelled_out != plain {
            each(spelled_out.as_bytes());
        }
        each(plain.as_bytes());
    }
}

/// The folded words of a question: once each, in the order of their letters.
pub(super) fn asked(text: &str, locale: &dyn Locale) -> Vec<String> {
    let folded = fold(text, locale);
    let mut words = Vec::new();
    for word in split(&folded) {
        let word = folded.get(word).unwrap_or_default();
        words.push(match word.starts_with(is_run) {
            true => word.chars().take(RUN).collect(),
            false => without_marks(word, false),
        });
    }
    // What was asked ten thousand times is asked once.
    let mut once: Vec<String> = Vec::new();
    for at in ordered(words.len(), &|a, b| words[a].cmp(&words[b])) {
        if once.last() != Some(&words[at]) {
            once.push(words[at].clone());
        }
    }
    once
}

/// Folded words to be found in a text, each at the beginning of a word.
#[derive(Debug, Clone)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a question.
    #[must_use]
    pub fn asked(text: &str, locale: &dyn Locale) -> Self {
        Self(asked(text, locale))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text has all of them.
    #[must_use]
    pub fn fit(&self, text: &str, locale: &dyn Locale) -> bool {
        let mut found = vec![false; self.0.len()];
        words(text, locale, &mut |word| {
            for (asked, found) in self.0.iter().zip(&mut found) {
                *found |= word.starts_with(asked.as_bytes());
            }
        });
        found.iter().all(|found| *found)
    }
}

/// The letters below the marks of `à` to `ÿ`, and so of the capitals: a dot for what has none, a star for what is none or
/// not the same as a capital.
pub(super) const LATIN: &[u8; 32] = b"aaaaaa.ceeeeiiii.nooooo*.uuuuy.*";

/// A text without case, with marks behind their letters. Where it has others than those of western Europe, the locale
/// folds it, which is a call of the browser.
pub(super) fn fold(text: &str, locale: &dyn Locale) -> String {
    let mut folded = String::new();
    for letter in text.chars() {
        let at = letter as usize % 32;
        match (letter, LATIN[at]) {
            ('\0'..='\x7f', _) => folded.push(letter.to_ascii_lowercase()),
            ('À'..='ÿ', b'.') => folded.push(char::from(0xE0 | at as u8)),
            ('À'..='ÿ', base @ b'a'..) => {
                folded.push(char::from(base));
                // Which one matters where it is spelled out.
                folded.push(match at {
                    5 => '\u{30a}',
                    4 | 0x16 | 0x1C => '\u{308}',
                    _ => '\u{301}',
                });
            }
            _ => return locale.fold(text),
        }
    }
    folded
}

/// Where the words of a folded text stand, one after the other.
pub(super) fn split(folded: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, letter) in folded.char_indices() {
        let separates = letter.is_ascii() && !letter.is_ascii_alphanumeric();
        let here = is_run(letter);
        // A mark goes with its letter.
        if separates || before.is_some_and(|before| before != here) && !is_mark(letter) {
            words.push(start..at);
            start = if separates { at + 1 } else { at };
        }
        before = (!separates).then_some(here);
    }
    words.push(start..folded.len());
    words.retain(|word| folded.get(word.clone()).unwrap_or_default().chars().any(|letter| !is_mark(letter)));
    words
}

/// A letter of Han, kana or Thai.
pub(super) fn is_run(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e5b}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Takes combining marks out. Spelled out, a letter with a mark that people write as a second letter
/// is two: `a` with two dots is `ae`.
fn without_marks(word: &str, spelled_out: bool) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        match in_place_of(letter, plain.chars().next_back(), spelled_out) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    plain
}

/// What is searched in place of a folded letter that stands behind `before`; `None` for the letter itself.
pub(super) fn in_place_of(letter: char, before: Option<char>, spelled_out: bool) -> Option<&'static str> {
    Some(match (letter, before) {
        ('\u{308}', Some('a' | 'o' | 'u')) if spelled_out => "e",
        ('\u{30a}', Some('a')) if spelled_out => "a",
        (mark, _) if is_mark(mark) => "",
        ('ø', _) if spelled_out => "oe",
        ('ø', _) => "o",
        ('æ', _) if spelled_out => "ae",
        ('æ', _) => "a",
        ('ß', _) => "ss",
        ('œ', _) => "oe",
        ('þ', _) => "th",
        ('ð' | 'đ', _) => "d",
        ('ł', _) => "l",
        ('ı', _) => "i",
        ('ħ', _) => "h",
        ('ŧ', _) => "t",
        // Lower case of one letter depends on whether a word ends there, and a typed word is not at its end yet.
        ('ς', _) => "σ",
        _ => return None,
    })
}

/// A mark that readers leave out: a combining diacritical mark, a Hebrew point or an Arabic vowel sign. Marks of other
/// scripts are letters to their readers.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use crate::locale::Fixed;

    fn asked(text: &str) -> Vec<String> {
        super::asked(text, &Fixed::new("en"))
    }

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        super::words(text, &Fixed::new("en"), &mut |word| words.push(String::from_utf8_lossy(word).into_owned()));
        words
    }

    #[test]
    fn case_and_diacritics_do_not_matter() {
        assert_eq!(asked("  Précision, MÉDECINE—2025 "), ["2025", "medecine", "precision"]);
        assert_eq!(asked("Cafe\u{301} I\u{307}stanbul Łódź Ştefan"), ["cafe", "istanbul", "lodz", "stefan"]);
        assert_eq!(asked("gms GMS, genome gms"), ["genome", "gms"]);
        assert_eq!(asked("γενες ΓΕΝΕΣΙΣ"), ["γενεσ", "γενεσισ"], "a last letter is folded as any other");
        assert_eq!(asked(" \u{301} ,;! 🙂 "), Vec::<String>::new());
    }

    #[test]
    fn a_letter_that_people_also_spell_out_is_indexed_both_ways() {
        assert_eq!(words("Tübingen"), ["tuebingen", "tubingen"]);
        let cities = ["aarhus", "arhus", "skaane", "skane", "koebenhavn", "kobenhavn", "strasse"];
        assert_eq!(words("Århus Skåne København Straße"), cities);
    }

    #[test]
    fn a_script_without_spaces_is_indexed_from_each_letter_on() {
        assert_eq!(words("東京genome大学"), ["東京", "京", "genome", "大学", "学"]);
        assert_eq!(asked("京 大学"), ["京", "大学"]);
        let long: String = "学".repeat(10_000);
        assert!(words(&long).iter().all(|word| word.chars().count() <= super::RUN));
    }

    #[test]
    fn vowel_signs_do_not_matter() {
        assert_eq!(asked("مُحَمَّد"), ["محمد"]);
    }
}
