//! What opens below an agreement: each term with what is stated of it, and where.
//!
//! Knows nothing of markup. What a reader would look for and no source states is said to be so.

use super::Data;
use super::card::{Entry, EntryValue, Words, plain, renewed, shown};
use crate::i18n::keys;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Agreement, FollowUp, LocalizedText, PartialDate, Quote, Signatory, SourceIdx};

/// The entries of an agreement with its renewals, in reading order.
pub(super) fn entries(data: &Data, agreement: &Agreement, renewals: &[&Agreement]) -> Vec<Entry> {
    let mut told = Told { data, entries: Vec::new() };
    told.add(keys::FIELD_KIND, vec![value(plain(data.strings.agreement(agreement.kind)))]);
    told.paper(agreement, true);
    for renewal in renewals {
        told.add(keys::FIELD_RENEWALS, vec![value(plain(renewed(data, renewal)))]);
        told.paper(renewal, false);
    }
    let mut sources: Vec<SourceIdx> = Vec::new();
    for agreement in std::iter::once(&agreement).chain(renewals) {
        for at in &agreement.sources {
            if !sources.contains(at) {
                sources.push(*at);
            }
        }
    }
    told.each(keys::FIELD_SOURCES, &sources, |at| source(data, *at));
    told.or_not_stated(keys::FIELD_SOURCES);
    told.entries
}

/// What is told so far.
struct Told<'d> {
    data: &'d Data,
    entries: Vec<Entry>,
}

impl Told<'_> {
    /// What one paper states. Of the first, what a reader would look for is said not to be stated.
    fn paper(&mut self, agreement: &Agreement, first: bool) {
        let data = self.data;
        self.texts(keys::FIELD_SOURCE_WORD, std::slice::from_ref(&agreement.source_word));
        self.date(keys::FIELD_SIGNED, agreement.signed.filter(|_| first));
        self.not_stated_if(first, keys::FIELD_SIGNED);
        self.date(keys::FIELD_ANNOUNCED, agreement.announced.filter(|_| first));
        self.date(keys::FIELD_ENDED, agreement.ended);
        self.each(keys::FIELD_PLACE, agreement.place.as_slice(), |place| value(plain(place)));
        self.not_stated_if(first, keys::FIELD_PLACE);
        self.texts(keys::FIELD_EVENT, std::slice::from_ref(&agreement.event));
        self.each(keys::FIELD_SIGNATORIES, &agreement.signatories, |who| signatory(data, who));
        self.not_stated_if(first, keys::FIELD_SIGNATORIES);
        self.texts(keys::FIELD_TOPICS, &agreement.topics);
        self.each(keys::FIELD_AREAS, &agreement.areas, |area| value(shown(data, &data.network.areas[area.at()].label)));
        self.not_stated_if(first, keys::FIELD_AREAS);
        self.each(keys::FIELD_FOLLOW_UPS, &agreement.follow_ups, |what| follow_up(data, what));
        self.each(keys::FIELD_QUOTES, &agreement.quotes, |said| quote(data, said));
    }

    fn not_stated_if(&mut self, looked_for: bool, key: &str) {
        if looked_for {
            self.or_not_stated(key);
        }
    }

    fn add(&mut self, key: &str, values: Vec<EntryValue>) {
        if !values.is_empty() {
            self.entries.push(Entry { term: self.data.strings.get(key).into(), values });
        }
    }

    fn each<T>(&mut self, key: &str, list: &[T], told: impl Fn(&T) -> EntryValue) {
        let mut values = Vec::with_capacity(list.len());
        for item in list {
            values.push(told(item));
        }
        self.add(key, values);
    }

    fn texts(&mut self, key: &str, texts: &[LocalizedText]) {
        let mut values = Vec::new();
        for text in texts {
            if !text.is_empty() {
                values.push(value(shown(self.data, text)));
            }
        }
        self.add(key, values);
    }

    fn date(&mut self, key: &str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.add(key, vec![value(plain(self.data.locale.date(date)))]);
        }
    }

    /// Says so where the entry was not added, as a reader would look for it.
    fn or_not_stated(&mut self, key: &str) {
        let strings = &self.data.strings;
        if self.entries.last().is_none_or(|last| last.term != strings.get(key)) {
            self.add(key, vec![value(plain(strings.get(keys::NOT_STATED)))]);
        }
    }
}

fn value(words: Words) -> EntryValue {
    EntryValue { words, url: None }
}

fn signatory(data: &Data, who: &Signatory) -> EntryValue {
    if who.role_at_signing.is_empty() {
        return value(plain(&who.name));
    }
    let role = shown(data, &who.role_at_signing).text;
    value(plain(data.strings.fill(keys::SIGNATORY, &[("name", &who.name), ("role", &role)])))
}

fn follow_up(data: &Data, what: &FollowUp) -> EntryValue {
    let kind = data.strings.follow_up(what.kind);
    let date = what.date.map(|date| data.locale.date(date));
    let place = what.place.clone();
    let rest: Vec<String> = [place, date].into_iter().flatten().collect();
    let after = if rest.is_empty() { String::new() } else { [" (", &rest.join(", "), ")"].concat() };
    EntryValue {
        words: plain([&kind, ": ", &what.title, &after].concat()),
        url: what.doi.as_ref().map(|doi| ["https://doi.org/", doi].concat()).or_else(|| what.url.clone()),
    }
}

fn quote(data: &Data, said: &Quote) -> EntryValue {
    let speaker = said.speaker.as_ref().map(|speaker| [" – ", speaker].concat()).unwrap_or_default();
    let language = other_language(data, said.language.as_ref());
    value(Words { text: ["“", &said.text, "”", &speaker].concat(), language })
}

fn source(data: &Data, at: SourceIdx) -> EntryValue {
    let source = &data.network.sources[at.at()];
    let published = source.published.map(|date| data.locale.date(date));
    let parts = [source.title.clone(), source.publisher.clone(), published];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { source.id.clone() } else { parts.join(", ") };
    EntryValue {
        words: Words { text, language: other_language(data, source.language.as_ref()) },
        url: source.url.clone(),
    }
}

/// The language of words, where it is not the shown one.
fn other_language(data: &Data, language: Option<&String>) -> Option<String> {
    language.filter(|own| *own != data.locale.language()).cloned()
}
