//! The form of codes, ids and addresses.
//!
//! Knows nothing of where they stand.

/// ISO 3166-1 alpha-2, the officially assigned codes.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCM\
CNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQ\
IRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNO\
NPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTV\
TWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// The codes that are assigned, in alphabetical order. No visitor downloads the function.
#[cfg(feature = "described")]
pub fn countries() -> impl Iterator<Item = &'static str> {
    COUNTRIES.as_bytes().chunks_exact(2).filter_map(|code| str::from_utf8(code).ok())
}

/// Whether this is an assigned country code, in upper case.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && COUNTRIES.as_bytes().chunks_exact(2).any(|own| own == code.as_bytes())
}

/// Whether this has the form of ISO 3166-2: a country, a hyphen, one to three letters or digits.
pub(super) fn is_place(code: &str) -> bool {
    let letters = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let (country, rest) = code.split_once('-').unwrap_or_default();
    is_country(country) && matches!(rest.len(), 1..=3) && letters(rest)
}

/// Whether this is lower-case words and numbers joined by hyphens.
pub(super) fn is_kebab(id: &str) -> bool {
    let fits = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.split('-').all(|word| !word.is_empty() && fits(word))
}

/// Whether an address is one that may become a link: http or https with a host, or mailto with a name; without spaces.
#[must_use]
pub fn is_address(address: &str) -> bool {
    let plain = !address.chars().any(|character| character.is_control() || character.is_whitespace());
    plain
        && ["https://", "http://", "mailto:"].into_iter().any(|scheme| {
            let starts = address.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
            // A host is a name or, in brackets, a number.
            let rest = address.get(scheme.len()..).and_then(|rest| rest.chars().next());
            starts && rest.is_some_and(|first| first.is_ascii_alphanumeric() || !first.is_ascii() || first == '[')
        })
}
