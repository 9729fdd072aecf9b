//! The words of a dataset, each with a number, and which of them each card has, with the weight of the place.
//!
//! Searched are names in all languages, abbreviations, alternative names, summaries, what an initiative works on,
//! country, place and area names in the shown language and in English, partners, signatories and topics.

use super::fold::words;
use crate::intern::Interner;
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
    /// The words of what was read so far, one record after the other.
    read: Vec<u32>,
    initiatives: Vec<Part>,
    organisations: Vec<Part>,
    agreements: Vec<Part>,
    areas: Vec<Part>,
    countries: Vec<(&'n str, Part)>,
}

/// From where until where the words of a record stand in [`Gathered::read`]; nothing where it was not read yet.
type Part = Option<(u32, u32)>;

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
            read: Vec::new(),
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
        let own = self.of_initiative(card);
        self.each(own, &mut |word| add(word));
        for text in initiative.focus.iter().chain([&initiative.summary]) {
            for text in text.texts() {
                self.text(text, &mut |word| add(weighed(word, REST)));
            }
        }
        self.areas(&initiative.areas, add);
        for code in initiative.place.iter().chain(&initiative.country) {
            let country = self.of_country(code);
            self.each(country, &mut |word| add(weighed(word, OTHER_NAME)));
        }
        for link in relations.links_of(card) {
            let (at, other) = relations.link(network, link);
            let agreement = self.of_agreement(at);
            self.each(agreement, &mut |word| add(weighed(word, REST)));
            self.areas(&network.agreement(at).areas, add);
            match other {
                Party::Initiative(at) => {
                    let names = self.of_initiative(*at);
                    self.each(names, &mut |word| add(weighed(word >> 2, REST)));
                }
                Party::Organisation(at) => {
                    let names = self.of_organisation(*at);
                    self.each(names, &mut |word| add(weighed(word, REST)));
                }
            }
        }
    }

    fn each(&self, part: Part, each: &mut dyn FnMut(u32)) {
        let (from, until) = part.unwrap_or_default();
        self.read[from as usize..until as usize].iter().for_each(|word| each(*word));
    }

    fn areas(&mut self, areas: &[AreaIdx], add: &mut dyn FnMut(u32)) {
        for area in areas {
            let area = self.of_area(*area);
            self.each(area, &mut |word| add(weighed(word, OTHER_NAME)));
        }
    }

    /// The part that `found` becomes.
    fn kept(&mut self, found: &[u32]) -> Part {
        let from = self.read.len() as u32;
        self.read.extend_from_slice(found);
        Some((from, self.read.len() as u32))
    }

    fn text(&mut self, text: &str, each: &mut dyn FnMut(u32)) {
        let own = &mut self.words;
        words(text, self.locale, &mut |word| each(own.number(word).0));
    }

    fn all(&mut self, text: &LocalizedText, found: &mut Vec<u32>) {
        text.texts().for_each(|text| self.text(text, &mut |word| found.push(word)));
    }

    /// Names, with their weights: they are read once, and stand on the cards of partners too.
    fn of_initiative(&mut self, at: InitiativeIdx) -> Part {
        if self.initiatives[at.at()].is_some() {
            return self.initiatives[at.at()];
        }
        let initiative = self.network.initiative(at);
        let mut found = Vec::new();
        for name in initiative.name.texts().chain(initiative.abbreviation.as_deref()) {
            self.text(name, &mut |word| found.push(weighed(word, NAME)));
        }
        for name in &initiative.alt_names {
            self.text(name, &mut |word| found.push(weighed(word, OTHER_NAME)));
        }
        self.initiatives[at.at()] = self.kept(&found);
        self.initiatives[at.at()]
    }

    fn of_organisation(&mut self, at: OrganisationIdx) -> Part {
        if self.organisations[at.at()].is_some() {
            return self.organisations[at.at()];
        }
        let organisation = &self.network.organisations[at.at()];
        let mut found = Vec::new();
        self.all(&organisation.name, &mut found);
        self.text(organisation.abbreviation.as_deref().unwrap_or_default(), &mut |word| found.push(word));
        self.organisations[at.at()] = self.kept(&found);
        self.organisations[at.at()]
    }

    fn of_agreement(&mut self, at: AgreementIdx) -> Part {
        if self.agreements[at.at()].is_some() {
            return self.agreements[at.at()];
        }
        let agreement = self.network.agreement(at);
        let mut found = Vec::new();
        for signatory in &agreement.signatories {
            self.text(&signatory.name, &mut |word| found.push(word));
        }
        agreement.topics.iter().for_each(|topic| self.all(topic, &mut found));
        self.agreements[at.at()] = self.kept(&found);
        self.agreements[at.at()]
    }

    fn of_area(&mut self, at: AreaIdx) -> Part {
        if self.areas[at.at()].is_some() {
            return self.areas[at.at()];
        }
        let mut found = Vec::new();
        let network = self.network;
        self.label(&network.areas[at.at()].label, &mut found);
        self.areas[at.at()] = self.kept(&found);
        self.areas[at.at()]
    }

    /// A country, or a place by its code.
    fn of_country(&mut self, code: &'n str) -> Part {
        let at = boundary(self.countries.len(), &|at| self.countries[at].0 < code);
        if let Some((_, part)) = self.countries.get(at).filter(|(own, _)| *own == code) {
            return *part;
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
        let part = self.kept(&found);
        self.countries.insert(at, (code, part));
        part
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
