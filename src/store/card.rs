//! What a card says, as plain data in the shown language.
//!
//! Knows nothing of markup and follows no signal: a card changes only with the data.

use super::Data;
use super::about;
use super::cite;
use super::told::{Entry, as_strs, joined};
use crate::i18n::keys;
use supranet_core::facet::Facet;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{
    Agreement, AgreementIdx, Initiative, InitiativeIdx, LocalizedText, OrganisationKind, Party, Scope,
};

/// A text, and its language where that is not the shown one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// BCP 47, where it differs from the language of the interface.
    pub language: Option<String>,
}

/// An initiative as a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The initiative's id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own page.
    pub url: Option<String>,
    /// Its country or place, in words, and that value of the facet.
    pub place: Words,
    /// The value of the facet `country` that the place is.
    pub place_value: Option<usize>,
    /// Scope, kind and status, in words.
    pub facts: Vec<String>,
    /// What it is.
    pub summary: Option<Words>,
    /// Its disease areas, each with its value of the facet.
    pub areas: Vec<(Words, Option<usize>)>,
    /// Its agreements.
    pub agreements: Vec<AgreementCard>,
    /// Papers between its state and another.
    pub of_states: Vec<AgreementCard>,
    /// What opens.
    pub entries: Vec<Entry>,
    /// That some texts are in another language, as a sentence.
    pub fallback: Option<String>,
    /// Where a visitor reports an error.
    pub feedback: Option<String>,
}

/// An agreement as it stands on a card: one line, and what opens below it.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementCard {
    /// Its id, and on which side of it the card is.
    pub id: String,
    /// The name of the other end.
    pub partner: Words,
    /// The other end's card.
    pub partner_card: Option<InitiativeIdx>,
    /// The country of the other end, in words.
    pub partner_place: Option<String>,
    /// Kind, in words.
    pub kind: String,
    /// When, as far as it is stated, and when it was renewed.
    pub dates: Vec<String>,
    /// Its disease areas, as values of the facet.
    pub areas: Vec<usize>,
    /// What opens.
    pub entries: Vec<Entry>,
    /// The languages of texts that fell back to another.
    pub(super) fallbacks: Vec<String>,
}

/// A text in the shown language, or in the nearest that there is.
pub(super) fn shown(data: &Data, text: &LocalizedText) -> Words {
    let language = data.locale.language();
    let said = text.in_language(language, &data.network.default_language);
    let Some(said) = said else { return Words { text: String::new(), language: None } };
    let other = !said.language.is_empty() && !said.language.eq_ignore_ascii_case(language);
    Words { text: said.text.into(), language: other.then(|| said.language.into()) }
}

/// Words of the interface itself.
pub(super) fn plain(text: impl Into<String>) -> Words {
    Words { text: text.into(), language: None }
}

impl Card {
    /// Reads a card off the data.
    #[must_use]
    #[inline(never)]
    pub fn new(data: &Data, at: InitiativeIdx) -> Self {
        let Data { network, index, strings, .. } = data;
        let initiative = network.initiative(at);
        let facts = [
            initiative.scope.map(|scope| strings.scope(scope)),
            Some(strings.kind(initiative.kind)),
            initiative.status.map(|status| strings.status(status)),
        ];
        let place_code = initiative.place.as_ref().or(initiative.country.as_ref());
        let value = |facet: Facet, id: &str| index.facet(facet).tree.find(id);
        let mut areas = Vec::with_capacity(initiative.areas.len());
        for area in &initiative.areas {
            let area = &network.areas[area.at()];
            areas.push((shown(data, &area.label), value(Facet::Area, &area.id)));
        }
        let (entries, mut fallbacks) = about::entries(data, at);
        let mut card = Self {
            id: initiative.id.clone(),
            name: shown(data, &initiative.name),
            abbreviation: initiative.abbreviation.clone(),
            url: initiative.url.clone(),
            place: plain(place(data, initiative).unwrap_or_else(|| strings.get(keys::NOT_STATED).into())),
            place_value: place_code.and_then(|code| value(Facet::Country, code)),
            facts: facts.into_iter().flatten().collect(),
            summary: (!initiative.summary.is_empty()).then(|| shown(data, &initiative.summary)),
            areas,
            agreements: Vec::new(),
            of_states: Vec::new(),
            entries,
            fallback: None,
            feedback: None,
        };
        fallbacks.extend(card.summary.iter().filter_map(|summary| summary.language.clone()));
        let all = index.relations.agreements_of(at);
        for first in
            all.iter().filter(|own| network.agreement(**own).renews.is_none_or(|before| !all.contains(&before)))
        {
            let agreement = network.agreement(*first);
            let other = index.relations.other_end(network, agreement, at);
            let own = if agreement.ends[0] == other { agreement.ends[1] } else { agreement.ends[0] };
            let list = if is_state(data, own) { &mut card.of_states } else { &mut card.agreements };
            let agreement = AgreementCard::new(
                data,
                concat(&[&initiative.id, "-", &agreement.id]),
                other,
                &chain(data, *first, all),
            );
            fallbacks.extend(agreement.fallbacks.iter().cloned());
            list.push(agreement);
        }
        card.fallback = fallback(data, fallbacks);
        card
    }
}

impl AgreementCard {
    /// Reads one chain of an agreement and its renewals, the first of them first.
    fn new(data: &Data, id: String, other: Party, chain: &[&Agreement]) -> Self {
        let strings = &data.strings;
        let first = chain.first().copied();
        let mut areas = Vec::new();
        for area in chain.iter().flat_map(|agreement| &agreement.areas) {
            areas.extend(data.index.facet(Facet::Area).tree.find(&data.network.areas[area.at()].id));
        }
        let (entries, fallbacks) =
            first.map(|agreement| cite::entries(data, agreement, &chain[1..])).unwrap_or_default();
        let renewed = chain.iter().skip(1).map(|renewal| renewed(data, renewal));
        Self {
            id,
            partner: shown(data, data.network.party_name(other)),
            partner_card: card_of(data, other),
            partner_place: match other {
                Party::Initiative(at) => place(data, data.network.initiative(at)),
                Party::Organisation(at) => {
                    let country = data.network.organisations[at.at()].country.as_ref();
                    country.filter(|_| !is_state(data, other)).map(|code| data.locale.country(code))
                }
            },
            kind: first.map(|agreement| strings.agreement(agreement.kind)).unwrap_or_default(),
            dates: first.map(|agreement| when(data, agreement)).into_iter().chain(renewed).collect(),
            areas,
            entries,
            fallbacks,
        }
    }
}

/// Says which other languages some texts are in.
fn fallback(data: &Data, languages: Vec<String>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for language in languages {
        let name = data.locale.language_name(&language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let sentence = || data.strings.fill(keys::LANGUAGE_ONLY, &[("language", &joined(&as_strs(&names)))]);
    (!names.is_empty()).then(sentence)
}

/// When an agreement was made, and how sure that is.
fn when(data: &Data, agreement: &Agreement) -> String {
    let say = |key, date| data.strings.fill(key, &[("date", &data.locale.date(date))]);
    match (agreement.signed, agreement.announced) {
        (Some(date), _) => say(keys::SIGNED, date),
        (None, Some(date)) => say(keys::ANNOUNCED, date),
        (None, None) => data.strings.get(keys::UNDATED).into(),
    }
}

/// When an agreement was renewed by another.
pub(super) fn renewed(data: &Data, renewal: &Agreement) -> String {
    let say = |key, date| data.strings.fill(key, &[("date", &data.locale.date(date))]);
    match (renewal.signed, renewal.announced) {
        (Some(date), _) => say(keys::RENEWED, date),
        (None, Some(date)) => say(keys::RENEWED_ANNOUNCED, date),
        (None, None) => data.strings.get(keys::RENEWED_UNDATED).into(),
    }
}

/// An agreement with what renews it, and what renews that.
fn chain<'d>(data: &'d Data, first: AgreementIdx, all: &[AgreementIdx]) -> Vec<&'d Agreement> {
    let mut chain = vec![first];
    let mut next = 0;
    while let Some(before) = chain.get(next).copied() {
        next += 1;
        chain.extend(all.iter().filter(|own| data.network.agreement(**own).renews == Some(before)));
    }
    chain.into_iter().map(|at| data.network.agreement(at)).collect()
}

/// The one card that a party stands for, where there is one.
pub(super) fn card_of(data: &Data, party: Party) -> Option<InitiativeIdx> {
    if is_state(data, party) {
        return None;
    }
    match data.index.relations.cards_of_end(&data.network, party)[..] {
        [card] => Some(card),
        _ => None,
    }
}

fn is_state(data: &Data, party: Party) -> bool {
    matches!(party, Party::Organisation(at) if data.network.organisations[at.at()].kind == OrganisationKind::State)
}

/// The country of an initiative in words, with the place before it.
fn place(data: &Data, initiative: &Initiative) -> Option<String> {
    let Data { network, strings, locale, .. } = data;
    if initiative.scope == Some(Scope::Multilateral) {
        return Some(strings.get(keys::MULTILATERAL).into());
    }
    let country = locale.country(initiative.country.as_ref()?);
    let label = initiative.place.as_ref().and_then(|code| network.place_label(code));
    Some(match label {
        Some(label) => strings.fill(keys::COUNTRY_AT, &[("name", &shown(data, label).text), ("country", &country)]),
        None => country,
    })
}
