//! From text to the words that are searched: no case, no diacritics.
//!
//! Most texts are ASCII and are folded here; what else a letter is, the locale knows. A letter is
//! folded the same in every language, and one that some people write as two (ä as ae) is found by both.

use crate::locale::Locale;

/// Calls `each` for the folded words of a text. A word with such a letter comes twice: `ä` as `a`
/// and as `ae`.
pub(super) fn words(text: &str, locale: &dyn Locale, each: &mut dyn FnMut(String)) {
    for word in split(text, locale) {
        let plain = without_marks(&word, false);
        let spelled_out = without_marks(&word, true);
        if spelled_out != plain {
            each(spelled_out);
        }
        each(plain);
    }
}

/// The folded words of a question: once each, as they were typed.
pub(super) fn asked(text: &str, locale: &dyn Locale) -> Vec<String> {
    split(text, locale).iter().map(|word| without_marks(word, false)).collect()
}

fn split(text: &str, locale: &dyn Locale) -> Vec<String> {
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { locale.fold(text) };
    let separates = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let has_letter = |word: &&str| word.chars().any(|c| !is_mark(c));
    folded.split(separates).filter(has_letter).map(String::from).collect()
}

/// Takes combining marks out. Spelled out, a letter with a mark that people write as a second letter
/// is two: `a` with two dots is `ae`.
fn without_marks(word: &str, spelled_out: bool) -> String {
    let mut plain = String::with_capacity(word.len());
    for character in word.chars() {
        let second = match (character, plain.chars().next_back()) {
            ('\u{308}', Some('a' | 'o' | 'u')) => "e",
            ('\u{30a}', Some('a')) => "a",
            _ => "",
        };
        match character {
            _ if is_mark(character) && !spelled_out => {}
            _ if is_mark(character) => plain.push_str(second),
            'ø' => plain.push_str(if spelled_out { "oe" } else { "o" }),
            'æ' => plain.push_str(if spelled_out { "ae" } else { "a" }),
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ð' | 'đ' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'ħ' => plain.push('h'),
            'ŧ' => plain.push('t'),
            _ => plain.push(character),
        }
    }
    plain
}

/// A combining diacritical mark.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use crate::locale::Fixed;

    fn asked(text: &str) -> Vec<String> {
        super::asked(text, &Fixed::new("en"))
    }

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        super::words(text, &Fixed::new("en"), &mut |word| words.push(word));
        words
    }

    #[test]
    fn case_and_diacritics_do_not_matter() {
        assert_eq!(asked("  Précision, MÉDECINE—2025 "), ["precision", "medecine", "2025"]);
        assert_eq!(asked("Cafe\u{301} I\u{307}stanbul Łódź Ştefan"), ["cafe", "istanbul", "lodz", "stefan"]);
        assert_eq!(asked(" \u{301} ,;! 🙂 "), Vec::<String>::new());
    }

    #[test]
    fn a_letter_that_people_also_spell_out_is_indexed_both_ways() {
        assert_eq!(words("Tübingen"), ["tuebingen", "tubingen"]);
        let cities = ["aarhus", "arhus", "skaane", "skane", "koebenhavn", "kobenhavn", "strasse"];
        assert_eq!(words("Århus Skåne København Straße"), cities);
    }
}
