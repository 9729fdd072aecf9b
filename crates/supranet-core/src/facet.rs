//! The facets: what visitors filter by, their values, how they nest, and which a card or an agreement has.
//!
//! Knows nothing of what a visitor chose. A new facet is one variant here; every `match` below and in
//! the language packs then says what is missing.

mod tree;
mod values;

pub use tree::{Tree, Value};
pub(crate) use values::Values;

/// What visitors filter by. The years of agreements are a range, and no facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// An initiative itself, and those that have an agreement with it.
    Initiative,
    /// The country or place of an initiative.
    Country,
    /// The disease areas of an initiative and of its agreements.
    Area,
    /// How far an initiative reaches.
    Scope,
    /// Whether an initiative runs.
    Status,
    /// The bodies that an initiative is a member of.
    Membership,
    /// The country or place of the other end of an agreement.
    Partner,
    /// The kind of an agreement.
    Agreement,
}

/// How many facets there are.
pub const FACETS: usize = Facet::ALL.len();

impl Facet {
    /// All facets, in the order of addresses.
    pub const ALL: [Self; 8] = [
        Self::Initiative,
        Self::Country,
        Self::Area,
        Self::Scope,
        Self::Status,
        Self::Membership,
        Self::Partner,
        Self::Agreement,
    ];

    /// The name in attributes, addresses and the JavaScript interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Initiative => "initiative",
            Self::Country => "country",
            Self::Area => "area",
            Self::Scope => "scope",
            Self::Status => "status",
            Self::Membership => "membership",
            Self::Partner => "partner",
            Self::Agreement => "agreement",
        }
    }

    /// The facet with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The position in [`Facet::ALL`].
    #[must_use]
    pub fn at(self) -> usize {
        self as usize
    }

    /// Whether it is met by an agreement, and not by an initiative; one and the same agreement meets all of these.
    #[must_use]
    pub fn is_of_agreements(self) -> bool {
        matches!(self, Self::Partner | Self::Agreement)
    }

    /// How a value is spelled inside: countries without regard to case, and by their ISO code.
    #[must_use]
    pub fn normal(self, value: &str) -> String {
        match self {
            Self::Country | Self::Partner => match value.to_ascii_uppercase().as_str() {
                "UK" => "GB".into(),
                "EL" => "GR".into(),
                code => code.into(),
            },
            _ => value.into(),
        }
    }
}
