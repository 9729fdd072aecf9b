//! What the views of cards ask for.
//!
//! Knows nothing of markup; what is read inside an effect is followed.

use super::told::with_id;
use super::{AgreementCard, Card, Chain, Entry, Store, about, card, cite};
use leptos::prelude::*;
use supranet_core::model::InitiativeIdx;

/// How many agreements a card lists before the rest is behind a button.
const LISTED: usize = 10;

impl Store {
    /// A card's contents.
    #[must_use]
    pub fn card(&self, card: InitiativeIdx) -> Card {
        let feedback = self.feedback.lock().ok().and_then(|address| address.clone());
        let feedback = feedback.map(|address| with_id(&address, &self.data.network.initiative(card).id));
        Card { feedback, ..Card::new(&self.data, card) }
    }

    /// An agreement on a card, in one line.
    #[must_use]
    pub fn agreement(&self, card: InitiativeIdx, chain: &Chain) -> AgreementCard {
        AgreementCard::new(&self.data, card, chain)
    }

    /// What opens below a card, or below one of its agreements; and that some of it is in another language.
    #[must_use]
    pub fn entries(&self, card: InitiativeIdx, of: Option<&Chain>) -> (Vec<Entry>, Option<String>) {
        let (entries, fallbacks) = match of {
            Some(chain) => cite::entries(&self.data, card, chain),
            None => about::entries(&self.data, card),
        };
        (entries, card::fallback(&self.data, fallbacks))
    }

    /// Which agreements of a card are shown: all where the visitor asked for all, else the first of those that match;
    /// read inside an effect, it is followed.
    #[must_use]
    pub fn listed(&self, chains: &[Chain], all: bool) -> Vec<u32> {
        let outcome = self.outcome.read();
        let mut listed = Vec::new();
        for (at, chain) in chains.iter().enumerate() {
            if all || listed.len() < LISTED && chain.iter().any(|link| outcome.is_matching(*link)) {
                listed.push(at as u32);
            }
        }
        listed
    }
}
