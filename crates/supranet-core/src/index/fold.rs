//! From text to the words that are searched: no case, no diacritics.
//!
//! Knows nothing of languages: a letter is folded the same everywhere, and a letter that some people
//! write as two (ä as ae) is found by both.

/// The folded words of a text. A word with such a letter comes twice: `ä` as `a` and as `ae`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_mark(c))) {
        let plain = folded(word, false);
        if plain.is_empty() {
            continue;
        }
        let spelled_out = folded(word, true);
        if spelled_out != plain {
            words.push(spelled_out);
        }
        words.push(plain);
    }
    words
}

/// The folded words of a question: once each, as they were typed.
pub fn asked(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    words.map(|word| folded(word, false)).filter(|word| !word.is_empty()).collect()
}

fn folded(word: &str, spelled_out: bool) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)) {
        match character {
            'ä' | 'æ' | 'ö' | 'ø' | 'ü' | 'å' if spelled_out => folded.push_str(match character {
                'ä' | 'æ' => "ae",
                'ö' | 'ø' => "oe",
                'ü' => "ue",
                _ => "aa",
            }),
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            _ => folded.push(base(character)),
        }
    }
    folded
}

/// A combining diacritical mark, as it stands alone in decomposed text.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// The letter under the diacritics, for Latin letters in lower case.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' | 'æ' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{asked, words};

    #[test]
    fn case_and_diacritics_do_not_matter() {
        assert_eq!(asked("  Précision, MÉDECINE—2025 "), ["precision", "medecine", "2025"]);
        assert_eq!(asked("Cafe\u{301} I\u{307}stanbul Łódź Ștefan"), ["cafe", "istanbul", "lodz", "stefan"]);
        assert_eq!(asked(" \u{301} ,;! 🙂 "), Vec::<String>::new());
    }

    #[test]
    fn a_letter_that_people_also_spell_out_is_indexed_both_ways() {
        assert_eq!(words("Tübingen"), ["tuebingen", "tubingen"]);
        assert_eq!(
            words("Århus Skåne København Straße"),
            ["aarhus", "arhus", "skaane", "skane", "koebenhavn", "kobenhavn", "strasse"]
        );
    }
}
