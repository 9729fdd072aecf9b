//! Which letters of a shown text the asked words match.
//!
//! Words are found folded, and marked as they are written: each letter of the text is folded by itself, with the marks
//! that follow it, so that it is known where each folded letter came from. Knows nothing of cards, nor of how a mark
//! looks.

use super::fold::{asked, fold, in_place_of, is_mark, is_run, split};
use super::text::TextIndex;
use super::typo::{allowed, nearest_prefix};
use crate::locale::Locale;
use std::ops::Range;

/// The words of one question, ready to be marked in many texts.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    /// Those that begin a word of the dataset, folded.
    begun: Vec<String>,
    /// Those that begin none and may have typos, letter by letter.
    near: Vec<Vec<char>>,
}

impl Marker {
    /// Reads a question; `locale` is the one of the index.
    #[must_use]
    pub fn new(index: &TextIndex, question: &str, locale: &dyn Locale) -> Self {
        let mut marker = Self::default();
        for word in asked(question, locale) {
            if index.has_beginning(&word) {
                marker.begun.push(word);
                continue;
            }
            let letters: Vec<char> = word.chars().collect();
            if allowed(letters.len()) > 0 {
                marker.near.push(letters);
            }
        }
        marker
    }

    /// Whether it marks nothing in any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.begun.is_empty() && self.near.is_empty()
    }

    /// The parts of a text that the asked words match, in bytes: whole letters, ascending, neither overlapping nor
    /// touching. A word marks as much of the beginning of a word as was typed, and of one that begins no word of the
    /// dataset what it was nearest to.
    #[must_use]
    pub fn marks(&self, text: &str, locale: &dyn Locale) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        if self.is_empty() {
            return marks;
        }
        let folded = Folded::new(text, locale);
        for word in split(&folded.letters) {
            let letters = folded.letters.get(word.clone()).unwrap_or_default();
            if letters.starts_with(is_run) {
                for (from, _) in letters.char_indices() {
                    let length = self.matched(letters.get(from..).unwrap_or_default());
                    let from = word.start + from;
                    folded.mark(from..from + length, &mut marks);
                }
                continue;
            }
            for spelled_out in [false, true] {
                let (plain, places) = spelled(letters, spelled_out);
                if let Some(last) = self.matched(&plain).checked_sub(1) {
                    folded.mark(word.start + places[0]..word.start + places[last] + 1, &mut marks);
                }
            }
        }
        marks
    }

    /// How many bytes at the beginning of an indexed word are matched.
    fn matched(&self, word: &str) -> usize {
        let mut most = 0;
        for asked in &self.begun {
            if word.starts_with(asked.as_str()) {
                most = most.max(asked.len());
            }
        }
        for typed in &self.near {
            if typed.first().is_some_and(|first| word.starts_with(*first)) {
                // One more than can count, so that a cut word is not taken for a whole one.
                let edits = allowed(typed.len());
                let letters: Vec<char> = word.chars().take(typed.len() + edits + 1).collect();
                if let Some((length, _)) = nearest_prefix(typed, &letters, edits) {
                    most = most.max(letters[..length].iter().map(|letter| letter.len_utf8()).sum());
                }
            }
        }
        most
    }
}

/// A text with its letters folded one by one.
#[derive(Default)]
struct Folded {
    letters: String,
    /// For each byte of `letters` the part of the text that it came from.
    origins: Vec<Range<usize>>,
}

impl Folded {
    fn new(text: &str, locale: &dyn Locale) -> Self {
        let mut folded = Self::default();
        let mut from = 0;
        while from < text.len() {
            let until = from + letter_length(text.get(from..).unwrap_or_default());
            let letter = text.get(from..until).unwrap_or_default();
            match *letter.as_bytes() {
                [ascii] => folded.letters.push(char::from(ascii.to_ascii_lowercase())),
                _ => folded.letters.push_str(&fold(letter, locale)),
            }
            folded.origins.resize(folded.letters.len(), from..until);
            from = until;
        }
        folded
    }

    /// Adds what these folded bytes came from to marks, none of which begins after it.
    fn mark(&self, bytes: Range<usize>, marks: &mut Vec<Range<usize>>) {
        let origins = &self.origins[bytes];
        let (Some(first), Some(last)) = (origins.first(), origins.last()) else { return };
        match marks.last_mut() {
            Some(before) if first.start <= before.end => before.end = before.end.max(last.end),
            _ => marks.push(first.start..last.end),
        }
    }
}

/// A folded word as it is indexed, and for each byte of it the place in the word of the letter it came from.
fn spelled(word: &str, spelled_out: bool) -> (String, Vec<usize>) {
    let (mut plain, mut places) = (String::new(), Vec::new());
    for (at, letter) in word.char_indices() {
        match in_place_of(letter, plain.chars().next_back(), spelled_out) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
        places.resize(plain.len(), at);
    }
    (plain, places)
}

/// How many bytes the first letter of a text takes, with all that is written on it.
fn letter_length(text: &str) -> usize {
    let mut length = 0;
    for character in text.chars() {
        if length > 0 && !stands_on_another(character) {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// Whether a character is drawn on the letter before it, so that a mark must not come between them. Of most scripts in
/// use; where one is missing, its letter is marked without it.
fn stands_on_another(character: char) -> bool {
    // The scripts of India stand in blocks of one plan.
    let in_block = character as u32 & 0x7f;
    match character {
        '\u{900}'..='\u{d7f}' => {
            matches!(in_block, 1..=3 | 0x3c | 0x3e..=0x4d | 0x55..=0x57 | 0x62 | 0x63)
                || matches!(character, '\u{a70}' | '\u{a71}')
        }
        // Cyrillic, Syriac, Thaana, Sinhala, Thai, Lao, Tibetan, Burmese, the later letters of a Korean syllable, Khmer.
        '\u{483}'..='\u{489}' | '\u{711}' | '\u{730}'..='\u{74a}' | '\u{7a6}'..='\u{7b0}' => true,
        '\u{d81}'..='\u{d83}' | '\u{dca}'..='\u{ddf}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' => true,
        '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' => true,
        '\u{f71}'..='\u{f84}' | '\u{102b}'..='\u{103e}' | '\u{1160}'..='\u{11ff}' | '\u{17b4}'..='\u{17d3}' => true,
        // Of any script, of Chinese and of Japanese, and what chooses the shape of a letter.
        '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' => true,
        '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}' => true,
        _ => is_mark(character),
    }
}
