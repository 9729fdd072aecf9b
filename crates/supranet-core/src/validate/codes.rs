//! The form of codes, ids and addresses.
//!
//! Knows nothing of where they stand.

/// ISO 3166-1 alpha-2, the officially assigned codes: for each first letter, A to Z, the second letters.
const COUNTRIES: [&str; 26] = [
    "DEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNORUVWXYZ",
    "EJKMOZ",
    "CEGHRST",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "DELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "CDFGHJKLMNORTVWZ",
    "AGMSYZ",
    "ACEGINU",
    "FS",
    "",
    "ET",
    "AMW",
];
/// The same as one bit for each second letter, the lowest for A: a third of the bytes, and nothing to search.
static ASSIGNED: [u32; 26] = {
    let mut assigned = [0; 26];
    let mut first = 0;
    while first < assigned.len() {
        let seconds = COUNTRIES[first].as_bytes();
        let mut at = 0;
        while at < seconds.len() {
            assigned[first] |= 1 << (seconds[at] - b'A');
            at += 1;
        }
        first += 1;
    }
    assigned
};

/// The codes that are assigned, in alphabetical order. No visitor downloads the function.
#[cfg(feature = "described")]
pub fn countries() -> impl Iterator<Item = String> {
    ('A'..='Z')
        .zip(COUNTRIES)
        .flat_map(|(first, seconds)| seconds.chars().map(move |second| [first, second].iter().collect()))
}

/// Whether this is an assigned country code, in upper case.
pub(super) fn is_country(code: &str) -> bool {
    let &[first, second] = code.as_bytes() else { return false };
    let [first, second] = [first, second].map(|letter| letter.wrapping_sub(b'A'));
    second < 26 && ASSIGNED.get(usize::from(first)).is_some_and(|seconds| seconds >> second & 1 == 1)
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
