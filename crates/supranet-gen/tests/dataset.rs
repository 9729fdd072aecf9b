//! What a synthetic dataset promises, read by the core.
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use supranet_core::model::{LocalizedText, Network, OrganisationKind, Relations, Scope, is_of_states};
use supranet_core::{raw, validate};
use supranet_gen::Plan;

fn bytes(plan: Plan) -> Vec<u8> {
    plan.bytes().expect("memory takes all")
}

/// Reads a dataset that must have no issue.
fn read(plan: Plan) -> Network {
    let bytes = bytes(plan);
    let (network, issues) = validate::network(raw::parse(&bytes).expect("a dataset"));
    let shown: Vec<String> = issues.iter().take(5).map(|issue| format!("{} {}", issue.path, issue.message())).collect();
    assert!(issues.is_empty(), "{} issues: {shown:?}", issues.len());
    network
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let plan = Plan::new(300, 7);
    assert!(bytes(plan) == bytes(plan));
    assert!(bytes(plan) != bytes(Plan { seed: 8, ..plan }));
}

#[test]
fn the_bytes_are_these_on_every_machine() {
    // FNV-1a. A change of the generator changes it, and figures measured before are then of other data.
    let hash = bytes(Plan::new(300, 1))
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(format!("{hash:016x}"), "8d85afa0bce7cc4f");
}

#[test]
fn every_size_is_valid() {
    for initiatives in [1, 2, 3, 10, 19, 20, 21, 40, 100, 1000] {
        for seed in 0..3 {
            let network = read(Plan::new(initiatives, seed));
            assert_eq!(network.initiatives.len(), initiatives.max(2));
        }
    }
    let network = read(Plan { initiatives: 50, agreements: 0, seed: 1 });
    assert_eq!(network.agreements.len(), 0);
}

#[test]
fn no_source_is_unused_and_each_agreement_is_on_a_card() {
    let network = read(Plan::new(2000, 1));
    assert!(Relations::on_no_card(&network).is_empty());
    for at in 0..network.sources.len() {
        assert!(network.initiatives.iter().any(|own| own.sources.iter().any(|source| source.at() == at)));
    }
}

#[test]
fn names_are_nearly_unique() {
    let network = read(Plan::new(5000, 1));
    let mut names: Vec<&str> = network.initiatives.iter().filter_map(|own| own.name.texts().next()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() > 4950, "{}", names.len());
}

#[test]
fn each_feature_occurs() {
    let network = read(Plan::new(2000, 1));
    let (initiatives, agreements, organisations) = (&network.initiatives, &network.agreements, &network.organisations);
    let relations = Relations::new(&network);
    let any_text = |wanted: &dyn Fn(char) -> bool| {
        initiatives.iter().flat_map(|own| own.name.texts()).any(|name| name.chars().any(wanted))
    };
    let scripts = ['ä', '\u{301}', 'γ', 'г', '医', 'ゲ', 'ม', 'ن'];
    for letter in scripts {
        assert!(any_text(&|own| own == letter), "{letter}");
    }
    let has = |text: &LocalizedText, wanted: &str| text.0.iter().any(|(language, _)| language == wanted);
    for language in ["en", "sv", "da", "fr", "de", "el", "ru", "zh", "ja", "th", "ar"] {
        assert!(initiatives.iter().any(|own| has(&own.name, language)), "{language}");
    }
    let mut countries: Vec<&str> = initiatives.iter().filter_map(|own| own.country.as_deref()).collect();
    let most = countries.iter().filter(|own| **own == "US").count();
    countries.sort_unstable();
    countries.dedup();
    let facts = [
        ("countries", countries.len() > 120),
        ("one country has more than its share", most > 2000 / 20),
        ("areas", network.areas.len() == 40 && network.areas.iter().any(|own| own.parent.is_some())),
        ("places", initiatives.iter().any(|own| own.place.is_some())),
        (
            "scopes",
            [Scope::National, Scope::Regional, Scope::Multilateral, Scope::Institutional]
                .iter()
                .all(|scope| initiatives.iter().any(|own| own.scope == Some(*scope))),
        ),
        ("statuses", initiatives.iter().any(|own| own.status.is_none())),
        ("bodies", initiatives.iter().filter(|own| own.scope == Some(Scope::Multilateral)).count() == 50),
        ("members", initiatives.iter().any(|own| !own.member_of.is_empty())),
        ("participants", initiatives.iter().any(|own| own.participants.len() > 1)),
        ("bodies of bodies", initiatives.iter().any(|own| own.parent.is_some())),
        ("hosts", initiatives.iter().any(|own| own.host.is_some())),
        ("leads", initiatives.iter().any(|own| !own.lead_bodies.is_empty())),
        ("states", organisations.iter().any(|own| own.kind == OrganisationKind::State)),
        ("papers of states", agreements.iter().any(|own| is_of_states(&network, own))),
        ("renewals", agreements.iter().any(|own| own.renews.is_some())),
        ("chains", agreements.iter().any(|own| own.renews.is_some_and(|at| network.agreement(at).renews.is_some()))),
        ("undated", agreements.iter().any(|own| own.signed.or(own.announced).is_none())),
        ("signatories", agreements.iter().any(|own| !own.signatories.is_empty())),
        ("topics", agreements.iter().any(|own| !own.topics.is_empty())),
        ("follow-ups", agreements.iter().any(|own| !own.follow_ups.is_empty())),
        ("quotes", agreements.iter().any(|own| !own.quotes.is_empty())),
        ("links", relations.links() > agreements.len()),
    ];
    for (what, holds) in facts {
        assert!(holds, "{what}");
    }
}
