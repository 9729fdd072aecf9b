//! Which values a facet has in a dataset, and which of them a card or an agreement on it has.
//!
//! Knows nothing of how they nest: here a value is the number of its seed.

use super::Facet;
use super::tree::Seed;
use crate::intern::Interner;
use crate::locale::Locale;
use crate::model::{AgreementKind, InitiativeIdx, LocalizedText, Network, Party, Relations, Scope, Status};
use crate::order::boundary;

/// The values of one facet of a dataset.
pub(crate) struct Values<'n> {
    facet: Facet,
    network: &'n Network,
    relations: &'n Relations,
    /// Of countries and partners: the codes.
    codes: Interner,
    /// Of memberships: the bodies, in file order, and for each initiative the numbers of its bodies.
    bodies: Vec<InitiativeIdx>,
    bodies_of: Vec<Vec<usize>>,
}

impl<'n> Values<'n> {
    /// The values that the data knows.
    #[inline(never)]
    pub fn new(facet: Facet, network: &'n Network, relations: &'n Relations) -> Self {
        let mut values =
            Self { facet, network, relations, codes: Interner::default(), bodies: Vec::new(), bodies_of: Vec::new() };
        match facet {
            Facet::Country => {
                network.initiative_positions().for_each(|card| values.countries_of(card));
                values.settle_codes();
            }
            Facet::Partner => {
                let mut is_partner = vec![false; relations.parties()];
                for link in 0..relations.links() {
                    is_partner[relations.other(link) as usize] = true;
                }
                for (number, is_partner) in (0..).zip(is_partner) {
                    if is_partner {
                        each_partner(network, relations.party(number), &mut |code| {
                            values.codes.number(code.as_bytes());
                        });
                    }
                }
                values.settle_codes();
            }
            Facet::Membership => values.find_bodies(),
            _ => {}
        }
        values
    }

    /// A seed for each value. `ranks` has the place of each initiative's name in the order of the language.
    #[inline(never)]
    pub fn seeds(&self, locale: &dyn Locale, ranks: &[u32]) -> Vec<Seed> {
        match self.facet {
            Facet::Country | Facet::Partner => self.code_seeds(locale),
            Facet::Area => self.area_seeds(locale),
            Facet::Scope => word_seeds(Scope::KEYS),
            Facet::Status => word_seeds(Status::KEYS),
            Facet::Agreement => word_seeds(AgreementKind::KEYS),
            Facet::Initiative | Facet::Membership => {
                let mut seeds = Vec::new();
                for at in self.network.initiative_positions() {
                    if self.facet == Facet::Initiative || self.body(at).is_some() {
                        seeds.push(self.initiative_seed(at, locale, ranks));
                    }
                }
                seeds
            }
        }
    }

    /// Adds the numbers of the values that a card has itself; what stands above them follows. Those of [`Facet::Area`]
    /// are its own: its agreements' come by [`Self::of_record`]. None of a facet of agreements, and none of
    /// [`Facet::Initiative`], whose cards follow from the links alone.
    #[inline(never)]
    pub fn of_card(&self, card: InitiativeIdx, own: &mut Vec<usize>) {
        let initiative = self.network.initiative(card);
        match self.facet {
            Facet::Country => self.each_country(card, &mut |code| own.extend(self.number(code))),
            Facet::Area => own.extend(initiative.areas.iter().map(|area| area.at())),
            Facet::Scope => own.extend(initiative.scope.map(|scope| scope as usize)),
            Facet::Status => own.extend(initiative.status.map(|status| status as usize)),
            Facet::Membership => own.extend_from_slice(&self.bodies_of[card.at()]),
            Facet::Initiative | Facet::Partner | Facet::Agreement => {}
        }
    }

    /// How many records [`Self::of_record`] knows: of [`Facet::Partner`] the parties, else the agreements.
    pub fn records(&self) -> usize {
        if self.facet == Facet::Partner { self.relations.parties() } else { self.network.agreements.len() }
    }

    /// Adds the numbers of the values that an agreement has, or has on the card of one party by the other.
    #[inline(never)]
    pub fn of_record(&self, record: usize, own: &mut Vec<usize>) {
        if self.facet == Facet::Partner {
            let party = self.relations.party(record as u32);
            return each_partner(self.network, party, &mut |code| own.extend(self.number(code)));
        }
        let agreement = &self.network.agreements[record];
        match self.facet {
            Facet::Agreement => own.push(agreement.kind as usize),
            _ => own.extend(agreement.areas.iter().map(|area| area.at())),
        }
    }

    fn number(&self, code: &str) -> Option<usize> {
        self.codes.find(code.as_bytes()).map(|number| number as usize)
    }

    /// Adds the country above each place.
    fn settle_codes(&mut self) {
        for number in 0..self.codes.len() {
            if let Some(country) = country_of_place(self.code(number)).map(String::from) {
                self.codes.number(country.as_bytes());
            }
        }
    }

    fn code(&self, number: usize) -> &str {
        std::str::from_utf8(self.codes.word(number)).unwrap_or_default()
    }

    fn countries_of(&mut self, card: InitiativeIdx) {
        let mut codes = std::mem::take(&mut self.codes);
        self.each_country(card, &mut |code| {
            codes.number(code.as_bytes());
        });
        self.codes = codes;
    }

    /// A country or place of its own; for a body those of its members and participants.
    fn each_country(&self, card: InitiativeIdx, each: &mut dyn FnMut(&'n str)) {
        let (network, initiative) = (self.network, self.network.initiative(card));
        let mut of = |party: Party| match party {
            Party::Initiative(at) => {
                let initiative = network.initiative(at);
                initiative.place.iter().chain(&initiative.country).for_each(|code| each(code));
                if initiative.scope == Some(Scope::Multilateral) {
                    initiative.member_countries.iter().for_each(|code| each(code));
                }
            }
            Party::Organisation(at) => {
                let organisation = &network.organisations[at.at()];
                organisation.place.iter().chain(&organisation.country).for_each(|code| each(code));
            }
        };
        of(Party::Initiative(card));
        if initiative.scope == Some(Scope::Multilateral) {
            self.relations.participants_of(network, card).into_iter().for_each(of);
        }
    }

    /// A body is an initiative that others are members of, or whose participants are initiatives, and what those are
    /// parts of.
    fn find_bodies(&mut self) {
        let (network, relations) = (self.network, self.relations);
        let mut is_body = vec![false; network.initiatives.len()];
        let mut members = Vec::new();
        for at in network.initiative_positions() {
            let named = &network.initiative(at).participants;
            let has_initiatives = named.iter().any(|party| matches!(party, Party::Initiative(_)));
            if relations.members_of(at).is_empty() && !has_initiatives {
                continue;
            }
            let mut above = Some(at);
            while let Some(body) = above.filter(|body| !is_body[body.at()]) {
                is_body[body.at()] = true;
                above = network.initiative(body).parent;
            }
            for party in relations.participants_of(network, at) {
                if let Party::Initiative(member) = party
                    && member != at
                {
                    members.push((at, member));
                }
            }
        }
        for at in network.initiative_positions() {
            if is_body[at.at()] {
                self.bodies.push(at);
            }
        }
        self.bodies_of = vec![Vec::new(); network.initiatives.len()];
        for (body, member) in members {
            let number = self.body(body);
            self.bodies_of[member.at()].extend(number);
        }
    }

    fn body(&self, body: InitiativeIdx) -> Option<usize> {
        let at = boundary(self.bodies.len(), &|at| self.bodies[at] < body);
        (self.bodies.get(at) == Some(&body)).then_some(at)
    }

    fn initiative_seed(&self, at: InitiativeIdx, locale: &dyn Locale, ranks: &[u32]) -> Seed {
        let initiative = self.network.initiative(at);
        let parent = match self.facet {
            Facet::Membership => initiative.parent.and_then(|parent| self.body(parent)),
            _ => None,
        };
        Seed { parent, rank: ranks[at.at()], ..self.seed(&initiative.id, Some(&initiative.name), locale) }
    }

    #[inline(never)]
    fn seed(&self, id: &str, label: Option<&LocalizedText>, locale: &dyn Locale) -> Seed {
        let said = label.and_then(|label| label.in_language(locale.language(), &self.network.default_language));
        Seed {
            id: id.into(),
            label: said.map_or_else(|| id.into(), |said| said.text.into()),
            label_language: said
                .map(|said| said.language)
                .filter(|own| !own.is_empty() && *own != locale.language())
                .map(String::from),
            parent: None,
            rank: 0,
        }
    }

    fn area_seeds(&self, locale: &dyn Locale) -> Vec<Seed> {
        let mut seeds: Vec<Seed> = Vec::with_capacity(self.network.areas.len());
        for area in &self.network.areas {
            let parent = area.parent.map(|parent| parent.at());
            seeds.push(Seed { parent, ..self.seed(&area.id, Some(&area.label), locale) });
        }
        ranked(seeds, locale)
    }

    fn code_seeds(&self, locale: &dyn Locale) -> Vec<Seed> {
        let mut seeds: Vec<Seed> = Vec::with_capacity(self.codes.len());
        for number in 0..self.codes.len() {
            let code = self.code(number);
            seeds.push(match country_of_place(code) {
                None => Seed { label: locale.country(code), ..self.seed(code, None, locale) },
                Some(country) => {
                    Seed { parent: self.number(country), ..self.seed(code, self.network.place_label(code), locale) }
                }
            });
        }
        ranked(seeds, locale)
    }
}

/// The country of the other end of an agreement, and its place; a body of several countries has none.
fn each_partner<'n>(network: &'n Network, other: Party, each: &mut dyn FnMut(&'n str)) {
    let (place, country) = match other {
        Party::Initiative(at) => {
            let initiative = network.initiative(at);
            if initiative.scope == Some(Scope::Multilateral) {
                return;
            }
            (&initiative.place, &initiative.country)
        }
        Party::Organisation(at) => {
            let organisation = &network.organisations[at.at()];
            (&organisation.place, &organisation.country)
        }
    };
    place.iter().chain(country).for_each(|code| each(code));
}

/// The words of a closed list stand in its order.
fn word_seeds(words: &[&str]) -> Vec<Seed> {
    let mut seeds = Vec::with_capacity(words.len());
    for word in words {
        let rank = seeds.len() as u32;
        seeds.push(Seed { id: (*word).into(), label: (*word).into(), label_language: None, parent: None, rank });
    }
    seeds
}

fn ranked(mut seeds: Vec<Seed>, locale: &dyn Locale) -> Vec<Seed> {
    let mut labels: Vec<&str> = Vec::with_capacity(seeds.len());
    for seed in &seeds {
        labels.push(&seed.label);
    }
    let ranks = locale.ranks(&labels);
    for (at, seed) in seeds.iter_mut().enumerate() {
        seed.rank = ranks[at];
    }
    seeds
}

/// The country of a place code: `DE` of `DE-BW`.
fn country_of_place(code: &str) -> Option<&str> {
    code.split_once('-').map(|(country, _)| country)
}
