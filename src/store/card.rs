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
    /// Where it has no place of its own: the countries by which it is found, as values of the facet.
    pub countries: Vec<usize>,
    /// Scope, kind and status, in words.
    pub facts: Vec<String>,
    /// What it is.
    pub summary: Option<Words>,
    /// Its disease areas, each with its value of the facet.
    pub areas: Vec<(Words, Option<usize>)>,
    /// Whether a reader would look for agreements: bodies of several countries have members instead.
    pub may_agree: bool,
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
#[inline(never)]
pub(super) fn shown(data: &Data, text: &LocalizedText) -> Words {
    let language = data.locale.language();
    let said = text.in_language(language, &data.network.default_language);
    let Some(said) = said else { return Words { text: String::new(), language: None } };
    let other = !said.language.is_empty() && !said.language.eq_ignore_ascii_case(language);
    Words { text: said.text.into(), language: other.then(|| said.language.into()) }
}

/// Words of the interface itself.
#[inline(never)]
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
        let mut facts = Vec::with_capacity(3);
        facts.extend(initiative.scope.map(|scope| strings.scope(scope)));
        facts.push(strings.kind(initiative.kind));
        facts.extend(initiative.status.map(|status| strings.status(status)));
        let place_code = initiative.place.as_ref().or(initiative.country.as_ref());
        let value = |facet: Facet, id: &str| index.facet(facet).tree.find(id);
        let mut areas = Vec::with_capacity(initiative.areas.len());
        for area in &initiative.areas {
            let area = &network.areas[area.at()];
            areas.push((shown(data, &area.label), value(Facet::Area, &area.id)));
        }
        let place_value = place_code.and_then(|code| value(Facet::Country, code));
        let mut countries = Vec::new();
        for (at_value, cards) in index.facet(Facet::Country).cards.iter().enumerate() {
            if place_value.is_none() && cards.contains(at.at()) {
                countries.push(at_value);
            }
        }
        let (entries, mut fallbacks) = about::entries(data, at);
        let mut card = Self {
            id: initiative.id.clone(),
            name: shown(data, &initiative.name),
            abbreviation: initiative.abbreviation.clone(),
            url: initiative.url.clone(),
            place: plain(place(data, initiative).unwrap_or_else(|| strings.get(keys::NOT_STATED).into())),
            place_value,
            countries,
            facts,
            summary: (!initiative.summary.is_empty()).then(|| shown(data, &initiative.summary)),
            areas,
            may_agree: initiative.scope != Some(Scope::Multilateral),
            agreements: Vec::new(),
            of_states: Vec::new(),
            entries,
            fallback: None,
            feedback: None,
        };
        fallbacks.extend(card.summary.as_ref().and_then(|summary| summary.language.clone()));
        let all = index.relations.agreements_of(at);
        for first in all {
            let agreement = network.agreement(*first);
            if agreement.renews.is_some_and(|before| all.contains(&before)) {
                continue;
            }
            let other = index.relations.other_end(network, agreement, at);
            let own = if agreement.ends[0] == other { agreement.ends[1] } else { agreement.ends[0] };
            let list = if is_state(data, own) { &mut card.of_states } else { &mut card.agreements };
            let id = concat(&[&initiative.id, "-", &agreement.id]);
            let mut agreement = AgreementCard::new(data, at, id, other, agreement, &renewals(data, *first, all));
            fallbacks.append(&mut agreement.fallbacks);
            list.push(agreement);
        }
        card.fallback = fallback(data, fallbacks);
        card
    }
}

impl AgreementCard {
    /// Reads an agreement and its renewals.
    fn new(
        data: &Data,
        card: InitiativeIdx,
        id: String,
        other: Party,
        first: &Agreement,
        renewals: &[&Agreement],
    ) -> Self {
        let mut dates = vec![when(data, first, [keys::SIGNED, keys::ANNOUNCED, keys::UNDATED])];
        let mut stated = first.areas.clone();
        for renewal in renewals {
            dates.push(renewed(data, renewal));
            stated.extend_from_slice(&renewal.areas);
        }
        let mut areas = Vec::with_capacity(stated.len());
        for area in stated {
            areas.extend(data.index.facet(Facet::Area).tree.find(&data.network.areas[area.at()].id));
        }
        let (entries, fallbacks) = cite::entries(data, card, first, renewals);
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
            kind: data.strings.agreement(first.kind),
            dates,
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

/// When an agreement was made, and how sure that is: the keys say signed, announced, and not stated.
fn when(data: &Data, agreement: &Agreement, [signed, announced, undated]: [&str; 3]) -> String {
    let (key, date) = match (agreement.signed, agreement.announced) {
        (Some(date), _) => (signed, date),
        (None, Some(date)) => (announced, date),
        (None, None) => return data.strings.get(undated).into(),
    };
    data.strings.fill(key, &[("date", &data.locale.date(date))])
}

/// When an agreement was renewed by another.
#[inline(never)]
pub(super) fn renewed(data: &Data, renewal: &Agreement) -> String {
    when(data, renewal, [keys::RENEWED, keys::RENEWED_ANNOUNCED, keys::RENEWED_UNDATED])
}

/// What renews an agreement, and what renews that.
fn renewals<'d>(data: &'d Data, first: AgreementIdx, all: &[AgreementIdx]) -> Vec<&'d Agreement> {
    let mut chain = vec![first];
    let mut renewals = Vec::new();
    let mut next = 0;
    while let Some(before) = chain.get(next).copied() {
        next += 1;
        for at in all {
            let agreement = data.network.agreement(*at);
            if agreement.renews == Some(before) {
                chain.push(*at);
                renewals.push(agreement);
            }
        }
    }
    renewals
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
