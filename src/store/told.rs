//! Terms with what is stated of them, and numbered sources: the lists that open on a card.
//!
//! Knows nothing of markup, nor of which record is told.

use super::Data;
use super::card::{Words, card_of, plain, shown};
use crate::browser::in_address;
use crate::i18n::{filled, keys};
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{InitiativeIdx, LocalizedText, PartialDate, Party, SourceIdx};

/// A term with what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The term.
    pub term: String,
    /// What is said; never empty.
    pub values: Vec<EntryValue>,
    /// Whether the values are numbered from 1.
    pub is_numbered: bool,
}

/// One value of an [`Entry`].
#[derive(Debug, Clone, PartialEq)]
pub struct EntryValue {
    /// The words.
    pub words: Words,
    /// Where they lead.
    pub lead: Option<Lead>,
    /// What is added, in the language of the interface; may be empty.
    pub note: String,
}

/// Where a value leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Lead {
    /// To an address outside the page.
    Away(String),
    /// To another card.
    Card(InitiativeIdx),
}

/// What is told so far.
pub(super) struct Told<'d> {
    pub data: &'d Data,
    entries: Vec<Entry>,
    sources: Vec<SourceIdx>,
    /// The card on which it is told: it does not lead to itself.
    card: Option<InitiativeIdx>,
    /// The languages of texts that fell back to another.
    pub fallbacks: Vec<String>,
}

impl<'d> Told<'d> {
    /// Nothing told yet, and these sources to be numbered first.
    pub fn new(data: &'d Data, card: Option<InitiativeIdx>, sources: &[SourceIdx]) -> Self {
        Self { data, entries: Vec::new(), sources: sources.to_vec(), card, fallbacks: Vec::new() }
    }

    /// Everything told, with the sources at its end.
    pub fn finish(mut self) -> (Vec<Entry>, Vec<String>) {
        let mut values = Vec::with_capacity(self.sources.len());
        for at in &self.sources {
            values.push(source(self.data, *at));
        }
        self.add(keys::FIELD_SOURCES, values);
        self.or_not_stated(keys::FIELD_SOURCES);
        if let Some(last) = self.entries.last_mut() {
            last.is_numbered = !self.sources.is_empty();
        }
        (self.entries, self.fallbacks)
    }

    /// The number of a source in brackets; it is put on the list if it is not there.
    #[inline(never)]
    pub fn cite(&mut self, source: Option<SourceIdx>) -> String {
        let Some(source) = source else { return String::new() };
        let place = self.sources.iter().position(|own| *own == source).unwrap_or_else(|| {
            self.sources.push(source);
            self.sources.len() - 1
        });
        concat(&["[", &self.data.locale.number(place as i64 + 1), "]"])
    }

    /// A text of the data; where it fell back to another language, that is noted.
    #[inline(never)]
    pub fn shown(&mut self, text: &LocalizedText) -> Words {
        let words = shown(self.data, text);
        if let Some(language) = &words.language
            && !self.fallbacks.contains(language)
        {
            self.fallbacks.push(language.clone());
        }
        words
    }

    #[inline(never)]
    pub fn add(&mut self, key: &str, values: Vec<EntryValue>) {
        if !values.is_empty() {
            let term = self.data.strings.get(key).into();
            self.entries.push(Entry { term, values, is_numbered: false });
        }
    }

    #[inline(never)]
    pub fn texts(&mut self, key: &str, texts: &[LocalizedText]) {
        let mut values = Vec::new();
        for text in texts {
            if !text.is_empty() {
                values.push(value(self.shown(text)));
            }
        }
        self.add(key, values);
    }

    #[inline(never)]
    pub fn line(&mut self, key: &str, text: String) {
        if !text.is_empty() {
            self.add(key, vec![value(plain(text))]);
        }
    }

    #[inline(never)]
    pub fn date(&mut self, key: &str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.line(key, self.data.locale.date(date));
        }
    }

    #[inline(never)]
    pub fn parties(&mut self, key: &str, parties: &[Party]) {
        let mut values = Vec::with_capacity(parties.len());
        for party in parties {
            let lead = card_of(self.data, *party).filter(|card| self.card != Some(*card)).map(Lead::Card);
            values.push(EntryValue {
                words: shown(self.data, self.data.network.party_name(*party)),
                lead,
                note: String::new(),
            });
        }
        self.add(key, values);
    }

    /// Says so where the entry was not added, as a reader would look for it.
    #[inline(never)]
    pub fn or_not_stated(&mut self, key: &str) {
        let strings = &self.data.strings;
        if self.entries.last().is_none_or(|last| last.term != strings.get(key)) {
            self.line(key, strings.get(keys::NOT_STATED).into());
        }
    }
}

/// A value that is only words.
#[inline(never)]
pub(super) fn value(words: Words) -> EntryValue {
    EntryValue { words, lead: None, note: String::new() }
}

/// The same texts, borrowed.
#[inline(never)]
pub(super) fn as_strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The parts that are there, with a comma between.
#[inline(never)]
pub(super) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !part.is_empty() {
            text.push_str(", ");
        }
        text.push_str(part);
    }
    text
}

/// "in Swedish", where a language is stated.
#[inline(never)]
pub(super) fn in_language(data: &Data, language: Option<&String>) -> String {
    let say = |tag: &String| data.strings.fill(keys::IN, &[("language", &data.locale.language_name(tag))]);
    language.map(say).unwrap_or_default()
}

/// The language of words, where it is not the shown one.
pub(super) fn other_language(data: &Data, language: Option<&String>) -> Option<String> {
    language.filter(|own| *own != data.locale.language()).cloned()
}

fn source(data: &Data, at: SourceIdx) -> EntryValue {
    let source = &data.network.sources[at.at()];
    let published = source.published.map(|date| data.locale.date(date)).unwrap_or_default();
    let publisher = source.publisher.as_deref().unwrap_or_default();
    let text = source.title.as_ref().or(source.file.as_ref()).unwrap_or(&source.id).clone();
    EntryValue {
        words: Words { text, language: other_language(data, source.language.as_ref()) },
        lead: source.url.clone().map(Lead::Away),
        note: joined(&[publisher, &published, &in_language(data, source.language.as_ref())]),
    }
}

/// An address with an id in the place of `{id}`.
pub(super) fn with_id(address: &str, id: &str) -> String {
    filled(address, &[("id", &in_address(id))])
}
