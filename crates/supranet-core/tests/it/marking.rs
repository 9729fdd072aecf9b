//! What asked words mark in a shown text.

use crate::read;
use proptest::prelude::*;
use supranet_core::index::{Index, Marker, TextIndex};
use supranet_core::locale::{Fixed, Locale, Plural};
use supranet_core::model::PartialDate;

/// A locale that knows a letter that folds to several and one that is several words, and wants no ASCII.
struct Strict(Fixed);

impl Locale for Strict {
    fn language(&self) -> &str {
        self.0.language()
    }
    fn country(&self, code: &str) -> String {
        self.0.country(code)
    }
    fn country_in_english(&self, code: &str) -> String {
        self.0.country_in_english(code)
    }
    fn language_name(&self, tag: &str) -> String {
        self.0.language_name(tag)
    }
    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        self.0.ranks(texts)
    }
    fn date(&self, date: PartialDate) -> String {
        self.0.date(date)
    }
    fn number(&self, number: i64) -> String {
        self.0.number(number)
    }
    fn plural(&self, count: u64) -> Plural {
        self.0.plural(count)
    }

    fn fold(&self, text: &str) -> String {
        assert!(!text.is_ascii(), "{text:?} needs no locale");
        let mut folded = String::new();
        for letter in text.chars() {
            match letter {
                '½' => folded.push_str("1 2"),
                'ﬁ' => folded.push_str("fi"),
                'ガ' => folded.push_str("カ\u{3099}"),
                '각' => folded.push_str("\u{1100}\u{1161}\u{11a8}"),
                '가' => folded.push_str("\u{1100}\u{1161}"),
                '\u{3099}' | '\u{11a8}' | '\u{e34}' | '\u{93f}' => folded.push(letter),
                _ => folded.push_str(&self.0.fold(letter.encode_utf8(&mut [0; 4]))),
            }
        }
        folded
    }
}

fn locale() -> Strict {
    Strict(Fixed::new("en"))
}

/// The words of a dataset with one initiative of this name.
fn named(name: &str) -> TextIndex {
    let escaped: String = name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let dataset = format!(
        r#"{{"version": 1, "defaultLanguage": "en", "initiatives": [{{"id": "one", "name": {{"en": "{escaped}"}}}}]}}"#
    );
    let (network, _) = read(&dataset).expect("a dataset");
    Index::new(&network, &locale()).text
}

/// The text with brackets around what a question marks in it, while the dataset has the words of `dataset` only.
fn marked_among(dataset: &str, text: &str, question: &str) -> String {
    let marks = Marker::new(&named(dataset), question, &locale()).marks(text, &locale());
    let (mut shown, mut from) = (String::new(), 0);
    for mark in marks {
        shown.extend([&text[from..mark.start], "[", &text[mark.clone()], "]"]);
        from = mark.end;
    }
    shown + &text[from..]
}

fn check(text: &str, question: &str, expected: &str) {
    assert_eq!(marked_among(text, text, question), expected, "{question:?} in {text:?}");
}

#[test]
fn a_word_marks_what_was_typed_of_the_beginning_of_each_word() {
    check("Genomic medicine, GENOME and oncogenomics", "gen", "[Gen]omic medicine, [GEN]OME and oncogenomics");
    check("Genomic Medicine Sweden", "swe GENOMIC", "[Genomic] Medicine [Swe]den");
    check("Genomic Medicine", "g genom geno", "[Genom]ic Medicine");
    check("P4-medicine (2025)", "med 2025 p", "[P]4-[med]icine ([2025])");
    check("mRNA-based", "mrna based", "[mRNA]-[based]");
}

#[test]
fn no_word_marks_nothing() {
    for question in ["", "  ", ".,;!", "\u{301}", "🙂", "xy", "unheard"] {
        check("Genomic Medicine, Skåne 🙂", question, "Genomic Medicine, Skåne 🙂");
    }
    let marker = Marker::new(&named("Genomic"), " ,", &locale());
    assert!(marker.is_empty() && marker.marks("Genomic", &locale()).is_empty());
    assert!(!Marker::new(&named("Genomic"), "g", &locale()).is_empty());
}

#[test]
fn both_spellings_of_a_letter_are_marked_and_a_letter_is_marked_whole() {
    check("Region Skåne", "skane", "Region [Skåne]");
    check("Region Skåne", "skaane", "Region [Skåne]");
    check("Region Skåne", "ska", "Region [Skå]ne");
    check("Region Ska\u{30a}ne", "ska", "Region [Ska\u{30a}]ne");
    check("Tübingen Tubingen", "tue", "[Tü]bingen Tubingen");
    check("Straße", "s", "[S]traße");
    check("Straße", "stras", "[Straß]e");
    check("Ærø København", "aero ae koe", "[Ærø] [Kø]benhavn");
    check("æ ä ﬁn", "a f", "[æ] [ä] [ﬁ]n");
    check("ﬁn ½ 각", "fi 2 가", "[ﬁ]n [½] [각]");
    check("e\u{301}\u{327}e", "e", "[e\u{301}\u{327}]e");
    check("Γένεσις", "ΓΈΝΕΣ", "[Γένεσ]ις");
}

#[test]
fn a_script_without_spaces_is_marked_anywhere_in_its_run() {
    check("東京genome大学と京都", "京", "東[京]genome大学と[京]都");
    check("東京大学", "京 大学", "東[京大学]");
    check("東京genome大学", "gen 学", "東京[gen]ome大[学]");
    check("オガカ", "カ", "オ[ガカ]");
    check("カ\u{3099}ン", "カ", "[カ\u{3099}]ン");
    check("กินก", "ก", "[กิ]น[ก]");
    check("कि", "क", "[कि]");
}

#[test]
fn a_word_that_begins_none_of_the_dataset_marks_what_it_was_nearest_to() {
    check("Genomics and genome", "genomcis", "[Genomics] and genome");
    check("Genomics", "genoomic", "[Genomic]s");
    check("Präzisionsmedizin", "prazisoinsm", "[Präzisionsm]edizin");
    check("Genomics", "gnm", "Genomics");
    assert_eq!(marked_among("genomic", "genomix", "genomic"), "genomix", "it begins a word elsewhere");
}

#[test]
fn no_text_is_too_odd() {
    let odd = [
        "\u{301}",
        "🙂👩‍🔬",
        "\u{202e}abc\u{202c}",
        "\u{0}\u{7}\u{feff}",
        "مُحَمَّد",
        "שָׁלוֹם",
        "ß\u{301}",
        "\u{3099}",
        "\u{e34}",
    ];
    for text in odd {
        for question in odd {
            let text = text.repeat(10_000 / text.len());
            assert!(Marker::new(&named(&text), question, &locale()).marks(&text, &locale()).len() <= text.len());
        }
    }
    check("\u{301}abc", "ab", "\u{301}[ab]c");
    check("مُحَمَّد", "مح", "[مُحَ]مَّد");
    check("\u{202e}abc", "ab", "\u{202e}[ab]c");
    let long = "genome ".repeat(1_500);
    assert_eq!(Marker::new(&named(&long), "gen", &locale()).marks(&long, &locale()).len(), 1_500);
}

/// Letters before or behind which a word ends without a space.
const SPLITS: [char; 10] = ['½', '東', '京', 'カ', 'ガ', '\u{3099}', 'ก', '\u{e34}', 'क', '\u{93f}'];

/// Few letters, so that words meet often.
fn texts() -> impl Strategy<Value = String> {
    let letters: Vec<char> =
        "aaabeegnosAEäÄåöøßæé½ﬁ각가東京カガ\u{3099}ก\u{e34}कि🙂\u{301}\u{308}\u{30a}\u{327}\u{202e}\0-,   Σσς"
            .chars()
            .collect();
    prop::collection::vec(prop::sample::select(letters), 0..24).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn marks_are_whole_letters_in_order_and_show_why_a_card_was_found(
        text in texts(), other in texts(), from in 0_usize..24, letters in 1_usize..12, swap in any::<bool>()
    ) {
        // Part of the text, or a part with a typo, or anything.
        let mut part: Vec<char> = text.chars().skip(from).take(letters).collect();
        if swap && part.len() > 3 {
            part.swap(1, 2);
        }
        let part: String = part.into_iter().collect();
        let index = named(&text);
        for question in [&part, &other] {
            let marker = Marker::new(&index, question, &locale());
            let marks = marker.marks(&text, &locale());
            let mut end = None;
            for mark in &marks {
                prop_assert!(mark.start < mark.end && text.is_char_boundary(mark.start) && text.is_char_boundary(mark.end));
                prop_assert!(end.is_none_or(|end| end < mark.start), "{marks:?} in {text:?}");
                end = Some(mark.end);
            }
            for word in question.split(' ') {
                let found = index.find(word, &locale());
                if found.scores.is_empty() || !found.cards.contains(0) {
                    continue;
                }
                let marks = Marker::new(&index, word, &locale()).marks(&text, &locale());
                prop_assert!(!marks.is_empty(), "{word:?} marks nothing in {text:?}");
            }
            // What is marked is found by itself, by a word of the question.
            if question.contains(SPLITS) {
                continue;
            }
            for mark in &marks {
                let own = named(&text[mark.clone()]);
                let mut words = question.split([' ', ',', '-', '\0', '🙂', '\u{202e}']);
                let explains = words.any(|word| {
                    let found = own.find(word, &locale());
                    !found.scores.is_empty() && found.cards.contains(0)
                });
                prop_assert!(explains, "{:?} in {text:?} by {question:?}", &text[mark.clone()]);
            }
        }
    }
}
