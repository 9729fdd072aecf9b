//! The words of every card, in order, each with the cards that have it.
//!
//! Knows nothing of facets. Searched are names in all languages, abbreviations, alternative names,
//! summaries, country, place and area names in the shown language and in English, partners,
//! signatories and topics.

use super::bits::BitSet;
use super::fold::{asked, words};
use crate::locale::Locale;
use crate::model::{Agreement, Initiative, InitiativeIdx, LocalizedText, Network, Party, Relations};
use crate::order::{boundary, ordered};

/// The searched words.
#[derive(Debug, Clone, Default)]
pub struct TextIndex {
    /// Each word once, in order.
    words: Vec<String>,
    /// Where the cards of each word begin in `cards`; one more than there are words.
    starts: Vec<u32>,
    /// The cards, word by word.
    cards: Vec<u32>,
    total: usize,
}

impl TextIndex {
    /// Reads all cards.
    #[must_use]
    pub fn new(network: &Network, relations: &Relations, locale: &dyn Locale) -> Self {
        let mut pairs: Vec<(String, u32)> = Vec::new();
        for card in network.initiative_positions() {
            let mut own = Words { network, locale, found: Vec::new() };
            own.card(card, relations);
            pairs.extend(own.found.into_iter().map(|word| (word, card.0)));
        }
        let mut index = Self { total: network.initiatives.len(), ..Self::default() };
        for at in ordered(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b])) {
            let (word, card) = &mut pairs[at];
            // What is taken was compared before: the order is settled.
            if index.words.last() != Some(word) {
                index.words.push(std::mem::take(word));
                index.starts.push(index.cards.len() as u32);
            } else if index.cards.last() == Some(card) {
                continue;
            }
            index.cards.push(*card);
        }
        index.starts.push(index.cards.len() as u32);
        index
    }

    /// The cards on which every word of the question begins some word; all cards for no word.
    #[must_use]
    pub fn find(&self, question: &str, locale: &dyn Locale) -> BitSet {
        let mut found = BitSet::full(self.total);
        for word in asked(question, locale) {
            found.intersect(&self.beginning_with(&word));
        }
        found
    }

    fn beginning_with(&self, prefix: &str) -> BitSet {
        let mut found = BitSet::empty(self.total);
        let from = boundary(self.words.len(), &|at| self.words[at].as_str() < prefix);
        let until = boundary(self.words.len(), &|at| at < from || self.words[at].starts_with(prefix));
        if let (Some(start), Some(end)) = (self.starts.get(from), self.starts.get(until)) {
            for card in &self.cards[*start as usize..*end as usize] {
                found.insert(*card as usize);
            }
        }
        found
    }
}

/// Gathers the words of one card.
struct Words<'n> {
    network: &'n Network,
    locale: &'n dyn Locale,
    found: Vec<String>,
}

impl Words<'_> {
    fn card(&mut self, card: InitiativeIdx, relations: &Relations) {
        let initiative = self.network.initiative(card);
        self.names(initiative);
        self.all(&initiative.summary);
        initiative.focus.iter().for_each(|focus| self.all(focus));
        initiative.areas.iter().for_each(|area| self.shown(&self.network.areas[area.at()].label));
        self.country(initiative);
        for at in relations.agreements_of(card) {
            let agreement = self.network.agreement(*at);
            self.agreement(agreement);
            match relations.other_end(self.network, agreement, card) {
                Party::Initiative(at) => self.names(self.network.initiative(at)),
                Party::Organisation(at) => {
                    let organisation = &self.network.organisations[at.at()];
                    self.all(&organisation.name);
                    self.text(organisation.abbreviation.as_deref().unwrap_or_default());
                }
            }
        }
    }

    fn names(&mut self, initiative: &Initiative) {
        self.all(&initiative.name);
        initiative.alt_names.iter().for_each(|name| self.text(name));
        self.text(initiative.abbreviation.as_deref().unwrap_or_default());
    }

    fn country(&mut self, initiative: &Initiative) {
        if let Some(country) = &initiative.country {
            self.text(&self.locale.country(country));
        }
        if let Some(label) = initiative.place.as_ref().and_then(|code| self.network.place_label(code)) {
            self.shown(label);
        }
    }

    fn agreement(&mut self, agreement: &Agreement) {
        agreement.signatories.iter().for_each(|signatory| self.text(&signatory.name));
        agreement.topics.iter().for_each(|topic| self.all(topic));
        agreement.areas.iter().for_each(|area| self.shown(&self.network.areas[area.at()].label));
    }

    fn all(&mut self, text: &LocalizedText) {
        text.texts().for_each(|text| self.text(text));
    }

    /// A label in the shown language and in English.
    fn shown(&mut self, label: &LocalizedText) {
        for language in [self.locale.language(), "en"] {
            if let Some(said) = label.in_language(language, &self.network.default_language) {
                self.text(said.text);
            }
        }
    }

    fn text(&mut self, text: &str) {
        words(text, self.locale, &mut |word| self.found.push(word));
    }
}
