//! Who stands on whose card: what follows from the records taken together.
//!
//! Knows nothing of facets or filters.

use crate::order::boundary;

use super::{Agreement, AgreementIdx, InitiativeIdx, Network, OrganisationKind, Party, Scope};

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
    /// For each of them, which of its ends is on the other side.
    other_ends: Vec<u8>,
    /// For each agreement, the first of its chain of renewals.
    firsts: Vec<AgreementIdx>,
}

impl Relations {
    /// Reads them off a network.
    #[must_use]
    pub fn new(network: &Network) -> Self {
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
        relations.stand(network);
        relations.firsts = firsts(network);
        relations
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
        let mut other_ends = vec![0; sum as usize];
        for at in network.agreement_positions() {
            self.each_card(network, network.agreement(at), &mut |card, other| {
                let place = ends[card.at()] as usize;
                agreements[place] = at;
                other_ends[place] = other;
                ends[card.at()] += 1;
            });
        }
        self.agreements = agreements;
        self.other_ends = other_ends;
    }

    /// Each card on which an agreement stands, once, with the number of the end on the other side: for the cards of both
    /// ends that is the second.
    fn each_card(&self, network: &Network, agreement: &Agreement, each: &mut dyn FnMut(InitiativeIdx, u8)) {
        let [first, second] = &agreement.ends;
        let (first, second) = (self.cards_of_end(network, first), self.cards_of_end(network, second));
        first.iter().for_each(|card| each(*card, 1));
        let mut passed = 0;
        for card in second {
            // Both lists are in file order.
            while first.get(passed).is_some_and(|own| own < card) {
                passed += 1;
            }
            if first.get(passed) != Some(card) {
                each(*card, 0);
            }
        }
    }

    /// The cards on which an agreement stands: those of both its ends, each once.
    #[must_use]
    pub fn cards_of(&self, network: &Network, agreement: &Agreement) -> Vec<InitiativeIdx> {
        let mut cards = Vec::new();
        self.each_card(network, agreement, &mut |card, _| cards.push(card));
        cards
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
    pub fn link<'n>(&self, network: &'n Network, link: usize) -> (AgreementIdx, &'n Party) {
        let at = self.agreements[link];
        (at, &network.agreement(at).ends[usize::from(self.other_ends[link])])
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

/// For each agreement the first of its chain, which never is a circle; each step is made once.
fn firsts(network: &Network) -> Vec<AgreementIdx> {
    let mut firsts: Vec<Option<AgreementIdx>> = vec![None; network.agreements.len()];
    for start in network.agreement_positions() {
        let mut chain = Vec::new();
        let mut at = start;
        let first = loop {
            match (firsts[at.at()], network.agreement(at).renews) {
                (Some(first), _) => break first,
                (None, Some(before)) => chain.push(std::mem::replace(&mut at, before)),
                (None, None) => break at,
            }
        };
        firsts[at.at()] = Some(first);
        chain.into_iter().for_each(|link| firsts[link.at()] = Some(first));
    }
    let mut known = Vec::with_capacity(firsts.len());
    for first in firsts {
        known.extend(first);
    }
    known
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    // Records are read one after the other: what is there already came last.
    if list.last() != Some(&item) {
        list.push(item);
    }
}
