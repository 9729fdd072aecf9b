//! The orders in which cards can stand, whatever is asked.
//!
//! Knows nothing of what a visitor chose.

use super::fold::LATIN;
use crate::intern::Interner;
use crate::locale::Locale;
use crate::model::{AgreementIdx, Initiative, InitiativeIdx, Network, PartialDate, Relations, Scope, is_of_states};
use crate::order::{by_number, by_rank};
use std::cmp::Ordering;

/// The positions of all cards in each order; ties stand by name, then by id.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    /// By name.
    pub by_name: Vec<u32>,
    /// By the shown name of the country; those of several countries, and those without one, last.
    pub by_country: Vec<u32>,
    /// Those with most agreements first: a chain of renewals counts once, papers of states do not count.
    pub by_links: Vec<u32>,
    /// Those with the latest agreement first, papers of states left out; those without a date last.
    pub by_recent: Vec<u32>,
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
        let name_ranks = ranks(&names, locale);
        let (mut links, mut recent) = agreements(network, relations);
        // The greatest first.
        links.iter_mut().chain(&mut recent).for_each(|number| *number = u32::MAX - *number);
        let by_name = by_rank(&name_ranks, &|a, b| initiatives[a].id.cmp(&initiatives[b].id));
        Self {
            by_country: by(&by_name, &country_ranks(network, locale)),
            by_links: by(&by_name, &links),
            by_recent: by(&by_name, &recent),
            by_name,
            name_ranks,
        }
    }
}

/// All cards by their keys; the order by name is kept among equals.
#[inline(never)]
fn by(by_name: &[u32], keys: &[u32]) -> Vec<u32> {
    let mut sorted = by_name.to_vec();
    by_number(&mut sorted, keys);
    sorted
}

/// For each name its place in the order of the language, which the locale is asked for once names are about in order: it
/// then compares each with its neighbours, and few with others.
fn ranks(names: &[&str], locale: &dyn Locale) -> Vec<u32> {
    let (mut folded, mut letters) = (Interner::default(), Vec::new());
    let mut numbers = Vec::with_capacity(names.len());
    for name in names {
        letters.clear();
        // In UTF-8 the Latin letters with marks are two bytes, of which the second tells them apart.
        for byte in name.bytes() {
            match byte {
                0xC3 => {}
                0x80..0xC0 => letters.push(LATIN[byte as usize % 32]),
                _ => letters.push(byte.to_ascii_lowercase()),
            }
        }
        numbers.push(folded.number(&letters).0);
    }
    let mut keys = vec![0; folded.len()];
    (0..).zip(folded.sorted()).for_each(|(place, number)| keys[number as usize] = place);
    numbers.iter_mut().for_each(|number| *number = keys[*number as usize]);
    let order = by_rank(&numbers, &|_, _| Ordering::Equal);
    let mut about: Vec<&str> = Vec::with_capacity(names.len());
    for at in &order {
        about.push(names[*at as usize]);
    }
    let mut ranks = vec![0; names.len()];
    for (at, rank) in order.into_iter().zip(locale.ranks(&about)) {
        ranks[at as usize] = rank;
    }
    ranks
}

/// For each card the place of its country among the shown names of countries; without one it is the last.
fn country_ranks(network: &Network, locale: &dyn Locale) -> Vec<u32> {
    let mut codes = Interner::default();
    let mut names: Vec<String> = Vec::new();
    let mut places: Vec<usize> = Vec::with_capacity(network.initiatives.len());
    for one in &network.initiatives {
        let Some(code) = country_of(one) else {
            places.push(usize::MAX);
            continue;
        };
        let (number, is_new) = codes.number(code.as_bytes());
        places.push(number as usize);
        if is_new {
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
