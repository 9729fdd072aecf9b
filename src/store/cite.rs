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
    told.texts(keys::FIELD_SOURCE_WORD, std::slice::from_ref(&agreement.source_word));
    told.date(keys::FIELD_SIGNED, agreement.signed);
    told.or_not_stated(keys::FIELD_SIGNED);
    told.date(keys::FIELD_ANNOUNCED, agreement.announced);
    told.date(keys::FIELD_ENDED, agreement.ended);
    told.each(keys::FIELD_PLACE, agreement.place.as_slice(), |place| value(plain(place)));
    told.or_not_stated(keys::FIELD_PLACE);
    told.texts(keys::FIELD_EVENT, std::slice::from_ref(&agreement.event));
    told.each(keys::FIELD_SIGNATORIES, &agreement.signatories, |who| signatory(data, who));
    told.or_not_stated(keys::FIELD_SIGNATORIES);
    told.texts(keys::FIELD_TOPICS, &agreement.topics);
    told.each(keys::FIELD_AREAS, &agreement.areas, |area| value(shown(data, &data.network.areas[area.at()].label)));
    told.or_not_stated(keys::FIELD_AREAS);
    told.each(keys::FIELD_RENEWALS, renewals, |renewal| value(plain(renewed(data, renewal))));
    told.each(keys::FIELD_FOLLOW_UPS, &agreement.follow_ups, |what| follow_up(data, what));
    told.each(keys::FIELD_QUOTES, &agreement.quotes, |said| quote(data, said));
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
    let language = said.language.clone().filter(|own| own != data.locale.language());
    value(Words { text: ["“", &said.text, "”", &speaker].concat(), language })
}

fn source(data: &Data, at: SourceIdx) -> EntryValue {
    let source = &data.network.sources[at.at()];
    let published = source.published.map(|date| data.locale.date(date));
    let parts = [source.title.clone(), source.publisher.clone(), published];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { source.id.clone() } else { parts.join(", ") };
    EntryValue { words: plain(text), url: source.url.clone() }
}
