//! Who stands on whose card: what follows from the records taken together.
//!
//! Knows nothing of facets or filters.

use super::{Agreement, AgreementIdx, InitiativeIdx, Network, OrganisationKind, Party, Scope};

/// Look-up lists over a [`Network`], made once.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// For each organisation, the initiatives that name it in `host` or `leadBodies`.
    led_by: Vec<Vec<InitiativeIdx>>,
    /// The initiatives of scope `national`, by country.
    national: Vec<(String, InitiativeIdx)>,
    /// For each initiative, those that name it in `memberOf`.
    members: Vec<Vec<InitiativeIdx>>,
    /// For each initiative, those whose `parent` it is.
    parts: Vec<Vec<InitiativeIdx>>,
    /// For each initiative, the agreements that its card shows, in file order.
    agreements: Vec<Vec<AgreementIdx>>,
}

impl Relations {
    /// Reads them off a network.
    #[must_use]
    pub fn new(network: &Network) -> Self {
        let mut relations = Self {
            led_by: vec![Vec::new(); network.organisations.len()],
            members: vec![Vec::new(); network.initiatives.len()],
            parts: vec![Vec::new(); network.initiatives.len()],
            agreements: vec![Vec::new(); network.initiatives.len()],
            national: Vec::new(),
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
                relations.national.push((country.clone(), at));
            }
        }
        for at in network.agreement_positions() {
            for card in relations.cards_of(network, network.agreement(at)) {
                relations.agreements[card.at()].push(at);
            }
        }
        relations
    }

    /// The cards on which an agreement stands: those of both its ends, each once.
    #[must_use]
    pub fn cards_of(&self, network: &Network, agreement: &Agreement) -> Vec<InitiativeIdx> {
        let mut cards = Vec::new();
        for end in agreement.ends {
            for card in self.cards_of_end(network, end) {
                push_once(&mut cards, card);
            }
        }
        cards
    }

    /// The cards that one end stands for: an initiative for itself, a state for the national
    /// initiatives of its country, another organisation for those that it hosts or leads.
    #[must_use]
    pub fn cards_of_end(&self, network: &Network, end: Party) -> Vec<InitiativeIdx> {
        match end {
            Party::Initiative(at) => vec![at],
            Party::Organisation(at) => {
                let organisation = &network.organisations[at.at()];
                match (organisation.kind, &organisation.country) {
                    (OrganisationKind::State, Some(country)) => {
                        self.national.iter().filter(|(own, _)| own == country).map(|(_, at)| *at).collect()
                    }
                    (OrganisationKind::State, None) => Vec::new(),
                    _ => self.led_by[at.at()].clone(),
                }
            }
        }
    }

    /// The agreements that a card shows, in file order.
    #[must_use]
    pub fn agreements_of(&self, card: InitiativeIdx) -> &[AgreementIdx] {
        &self.agreements[card.at()]
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

    /// Of an agreement on this card, the end on the other side.
    #[must_use]
    pub fn other_end(&self, network: &Network, agreement: &Agreement, card: InitiativeIdx) -> Party {
        let [first, second] = agreement.ends;
        if self.cards_of_end(network, first).contains(&card) { second } else { first }
    }

    /// Everyone who takes part in a body: who it names, who names it, and those of a participant
    /// that is a body itself. Circles stop.
    #[must_use]
    pub fn participants_of(&self, network: &Network, body: InitiativeIdx) -> Vec<Party> {
        let mut found = Vec::new();
        let mut bodies = vec![body];
        let mut next = 0;
        while let Some(body) = bodies.get(next).copied() {
            next += 1;
            let named = network.initiative(body).participants.iter().copied();
            for party in named.chain(self.members[body.at()].iter().map(|at| Party::Initiative(*at))) {
                push_once(&mut found, party);
                if let Party::Initiative(at) = party
                    && network.initiative(at).scope == Some(Scope::Multilateral)
                {
                    push_once(&mut bodies, at);
                }
            }
        }
        found
    }
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
