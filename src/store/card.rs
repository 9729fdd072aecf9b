//! What a card says, as plain data in the shown language.
//!
//! Knows nothing of markup and follows no signal: a card changes only with the data.

use super::Data;
use super::told::{as_strs, joined};
use super::words::{Words, name, plain, shown, shown_name};
use crate::i18n::keys;
use supranet_core::facet::Facet;
use supranet_core::index::LINK_FACETS;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Agreement, AgreementIdx, Initiative, InitiativeIdx, Party, Scope, is_state};
use supranet_core::order::ordered;

/// An initiative as a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The initiative's id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its abbreviation.
    pub abbreviation: Option<Words>,
    /// Its own page.
    pub url: Option<String>,
    /// Its country or place, in words, and that value of the facet.
    pub place: Words,
    /// The value of the facet `country` that the place is.
    pub place_value: Option<usize>,
    /// Where it has no place of its own: the countries by which it is found, as values of the facet.
    pub countries: Vec<(Facet, usize)>,
    /// Scope, kind and status, in words.
    pub facts: Vec<String>,
    /// What it is.
    pub summary: Option<Words>,
    /// Its disease areas, each with its value of the facet.
    pub areas: Vec<(Words, Option<usize>)>,
    /// Whether a reader would look for agreements: bodies of several countries have members instead.
    pub may_agree: bool,
    /// Its agreements.
    pub agreements: Vec<Chain>,
    /// Papers between its state and another.
    pub of_states: Vec<Chain>,
    /// That some texts are in another language, as a sentence.
    pub fallback: Option<String>,
    /// Where a visitor reports an error.
    pub feedback: Option<String>,
}

/// An agreement with its renewals, as one of the links of a card: the first, then what renews it.
pub type Chain = Vec<usize>;

/// An agreement as it stands on a card, in one line.
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
    /// What it can be found by: values of facets.
    pub values: Vec<(Facet, usize)>,
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
                countries.push((Facet::Country, at_value));
            }
        }
        let mut card = Self {
            id: initiative.id.clone(),
            name: shown_name(data, &initiative.name),
            abbreviation: initiative.abbreviation.as_deref().map(name),
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
            fallback: None,
            feedback: None,
        };
        let mut languages = Vec::new();
        languages.extend(card.name.language.clone());
        languages.extend(card.summary.as_ref().and_then(|own| own.language.clone()));
        card.fallback = fallback(data, languages);
        for chain in chains(data, at) {
            let own = own_end(data, chain[0]);
            let list = if is_state(network, &own) { &mut card.of_states } else { &mut card.agreements };
            list.push(chain);
        }
        card
    }
}

/// The agreements of a card with their renewals.
fn chains(data: &Data, card: InitiativeIdx) -> Vec<Chain> {
    let mut chains: Vec<(AgreementIdx, Chain)> = Vec::new();
    for link in data.index.relations.links_of(card) {
        let first = data.index.relations.first_of_chain(data.index.links.agreements[link]);
        match chains.iter_mut().find(|(own, _)| *own == first) {
            Some((_, chain)) => chain.push(link),
            None => chains.push((first, vec![link])),
        }
    }
    let mut ordered = Vec::with_capacity(chains.len());
    for (_, chain) in chains {
        ordered.push(in_order(data, chain));
    }
    ordered
}

/// What renews another stands after it, whatever the order of the file.
fn in_order(data: &Data, chain: Chain) -> Chain {
    let age = |link: usize| {
        let (mut age, mut at) = (0, data.index.links.agreements[link]);
        while let Some(before) = data.network.agreement(at).renews {
            age += 1;
            at = before;
        }
        age
    };
    if chain.len() == 1 {
        return chain;
    }
    let mut sorted = Vec::with_capacity(chain.len());
    for at in ordered(chain.len(), &|a, b| age(chain[a]).cmp(&age(chain[b]))) {
        sorted.push(chain[at]);
    }
    sorted
}

/// The end of an agreement on the side of the card.
fn own_end(data: &Data, link: usize) -> Party {
    let (at, other) = data.index.relations.link(link);
    let [first, second] = data.network.agreement(at).ends;
    if first == other { second } else { first }
}

impl AgreementCard {
    /// Reads an agreement and its renewals, as they stand on a card.
    #[must_use]
    #[inline(never)]
    pub fn new(data: &Data, card: InitiativeIdx, chain: &Chain) -> Self {
        let Data { network, index, strings, .. } = data;
        let (at, other) = index.relations.link(chain[0]);
        let first = network.agreement(at);
        let mut dates = vec![when(data, first, [keys::SIGNED, keys::ANNOUNCED, keys::UNDATED])];
        let mut values = Vec::new();
        for (nth, link) in chain.iter().enumerate() {
            if nth > 0 {
                dates.push(renewed(data, network.agreement(index.links.agreements[*link])));
            }
            for (at, facet) in LINK_FACETS.into_iter().enumerate() {
                let (tree, own) = (&index.facet(facet).tree, index.links.values(at).of(*link));
                for value in own {
                    let is_above = own.iter().any(|other| tree.is_below(*other as usize, *value as usize));
                    let value = (facet, *value as usize);
                    if !is_above && !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
        }
        Self {
            id: concat(&[&network.initiative(card).id, "/", &first.id]),
            partner: shown_name(data, network.party_name(other)),
            partner_card: card_of(data, other),
            partner_place: match other {
                Party::Initiative(at) => place(data, network.initiative(at)),
                // A state is its own country.
                Party::Organisation(_) if is_state(network, &other) => None,
                Party::Organisation(at) => {
                    let organisation = &network.organisations[at.at()];
                    place_in(data, organisation.country.as_ref(), organisation.place.as_ref())
                }
            },
            kind: strings.agreement(first.kind),
            dates,
            values,
        }
    }
}

/// Says which other languages some texts are in.
pub(super) fn fallback(data: &Data, languages: Vec<String>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for language in languages {
        let name = data.locale().language_name(&language);
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
    data.strings.fill(key, &[("date", &data.locale().date(date))])
}

/// When an agreement was renewed by another.
#[inline(never)]
pub(super) fn renewed(data: &Data, renewal: &Agreement) -> String {
    when(data, renewal, [keys::RENEWED, keys::RENEWED_ANNOUNCED, keys::RENEWED_UNDATED])
}

/// The one card that a party stands for, where there is one.
pub(super) fn card_of(data: &Data, party: Party) -> Option<InitiativeIdx> {
    if is_state(&data.network, &party) {
        return None;
    }
    match data.index.relations.cards_of_end(&data.network, &party) {
        [card] => Some(*card),
        _ => None,
    }
}

/// The country of an initiative in words, with the place before it.
fn place(data: &Data, initiative: &Initiative) -> Option<String> {
    if initiative.scope == Some(Scope::Multilateral) {
        return Some(data.strings.get(keys::MULTILATERAL).into());
    }
    place_in(data, initiative.country.as_ref(), initiative.place.as_ref())
}

fn place_in(data: &Data, country: Option<&String>, place: Option<&String>) -> Option<String> {
    let Data { network, strings, .. } = data;
    let country = data.locale().country(country?);
    let label = place.and_then(|code| network.place_label(code));
    Some(match label {
        Some(label) => strings.fill(keys::COUNTRY_AT, &[("name", &shown(data, label).text), ("country", &country)]),
        None => country,
    })
}
