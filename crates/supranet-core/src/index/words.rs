//! The words of a dataset, each with a number, and which of them each card has, with the weight of the place.
//!
//! Searched are names in all languages, abbreviations, alternative names, summaries, what an initiative works on,
//! country, place and area names in the shown language and in English, partners, signatories and topics. Knows nothing
//! of how words are found.

use super::fold::{parts, spelled};
use crate::intern::Interner;
use crate::locale::Locale;
use crate::model::{AreaIdx, Initiative, InitiativeIdx, LocalizedText, Network, Organisation, Party, Relations};

/// Where a word stands decides what it weighs: in a name or abbreviation 3, in another name, a country or an area 2,
/// elsewhere 1.
pub(super) const NAME: u32 = 3;
const OTHER_NAME: u32 = 2;
const REST: u32 = 1;

/// The words of all records, each text read once.
pub(super) struct Gathered<'n> {
    network: &'n Network,
    locale: &'n dyn Locale,
    pub words: Interner,
    /// The words of one record after the other, each with its weight in the two lowest bits.
    read: Vec<u32>,
    /// Where in `read` the words of each record end: areas, agreements, organisations, then the names of each initiative
    /// and what else it says.
    ends: Vec<u32>,
    /// Parts of texts that are not ASCII, as they are written, where the words of each end, and the words: the same
    /// letters come again and again, and folding them is a call of the browser.
    written: Interner,
    written_ends: Vec<usize>,
    spelled: Vec<u32>,
    /// The codes of countries and places, and the words of each.
    codes: Interner,
    of_codes: Vec<Vec<u32>>,
    /// The text that is read, in lower case.
    letters: Vec<u8>,
}

/// One word on a card: its number, and its weight in the two lowest bits.
pub(super) fn weighed(word: u32, weight: u32) -> u32 {
    word << 2 | weight
}

impl<'n> Gathered<'n> {
    /// Reads all records.
    pub fn new(network: &'n Network, locale: &'n dyn Locale) -> Self {
        let mut all = Self {
            network,
            locale,
            words: Interner::default(),
            read: Vec::new(),
            ends: Vec::new(),
            written: Interner::default(),
            written_ends: Vec::new(),
            spelled: Vec::new(),
            codes: Interner::default(),
            of_codes: Vec::new(),
            letters: Vec::new(),
        };
        for area in &network.areas {
            all.label(&area.label);
            all.end();
        }
        for agreement in &network.agreements {
            for signatory in &agreement.signatories {
                all.text(&signatory.name, REST);
            }
            agreement.topics.iter().for_each(|topic| all.texts(topic, REST));
            all.areas(&agreement.areas);
            all.end();
        }
        for Organisation { name, abbreviation, .. } in &network.organisations {
            all.texts(name, REST);
            all.text(abbreviation.as_deref().unwrap_or_default(), REST);
            all.end();
        }
        for initiative in &network.initiatives {
            all.initiative(initiative);
        }
        all
    }

    /// Calls `each` for the words of the parts of a card, and with how much at most they weigh there.
    pub fn card(&self, relations: &Relations, card: InitiativeIdx, each: &mut dyn FnMut(&[u32], u32)) {
        let own = self.record(Party::Initiative(card));
        each(self.part(own), NAME);
        each(self.part(own + 1), NAME);
        for link in relations.links_of(card) {
            let (at, other) = relations.link(link);
            each(self.part(self.network.areas.len() + at.at()), NAME);
            each(self.part(self.record(other)), REST);
        }
    }

    /// For each word how often it is read for all cards, and nothing beside.
    pub fn counts(&self, relations: &Relations) -> Vec<(u32, u32)> {
        let (areas, initiatives) = (self.network.areas.len(), self.initiatives());
        let mut times = vec![0_u32; initiatives];
        times.resize(self.ends.len(), 1);
        for link in 0..relations.links() {
            let (at, other) = relations.link(link);
            times[areas + at.at()] += 1;
            times[self.record(other)] += 1;
        }
        let mut counts = vec![(0, 0); self.words.len()];
        for (record, times) in times.into_iter().enumerate() {
            for word in self.part(record) {
                counts[(*word >> 2) as usize].0 += times;
            }
        }
        counts
    }

    /// Where the names of a party stand among the records.
    fn record(&self, party: Party) -> usize {
        match party {
            Party::Initiative(at) => self.initiatives() + at.at() * 2,
            Party::Organisation(at) => self.initiatives() - self.network.organisations.len() + at.at(),
        }
    }

    fn initiatives(&self) -> usize {
        self.network.areas.len() + self.network.agreements.len() + self.network.organisations.len()
    }

    fn part(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.read.get(start as usize..self.ends[at] as usize).unwrap_or_default()
    }

    fn end(&mut self) {
        self.ends.push(self.read.len() as u32);
    }

    fn initiative(&mut self, initiative: &'n Initiative) {
        self.texts(&initiative.name, NAME);
        self.text(initiative.abbreviation.as_deref().unwrap_or_default(), NAME);
        initiative.alt_names.iter().for_each(|name| self.text(name, OTHER_NAME));
        self.end();
        self.texts(&initiative.summary, REST);
        initiative.focus.iter().for_each(|text| self.texts(text, REST));
        self.areas(&initiative.areas);
        for code in initiative.place.iter().chain(&initiative.country) {
            let (number, is_new) = self.codes.number(code.as_bytes());
            if is_new {
                let start = self.read.len();
                self.country(code);
                let words = self.read.get(start..).unwrap_or_default().to_vec();
                self.of_codes.push(words);
            } else {
                self.read.extend_from_slice(&self.of_codes[number as usize]);
            }
        }
        self.end();
    }

    fn areas(&mut self, areas: &[AreaIdx]) {
        for area in areas {
            let start = if area.at() == 0 { 0 } else { self.ends[area.at() - 1] };
            self.read.extend_from_within(start as usize..self.ends[area.at()] as usize);
        }
    }

    /// A country, or a place by its code.
    fn country(&mut self, code: &str) {
        if let Some(label) = self.network.place_label(code) {
            return self.label(label);
        }
        for name in [self.locale.country(code), self.locale.country_in_english(code)] {
            self.text(&name, OTHER_NAME);
        }
    }

    /// A label in the shown language and in English.
    fn label(&mut self, label: &LocalizedText) {
        for language in [self.locale.language(), "en"] {
            if let Some(said) = label.in_language(language, &self.network.default_language) {
                self.text(said.text, OTHER_NAME);
            }
        }
    }

    fn texts(&mut self, text: &LocalizedText, weight: u32) {
        text.0.iter().for_each(|(_, text)| self.text(text, weight));
    }

    #[inline(never)]
    fn text(&mut self, text: &str, weight: u32) {
        let Self { locale, words, read, written, written_ends, spelled: letters, .. } = self;
        parts(text, &mut self.letters, &mut |part, is_plain| {
            if is_plain {
                read.push(weighed(words.number(part).0, weight));
                return;
            }
            let (number, is_new) = written.number(part);
            if is_new {
                spelled(part, *locale, &mut |word| letters.push(words.number(word).0));
                written_ends.push(letters.len());
            }
            let start = if number == 0 { 0 } else { written_ends[number as usize - 1] };
            let own = letters.get(start..written_ends[number as usize]).unwrap_or_default();
            own.iter().for_each(|word| read.push(weighed(*word, weight)));
        });
    }
}
