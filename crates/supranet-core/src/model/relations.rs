//! Who stands on whose card: what follows from the records taken together.
//!
//! Knows nothing of facets or filters.

use super::chains::firsts;
use crate::order::boundary;

use super::{Agreement, AgreementIdx, InitiativeIdx, Network, OrganisationIdx, OrganisationKind, Party, Scope};

/// Look-up lists over a [`Network`], made once.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// For each organisation, the initiatives that name it in `host` or `leadBodies`.
    led_by: Vec<Vec<InitiativeIdx>>,
    /// For each country, the initiatives of scope `national`, in file order; by code.
    national: Vec<(String, Vec<InitiativeIdx>)>,
    /// For each initiative, those that name it in `memberOf`.
    members: Vec<Vec<InitiativeIdx>>,
    /// For each initiative, those whose `parent` it is.
    parts: Vec<Vec<InitiativeIdx>>,
    /// For each card where its links begin; one more than there are cards.
    starts: Vec<u32>,
    /// The agreements that cards show: card by card, in file order.
    agreements: Vec<AgreementIdx>,
    /// For each of them the party on the other side, by its number: initiatives before organisations.
    others: Vec<u32>,
    /// For each agreement, the first of its chain of renewals.
    firsts: Vec<AgreementIdx>,
}

impl Relations {
    /// Reads them off a network.
    #[must_use]
    pub fn new(network: &Network) -> Self {
        let mut relations = Self::of_records(network);
        relations.stand(network);
        relations.firsts = firsts(network);
        relations
    }

    /// Who hosts, leads or is a member of what; no agreements.
    #[inline(never)]
    fn of_records(network: &Network) -> Self {
        let mut relations = Self {
            led_by: vec![Vec::new(); network.organisations.len()],
            members: vec![Vec::new(); network.initiatives.len()],
            parts: vec![Vec::new(); network.initiatives.len()],
            ..Self::default()
        };
        for at in network.initiative_positions() {
            let initiative = network.initiative(at);
            for organisation in initiative.host.iter().chain(&initiative.lead_bodies) {
                push_once(&mut relations.led_by[organisation.at()], at);
            }
            for body in &initiative.member_of {
                push_once(&mut relations.members[body.at()], at);
            }
            if let Some(whole) = initiative.parent {
                relations.parts[whole.at()].push(at);
            }
            if let (Some(Scope::National), Some(country)) = (initiative.scope, &initiative.country) {
                let place = relations.country(country);
                if relations.national.get(place).is_none_or(|(own, _)| own != country) {
                    relations.national.insert(place, (country.clone(), Vec::new()));
                }
                relations.national[place].1.push(at);
            }
        }
        relations
    }

    /// The positions of the agreements that stand on no card.
    #[must_use]
    pub fn on_no_card(network: &Network) -> Vec<usize> {
        let relations = Self::of_records(network);
        let mut found = Vec::new();
        for (at, agreement) in network.agreements.iter().enumerate() {
            if agreement.ends.iter().all(|end| relations.cards_of_end(network, end).is_empty()) {
                found.push(at);
            }
        }
        found
    }

    /// Puts every agreement on the cards of both its ends. Two passes: how many each card has, and which.
    fn stand(&mut self, network: &Network) {
        let mut ends = vec![0; network.initiatives.len() + 1];
        for agreement in &network.agreements {
            self.each_card(network, agreement, &mut |card, _| ends[card.at()] += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum - *end;
        }
        self.starts = ends.clone();
        let mut agreements = vec![AgreementIdx(0); sum as usize];
        let mut others = vec![0; sum as usize];
        for at in network.agreement_positions() {
            self.each_card(network, network.agreement(at), &mut |card, other| {
                let place = ends[card.at()] as usize;
                agreements[place] = at;
                others[place] = self.number(other);
                ends[card.at()] += 1;
            });
        }
        self.agreements = agreements;
        self.others = others;
    }

    /// Each card on which an agreement stands, once, with the end on the other side: for the cards of both ends that is
    /// the second.
    fn each_card(&self, network: &Network, agreement: &Agreement, each: &mut dyn FnMut(InitiativeIdx, Party)) {
        let ends = &agreement.ends;
        let (first, second) = (self.cards_of_end(network, &ends[0]), self.cards_of_end(network, &ends[1]));
        first.iter().for_each(|card| each(*card, ends[1]));
        let mut passed = 0;
        for card in second {
            // Both lists are in file order.
            while first.get(passed).is_some_and(|own| own < card) {
                passed += 1;
            }
            if first.get(passed) != Some(card) {
                each(*card, ends[0]);
            }
        }
    }

    /// The cards that one end stands for, in file order: an initiative for itself, a state for the national initiatives
    /// of its country, another organisation for those that it hosts or leads.
    #[must_use]
    pub fn cards_of_end<'a>(&'a self, network: &Network, end: &'a Party) -> &'a [InitiativeIdx] {
        match end {
            Party::Initiative(at) => std::slice::from_ref(at),
            Party::Organisation(at) => {
                let organisation = &network.organisations[at.at()];
                if organisation.kind != OrganisationKind::State {
                    return &self.led_by[at.at()];
                }
                let Some(country) = &organisation.country else { return &[] };
                let national = self.national.get(self.country(country)).filter(|(own, _)| own == country);
                national.map(|(_, cards)| cards.as_slice()).unwrap_or_default()
            }
        }
    }

    /// Where a country stands in the list of national initiatives, or would stand.
    fn country(&self, code: &str) -> usize {
        boundary(self.national.len(), &|at| self.national[at].0.as_str() < code)
    }

    /// The agreements that a card shows, in file order.
    #[must_use]
    pub fn agreements_of(&self, card: InitiativeIdx) -> &[AgreementIdx] {
        &self.agreements[self.links_of(card)]
    }

    /// The positions of a card's agreements among those of all cards.
    #[must_use]
    pub fn links_of(&self, card: InitiativeIdx) -> std::ops::Range<usize> {
        self.starts[card.at()] as usize..self.starts[card.at() + 1] as usize
    }

    /// The agreement at a position among those of all cards, and its end on the other side.
    #[must_use]
    pub fn link(&self, link: usize) -> (AgreementIdx, Party) {
        (self.agreements[link], self.party(self.others[link]))
    }

    /// The number of the party on the other side of a link.
    pub(crate) fn other(&self, link: usize) -> u32 {
        self.others[link]
    }

    /// How many numbers parties have.
    pub(crate) fn parties(&self) -> usize {
        self.members.len() + self.led_by.len()
    }

    fn number(&self, party: Party) -> u32 {
        match party {
            Party::Initiative(InitiativeIdx(at)) => at,
            Party::Organisation(OrganisationIdx(at)) => self.members.len() as u32 + at,
        }
    }

    /// The party with a number.
    pub(crate) fn party(&self, number: u32) -> Party {
        match number.checked_sub(self.members.len() as u32) {
            None => Party::Initiative(InitiativeIdx(number)),
            Some(at) => Party::Organisation(OrganisationIdx(at)),
        }
    }

    /// How many agreements there are.
    #[must_use]
    pub fn agreements(&self) -> usize {
        self.firsts.len()
    }

    /// How many positions [`Self::link`] takes.
    #[must_use]
    pub fn links(&self) -> usize {
        self.agreements.len()
    }

    /// The initiatives that name this one in `memberOf`, in file order.
    #[must_use]
    pub fn members_of(&self, body: InitiativeIdx) -> &[InitiativeIdx] {
        &self.members[body.at()]
    }

    /// The initiatives whose `parent` this one is, in file order.
    #[must_use]
    pub fn parts_of(&self, whole: InitiativeIdx) -> &[InitiativeIdx] {
        &self.parts[whole.at()]
    }

    /// The first agreement of the chain of renewals that this one is in.
    #[must_use]
    pub fn first_of_chain(&self, agreement: AgreementIdx) -> AgreementIdx {
        self.firsts[agreement.at()]
    }

    /// Everyone who takes part in a body: who it names, who names it, and those of a participant
    /// that is a body itself. Circles stop.
    #[must_use]
    pub fn participants_of(&self, network: &Network, body: InitiativeIdx) -> Vec<Party> {
        let mut found = Vec::new();
        let mut met = (vec![false; network.initiatives.len()], vec![false; network.organisations.len()]);
        let mut bodies = vec![body];
        let mut next = 0;
        while let Some(body) = bodies.get(next).copied() {
            next += 1;
            let named = network.initiative(body).participants.iter().copied();
            for party in named.chain(self.members[body.at()].iter().map(|at| Party::Initiative(*at))) {
                let met = match party {
                    Party::Initiative(at) => &mut met.0[at.at()],
                    Party::Organisation(at) => &mut met.1[at.at()],
                };
                if std::mem::replace(met, true) {
                    continue;
                }
                found.push(party);
                if let Party::Initiative(at) = party
                    && at != bodies[0]
                    && network.initiative(at).scope == Some(Scope::Multilateral)
                {
                    bodies.push(at);
                }
            }
        }
        found
    }
}

/// Whether an agreement is a paper between states: it has a state for an end.
#[must_use]
pub fn is_of_states(network: &Network, agreement: &Agreement) -> bool {
    agreement.ends.iter().any(|end| is_state(network, end))
}

/// Whether a party is a state.
#[must_use]
pub fn is_state(network: &Network, party: &Party) -> bool {
    matches!(party, Party::Organisation(at) if network.organisations[at.at()].kind == OrganisationKind::State)
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    // Records are read one after the other: what is there already came last.
    if list.last() != Some(&item) {
        list.push(item);
    }
}
