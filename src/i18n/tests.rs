//! The packs against the keys, and how texts are filled.
//!
//! Knows nothing of where the texts are shown.

use super::*;
use supranet_core::locale::Fixed;

/// A pack by its language, and the plural forms that the language has for whole numbers (CLDR).
const PACKS: &[(&str, &str, &[&str])] = &[
    ("en", include_str!("en.json"), &["one", "other"]),
    ("sv", include_str!("sv.json"), &["one", "other"]),
    ("da", include_str!("da.json"), &["one", "other"]),
    ("de", include_str!("de.json"), &["one", "other"]),
    ("fr", include_str!("fr.json"), &["many", "one", "other"]),
];

/// What the entry script says itself, where Rust is not there to say it.
const OF_THE_ENTRY: &[&str] = &[
    "direction",
    "lost",
    "unsaved",
    "loading",
    "retry",
    "SN101",
    "SN102",
    "SN103",
    "SN104",
    "SN201",
    "SN202",
    "SN203",
    "SN204",
    "SN205",
    "SN206",
    "SN207",
    "SN208",
    "SN401",
    "SN402",
];

fn wanted(forms: &[&str]) -> Vec<String> {
    let words = |list: &str, keys: Vec<&'static str>| -> Vec<String> {
        keys.into_iter().map(|key| format!("{list}.{key}")).collect()
    };
    let mut wanted: Vec<String> = keys::ALL.iter().chain(OF_THE_ENTRY).map(|key| (*key).into()).collect();
    wanted.extend(counted::ALL.iter().flat_map(|stem| forms.iter().map(move |form| format!("{stem}.{form}"))));
    wanted.extend(words("sort", Sort::ALL.iter().map(|sort| sort.key()).collect()));
    wanted.extend(words("facet", Facet::ALL.iter().map(|facet| facet.key()).collect()));
    wanted.extend(words("scope", Scope::ALL.iter().map(|word| word.key()).collect()));
    wanted.extend(words("kind", InitiativeKind::ALL.iter().map(|word| word.key()).collect()));
    for list in [
        words("status", Status::ALL.iter().map(|word| word.key()).collect()),
        words("agreement", AgreementKind::ALL.iter().map(|word| word.key()).collect()),
    ] {
        wanted.extend(list.iter().map(|key| format!("{key}.is")));
        wanted.extend(list);
    }
    wanted.extend(words("confidence", Confidence::ALL.iter().map(|word| word.key()).collect()));
    wanted.extend(words("follow-up", FollowUpKind::ALL.iter().map(|word| word.key()).collect()));
    wanted.sort();
    wanted
}

#[test]
fn every_pack_has_every_text_and_no_other() {
    for (language, pack, forms) in PACKS {
        let strings = Strings::from_pack(pack.as_bytes());
        let keys: Vec<String> = strings.texts.iter().map(|(key, _)| key.clone()).collect();
        assert_eq!(keys, wanted(forms), "{language}");
    }
}

#[test]
fn every_pack_that_is_shipped_is_tested() -> std::io::Result<()> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n");
    let mut names = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>, _>>()?;
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    let mut tested: Vec<String> = PACKS.iter().map(|(language, ..)| format!("{language}.json")).collect();
    tested.sort();
    assert_eq!(names, tested);
    Ok(())
}

#[test]
fn a_text_has_the_same_places_in_every_language() {
    let places = |text: &str| {
        let mut places: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.into())).collect();
        places.sort();
        places
    };
    let english = Strings::from_pack(PACKS[0].1.as_bytes());
    for (language, pack, _) in PACKS {
        for (key, text) in Strings::from_pack(pack.as_bytes()).texts {
            // A plural form that English does not have is held against its widest.
            let other = counted::ALL.iter().find(|stem| key.starts_with(**stem)).map(|stem| format!("{stem}.other"));
            let wanted = english.find(&key).or_else(|| english.find(&other?)).unwrap_or_default();
            assert_eq!(places(&text), places(wanted), "{key} in {language}");
        }
    }
}

#[test]
fn no_line_of_french_begins_with_a_mark_or_ends_with_an_open_quotation() {
    let french = PACKS.iter().filter(|(language, ..)| *language == "fr");
    for (key, text) in french.flat_map(|(_, pack, _)| Strings::from_pack(pack.as_bytes()).texts) {
        let letters: Vec<char> = text.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let beside = match letter {
                ';' | ':' | '!' | '?' | '»' => letters.get(at.wrapping_sub(1)),
                '«' => letters.get(at + 1),
                _ => continue,
            };
            // No-break, wide or narrow.
            assert!(matches!(beside, Some('\u{a0}' | '\u{202f}')), "{key}: {text}");
        }
    }
}

#[test]
fn places_in_a_text_are_filled_and_unknown_ones_left_empty() {
    let strings =
        Strings::from_pack(br#"{"a": "{x} of {y}{z}.", "b": "a {", "n.one": "{n} thing", "n.other": "{n} things"}"#);
    assert_eq!(strings.fill("a", &[("y", "2"), ("x", "{y}")]), "{y} of 2.");
    assert_eq!(strings.fill("b", &[]), "a ");
    assert_eq!(strings.get("missing"), "missing");
    let locale = Fixed::new("en");
    assert_eq!(strings.count("n", 1, &locale, &[("n", "1")]), "1 thing");
    assert_eq!(strings.count("n", 0, &locale, &[("n", "0")]), "0 things");
}

#[test]
fn a_broken_pack_has_no_texts() {
    assert_eq!(Strings::from_pack(b"<html>"), Strings::default());
}

#[test]
fn customs_depend_on_language_script_and_region_alone() {
    for (tag, customs) in [
        ("sv", "sv"),
        ("SV-fi", "sv-fi"),
        ("en", "en-GB"),
        ("EN", "en-GB"),
        ("en-US", "en-US"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("de-Latn-Latn-AT", "de-Latn"),
        ("es-419", "es-419"),
        ("de-1996", "de"),
        ("en-x-pirate", "en-GB"),
        ("sv-finland", "sv"),
        ("sv--", "sv"),
    ] {
        assert_eq!(customs_of(tag), customs, "{tag}");
    }
}

#[test]
fn a_language_that_there_are_words_in_may_have_a_region() {
    for (tag, is_known) in
        [("sv", true), ("sv-FI", true), ("FR", true), ("fi", false), ("", false), ("sv_FI", false), (" sv", false)]
    {
        assert_eq!(is_language(tag), is_known, "{tag}");
    }
    assert!(PACKS.iter().all(|(language, ..)| is_language(language)) && PACKS.len() == LANGUAGES.len());
}

#[test]
fn who_says_what_stands_on_a_button_is_understood() {
    // WCAG 2.5.3: the name that is heard has the words that are seen.
    for (language, pack, _) in PACKS {
        let strings = Strings::from_pack(pack.as_bytes());
        for (seen, heard) in
            [("more", "more.of"), ("details", "details.of"), ("feedback", "feedback.of"), ("search", "facet.find")]
        {
            assert!(strings.get(heard).contains(strings.get(seen)), "{language}: {heard}");
        }
    }
}
