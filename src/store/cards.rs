//! What the views of cards ask for.
//!
//! Knows nothing of markup; what is read inside an effect is followed.

use super::told::with_id;
use super::{AgreementCard, Card, Chain, Entry, EntryValue, Lead, Store, about, card, cite, told, words};
use crate::browser::dom::text::{MARK_END, START};
use crate::i18n::keys;
use leptos::prelude::*;
use supranet_core::index::Marker;
use supranet_core::join::concat;
use supranet_core::model::InitiativeIdx;

/// How many agreements a card lists before the rest is behind a button: more than any card of a real dataset has, and
/// fewer than a browser stumbles over.
const LISTED: usize = 100;

impl Store {
    /// A card's contents.
    #[must_use]
    pub fn card(&self, card: InitiativeIdx) -> Card {
        let feedback =
            self.settings().feedback.map(|address| with_id(&address, &self.data.network.initiative(card).id));
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
        let (mut entries, fallbacks) = match of {
            Some(chain) => cite::entries(&self.data, card, chain),
            None => about::entries(&self.data, card),
        };
        if self.hides("sources") {
            // They stand last.
            entries.pop();
            without_citations(&mut entries);
        }
        if of.is_none() && !self.hides("export") {
            let field = concat(&["cite-", &self.data.network.initiative(card).id]);
            let words = EntryValue { lead: Some(Lead::Copy(field)), ..told::value(words::plain(self.citation(card))) };
            entries.push(Entry::new(self.data.strings.get(keys::FIELD_CITE).into(), vec![words]));
        }
        (entries, card::fallback(&self.data, fallbacks))
    }

    /// A text with [`START`] and [`MARK_END`] around what the words asked match; nothing where the words are as `before`,
    /// which it notes. Read inside an effect, the words are followed.
    #[must_use]
    pub fn marked(&self, text: &str, before: &mut Option<usize>) -> Option<String> {
        let asked = self.asked_words.get();
        if before.replace(asked) == Some(asked) {
            return None;
        }
        let filter = self.filter.read_untracked();
        let mut marks = Vec::new();
        if let (false, Ok(mut cached)) = (filter.q.is_empty(), self.marker.lock()) {
            if cached.0 != filter.q {
                let marker = Marker::new(&self.data.index.text, &filter.q, self.data.locale());
                *cached = (filter.q.clone(), marker);
            }
            marks = cached.1.marks(text, self.data.locale());
        }
        let mut marked = String::new();
        let mut end = 0;
        for mark in marks {
            marked.push_str(text.get(end..mark.start).unwrap_or_default());
            marked.push_str(START);
            marked.push_str(text.get(mark.start..mark.end).unwrap_or_default());
            marked.push_str(MARK_END);
            end = mark.end;
        }
        marked.push_str(text.get(end..).unwrap_or_default());
        Some(marked)
    }

    /// Which agreements of a card are shown: all where the visitor asked for all, else the first of those that match;
    /// read inside an effect, it is followed.
    #[must_use]
    pub fn listed(&self, chains: &[Chain], all: bool) -> Vec<u32> {
        let outcome = self.outcome.read();
        let most = if self.is_printing.get() { usize::MAX } else { LISTED };
        let mut listed = Vec::new();
        for (at, chain) in chains.iter().enumerate() {
            if all || listed.len() < most && chain.iter().any(|link| outcome.is_matching(*link)) {
                listed.push(at as u32);
            }
        }
        listed
    }
}

/// Takes the numbers away that lead to sources.
fn without_citations(entries: &mut [Entry]) {
    for entry in entries {
        entry.cited.clear();
        for value in &mut entry.values {
            value.cited.clear();
        }
        without_citations(&mut entry.inside);
    }
}
