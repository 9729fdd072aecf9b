//! A dataset in one language: its texts, places, dates and orders in the widget's words.
//!
//! Knows nothing of markup or of formats. What is said, and when, is as in the widget's `store`.

use crate::file;
use crate::locale::IcuLocale;
use crate::words::Words;
use anyhow::Result;
use std::path::PathBuf;
use supranet_core::facet::Facet;
use supranet_core::index::Index;
use supranet_core::locale::Locale as _;
use supranet_core::model::{
    Agreement, AgreementIdx, Initiative, InitiativeIdx, LocalizedText, Network, PartialDate, Party, Said, Scope,
    SourceIdx, is_state,
};

/// A text, and its language where that is not the shown one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// BCP 47, where it differs from the shown language.
    pub language: Option<String>,
}

/// A dataset, ready for one language.
pub struct Shown {
    /// The dataset.
    pub network: Network,
    /// The dataset, prepared.
    pub index: Index,
    /// The language's customs.
    pub locale: IcuLocale,
    /// The interface's words.
    pub words: Words,
    /// That part of the dataset is left out, as a line for the administrator.
    pub left_out: Option<String>,
}

/// Agreements that renew each other, the first one first, and the party on the other side of a card.
pub struct Chain {
    /// The agreements.
    pub papers: Vec<AgreementIdx>,
    /// The other end.
    pub other: Party,
    /// Whether it stands on the card only for its state.
    pub is_of_state: bool,
}

impl Shown {
    /// Reads files and prepares them for a language.
    ///
    /// # Errors
    /// Where a file cannot be read or is no dataset, or where there are no words of the language.
    pub fn read(files: &[PathBuf], language: &str) -> Result<Self> {
        // As in the widget: English without a region is British, as its words are.
        let locale = IcuLocale::new(if language == "en" { "en-GB" } else { language })?;
        let words = Words::new(locale.language())?;
        let (network, left_out) = file::network(files)?;
        Ok(Self { left_out, ..Self::new(network, locale, words) })
    }

    /// Prepares a dataset.
    pub fn new(network: Network, locale: IcuLocale, words: Words) -> Self {
        let index = Index::new(&network, &locale);
        Self { network, index, locale, words, left_out: None }
    }

    /// The language that it is shown in.
    pub fn language(&self) -> &str {
        self.locale.language()
    }

    /// The cards in the order in which the widget shows them at first.
    pub fn cards(&self) -> impl Iterator<Item = InitiativeIdx> {
        self.index.orders.by_country.iter().map(|at| InitiativeIdx(*at))
    }

    /// A text in the shown language, or in the nearest that there is; `None` where there is none.
    pub fn text(&self, text: &LocalizedText) -> Option<Text> {
        let said = text.in_language(self.language(), &self.network.default_language)?;
        let Said { text, language } = said;
        Some(Text { text: text.into(), language: self.other_language(Some(language)) })
    }

    /// A language that is not the shown one.
    pub fn other_language(&self, language: Option<&str>) -> Option<String> {
        let other = |own: &&str| !own.is_empty() && !own.eq_ignore_ascii_case(self.language());
        language.filter(other).map(String::from)
    }

    /// The title of the dataset, else the pack's words.
    pub fn title(&self) -> Text {
        let pack = || Text { text: self.words.get("heading").into(), language: None };
        self.text(&self.network.title).unwrap_or_else(pack)
    }

    /// The name of a party.
    pub fn name(&self, party: Party) -> Text {
        // One without a name is no party: `validate` leaves it out.
        self.text(self.network.party_name(party)).unwrap_or_else(|| Text { text: String::new(), language: None })
    }

    /// The country of an initiative in words, with the place before it.
    pub fn place(&self, initiative: &Initiative) -> Option<String> {
        if initiative.scope == Some(Scope::Multilateral) {
            return Some(self.words.get("multilateral").into());
        }
        self.place_in(initiative.country.as_ref(), initiative.place.as_ref())
    }

    fn place_in(&self, country: Option<&String>, place: Option<&String>) -> Option<String> {
        let country = self.locale.country(country?);
        let label = place.and_then(|code| self.network.place_label(code));
        Some(match label.and_then(|label| self.text(label)) {
            Some(label) => self.words.fill("country.at", &[("name", &label.text), ("country", &country)]),
            None => country,
        })
    }

    /// The country of a party in words; a state is its own.
    pub fn place_of(&self, party: Party) -> Option<String> {
        match party {
            Party::Initiative(at) => self.place(self.network.initiative(at)),
            Party::Organisation(_) if is_state(&self.network, &party) => None,
            Party::Organisation(at) => {
                let organisation = &self.network.organisations[at.at()];
                self.place_in(organisation.country.as_ref(), organisation.place.as_ref())
            }
        }
    }

    /// The one card that a party stands for, where there is one.
    pub fn card_of(&self, party: Party) -> Option<InitiativeIdx> {
        match self.index.relations.cards_of_end(&self.network, &party) {
            [card] if !is_state(&self.network, &party) => Some(*card),
            _ => None,
        }
    }

    /// When an agreement was made, as a sentence that says how sure that is.
    pub fn when(&self, agreement: &Agreement) -> String {
        let date = |date: PartialDate| self.locale.date(date);
        match (agreement.signed, agreement.announced) {
            (Some(signed), _) => self.words.fill("signed", &[("date", &date(signed))]),
            (None, Some(announced)) => self.words.fill("announced", &[("date", &date(announced))]),
            (None, None) => self.words.get("undated").into(),
        }
    }

    /// When an agreement was renewed by this one.
    pub fn renewed(&self, agreement: &Agreement) -> String {
        let date = |date: PartialDate| self.locale.date(date);
        match (agreement.signed, agreement.announced) {
            (Some(signed), _) => self.words.fill("renewed", &[("date", &date(signed))]),
            (None, Some(announced)) => self.words.fill("renewed.announced", &[("date", &date(announced))]),
            (None, None) => self.words.get("renewed.undated").into(),
        }
    }

    /// From one date to another, or the one that is stated.
    pub fn period(&self, from: Option<PartialDate>, to: Option<PartialDate>) -> Option<String> {
        match (from, to) {
            (Some(from), Some(to)) => Some(self.locale.period(from, to)),
            (from, to) => from.or(to).map(|date| self.locale.date(date)),
        }
    }

    /// The title of a source in its language.
    pub fn source(&self, at: SourceIdx) -> Text {
        let source = &self.network.sources[at.at()];
        let text = source.title.as_ref().or(source.file.as_ref()).unwrap_or(&source.id).clone();
        Text { text, language: self.other_language(source.language.as_deref()) }
    }

    /// The agreements of a card, those of one chain of renewals together, in file order.
    pub fn chains(&self, card: InitiativeIdx) -> Vec<Chain> {
        let relations = &self.index.relations;
        let agreement = |link: &usize| relations.link(*link).0;
        let first = |link: &usize| relations.first_of_chain(agreement(link));
        let mut chains: Vec<Vec<usize>> = Vec::new();
        for link in relations.links_of(card) {
            match chains.iter_mut().find(|chain| first(&chain[0]) == first(&link)) {
                Some(chain) => chain.push(link),
                None => chains.push(vec![link]),
            }
        }
        let chain = |mut links: Vec<usize>| {
            // What renews another stands after it, whatever the order of the file.
            links.sort_by_key(|link| self.age(agreement(link)));
            let (at, other) = relations.link(links[0]);
            let ends = self.network.agreement(at).ends;
            let own = if ends[0] == other { ends[1] } else { ends[0] };
            let papers = links.iter().map(agreement).collect();
            Chain { papers, other, is_of_state: is_state(&self.network, &own) }
        };
        chains.into_iter().map(chain).collect()
    }

    fn age(&self, agreement: AgreementIdx) -> usize {
        let before = |at: &AgreementIdx| self.network.agreement(*at).renews;
        std::iter::successors(Some(agreement), before).count()
    }

    /// The values of a facet by which the widget finds a card, as ids: what stands above a value included.
    pub fn values(&self, facet: Facet, card: InitiativeIdx) -> Vec<&str> {
        let values = self.index.facet(facet);
        let of_card = values.tree.values.iter().zip(&values.cards).filter(|(_, cards)| cards.contains(card.at()));
        of_card.map(|(value, _)| value.id.as_str()).collect()
    }
}
