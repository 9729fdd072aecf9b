//! Rules of finding, sentence by sentence.

use crate::{SMALL, asked, check, read};
use supranet_core::facet::Facet;
use supranet_core::filter::Choice;
use supranet_core::index::Index;
use supranet_core::locale::Fixed;

const ALL: &str = "dngc plan zpm gms britain england alone inner-body body";

#[test]
fn each_rule_of_finding_holds() {
    for (rule, filter, expect) in [
        ("no filter finds every card, by shown country, then by name, without a country last", "", ALL),
        ("country: an initiative matches by its own country", "country=SE", "gms inner-body body"),
        ("country: by its place's country", "country=DE", "zpm inner-body body"),
        ("country: or by the place itself", "country=DE-BW", "zpm inner-body body"),
        ("a parent finds its children: GB finds GB-ENG", "country=GB", "britain england"),
        ("but a child does not find its parent", "country=GB-ENG", "england"),
        ("a multilateral body matches its memberCountries", "country=NO", "inner-body body"),
        ("a body's participants bring their countries and places", "country=DK", "dngc inner-body body"),
        ("an initiative that names a body in memberOf is its participant", "country=SE", "gms inner-body body"),
        ("inside a facet: OR", "country=SE,DE-BW,GB-ENG", "zpm gms england inner-body body"),
        ("between facets: AND", "country=SE&area=cancer", "gms body"),
        ("country codes are read without regard to case; UK as GB", "country=uk", "britain england"),
        ("area: a card matches by its own areas", "area=rare-diseases", "gms"),
        ("area: or by those of any of its agreements", "area=solid-tumours", "zpm gms"),
        ("a parent finds its children: cancer finds solid-tumours", "area=cancer", "zpm gms body"),
        ("a state's agreement stands on the national initiatives of its country", "area=infection", "plan gms"),
        ("an id that the data does not know matches nothing", "area=unheard-of", ""),
        ("and beside a known one it changes nothing", "area=unheard-of,rare-diseases", "gms"),
        ("q: every word must begin some word on the card", "q=genom swe", "dngc plan zpm gms"),
        ("q: a word that nothing begins with finds nothing", "q=danish copenhagen", ""),
        ("q: names in all languages are searched", "q=nationalt", "dngc plan gms"),
        ("q: abbreviations are searched", "q=ZPM", "zpm gms"),
        ("q: alternative names are searched, without diacritics", "q=medecine genomique", "plan"),
        ("q: summaries are searched, by either spelling", "q=skaane", "gms"),
        ("q: country names are searched", "q=germany", "zpm"),
        ("q: place names are searched, by the other spelling too", "q=wuerttemberg", "zpm"),
        ("q: area names are searched", "q=solid", "zpm gms"),
        ("q: partners are searched", "q=alliance", "dngc"),
        ("q: signatories are searched", "q=asa oberg", "zpm gms"),
        ("q: topics are searched", "q=standards", "zpm gms"),
        ("q: only signs and spaces ask for nothing", "q= .,! 🙂", ALL),
    ] {
        println!("{rule}");
        check(SMALL, filter, expect);
    }
}

#[test]
fn a_count_is_what_the_facet_would_find_with_that_one_value() {
    check(
        SMALL,
        "",
        &format!("{ALL} | country:SE=3 country:GB=2 country:GB-ENG=1 country:NO=2 area:cancer=3 area:sarcoma=0"),
    );
    // What is chosen in a facet does not change the counts of that facet …
    check(SMALL, "country=DK", "dngc inner-body body | country:SE=3 country:DK=3 country:GB=2");
    // … but those of the others, and words change all.
    check(SMALL, "country=SE", "gms inner-body body | area:cancer=2 area:solid-tumours=1 area:blood-cancer=1");
    check(SMALL, "country=SE&area=cancer", "gms body | country:SE=2 country:DE=2 country:GB=0 area:rare-diseases=1");
    check(SMALL, "q=england", "england | country:GB=1 country:SE=0 area:cancer=0");
}

#[test]
fn the_values_of_a_facet_nest_and_siblings_are_in_the_order_of_the_language() {
    let (network, _) = read(SMALL).expect("a dataset");
    let index = Index::new(&network, &Fixed::new("en"));
    let shown = |facet| -> Vec<String> {
        let values = &index.facet(facet).tree.values;
        values.iter().map(|value| format!("{}{}", "> ".repeat(value.depth.into()), value.label)).collect()
    };
    assert_eq!(
        shown(Facet::Area),
        ["Cancer", "> Blood cancer", "> Solid tumours", "> > Sarcoma", "Mikrobiologi", "Rare diseases"]
    );
    assert_eq!(
        shown(Facet::Country),
        ["Denmark", "France", "Germany", "> Baden-Württemberg", "Norway", "Sweden", "United Kingdom", "> England"]
    );
}

/// Chooses `clicks` one after the other, starting from `from`, and gives the state back.
fn after(from: &str, clicks: &[&str]) -> (Vec<String>, String) {
    let (network, _) = read(SMALL).expect("a dataset");
    let index = Index::new(&network, &Fixed::new("en"));
    let tree = &index.facet(Facet::Area).tree;
    let mut filter = asked(from);
    for click in clicks {
        filter.toggle(Facet::Area, tree, tree.find(click).expect("an area"));
    }
    let sign = |at| match filter.choice(Facet::Area, tree, at) {
        Choice::Checked => '+',
        Choice::Mixed => '~',
        Choice::Unchecked => '-',
    };
    (filter.chosen(Facet::Area).to_vec(), (0..tree.values.len()).map(sign).collect())
}

#[test]
fn choosing_a_parent_stores_it_alone_and_unchoosing_a_child_stores_the_others() {
    // In the order of the tree: cancer, blood-cancer, solid-tumours, sarcoma, infection, rare-diseases.
    for (from, clicks, stored, signs) in [
        ("", &["sarcoma"][..], &["sarcoma"][..], "~-~+--"),
        ("", &["sarcoma", "sarcoma"], &[], "------"),
        ("", &["sarcoma", "cancer"], &["cancer"], "++++--"),
        ("", &["cancer", "blood-cancer"], &["solid-tumours"], "~-++--"),
        ("", &["cancer", "sarcoma"], &["blood-cancer"], "~+----"),
        ("", &["cancer", "cancer"], &[], "------"),
        ("", &["blood-cancer", "solid-tumours"], &["blood-cancer", "solid-tumours"], "~+++--"),
        ("area=unheard-of", &["infection"], &["unheard-of", "infection"], "----+-"),
    ] {
        let (chosen, shown) = after(from, clicks);
        assert_eq!(
            (chosen.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), shown.as_str()),
            (stored, signs),
            "{clicks:?}"
        );
    }
}
