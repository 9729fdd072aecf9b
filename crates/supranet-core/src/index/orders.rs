//! The orders in which cards can stand, whatever is asked.
//!
//! Knows nothing of what a visitor chose.

use crate::locale::Locale;
use crate::model::{AgreementIdx, Initiative, InitiativeIdx, Network, PartialDate, Relations, Scope, is_of_states};
use crate::order::ordered;

/// All cards in each order; ties stand by name, then by id.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    /// By name.
    pub by_name: Vec<InitiativeIdx>,
    /// By the shown name of the country; those of several countries, and those without one, last.
    pub by_country: Vec<InitiativeIdx>,
    /// Those with most agreements first: a chain of renewals counts once, papers of states do not count.
    pub by_links: Vec<InitiativeIdx>,
    /// Those with the latest agreement first, papers of states left out; those without a date last.
    pub by_recent: Vec<InitiativeIdx>,
    /// For each card the place of its name in the order of the language.
    pub name_ranks: Vec<u32>,
}

impl Orders {
    #[inline(never)]
    pub(super) fn new(network: &Network, relations: &Relations, locale: &dyn Locale) -> Self {
        let initiatives = &network.initiatives;
        let mut names: Vec<&str> = Vec::with_capacity(initiatives.len());
        for one in initiatives {
            let said = one.name.in_language(locale.language(), &network.default_language);
            names.push(said.map_or("", |said| said.text));
        }
        let name_ranks = locale.ranks(&names);
        let countries = country_ranks(network, locale);
        let (links, recent) = agreements(network, relations);
        let by_name = ordered(initiatives.len(), &|a, b| {
            (name_ranks[a], &initiatives[a].id).cmp(&(name_ranks[b], &initiatives[b].id))
        });
        Self {
            by_country: by(&by_name, &|at| countries[at]),
            by_links: by(&by_name, &|at| u32::MAX - links[at]),
            by_recent: by(&by_name, &|at| u32::MAX - recent[at]),
            by_name: by(&by_name, &|_| 0),
            name_ranks,
        }
    }
}

/// All cards by a key; the order by name is kept among equals.
fn by(by_name: &[usize], key: &dyn Fn(usize) -> u32) -> Vec<InitiativeIdx> {
    let mut order = Vec::with_capacity(by_name.len());
    for at in ordered(by_name.len(), &|a, b| key(by_name[a]).cmp(&key(by_name[b]))) {
        order.push(InitiativeIdx(by_name[at] as u32));
    }
    order
}

/// For each card the place of its country among the shown names of countries; without one it is the last.
fn country_ranks(network: &Network, locale: &dyn Locale) -> Vec<u32> {
    let mut codes: Vec<&str> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut places: Vec<usize> = Vec::with_capacity(network.initiatives.len());
    for one in &network.initiatives {
        let Some(code) = country_of(one) else {
            places.push(usize::MAX);
            continue;
        };
        let found = codes.iter().position(|own| *own == code);
        places.push(found.unwrap_or(codes.len()));
        if found.is_none() {
            codes.push(code);
            names.push(locale.country(code));
        }
    }
    let mut texts: Vec<&str> = Vec::with_capacity(names.len());
    for name in &names {
        texts.push(name);
    }
    let of_codes = locale.ranks(&texts);
    let mut ranks = Vec::with_capacity(places.len());
    for place in places {
        ranks.push(of_codes.get(place).copied().unwrap_or(u32::MAX));
    }
    ranks
}

/// A body of several countries stands with none of them.
fn country_of(initiative: &Initiative) -> Option<&str> {
    initiative.country.as_deref().filter(|_| initiative.scope != Some(Scope::Multilateral))
}

/// For each card how many agreements it has, and the first day of what is stated of the latest, as one number.
fn agreements(network: &Network, relations: &Relations) -> (Vec<u32>, Vec<u32>) {
    let (mut counts, mut latest) = (Vec::new(), Vec::new());
    let mut counted: Vec<Option<InitiativeIdx>> = vec![None; network.agreements.len()];
    for card in network.initiative_positions() {
        let (mut count, mut day) = (0, 0);
        for at in relations.agreements_of(card) {
            let agreement = network.agreement(*at);
            if is_of_states(network, agreement) {
                continue;
            }
            let AgreementIdx(first) = relations.first_of_chain(*at);
            count += u32::from(counted[first as usize].replace(card) != Some(card));
            day = day.max(agreement.signed.or(agreement.announced).map_or(0, first_day));
        }
        counts.push(count);
        latest.push(day);
    }
    (counts, latest)
}

fn first_day(date: PartialDate) -> u32 {
    let part = |part: Option<u8>| u32::from(part.unwrap_or(1));
    (u32::from(date.year()) * 16 + part(date.month())) * 32 + part(date.day())
}
