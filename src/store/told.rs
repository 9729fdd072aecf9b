//! Terms with what is stated of them, and numbered sources: the lists that open on a card.
//!
//! Knows nothing of markup, nor of which record is told.

use super::Data;
use super::card::card_of;
use super::terms::{self, Term};
use super::words::{Words, name, plain, shown, shown_name};
use crate::browser::in_address;
use crate::i18n::{filled, keys};
use supranet_core::facet::Facet;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Evidence, InitiativeIdx, LocalizedText, PartialDate, Party, SourceIdx};

/// A term with what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The term.
    pub term: String,
    /// The numbers of the sources that state it, in brackets; may be empty.
    pub cited: String,
    /// What is said; empty only where there are entries inside.
    pub values: Vec<EntryValue>,
    /// Whether the values are numbered from 1.
    pub is_numbered: bool,
    /// Terms of its own, such as those of a renewal.
    pub inside: Vec<Entry>,
}

impl Entry {
    /// A term with what is said of it, which no source needs to state.
    pub(super) fn new(term: String, values: Vec<EntryValue>) -> Self {
        Self { term, cited: String::new(), values, is_numbered: false, inside: Vec::new() }
    }
}

/// One value of an [`Entry`].
#[derive(Debug, Clone, PartialEq)]
pub struct EntryValue {
    /// The words.
    pub words: Words,
    /// Where they lead.
    pub lead: Option<Lead>,
    /// The number of its source, in brackets; may be empty.
    pub cited: String,
    /// What is added; may be empty.
    pub note: String,
}

/// Where a value leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Lead {
    /// To an address outside the page.
    Away(String),
    /// To another card.
    Card(InitiativeIdx),
    /// To the cards that have a value of a facet.
    Value(Facet, usize),
    /// Into another text: it is copied, from a field with this id.
    Copy(String),
}

/// What is told so far.
pub(super) struct Told<'d> {
    pub data: &'d Data,
    entries: Vec<Entry>,
    sources: Vec<SourceIdx>,
    /// Which source states which field of what is being told.
    evidence: &'d [Evidence],
    /// The card on which it is told: it does not lead to itself.
    card: Option<InitiativeIdx>,
    /// The languages of texts that fell back to another.
    pub fallbacks: Vec<String>,
}

impl<'d> Told<'d> {
    /// Nothing told yet, and these sources to be numbered first.
    pub fn new(data: &'d Data, card: Option<InitiativeIdx>, sources: &[SourceIdx]) -> Self {
        Self { data, entries: Vec::new(), sources: sources.to_vec(), evidence: &[], card, fallbacks: Vec::new() }
    }

    /// Cites this evidence from now on.
    pub fn citing(&mut self, evidence: &'d [Evidence]) {
        self.evidence = evidence;
    }

    /// Puts what `tell` tells inside one entry.
    pub fn group(&mut self, term: String, tell: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.entries);
        tell(self);
        let inside = std::mem::replace(&mut self.entries, before);
        self.entries.push(Entry { inside, ..Entry::new(term, Vec::new()) });
    }

    /// Everything told, with the sources at its end.
    pub fn finish(mut self) -> (Vec<Entry>, Vec<String>) {
        let mut values = Vec::with_capacity(self.sources.len());
        for at in &self.sources {
            values.push(source(self.data, *at));
        }
        self.add(&terms::SOURCES, values);
        self.or_not_stated(&terms::SOURCES);
        if let Some(last) = self.entries.last_mut() {
            last.is_numbered = !self.sources.is_empty();
        }
        (self.entries, self.fallbacks)
    }

    /// The number of a source in brackets; it is put on the list if it is not there.
    #[inline(never)]
    pub fn cite(&mut self, source: Option<SourceIdx>) -> String {
        let Some(source) = source else { return String::new() };
        let place = self.place_of(source);
        self.number(place)
    }

    /// Where a source stands on the list; it is put there if it is not.
    fn place_of(&mut self, source: SourceIdx) -> usize {
        self.sources.iter().position(|own| *own == source).unwrap_or_else(|| {
            self.sources.push(source);
            self.sources.len() - 1
        })
    }

    #[inline(never)]
    fn number(&self, place: usize) -> String {
        concat(&["[", &self.data.locale().number(place as i64 + 1), "]"])
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

    /// The numbers of the sources whose evidence is of this kind.
    #[inline(never)]
    pub fn cited(&mut self, is_of: &dyn Fn(&Evidence) -> bool) -> String {
        let mut places = Vec::new();
        for evidence in self.evidence {
            if is_of(evidence) {
                places.push(self.place_of(evidence.source));
            }
        }
        let mut numbers = String::new();
        for place in 0..self.sources.len() {
            if places.contains(&place) {
                numbers.push_str(&self.number(place));
            }
        }
        numbers
    }

    #[inline(never)]
    pub fn add(&mut self, term: &Term, mut values: Vec<EntryValue>) {
        if !values.is_empty() {
            let cites_itself = values.iter().any(|value| !value.cited.is_empty());
            let cited =
                self.cited(&|own| if cites_itself { own.field == term.field } else { own.is_about(term.field) });
            for evidence in self.evidence {
                if let (true, Some(doubt)) = (evidence.is_about(term.field), &evidence.doubt) {
                    let doubted = self.doubted(evidence.source, doubt);
                    // Of several items in one list it is said once.
                    if !values.contains(&doubted) {
                        values.push(doubted);
                    }
                }
            }
            let term = self.data.strings.get(term.key).into();
            self.entries.push(Entry { cited, ..Entry::new(term, values) });
        }
    }

    #[inline(never)]
    pub fn texts(&mut self, term: &Term, texts: &[LocalizedText]) {
        let mut values = Vec::new();
        for (item, text) in texts.iter().enumerate() {
            if !text.is_empty() {
                let cited = self.cited(&|own| own.is_about_item(term.field, item));
                values.push(EntryValue { cited, ..value(self.shown(text)) });
            }
        }
        self.add(term, values);
    }

    #[inline(never)]
    pub fn line(&mut self, term: &Term, text: String) {
        if !text.is_empty() {
            self.add(term, vec![value(plain(text))]);
        }
    }

    #[inline(never)]
    pub fn date(&mut self, term: &Term, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.line(term, self.data.locale().date(date));
        }
    }

    #[inline(never)]
    pub fn parties(&mut self, term: &Term, parties: &[Party]) {
        let mut values = Vec::with_capacity(parties.len());
        for party in parties {
            let lead = card_of(self.data, *party).filter(|card| self.card != Some(*card)).map(Lead::Card);
            values.push(EntryValue { lead, ..value(party_words(self.data, *party)) });
        }
        self.add(term, values);
    }

    /// Says so where the entry was not added, as a reader would look for it.
    #[inline(never)]
    pub fn or_not_stated(&mut self, term: &Term) {
        let strings = &self.data.strings;
        if self.entries.last().is_none_or(|last| last.term != strings.get(term.key)) {
            self.line(term, strings.get(keys::NOT_STATED).into());
        }
    }
}

/// The name of a party, and its abbreviation where it is an organisation: a card says that of its own.
fn party_words(data: &Data, party: Party) -> Words {
    let mut words = shown_name(data, data.network.party_name(party));
    if let Party::Organisation(at) = party
        && let Some(short) = &data.network.organisations[at.at()].abbreviation
    {
        words.text = concat(&[&words.text, " (", short, ")"]);
    }
    words
}

/// A value that is only words.
#[inline(never)]
pub(super) fn value(words: Words) -> EntryValue {
    EntryValue { words, lead: None, cited: String::new(), note: String::new() }
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
    let say = |tag: &String| data.strings.fill(keys::IN, &[("language", &data.locale().language_name(tag))]);
    language.map(say).unwrap_or_default()
}

/// "from … to …", or the one day that is stated.
#[inline(never)]
pub(super) fn period(data: &Data, from: Option<PartialDate>, to: Option<PartialDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => data.locale().period(from, to),
        (from, to) => from.or(to).map(|date| data.locale().date(date)).unwrap_or_default(),
    }
}

/// The language of words, where it is not the shown one.
pub(super) fn other_language(data: &Data, language: Option<&String>) -> Option<String> {
    language.filter(|own| !own.is_empty() && *own != data.locale().language()).cloned()
}

fn source(data: &Data, at: SourceIdx) -> EntryValue {
    let source = &data.network.sources[at.at()];
    let published = source.published.map(|date| data.locale().date(date)).unwrap_or_default();
    let publisher = name(source.publisher.as_deref().unwrap_or_default()).within();
    let text = source.title.as_ref().or(source.file.as_ref()).unwrap_or(&source.id).clone();
    EntryValue {
        lead: source.url.clone().map(Lead::Away),
        note: joined(&[&publisher, &published, &in_language(data, source.language.as_ref())]),
        ..value(Words { language: other_language(data, source.language.as_ref()), ..plain(text) })
    }
}

/// An address with an id in the place of `{id}`.
pub(super) fn with_id(address: &str, id: &str) -> String {
    filled(address, &[("id", &in_address(id))])
}
