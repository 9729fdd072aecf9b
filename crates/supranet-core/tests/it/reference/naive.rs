//! The rules of finding, read off the records: one card and one agreement at a time, without any index.

use super::text::split;
use supranet_core::facet::Facet;
use supranet_core::filter::{Filter, Sort};
use supranet_core::locale::{Fixed, Locale as _};
use supranet_core::model::{
    Agreement, AgreementIdx, AreaIdx, Initiative, InitiativeIdx, Network, OrganisationIdx, OrganisationKind, Party,
    Scope,
};

/// One card as the rules see it, without any index.
pub struct Naive<'n> {
    pub network: &'n Network,
    pub filter: &'n Filter,
    /// All words of the dataset.
    pub words: Vec<String>,
}

impl<'n> Naive<'n> {
    pub fn new(network: &'n Network, filter: &'n Filter) -> Self {
        let mut naive = Self { network, filter, words: Vec::new() };
        naive.words =
            network.initiative_positions().flat_map(|card| naive.words_of(card)).map(|(word, _)| word).collect();
        naive
    }

    pub fn one(&self, card: InitiativeIdx) -> &'n Initiative {
        self.network.initiative(card)
    }

    /// The place and the country of an organisation.
    fn places(&self, at: OrganisationIdx) -> Vec<String> {
        let organisation = &self.network.organisations[at.at()];
        organisation.place.iter().chain(&organisation.country).cloned().collect()
    }

    /// Whether an end stands for a card.
    fn stands_for(&self, end: Party, card: InitiativeIdx) -> bool {
        let one = self.one(card);
        match end {
            Party::Initiative(at) => at == card,
            Party::Organisation(at) => {
                let organisation = &self.network.organisations[at.at()];
                if organisation.kind == OrganisationKind::State {
                    one.scope == Some(Scope::National)
                        && organisation.country.is_some()
                        && one.country == organisation.country
                } else {
                    one.host == Some(at) || one.lead_bodies.contains(&at)
                }
            }
        }
    }

    /// The agreements on a card, each with its other end.
    pub fn agreements(&self, card: InitiativeIdx) -> Vec<(AgreementIdx, &'n Agreement, Party)> {
        let mut found = Vec::new();
        for at in self.network.agreement_positions() {
            let agreement = self.network.agreement(at);
            let [first, second] = agreement.ends;
            if self.stands_for(first, card) {
                found.push((at, agreement, second));
            } else if self.stands_for(second, card) {
                found.push((at, agreement, first));
            }
        }
        found
    }

    fn is_body(&self, at: InitiativeIdx) -> bool {
        self.one(at).scope == Some(Scope::Multilateral)
    }

    fn participants(&self, body: InitiativeIdx, met: &mut Vec<Party>) {
        let named = self.one(body).participants.clone();
        let members = self.network.initiative_positions().filter(|at| self.one(*at).member_of.contains(&body));
        for party in named.into_iter().chain(members.map(Party::Initiative)) {
            if met.contains(&party) {
                continue;
            }
            met.push(party);
            if let Party::Initiative(at) = party
                && self.is_body(at)
                && at != body
            {
                self.participants(at, met);
            }
        }
    }

    fn codes(&self, at: InitiativeIdx) -> Vec<String> {
        let one = self.one(at);
        let mut codes: Vec<String> = one.place.iter().chain(&one.country).cloned().collect();
        if self.is_body(at) {
            codes.extend(one.member_countries.clone());
        }
        codes
    }

    fn countries(&self, card: InitiativeIdx) -> Vec<String> {
        let mut codes = self.codes(card);
        if self.is_body(card) {
            let mut met = Vec::new();
            self.participants(card, &mut met);
            for party in met {
                match party {
                    Party::Initiative(at) => codes.extend(self.codes(at)),
                    Party::Organisation(at) => codes.extend(self.places(at)),
                }
            }
        }
        above_codes(codes)
    }

    fn areas(&self, areas: &[AreaIdx]) -> Vec<String> {
        let mut found = Vec::new();
        for at in areas {
            let mut above = Some(*at);
            while let Some(at) = above {
                let area = &self.network.areas[at.at()];
                found.push(area.id.clone());
                above = area.parent;
            }
        }
        found
    }

    fn memberships(&self, card: InitiativeIdx) -> Vec<String> {
        let mut found = Vec::new();
        for body in self.network.initiative_positions().filter(|body| *body != card) {
            let mut met = Vec::new();
            self.participants(body, &mut met);
            let mut above = met.contains(&Party::Initiative(card)).then_some(body);
            while let Some(at) = above {
                found.push(self.one(at).id.clone());
                above = self.one(at).parent;
            }
        }
        found
    }

    fn neighbours(&self, card: InitiativeIdx) -> Vec<String> {
        let mut ids = vec![self.one(card).id.clone()];
        for other in self.network.initiative_positions() {
            if self.agreements(other).iter().any(|(_, _, end)| self.stands_for(*end, card)) {
                ids.push(self.one(other).id.clone());
            }
        }
        ids
    }

    fn partner(&self, end: Party) -> Vec<String> {
        above_codes(match end {
            Party::Initiative(at) if self.is_body(at) => Vec::new(),
            Party::Initiative(at) => self.one(at).place.iter().chain(&self.one(at).country).cloned().collect(),
            Party::Organisation(at) => self.places(at),
        })
    }

    /// Whether an agreement meets `area` and all that is asked of agreements.
    fn agreement_meets(&self, agreement: &Agreement, end: Party) -> bool {
        let year = agreement.signed.or(agreement.announced).map(|date| date.year());
        self.meets(Facet::Area, &self.areas(&agreement.areas))
            && self.meets(Facet::Partner, &self.partner(end))
            && self.meets(Facet::Agreement, &[agreement.kind.key().into()])
            && self.years().is_none_or(|(from, to)| year.is_some_and(|year| from <= year && year <= to))
    }

    fn years(&self) -> Option<(u16, u16)> {
        let (from, to) = (self.filter.from, self.filter.to);
        (from.is_some() || to.is_some()).then(|| {
            let (from, to) = (from.unwrap_or(0), to.unwrap_or(u16::MAX));
            if from > to { (to, from) } else { (from, to) }
        })
    }

    fn meets(&self, facet: Facet, values: &[String]) -> bool {
        let chosen = self.filter.chosen(facet);
        chosen.is_empty() || chosen.iter().any(|own| values.contains(own))
    }

    fn asks_of_agreements(&self) -> bool {
        !self.filter.chosen(Facet::Partner).is_empty()
            || !self.filter.chosen(Facet::Agreement).is_empty()
            || self.years().is_some()
    }

    fn card_meets(&self, card: InitiativeIdx) -> bool {
        let one = self.one(card);
        let agreements = self.agreements(card);
        let by_agreement = if self.asks_of_agreements() {
            agreements.iter().any(|(_, agreement, end)| self.agreement_meets(agreement, *end))
        } else {
            let all: Vec<AreaIdx> =
                one.areas.iter().chain(agreements.iter().flat_map(|(_, own, _)| &own.areas)).copied().collect();
            self.meets(Facet::Area, &self.areas(&all))
        };
        by_agreement
            && self.meets(Facet::Initiative, &self.neighbours(card))
            && self.meets(Facet::Country, &self.countries(card))
            && self.meets(Facet::Scope, &one.scope.map(|own| own.key().into()).into_iter().collect::<Vec<_>>())
            && self.meets(Facet::Status, &one.status.map(|own| own.key().into()).into_iter().collect::<Vec<_>>())
            && self.meets(Facet::Membership, &self.memberships(card))
            && self.score(card).is_some()
    }

    pub fn cards(&self) -> Vec<InitiativeIdx> {
        self.network.initiative_positions().filter(|card| self.card_meets(*card)).collect()
    }

    /// The agreements that match on the cards found, as pairs of card and agreement.
    pub fn matching(&self) -> Vec<(InitiativeIdx, AgreementIdx)> {
        let mut found = Vec::new();
        for card in self.cards() {
            for (at, agreement, end) in self.agreements(card) {
                if self.agreement_meets(agreement, end) {
                    found.push((card, at));
                }
            }
        }
        found
    }

    pub fn sorted(&self) -> Vec<InitiativeIdx> {
        let name = |card: InitiativeIdx| {
            let one = self.one(card);
            let said = one.name.in_language("en", &self.network.default_language);
            (said.map(|said| said.text.to_owned()).unwrap_or_default(), one.id.clone())
        };
        let country = |card: InitiativeIdx| {
            let code = self.one(card).country.as_ref().filter(|_| !self.is_body(card));
            (code.is_none(), code.map(|code| Fixed::new("en").country(code)).unwrap_or_default())
        };
        let between_states = |own: &Agreement| {
            own.ends.iter().any(|end| {
            matches!(end, Party::Organisation(at) if self.network.organisations[at.at()].kind == OrganisationKind::State)
        })
        };
        let own = |card| self.agreements(card).into_iter().filter(move |(_, own, _)| !between_states(own));
        let links = |card| {
            let mut firsts: Vec<AgreementIdx> = own(card).map(|(at, _, _)| self.first_of_chain(at)).collect();
            firsts.sort();
            firsts.dedup();
            firsts.len()
        };
        let recent = |card| {
            let day = |own: &Agreement| {
                let date = own.signed.or(own.announced)?;
                Some((date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1)))
            };
            own(card).filter_map(|(_, own, _)| day(own)).max()
        };
        let mut cards = self.cards();
        cards.sort_by_key(|card| name(*card));
        match self.filter.sort.unwrap_or(if split(&self.filter.q).is_empty() && self.filter.q.trim().is_empty() {
            Sort::Country
        } else {
            Sort::Relevance
        }) {
            Sort::Name => {}
            Sort::Country => cards.sort_by_key(|card| country(*card)),
            Sort::Links => cards.sort_by_key(|card| std::cmp::Reverse(links(*card))),
            Sort::Recent => cards.sort_by_key(|card| std::cmp::Reverse(recent(*card))),
            Sort::Relevance => {
                cards.sort_by_key(|card| country(*card));
                cards.sort_by_key(|card| std::cmp::Reverse(self.score(*card)));
            }
        }
        cards
    }

    fn first_of_chain(&self, mut at: AgreementIdx) -> AgreementIdx {
        while let Some(before) = self.network.agreement(at).renews {
            at = before;
        }
        at
    }
}

fn above_codes(codes: Vec<String>) -> Vec<String> {
    let countries: Vec<String> = codes.iter().filter_map(|code| Some(code.split_once('-')?.0.to_owned())).collect();
    codes.into_iter().chain(countries).collect()
}
