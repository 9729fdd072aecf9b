//! What opens below an initiative: each term with what is stated of it, and where.
//!
//! Knows nothing of markup. What a reader would look for and no source states is said to be so.

use super::Data;
use super::terms::{self, Term};
use super::told::{Entry, EntryValue, Told, as_strs, joined, other_language, period, value};
use super::words::{Words, name, plain, shown, shown_name};
use crate::i18n::keys;
use std::mem::take;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{
    Confidence, Figure, Funding, Initiative, InitiativeIdx, LocalizedText, OrganisationIdx, OrganisationKind,
    PartialDate, Party, SourceIdx,
};
use supranet_core::order::ordered;

/// The entries of an initiative, in reading order, and the languages that texts fell back to.
#[inline(never)]
pub(super) fn entries(data: &Data, at: InitiativeIdx) -> (Vec<Entry>, Vec<String>) {
    let initiative = data.network.initiative(at);
    let relations = &data.index.relations;
    let mut told = Told::new(data, Some(at), &initiative.sources);
    told.citing(&initiative.evidence);

    told.names(initiative);
    if let Some(status) = initiative.status {
        let words = value(plain(data.strings.status(status)));
        let stated = initiative.evidence.iter().filter(|own| own.is_about(terms::STATUS.field));
        let as_of = told.dated(keys::AS_OF, stated.filter_map(|own| own.as_of).max());
        let note = joined(&[&data.strings.status_is(status), &as_of]);
        told.add(&terms::STATUS, vec![EntryValue { note, ..words }]);
    }
    told.or_not_stated(&terms::STATUS);
    told.date(&terms::STARTED, initiative.started);
    told.or_not_stated(&terms::STARTED);
    told.date(&terms::ENDED, initiative.ended);
    told.texts(&terms::FOCUS, &initiative.focus);
    let is_ministry = |at: &OrganisationIdx| data.network.organisations[at.at()].kind == OrganisationKind::Ministry;
    // One is under a ministry, and not its guest.
    let host = if initiative.host.as_ref().is_some_and(is_ministry) { &terms::UNDER } else { &terms::HOST };
    told.organisations(host, initiative.host.as_slice());
    told.organisations(&terms::LED_BY, &initiative.lead_bodies);
    if initiative.lead_bodies.is_empty() && initiative.host.is_none() {
        told.or_not_stated(&terms::LED_BY);
    }
    told.initiatives(&terms::PART_OF, initiative.parent.as_slice());
    told.initiatives(&terms::PARTS, relations.parts_of(at));
    told.initiatives(&terms::MEMBER_OF, &initiative.member_of);
    told.initiatives(&terms::MEMBERS, relations.members_of(at));
    told.parties(&terms::PARTICIPANTS, &initiative.participants);
    told.line(&terms::COUNTRIES, countries(data, &initiative.member_countries));
    let mut figures = Vec::with_capacity(initiative.figures.len());
    for figure in &initiative.figures {
        figures.push(told.figure(figure));
    }
    told.add(&terms::FIGURES, figures);
    for grant in &initiative.funding {
        let line = told.grant(grant);
        told.add(&terms::FUNDING, vec![line]);
        told.texts(&terms::RESULTS, &grant.results);
    }
    told.sure(initiative.confidence, false, initiative.checked);
    told.finish()
}

/// Names of countries in the order of the language.
fn countries(data: &Data, codes: &[String]) -> String {
    let mut names = Vec::with_capacity(codes.len());
    for code in codes {
        names.push(data.locale().country(code));
    }
    let names = as_strs(&names);
    let ranks = data.locale().ranks(&names);
    let mut sorted = Vec::with_capacity(names.len());
    for at in ordered(names.len(), &|a, b| ranks[a].cmp(&ranks[b])) {
        sorted.push(names[at]);
    }
    joined(&sorted)
}

impl Told<'_> {
    /// All names but the one that the card has for its title.
    fn names(&mut self, initiative: &Initiative) {
        let title = shown(self.data, &initiative.name).text;
        let mut names = Vec::new();
        for (language, own) in &initiative.name.0 {
            if *own != title && !names.iter().any(|told: &EntryValue| told.words.text == *own) {
                let language = other_language(self.data, Some(language));
                names.push(value(Words { language, ..name(own) }));
            }
        }
        for own in &initiative.alt_names {
            if *own != title && !names.iter().any(|told| told.words.text == *own) {
                names.push(value(name(own)));
            }
        }
        self.add(&terms::ALT_NAMES, names);
    }

    /// How sure the facts are, where not very or where both ends confirm them, and when they were looked at.
    pub(super) fn sure(&mut self, confidence: Option<Confidence>, is_confirmed: bool, checked: Option<PartialDate>) {
        let mut values = Vec::new();
        if let Some(confidence) = confidence.filter(|own| *own != Confidence::High) {
            values.push(value(plain(self.data.strings.confidence(confidence))));
        }
        if is_confirmed {
            values.push(value(plain(self.data.strings.get(keys::CONFIRMED))));
        }
        self.add(&terms::CONFIDENCE, values);
        self.date(&terms::CHECKED, checked);
    }

    /// That what a source states is less certain, and why: in the words of who keeps the record, as quotations are.
    pub(super) fn doubted(&mut self, source: SourceIdx, why: &LocalizedText) -> EntryValue {
        let less = plain(self.data.strings.get(keys::DOUBT));
        let (words, note) = if why.is_empty() { (less, String::new()) } else { (shown(self.data, why), less.text) };
        EntryValue { cited: self.cite(Some(source)), note, ..value(words) }
    }

    fn organisations(&mut self, term: &Term, list: &[OrganisationIdx]) {
        let mut parties = Vec::with_capacity(list.len());
        for at in list {
            parties.push(Party::Organisation(*at));
        }
        self.parties(term, &parties);
    }

    fn initiatives(&mut self, term: &Term, list: &[InitiativeIdx]) {
        let mut parties = Vec::with_capacity(list.len());
        for at in list {
            parties.push(Party::Initiative(*at));
        }
        self.parties(term, &parties);
    }

    fn dated(&self, key: &str, date: Option<PartialDate>) -> String {
        let data = self.data;
        date.map(|date| data.strings.fill(key, &[("date", &data.locale().date(date))])).unwrap_or_default()
    }

    #[inline(never)]
    fn figure(&mut self, figure: &Figure) -> EntryValue {
        let amount =
            concat(&[&self.data.locale().number(figure.value), " ", figure.unit.as_deref().unwrap_or_default()]);
        let label = self.shown(&figure.label);
        let text = self.data.strings.fill(keys::FIGURE, &[("label", &label.text), ("value", amount.trim_end())]);
        let when = joined(&[&self.dated(keys::AS_OF, figure.as_of), &self.dated(keys::HORIZON, figure.horizon)]);
        EntryValue { note: when, cited: self.cite(figure.source), ..value(Words { text, ..label }) }
    }

    /// A text filled with a name; nothing where there is none.
    fn named(&self, key: &str, place: &str, name: &str) -> String {
        if name.is_empty() { String::new() } else { self.data.strings.fill(key, &[(place, name)]) }
    }

    fn name(&self, at: Option<OrganisationIdx>) -> Words {
        let Some(at) = at else { return plain("") };
        shown_name(self.data, self.data.network.party_name(Party::Organisation(at)))
    }

    /// The funder and what else is stated, else the sum and what else is stated.
    #[inline(never)]
    fn grant(&mut self, grant: &Funding) -> EntryValue {
        let data = self.data;
        let currency = grant.currency.as_deref().unwrap_or_default();
        let sum = grant.amount.map(|amount| concat(&[&data.locale().number(amount), " ", currency]));
        let mut sum = sum.unwrap_or_default();
        let mut words = self.name(grant.funder);
        if words.text.is_empty() {
            words = plain(take(&mut sum));
        }
        let period = period(data, grant.from, grant.to);
        let status = grant.status.map(|status| data.strings.status(status)).unwrap_or_default();
        let reference = self.named(keys::GRANT, "reference", grant.reference.as_deref().unwrap_or_default());
        let coordinator = self.named(keys::COORDINATOR, "name", &self.name(grant.coordinator).within());
        let note = joined(&[&sum, &status, &reference, &period, &coordinator]);
        EntryValue { note, cited: self.cite(grant.source), ..value(words) }
    }
}
