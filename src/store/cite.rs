//! What opens below an agreement: each term with what is stated of it, and where.
//!
//! Knows nothing of markup. What a reader would look for and no source states is said to be so.

use super::Data;
use super::card::{Chain, renewed};
use super::terms::{self, Term};
use super::told::{Entry, EntryValue, Lead, Told, in_language, joined, other_language, period, value};
use super::words::{Words, name, plain, shown, shown_name};
use crate::i18n::keys;
use supranet_core::facet::Facet;
use supranet_core::join::concat;
use supranet_core::model::{Agreement, FollowUp, InitiativeIdx, Quote, Signatory, SourceIdx};

/// The entries of an agreement with its renewals, in reading order, and the languages that texts fell back to.
#[inline(never)]
pub(super) fn entries(data: &Data, card: InitiativeIdx, chain: &Chain) -> (Vec<Entry>, Vec<String>) {
    let mut papers: Vec<&Agreement> = Vec::with_capacity(chain.len());
    for link in chain {
        papers.push(data.network.agreement(data.index.links.agreements[*link]));
    }
    let mut sources: Vec<SourceIdx> = Vec::new();
    for paper in &papers {
        for at in &paper.sources {
            if !sources.contains(at) {
                sources.push(*at);
            }
        }
    }
    let mut told = Told::new(data, Some(card), &sources);
    for (nth, paper) in papers.iter().enumerate() {
        if nth == 0 {
            told.paper(paper, true);
        } else {
            told.group(renewed(data, paper), |told| told.paper(paper, false));
        }
    }
    told.finish()
}

impl<'d> Told<'d> {
    /// What one paper states. Of the first, what a reader would look for is said not to be stated.
    fn paper(&mut self, agreement: &'d Agreement, first: bool) {
        let data = self.data;
        self.citing(&agreement.evidence);
        let kind = value(plain(data.strings.agreement(agreement.kind)));
        let note = if first { data.strings.agreement_is(agreement.kind) } else { String::new() };
        self.add(&terms::KIND, vec![EntryValue { note, ..kind }]);
        let mut words = Vec::new();
        for (language, text) in &agreement.source_word.0 {
            let words_of = Words { language: other_language(data, Some(language)), ..plain(text) };
            let field = concat(&[terms::SOURCE_WORD.field, ".", language]);
            let cited = self.cited(&|own| own.field == field);
            words.push(EntryValue { cited, note: in_language(data, Some(language)), ..value(words_of) });
        }
        self.add(&terms::SOURCE_WORD, words);
        self.date(&terms::SIGNED, agreement.signed);
        self.not_stated_if(first, &terms::SIGNED);
        self.date(&terms::ANNOUNCED, agreement.announced);
        self.date(&terms::ENDED, agreement.ended);
        self.texts(&terms::PLACE, std::slice::from_ref(&agreement.place));
        self.not_stated_if(first, &terms::PLACE);
        self.texts(&terms::EVENT, std::slice::from_ref(&agreement.event));
        let mut signatories = Vec::new();
        for who in &agreement.signatories {
            signatories.push(self.signatory(who));
        }
        self.add(&terms::SIGNATORIES, signatories);
        self.not_stated_if(first, &terms::SIGNATORIES);
        self.parties(&terms::SIGNING_BODIES, &agreement.signing_bodies);
        self.texts(&terms::TOPICS, &agreement.topics);
        let mut areas = Vec::new();
        for area in &agreement.areas {
            let area = &data.network.areas[area.at()];
            let found = data.index.facet(Facet::Area).tree.find(&area.id);
            areas.push(EntryValue {
                lead: found.map(|at| Lead::Value(Facet::Area, at)),
                ..value(self.shown(&area.label))
            });
        }
        self.add(&terms::AREAS, areas);
        self.not_stated_if(first, &terms::AREAS);
        let mut follow_ups = Vec::new();
        for what in &agreement.follow_ups {
            follow_ups.push(follow_up(data, what));
        }
        self.add(&terms::FOLLOW_UPS, follow_ups);
        let mut quotes = Vec::new();
        for said in &agreement.quotes {
            quotes.push(self.quote(said));
        }
        self.add(&terms::QUOTES, quotes);
        self.sure(agreement.confidence, agreement.is_confirmed, agreement.checked);
    }

    fn not_stated_if(&mut self, looked_for: bool, term: &Term) {
        if looked_for {
            self.or_not_stated(term);
        }
    }

    fn signatory(&mut self, who: &Signatory) -> EntryValue {
        let mut role = self.shown(&who.role_at_signing);
        if let (true, Some(party)) = (role.text.is_empty(), who.organisation) {
            role = shown_name(self.data, self.data.network.party_name(party));
        }
        let said = || self.data.strings.fill(keys::SIGNATORY, &[("role", &role.within())]);
        let note = if role.text.is_empty() { String::new() } else { said() };
        EntryValue { note, ..value(name(&who.name)) }
    }

    fn quote(&mut self, said: &Quote) -> EntryValue {
        let data = self.data;
        let text = data.strings.fill(keys::QUOTE, &[("text", &said.text)]);
        let language = in_language(data, said.language.as_ref());
        let role = self.shown(&said.speaker_role).within();
        let speaker = name(said.speaker.as_deref().unwrap_or_default()).within();
        EntryValue {
            cited: self.cite(said.source),
            note: concat(&["– ", &joined(&[&speaker, &role, &language])]),
            ..value(Words { language: other_language(data, said.language.as_ref()), ..plain(text) })
        }
    }
}

fn follow_up(data: &Data, what: &FollowUp) -> EntryValue {
    let kind = data.strings.follow_up(what.kind);
    let date = period(data, what.date, what.until);
    let address = what.doi.as_ref().map(|doi| concat(&["https://doi.org/", doi])).or_else(|| what.url.clone());
    EntryValue {
        lead: address.map(Lead::Away),
        note: joined(&[&kind, &shown(data, &what.place).within(), &date]),
        ..value(Words { language: other_language(data, Some(&data.network.default_language)), ..plain(&what.title) })
    }
}
