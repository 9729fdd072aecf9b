//! The words of a dataset, each with a number, and which of them each card has, with the weight of the place.
//!
//! Searched are names in all languages, abbreviations, alternative names, summaries, what an initiative works on,
//! country, place and area names in the shown language and in English, partners, signatories and topics.

use super::fold::words;
use crate::locale::Locale;
use crate::model::{AgreementIdx, AreaIdx, InitiativeIdx, LocalizedText, Network, OrganisationIdx, Party, Relations};
use crate::order::boundary;

/// Where a word stands decides what it weighs: in a name or abbreviation 3, in another name, a country or an area 2,
/// elsewhere 1.
pub(super) const NAME: u32 = 3;
const OTHER_NAME: u32 = 2;
const REST: u32 = 1;

/// Gathers the words of all cards.
pub(super) struct Gathered<'n> {
    network: &'n Network,
    relations: &'n Relations,
    locale: &'n dyn Locale,
    pub words: Interner,
    initiatives: Vec<Option<Vec<u32>>>,
    organisations: Vec<Option<Vec<u32>>>,
    agreements: Vec<Option<Vec<u32>>>,
    areas: Vec<Option<Vec<u32>>>,
    countries: Vec<(&'n str, Vec<u32>)>,
}

/// One word on a card: its number, and its weight in the two lowest bits.
pub(super) fn weighed(word: u32, weight: u32) -> u32 {
    word << 2 | weight
}

impl<'n> Gathered<'n> {
    pub fn new(network: &'n Network, relations: &'n Relations, locale: &'n dyn Locale) -> Self {
        Self {
            network,
            relations,
            locale,
            words: Interner::default(),
            initiatives: vec![None; network.initiatives.len()],
            organisations: vec![None; network.organisations.len()],
            agreements: vec![None; network.agreements.len()],
            areas: vec![None; network.areas.len()],
            countries: Vec::new(),
        }
    }

    /// Calls `add` for each word of a card, some of them more than once.
    pub fn card(&mut self, card: InitiativeIdx, add: &mut dyn FnMut(u32)) {
        let (network, relations) = (self.network, self.relations);
        let initiative = network.initiative(card);
        self.of_initiative(card).iter().for_each(|word| add(*word));
        for text in initiative.focus.iter().chain([&initiative.summary]) {
            for text in text.texts() {
                self.text(text, &mut |word| add(weighed(word, REST)));
            }
        }
        for area in &initiative.areas {
            self.of_area(*area).iter().for_each(|word| add(weighed(*word, OTHER_NAME)));
        }
        for code in initiative.place.iter().chain(&initiative.country) {
            self.of_country(code).iter().for_each(|word| add(weighed(*word, OTHER_NAME)));
        }
        for link in relations.links_of(card) {
            let (at, other) = relations.link(network, link);
            self.of_agreement(at).iter().for_each(|word| add(weighed(*word, REST)));
            for area in &network.agreement(at).areas {
                self.of_area(*area).iter().for_each(|word| add(weighed(*word, OTHER_NAME)));
            }
            match other {
                Party::Initiative(at) => {
                    self.of_initiative(*at).iter().for_each(|word| add(weighed(word >> 2, REST)));
                }
                Party::Organisation(at) => {
                    self.of_organisation(*at).iter().for_each(|word| add(weighed(*word, REST)));
                }
            }
        }
    }

    fn text(&mut self, text: &str, each: &mut dyn FnMut(u32)) {
        let own = &mut self.words;
        words(text, self.locale, &mut |word| each(own.number(&word)));
    }

    fn all(&mut self, text: &LocalizedText, found: &mut Vec<u32>) {
        text.texts().for_each(|text| self.text(text, &mut |word| found.push(word)));
    }

    /// Names, with their weights: they are read once, and stand on the cards of partners too.
    fn of_initiative(&mut self, at: InitiativeIdx) -> Vec<u32> {
        if let Some(found) = &self.initiatives[at.at()] {
            return found.clone();
        }
        let initiative = self.network.initiative(at);
        let mut found = Vec::new();
        for name in initiative.name.texts().chain(initiative.abbreviation.as_deref()) {
            self.text(name, &mut |word| found.push(weighed(word, NAME)));
        }
        for name in &initiative.alt_names {
            self.text(name, &mut |word| found.push(weighed(word, OTHER_NAME)));
        }
        self.initiatives[at.at()] = Some(found.clone());
        found
    }

    fn of_organisation(&mut self, at: OrganisationIdx) -> Vec<u32> {
        if let Some(found) = &self.organisations[at.at()] {
            return found.clone();
        }
        let organisation = &self.network.organisations[at.at()];
        let mut found = Vec::new();
        self.all(&organisation.name, &mut found);
        self.text(organisation.abbreviation.as_deref().unwrap_or_default(), &mut |word| found.push(word));
        self.organisations[at.at()] = Some(found.clone());
        found
    }

    fn of_agreement(&mut self, at: AgreementIdx) -> Vec<u32> {
        if let Some(found) = self.agreements[at.at()].take() {
            // An agreement has two ends; a third card is rare.
            return found;
        }
        let agreement = self.network.agreement(at);
        let mut found = Vec::new();
        for signatory in &agreement.signatories {
            self.text(&signatory.name, &mut |word| found.push(word));
        }
        agreement.topics.iter().for_each(|topic| self.all(topic, &mut found));
        self.agreements[at.at()] = Some(found.clone());
        found
    }

    fn of_area(&mut self, at: AreaIdx) -> Vec<u32> {
        if let Some(found) = &self.areas[at.at()] {
            return found.clone();
        }
        let mut found = Vec::new();
        let network = self.network;
        self.label(&network.areas[at.at()].label, &mut found);
        self.areas[at.at()] = Some(found.clone());
        found
    }

    /// A country, or a place by its code.
    fn of_country(&mut self, code: &'n str) -> Vec<u32> {
        let at = boundary(self.countries.len(), &|at| self.countries[at].0 < code);
        if let Some((_, found)) = self.countries.get(at).filter(|(own, _)| *own == code) {
            return found.clone();
        }
        let mut found = Vec::new();
        let network = self.network;
        if let Some(label) = network.place_label(code) {
            self.label(label, &mut found);
        } else {
            for name in [self.locale.country(code), self.locale.country_in_english(code)] {
                self.text(&name, &mut |word| found.push(word));
            }
        }
        self.countries.insert(at, (code, found.clone()));
        found
    }

    /// A label in the shown language and in English.
    fn label(&mut self, label: &LocalizedText, found: &mut Vec<u32>) {
        for language in [self.locale.language(), "en"] {
            if let Some(said) = label.in_language(language, &self.network.default_language) {
                self.text(said.text, &mut |word| found.push(word));
            }
        }
    }
}

/// Gives each word a number, from 0 in the order in which words come.
#[derive(Default)]
pub(super) struct Interner {
    letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Numbers plus one at the places that hashes lead to; 0 where there is none. A power of two long.
    places: Vec<u32>,
}

impl Interner {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number.
    pub fn word(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        // Never out of bounds; what a slice says of a bad one is a kilobyte.
        self.letters.get(start..self.ends[number] as usize).unwrap_or_default()
    }

    fn number(&mut self, word: &str) -> u32 {
        // At most half full: a search ends soon.
        if self.places.len() <= self.len() * 2 {
            self.grow();
        }
        let place = self.place(word);
        if self.places[place] == 0 {
            self.letters.push_str(word);
            self.ends.push(self.letters.len() as u32);
            self.places[place] = self.len() as u32;
        }
        self.places[place] - 1
    }

    fn place(&self, word: &str) -> usize {
        // FNV-1a, and its upper half folded in, as only the lower bits count.
        let hash = word
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut place = (hash ^ hash >> 32) as usize;
        loop {
            place &= self.places.len() - 1;
            let number = self.places[place] as usize;
            if number == 0 || self.word(number - 1) == word {
                return place;
            }
            place += 1;
        }
    }

    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(1024)];
        for number in 0..self.len() {
            let place = self.place(self.word(number));
            self.places[place] = number as u32 + 1;
        }
    }
}
