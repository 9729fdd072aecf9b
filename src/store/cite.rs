//! What opens below an agreement: each term with what is stated of it, and where.
//!
//! Knows nothing of markup. What a reader would look for and no source states is said to be so.

use super::Data;
use super::card::{Words, plain, renewed, shown};
use super::told::{Entry, EntryValue, Lead, Told, in_language, joined, other_language, value};
use crate::i18n::keys;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Agreement, FollowUp, LocalizedText, Quote, Signatory, SourceIdx};

/// The entries of an agreement with its renewals, in reading order, and the languages that texts fell back to.
#[inline(never)]
pub(super) fn entries(data: &Data, agreement: &Agreement, renewals: &[&Agreement]) -> (Vec<Entry>, Vec<String>) {
    let mut sources: Vec<SourceIdx> = agreement.sources.clone();
    for renewal in renewals {
        for at in &renewal.sources {
            if !sources.contains(at) {
                sources.push(*at);
            }
        }
    }
    let mut told = Told::new(data, None, &sources);
    let kind = value(plain(data.strings.agreement(agreement.kind)));
    told.add(keys::FIELD_KIND, vec![EntryValue { note: data.strings.agreement_is(agreement.kind), ..kind }]);
    told.paper(agreement, true);
    for renewal in renewals {
        told.line(keys::FIELD_RENEWALS, renewed(data, renewal));
        told.paper(renewal, false);
    }
    told.finish()
}

impl Told<'_> {
    /// What one paper states. Of the first, what a reader would look for is said not to be stated.
    fn paper(&mut self, agreement: &Agreement, first: bool) {
        let data = self.data;
        let mut words = Vec::new();
        for (language, text) in &agreement.source_word.0 {
            let words_of = Words { text: text.clone(), language: other_language(data, Some(language)) };
            words.push(EntryValue { note: in_language(data, Some(language)), ..value(words_of) });
        }
        self.add(keys::FIELD_SOURCE_WORD, words);
        self.date(keys::FIELD_SIGNED, agreement.signed.filter(|_| first));
        self.not_stated_if(first, keys::FIELD_SIGNED);
        self.date(keys::FIELD_ANNOUNCED, agreement.announced);
        self.date(keys::FIELD_ENDED, agreement.ended);
        self.texts(keys::FIELD_PLACE, std::slice::from_ref(&agreement.place));
        self.not_stated_if(first, keys::FIELD_PLACE);
        self.texts(keys::FIELD_EVENT, std::slice::from_ref(&agreement.event));
        let mut signatories = Vec::new();
        for who in &agreement.signatories {
            signatories.push(self.signatory(who));
        }
        self.add(keys::FIELD_SIGNATORIES, signatories);
        self.not_stated_if(first, keys::FIELD_SIGNATORIES);
        self.texts(keys::FIELD_TOPICS, &agreement.topics);
        let mut areas: Vec<LocalizedText> = Vec::new();
        for area in &agreement.areas {
            areas.push(data.network.areas[area.at()].label.clone());
        }
        self.texts(keys::FIELD_AREAS, &areas);
        self.not_stated_if(first, keys::FIELD_AREAS);
        let mut follow_ups = Vec::new();
        for what in &agreement.follow_ups {
            follow_ups.push(follow_up(data, what));
        }
        self.add(keys::FIELD_FOLLOW_UPS, follow_ups);
        let mut quotes = Vec::new();
        for said in &agreement.quotes {
            quotes.push(self.quote(said));
        }
        self.add(keys::FIELD_QUOTES, quotes);
        self.sure(agreement.confidence, agreement.checked);
    }

    fn not_stated_if(&mut self, looked_for: bool, key: &str) {
        if looked_for {
            self.or_not_stated(key);
        }
    }

    fn signatory(&mut self, who: &Signatory) -> EntryValue {
        if who.role_at_signing.is_empty() {
            return value(plain(&who.name));
        }
        let role = self.shown(&who.role_at_signing).text;
        value(plain(self.data.strings.fill(keys::SIGNATORY, &[("name", &who.name), ("role", &role)])))
    }

    fn quote(&mut self, said: &Quote) -> EntryValue {
        let data = self.data;
        let cited = self.cite(said.source);
        let text = data.strings.fill(keys::QUOTE, &[("text", &said.text)]);
        let language = in_language(data, said.language.as_ref());
        let after = joined(&[said.speaker.as_deref().unwrap_or_default(), &language]);
        EntryValue {
            words: Words { text, language: other_language(data, said.language.as_ref()) },
            lead: None,
            note: concat(&["– ", &after, " ", &cited]),
        }
    }
}

fn follow_up(data: &Data, what: &FollowUp) -> EntryValue {
    let kind = data.strings.follow_up(what.kind);
    let date = what.date.map(|date| data.locale.date(date)).unwrap_or_default();
    let address = what.doi.as_ref().map(|doi| concat(&["https://doi.org/", doi])).or_else(|| what.url.clone());
    EntryValue {
        words: plain(&what.title),
        lead: address.map(Lead::Away),
        note: joined(&[&kind, &shown(data, &what.place).text, &date]),
    }
}
