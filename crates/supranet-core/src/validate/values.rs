//! Single values: dates, codes, addresses, words, references.
//!
//! Knows nothing of which record a value stands in.

use super::Check;
use crate::error::IssueCode;
use crate::model::{LocalizedText, PartialDate, Party};
use crate::raw::{List, Path, Text, Texts};
use std::borrow::Cow;

/// ISO 3166-1 alpha-2, the officially assigned codes.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCM\
CNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQ\
IRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNO\
NPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTV\
TWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// Whether this is an assigned country code, in upper case.
fn is_country(code: &str) -> bool {
    code.len() == 2 && COUNTRIES.as_bytes().chunks_exact(2).any(|own| own == code.as_bytes())
}

/// Whether this has the form of ISO 3166-2: a country, a hyphen, one to three letters or digits.
fn is_place(code: &str) -> bool {
    code.split_once('-').is_some_and(|(country, rest)| {
        is_country(country)
            && (1..=3).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    })
}

/// Whether this is lower-case words and numbers joined by hyphens.
pub(super) fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether an address is one that may become a link.
fn is_address(address: &str) -> bool {
    let starts = |scheme: &str| address.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
    let plain = !address.chars().any(|character| character.is_control() || character.is_whitespace());
    plain && (starts("https://") || starts("http://") || starts("mailto:"))
}

pub(super) fn texts(raw: Texts<'_>) -> LocalizedText {
    LocalizedText(raw.into_iter().map(|(language, text)| (language.into_owned(), text.into_owned())).collect())
}

pub(super) fn texts_list(raw: List<Texts<'_>>) -> Vec<LocalizedText> {
    raw.into_iter().flatten().map(texts).filter(|text| !text.is_empty()).collect()
}

pub(super) fn words(raw: List<Cow<'_, str>>) -> Vec<String> {
    raw.into_iter().flatten().map(Cow::into_owned).collect()
}

impl<'a> Check<'a> {
    /// The value where `fits`, else an issue.
    fn only(&mut self, raw: Text<'a>, path: &Path<'_>, code: IssueCode, fits: fn(&str) -> bool) -> Option<String> {
        let text = raw?;
        if fits(&text) {
            return Some(text.into_owned());
        }
        self.note(path, code, text);
        None
    }

    pub(super) fn date(&mut self, raw: Text<'a>, path: &Path<'_>) -> Option<PartialDate> {
        let text = raw?;
        let date = PartialDate::parse(&text);
        if date.is_none() {
            self.note(path, IssueCode::BadDate, text);
        }
        date
    }

    pub(super) fn country(&mut self, raw: Text<'a>, path: &Path<'_>) -> Option<String> {
        self.only(raw, path, IssueCode::BadCode, is_country)
    }

    pub(super) fn place_code(&mut self, raw: Text<'a>, path: &Path<'_>) -> Option<String> {
        self.only(raw, path, IssueCode::BadCode, is_place)
    }

    pub(super) fn countries(&mut self, raw: List<Cow<'a, str>>, path: &Path<'_>) -> Vec<String> {
        let each = |(index, code)| self.country(code, &path.index(index));
        raw.into_iter().enumerate().filter_map(each).collect()
    }

    pub(super) fn address(&mut self, raw: Text<'a>, path: &Path<'_>) -> Option<String> {
        self.only(raw, path, IssueCode::BadAddress, is_address)
    }

    /// A word of a closed list; `None` with an issue where the list does not have it.
    pub(super) fn word<T>(&mut self, raw: Text<'a>, path: &Path<'_>, from_key: fn(&str) -> Option<T>) -> Option<T> {
        let text = raw?;
        let word = from_key(&text);
        if word.is_none() {
            self.note(path, IssueCode::UnknownWord, text);
        }
        word
    }

    pub(super) fn party(&mut self, raw: Text<'a>, path: &Path<'_>) -> Option<Party> {
        let id = raw?;
        let party = self.find_party(&id);
        if party.is_none() {
            self.unknown(path, "initiative or organisation", &id);
        }
        party
    }

    pub(super) fn parties(&mut self, raw: List<Cow<'a, str>>, path: &Path<'_>) -> Vec<Party> {
        let each = |(index, id)| self.party(id, &path.index(index));
        raw.into_iter().enumerate().filter_map(each).collect()
    }

    /// The position of the record that an id names.
    pub(super) fn reference(&mut self, raw: Text<'a>, path: &Path<'_>, to: To) -> Option<u32> {
        let id = raw?;
        let (what, table) = match to {
            To::Area => ("area", &self.ids.areas),
            To::Source => ("source", &self.ids.sources),
            To::Initiative => ("initiative", &self.ids.initiatives),
            To::Organisation => ("organisation", &self.ids.organisations),
            To::Agreement => ("agreement", &self.ids.agreements),
        };
        let found = table.find(&id);
        if found.is_none() {
            self.unknown(path, what, &id);
        }
        found
    }

    pub(super) fn references<T>(
        &mut self,
        raw: List<Cow<'a, str>>,
        path: &Path<'_>,
        to: To,
        wrap: fn(u32) -> T,
    ) -> Vec<T> {
        let each = |(index, id)| self.reference(id, &path.index(index), to);
        raw.into_iter().enumerate().filter_map(each).map(wrap).collect()
    }

    pub(super) fn unknown(&mut self, path: &Path<'_>, what: &str, id: &str) {
        self.note(path, IssueCode::UnknownReference, [what, " \"", id, "\""].concat());
    }
}

/// What a reference may point at.
#[derive(Clone, Copy)]
pub(super) enum To {
    Area,
    Source,
    Initiative,
    Organisation,
    Agreement,
}
