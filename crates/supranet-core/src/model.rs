//! What a dataset says, once read: references are positions, dates are dates, words are enums.
//!
//! Knows nothing of the file it came from, and cannot be wrong: every position points at a record.
//! An absent value means "not stated".

mod chains;
mod date;
mod relations;
mod text;
mod words;

pub use date::PartialDate;
pub use relations::{Relations, is_of_states, is_state};
pub use text::{LocalizedText, Said};
pub use words::{AgreementKind, Confidence, FollowUpKind, InitiativeKind, Level, OrganisationKind, Scope, Status};

/// Declares the type of a position in one of the lists of [`Network`].
macro_rules! position {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index of the list.
            #[must_use]
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

position! {
    /// The position of an area in [`Network::areas`].
    AreaIdx,
    /// The position of an organisation in [`Network::organisations`].
    OrganisationIdx,
    /// The position of an initiative in [`Network::initiatives`].
    InitiativeIdx,
    /// The position of an agreement in [`Network::agreements`].
    AgreementIdx,
    /// The position of a source in [`Network::sources`].
    SourceIdx,
}

/// A whole dataset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Network {
    /// Its id.
    pub id: Option<String>,
    /// Its title.
    pub title: LocalizedText,
    /// The date of its last change.
    pub updated: Option<PartialDate>,
    /// The SPDX name of its licence.
    pub license: Option<String>,
    /// The language that texts fall back to; `en` where none is stated.
    pub default_language: String,
    /// An address for corrections.
    pub contact: Option<String>,
    /// Who vouches for it.
    pub publisher: Option<Party>,
    /// Disease areas.
    pub areas: Vec<Area>,
    /// Places smaller than a country.
    pub places: Vec<Place>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Initiatives: the cards.
    pub initiatives: Vec<Initiative>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Sources.
    pub sources: Vec<Source>,
}

/// An end of an agreement, or one who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// An initiative: it has a card of its own.
    Initiative(InitiativeIdx),
    /// An organisation: it has none.
    Organisation(OrganisationIdx),
}

/// A disease area.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: LocalizedText,
    /// The wider area; parents never form a circle.
    pub parent: Option<AreaIdx>,
    /// A remark.
    pub note: LocalizedText,
}

/// A place smaller than a country.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// ISO 3166-2, such as `DE-BW`.
    pub code: String,
    /// Its name.
    pub label: LocalizedText,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: LocalizedText,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// ISO 3166-1 alpha-2; that of the place where only the place is stated.
    pub country: Option<String>,
    /// ISO 3166-2.
    pub place: Option<String>,
    /// What it belongs to.
    pub parent: Option<OrganisationIdx>,
    /// Its own page; http, https or mailto.
    pub url: Option<String>,
}

/// An initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct Initiative {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: LocalizedText,
    /// Other names.
    pub alt_names: Vec<String>,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// ISO 3166-1 alpha-2; that of the place where only the place is stated.
    pub country: Option<String>,
    /// ISO 3166-2.
    pub place: Option<String>,
    /// How far it reaches.
    pub scope: Option<Scope>,
    /// What it is.
    pub kind: InitiativeKind,
    /// Whether it runs.
    pub status: Option<Status>,
    /// What it is part of; parents never form a circle.
    pub parent: Option<InitiativeIdx>,
    /// Who hosts it.
    pub host: Option<OrganisationIdx>,
    /// Who leads it.
    pub lead_bodies: Vec<OrganisationIdx>,
    /// Who takes part.
    pub participants: Vec<Party>,
    /// ISO 3166-1 alpha-2 of its member countries.
    pub member_countries: Vec<String>,
    /// The bodies that it is a member of.
    pub member_of: Vec<InitiativeIdx>,
    /// One to three sentences.
    pub summary: LocalizedText,
    /// What it works on.
    pub focus: Vec<LocalizedText>,
    /// Its disease areas.
    pub areas: Vec<AreaIdx>,
    /// When it began.
    pub started: Option<PartialDate>,
    /// When it ended.
    pub ended: Option<PartialDate>,
    /// Numbers that describe it.
    pub figures: Vec<Figure>,
    /// Its own page; http, https or mailto.
    pub url: Option<String>,
    /// Where it is stated.
    pub sources: Vec<SourceIdx>,
    /// How sure the facts are.
    pub confidence: Option<Confidence>,
    /// When it was last compared with its sources.
    pub checked: Option<PartialDate>,
    /// Its grants.
    pub funding: Vec<Funding>,
    /// Which source states which field.
    pub evidence: Vec<Evidence>,
}

/// A number that describes an initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is counted.
    pub label: LocalizedText,
    /// The value.
    pub value: i64,
    /// Its unit.
    pub unit: Option<String>,
    /// The date for which it holds.
    pub as_of: Option<PartialDate>,
    /// The date by which it is to be reached.
    pub horizon: Option<PartialDate>,
    /// Where it is stated.
    pub source: Option<SourceIdx>,
}

/// A grant.
#[derive(Debug, Clone, PartialEq)]
pub struct Funding {
    /// Who pays.
    pub funder: Option<OrganisationIdx>,
    /// The funder's own number.
    pub reference: Option<String>,
    /// The amount, in whole units of the currency.
    pub amount: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Its first day.
    pub from: Option<PartialDate>,
    /// Its last day.
    pub to: Option<PartialDate>,
    /// Whether it runs.
    pub status: Option<Status>,
    /// Who coordinates.
    pub coordinator: Option<OrganisationIdx>,
    /// What came of it.
    pub results: Vec<LocalizedText>,
    /// Where it is stated.
    pub source: Option<SourceIdx>,
}

/// An agreement between two different parties.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// Its two ends.
    pub ends: [Party; 2],
    /// Who signed, where not the ends themselves.
    pub signing_bodies: Vec<Party>,
    /// Between whom.
    pub level: Option<Level>,
    /// What it is.
    pub kind: AgreementKind,
    /// What the source calls it.
    pub source_word: LocalizedText,
    /// When it was signed.
    pub signed: Option<PartialDate>,
    /// When it was made known.
    pub announced: Option<PartialDate>,
    /// When it ended.
    pub ended: Option<PartialDate>,
    /// Where it was signed.
    pub place: LocalizedText,
    /// At which occasion.
    pub event: LocalizedText,
    /// Who signed.
    pub signatories: Vec<Signatory>,
    /// What it is about.
    pub topics: Vec<LocalizedText>,
    /// Its disease areas.
    pub areas: Vec<AreaIdx>,
    /// The agreement that it renews.
    pub renews: Option<AgreementIdx>,
    /// What came of it.
    pub follow_ups: Vec<FollowUp>,
    /// What was said of it.
    pub quotes: Vec<Quote>,
    /// Where it is stated.
    pub sources: Vec<SourceIdx>,
    /// How sure the facts are.
    pub confidence: Option<Confidence>,
    /// Whether both ends state it, each in a file that it publishes itself.
    pub is_confirmed: bool,
    /// When it was last compared with its sources.
    pub checked: Option<PartialDate>,
    /// Which source states which field.
    pub evidence: Vec<Evidence>,
}

/// Where one field of a record is stated. Its quotation is for those who check the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The path of the field in the file, such as `funding[0].amount`.
    pub field: String,
    /// Where it is stated.
    pub source: SourceIdx,
    /// The date for which it holds.
    pub as_of: Option<PartialDate>,
    /// Why it is doubtful, where it is: a remark, which may be empty. What is sure has none.
    pub doubt: Option<LocalizedText>,
}

impl Evidence {
    /// Whether it is about a field of the record, or about a part of it.
    #[must_use]
    pub fn is_about(&self, field: &str) -> bool {
        let rest = self.field.strip_prefix(field);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// Whether it is about one item of a list, from 0.
    #[must_use]
    pub fn is_about_item(&self, field: &str, item: usize) -> bool {
        let rest = self.field.strip_prefix(field).and_then(|rest| rest.strip_prefix('['));
        let number = rest.and_then(|rest| rest.strip_suffix(']')).and_then(|number| number.parse::<i64>().ok());
        number == Some(item as i64)
    }
}

/// A person who signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// The role on that day.
    pub role_at_signing: LocalizedText,
    /// For whom.
    pub organisation: Option<Party>,
}

/// What came of an agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// What it is.
    pub kind: FollowUpKind,
    /// Its title.
    pub title: String,
    /// Its date, or the first day.
    pub date: Option<PartialDate>,
    /// The last day, where there are several.
    pub until: Option<PartialDate>,
    /// Where.
    pub place: LocalizedText,
    /// The DOI, without an address before it.
    pub doi: Option<String>,
    /// Its page; http, https or mailto.
    pub url: Option<String>,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: Option<String>,
    /// Who said them.
    pub speaker: Option<String>,
    /// Their role on that day.
    pub speaker_role: LocalizedText,
    /// Where they are stated.
    pub source: Option<SourceIdx>,
}

/// Where facts are stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address; http, https or mailto.
    pub url: Option<String>,
    /// The name of a file, where it has no address.
    pub file: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub retrieved: Option<PartialDate>,
}

impl Network {
    /// The positions of all initiatives, in file order.
    pub fn initiative_positions(&self) -> impl Iterator<Item = InitiativeIdx> + use<> {
        (0..self.initiatives.len() as u32).map(InitiativeIdx)
    }

    /// The positions of all agreements, in file order.
    pub fn agreement_positions(&self) -> impl Iterator<Item = AgreementIdx> + use<> {
        (0..self.agreements.len() as u32).map(AgreementIdx)
    }

    /// The initiative at this position.
    #[must_use]
    pub fn initiative(&self, at: InitiativeIdx) -> &Initiative {
        &self.initiatives[at.at()]
    }

    /// The agreement at this position.
    #[must_use]
    pub fn agreement(&self, at: AgreementIdx) -> &Agreement {
        &self.agreements[at.at()]
    }

    /// The name of a party.
    #[must_use]
    pub fn party_name(&self, party: Party) -> &LocalizedText {
        match party {
            Party::Initiative(at) => &self.initiatives[at.at()].name,
            Party::Organisation(at) => &self.organisations[at.at()].name,
        }
    }

    /// The name of a place by its code.
    #[must_use]
    pub fn place_label(&self, code: &str) -> Option<&LocalizedText> {
        self.places.iter().find(|place| place.code == code).map(|place| &place.label)
    }
}
