//! The facets: which values there are, how they nest, and which of them a card has.
//!
//! Knows nothing of what a visitor chose. A new facet is one variant here; every `match` below and in
//! the language packs then says what is missing.

use crate::locale::Locale;
use crate::model::{InitiativeIdx, Network, Party, Relations, Scope};
use crate::order::{boundary, ordered};

/// What visitors filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The country or place of an initiative.
    Country,
    /// The disease areas of an initiative and of its agreements.
    Area,
}

/// How many facets there are.
pub const FACETS: usize = Facet::ALL.len();

impl Facet {
    /// All facets, in the order of the filter bar.
    pub const ALL: [Self; 2] = [Self::Country, Self::Area];

    /// The name in attributes, addresses and the JavaScript interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Area => "area",
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

    /// How a value is spelled inside: countries without regard to case, and by their ISO code.
    #[must_use]
    pub fn normal(self, value: &str) -> String {
        match self {
            Self::Country => match value.to_ascii_uppercase().as_str() {
                "UK" => "GB".into(),
                "EL" => "GR".into(),
                code => code.into(),
            },
            Self::Area => value.into(),
        }
    }
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its id: a country or place code, the id of an area.
    pub id: String,
    /// Its name in the shown language.
    pub label: String,
    /// The language of the name, where it is not the shown one.
    pub label_language: Option<String>,
    /// The position of the value above it.
    pub parent: Option<usize>,
    /// How deep it stands, from 0.
    pub depth: u8,
}

/// The values of one facet: each parent before its children, siblings in the order of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The values.
    pub values: Vec<Value>,
    /// The positions of the values, in order of their ids.
    by_id: Vec<usize>,
}

impl Tree {
    /// The tree of one facet, with every value that the data knows.
    #[must_use]
    pub fn new(facet: Facet, network: &Network, relations: &Relations, locale: &dyn Locale) -> Self {
        let seeds = match facet {
            Facet::Country => countries(network, relations, locale),
            Facet::Area => areas(network, locale),
        };
        Self::from_seeds(seeds, locale)
    }

    /// The position of a value by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        let found = boundary(self.by_id.len(), &|at| self.values[self.by_id[at]].id.as_str() < id);
        self.by_id.get(found).copied().filter(|at| self.values[*at].id == id)
    }

    /// The value and everything above it, from the value up.
    pub fn upwards(&self, value: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(value), |at| self.values[*at].parent)
    }

    /// Whether `value` stands somewhere below `above`.
    #[must_use]
    pub fn is_below(&self, value: usize, above: usize) -> bool {
        self.upwards(value).skip(1).any(|at| at == above)
    }

    fn from_seeds(seeds: Vec<Seed>, locale: &dyn Locale) -> Self {
        let labels: Vec<&str> = seeds.iter().map(|seed| seed.label.as_str()).collect();
        let ranks = locale.ranks(&labels);
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); seeds.len()];
        let mut roots = Vec::new();
        // Depth first below: the lists run backwards, as a stack wants them.
        for at in ordered(seeds.len(), &|a, b| (ranks[b], &seeds[b].id).cmp(&(ranks[a], &seeds[a].id))) {
            match seeds[at].parent {
                Some(parent) => children[parent].push(at),
                None => roots.push(at),
            }
        }

        let mut tree = Self::default();
        let mut stack: Vec<(usize, Option<usize>, u8)> = roots.into_iter().map(|seed| (seed, None, 0)).collect();
        while let Some((seed, parent, depth)) = stack.pop() {
            let at = tree.values.len();
            stack.extend(children[seed].iter().map(|child| (*child, Some(at), depth.saturating_add(1))));
            let Seed { id, label, label_language, .. } = seeds[seed].clone();
            tree.values.push(Value { id, label, label_language, parent, depth });
        }
        tree.by_id = ordered(tree.values.len(), &|a, b| tree.values[a].id.cmp(&tree.values[b].id));
        tree
    }
}

/// The ids of the values that a card has itself; what stands above them follows.
#[must_use]
pub fn values_of<'n>(facet: Facet, network: &'n Network, relations: &Relations, card: InitiativeIdx) -> Vec<&'n str> {
    match facet {
        Facet::Country => countries_of(network, relations, card),
        Facet::Area => {
            let own = network.initiative(card).areas.iter();
            let of_agreements = relations.agreements_of(card).iter().flat_map(|at| &network.agreement(*at).areas);
            own.chain(of_agreements).map(|at| network.areas[at.at()].id.as_str()).collect()
        }
    }
}

/// A country or place of its own; for a body those of its members and participants.
fn countries_of<'n>(network: &'n Network, relations: &Relations, card: InitiativeIdx) -> Vec<&'n str> {
    let initiative = network.initiative(card);
    let mut codes: Vec<&str> = initiative.place.iter().chain(&initiative.country).map(String::as_str).collect();
    if initiative.scope == Some(Scope::Multilateral) {
        codes.extend(initiative.member_countries.iter().map(String::as_str));
        for party in relations.participants_of(network, card) {
            match party {
                Party::Initiative(at) => {
                    let participant = network.initiative(at);
                    codes.extend(participant.place.iter().chain(&participant.country).map(String::as_str));
                    codes.extend(participant.member_countries.iter().map(String::as_str));
                }
                Party::Organisation(at) => codes.extend(network.organisations[at.at()].country.as_deref()),
            }
        }
    }
    codes
}

/// A value before its place in the tree is known.
#[derive(Clone)]
struct Seed {
    id: String,
    label: String,
    label_language: Option<String>,
    parent: Option<usize>,
}

fn areas(network: &Network, locale: &dyn Locale) -> Vec<Seed> {
    let seed = |area: &crate::model::Area| {
        let said = area.label.in_language(locale.language(), &network.default_language);
        Seed {
            id: area.id.clone(),
            label: said.map_or_else(|| area.id.clone(), |said| said.text.into()),
            label_language: said.map(|said| said.language).filter(|own| *own != locale.language()).map(String::from),
            parent: area.parent.map(|parent| parent.at()),
        }
    };
    network.areas.iter().map(seed).collect()
}

fn countries(network: &Network, relations: &Relations, locale: &dyn Locale) -> Vec<Seed> {
    let cards = network.initiative_positions();
    let mut codes: Vec<&str> = cards.flat_map(|card| countries_of(network, relations, card)).collect();
    let above: Vec<&str> = codes.iter().filter_map(|code| country_of_place(code)).collect();
    codes.extend(above);
    let codes = once(&codes);
    let find = |code: &str| codes.iter().position(|own| *own == code);
    let seed = |code: &&str| match country_of_place(code) {
        None => Seed { id: (*code).into(), label: locale.country(code), label_language: None, parent: None },
        Some(country) => {
            let label = network.place_label(code);
            let said = label.and_then(|label| label.in_language(locale.language(), &network.default_language));
            Seed {
                id: (*code).into(),
                label: said.map_or_else(|| (*code).into(), |said| said.text.into()),
                label_language: said
                    .map(|said| said.language)
                    .filter(|own| *own != locale.language())
                    .map(String::from),
                parent: find(country),
            }
        }
    };
    codes.iter().map(seed).collect()
}

/// Each code once.
fn once<'c>(codes: &[&'c str]) -> Vec<&'c str> {
    let mut once = Vec::new();
    for at in ordered(codes.len(), &|a, b| codes[a].cmp(codes[b])) {
        if once.last() != Some(&codes[at]) {
            once.push(codes[at]);
        }
    }
    once
}

/// The country of a place code: `DE` of `DE-BW`.
fn country_of_place(code: &str) -> Option<&str> {
    code.split_once('-').map(|(country, _)| country)
}
