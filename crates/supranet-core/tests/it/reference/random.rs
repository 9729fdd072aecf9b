//! Random datasets and questions.

use proptest::prelude::*;
use supranet_core::facet::Facet;
use supranet_core::filter::{Filter, Sort};

/// What an initiative is made of: numbers stand for ids, words and codes of short lists.
type InitiativeSeed = (
    (usize, usize, usize, usize, usize),
    (Vec<usize>, Vec<usize>, Vec<usize>),
    (Vec<usize>, Vec<usize>, Vec<usize>, Option<usize>, Option<usize>),
);

const CODES: [&str; 5] = ["", "SE", "DK", "DE", "GB"];
const PLACES: [&str; 4] = ["", "", "DE-BW", "GB-ENG"];
const WORDS: [&str; 12] = [
    "genome",
    "genomics",
    "genomic",
    "precision",
    "medicine",
    "Medical",
    "personalised",
    "personalized",
    "data",
    "infrastructure",
    "a",
    "sequencing",
];
const SCOPES: [&str; 5] = ["", "national", "regional", "multilateral", "institutional"];
const STATUSES: [&str; 4] = ["", "active", "planned", "ended"];
const KINDS: [&str; 5] = ["mou", "letter-of-intent", "declaration", "cooperation", "other"];
const DATES: [&str; 7] = ["", "2019", "2020-01", "2020-01-01", "2021-06", "2022-04-28", "2022"];
const ORGANISATION_KINDS: [&str; 3] = ["state", "alliance", "university"];
const QUESTIONS: [&str; 12] = [
    "",
    "",
    "",
    "gen",
    "genome",
    "genmoe",
    "precison medicine",
    "personalizd",
    "sweden",
    "infrastrucutre data",
    "xyz",
    "a a",
];

fn some(list: &'static str) -> impl Fn(&[usize]) -> String {
    move |own| own.iter().map(|at| format!("\"{list}{at}\"")).collect::<Vec<_>>().join(",")
}

fn picks(of: usize, most: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..of, 0..=most)
}

fn initiative() -> impl Strategy<Value = InitiativeSeed> {
    (
        (0..CODES.len(), 0..PLACES.len(), 0..SCOPES.len(), 0..STATUSES.len(), 0..5_usize),
        (picks(WORDS.len(), 3), picks(WORDS.len(), 2), picks(WORDS.len(), 2)),
        (picks(7, 1), picks(7, 1), picks(5, 2), prop::option::of(0..7_usize), prop::option::of(0..4_usize)),
    )
}

fn initiative_json(at: usize, seed: &InitiativeSeed) -> String {
    let ((country, place, scope, status, lead), (name, other, summary), (member_of, participants, areas, parent, host)) =
        seed;
    let words = |own: &[usize]| own.iter().map(|at| WORDS[*at]).collect::<Vec<_>>().join(" ");
    let field =
        |key: &str, value: &str| if value.is_empty() { String::new() } else { format!(",\"{key}\":\"{value}\"") };
    let optional = |key: &str, prefix: &str, value: &Option<usize>| {
        value.map(|own| format!(",\"{key}\":\"{prefix}{own}\"")).unwrap_or_default()
    };
    format!(
        "{{\"id\":\"i{at}\",\"name\":{{\"en\":\"N{} {}\"}}{}{}{}{}{}{}{}{}{},\"memberOf\":[{}],\"participants\":[{}],\"areas\":[{}],\"memberCountries\":[{}]}}",
        at % 3,
        words(name),
        field("country", CODES[*country]),
        field("place", PLACES[*place]),
        field("scope", SCOPES[*scope]),
        field("status", STATUSES[*status]),
        optional("parent", "i", parent),
        optional("host", "o", host),
        if *lead < 4 { format!(",\"leadBodies\":[\"o{lead}\"]") } else { String::new() },
        if other.is_empty() { String::new() } else { format!(",\"altNames\":[\"{}\"]", words(other)) },
        if summary.is_empty() { String::new() } else { format!(",\"summary\":{{\"en\":\"{}\"}}", words(summary)) },
        some("i")(member_of),
        participants
            .iter()
            .map(|at| if *at < 4 { format!("\"i{at}\"") } else { format!("\"o{}\"", at - 4) })
            .collect::<Vec<_>>()
            .join(","),
        some("a")(areas),
        if *country == 1 { "\"NO\"" } else { "" },
    )
}

type AgreementSeed = (usize, usize, usize, usize, usize, Vec<usize>, Option<usize>, Vec<usize>);

fn agreement() -> impl Strategy<Value = AgreementSeed> {
    (
        0..11_usize,
        0..11_usize,
        0..KINDS.len(),
        0..DATES.len(),
        0..DATES.len(),
        picks(5, 2),
        prop::option::weighted(0.3, 0..9_usize),
        picks(WORDS.len(), 2),
    )
}

fn agreement_json(at: usize, seed: &AgreementSeed) -> String {
    let (one, other, kind, signed, announced, areas, renews, topics) = seed;
    let end = |own: usize| if own < 7 { format!("i{own}") } else { format!("o{}", own - 7) };
    let date = |key: &str, own: usize| {
        if DATES[own].is_empty() { String::new() } else { format!(",\"{key}\":\"{}\"", DATES[own]) }
    };
    format!(
        "{{\"id\":\"p{at}\",\"ends\":[\"{}\",\"{}\"],\"kind\":\"{}\"{}{}{},\"areas\":[{}],\"topics\":[{}]}}",
        end(*one),
        end(*other),
        KINDS[*kind],
        date("signed", *signed),
        date("announced", *announced),
        renews.map(|own| format!(",\"renews\":\"p{own}\"")).unwrap_or_default(),
        some("a")(areas),
        topics.iter().map(|at| format!("{{\"en\":\"{}\"}}", WORDS[*at])).collect::<Vec<_>>().join(","),
    )
}

prop_compose! {
    /// A dataset of up to seven initiatives; references may lead nowhere, and are then left out.
    pub fn dataset()(
        initiatives in prop::collection::vec(initiative(), 0..7),
        agreements in prop::collection::vec(agreement(), 0..9),
        organisations in prop::collection::vec((0..ORGANISATION_KINDS.len(), 0..CODES.len()), 4),
        parents in prop::collection::vec(prop::option::of(0..5_usize), 5),
    ) -> String {
        let list = |own: Vec<String>| own.join(",");
        let organisations = organisations.iter().enumerate().map(|(at, (kind, country))| format!(
            "{{\"id\":\"o{at}\",\"name\":{{\"en\":\"{}\"}},\"kind\":\"{}\"{}}}",
            WORDS[at],
            ORGANISATION_KINDS[*kind],
            if *country == 0 { String::new() } else { format!(",\"country\":\"{}\"", CODES[*country]) },
        ));
        let areas = parents.iter().enumerate().map(|(at, parent)| format!(
            "{{\"id\":\"a{at}\",\"label\":{{\"en\":\"{}\"}}{}}}",
            WORDS[at + 5],
            parent.map(|own| format!(",\"parent\":\"a{own}\"")).unwrap_or_default(),
        ));
        format!(
            "{{\"version\":1,\"places\":[{{\"code\":\"DE-BW\",\"label\":{{\"en\":\"Baden\"}}}}],\"areas\":[{}],\"organisations\":[{}],\"initiatives\":[{}],\"agreements\":[{}]}}",
            list(areas.collect()),
            list(organisations.collect()),
            list(initiatives.iter().enumerate().map(|(at, own)| initiative_json(at, own)).collect()),
            list(agreements.iter().enumerate().map(|(at, own)| agreement_json(at, own)).collect()),
        )
    }
}

fn values(facet: Facet) -> Vec<String> {
    let numbered = |prefix: &str, count: usize| (0..count).map(|at| format!("{prefix}{at}")).collect();
    let words = |list: &[&str]| list.iter().filter(|own| !own.is_empty()).map(|own| (*own).to_owned()).collect();
    match facet {
        Facet::Initiative | Facet::Membership => numbered("i", 7),
        Facet::Area => numbered("a", 6),
        Facet::Scope => words(&SCOPES),
        Facet::Status => words(&STATUSES),
        Facet::Agreement => words(&KINDS),
        Facet::Country | Facet::Partner => words(&["SE", "DK", "DE", "GB", "DE-BW", "GB-ENG", "NO", "XX"]),
    }
}

prop_compose! {
    /// A question with up to two values in up to three facets.
    pub fn filter()(
        chosen in prop::collection::vec((0..Facet::ALL.len(), 0..8_usize), 0..4),
        from in prop::option::weighted(0.25, 2018..2024_u16),
        to in prop::option::weighted(0.25, 2018..2024_u16),
        q in 0..QUESTIONS.len(),
        sort in prop::option::weighted(0.5, 0..Sort::ALL.len()),
    ) -> Filter {
        let mut filter = Filter::default();
        (filter.from, filter.to) = (from, to);
        filter.q = QUESTIONS[q].into();
        filter.sort = sort.map(|at| Sort::ALL[at]);
        for (facet, value) in chosen {
            let facet = Facet::ALL[facet];
            let known = values(facet);
            let mut ids = filter.chosen(facet).to_vec();
            ids.push(known[value % known.len()].clone());
            filter.set(facet, ids);
        }
        filter
    }
}
