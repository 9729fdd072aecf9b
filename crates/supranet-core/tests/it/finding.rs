//! How values nest, and what bad filters do.

use crate::{SMALL, check, read};
use supranet_core::facet::Facet;
use supranet_core::index::Index;
use supranet_core::locale::Fixed;

const ALL: &str = "dngc plan zpm gms britain england alone inner-body body";

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

#[test]
fn a_choice_in_a_tree_is_stored_as_it_was_made() {
    for (filter, stored, signs) in [
        ("click=area:sarcoma", "sarcoma", "~-~+"),
        ("click=area:sarcoma&click=area:sarcoma", "", "----"),
        ("click=area:sarcoma&click=area:cancer", "cancer", "++++"),
        ("click=area:cancer&click=area:blood-cancer", "solid-tumours", "~-++"),
        ("click=area:cancer&click=area:sarcoma", "blood-cancer", "~+--"),
        ("click=area:cancer&click=area:cancer", "", "----"),
        ("click=area:blood-cancer&click=area:solid-tumours", "blood-cancer,solid-tumours", "~+++"),
        ("area=unheard-of&click=area:infection", "unheard-of,infection", "----"),
    ] {
        let (network, _) = read(SMALL).expect("a dataset");
        let index = Index::new(&network, &Fixed::new("en"));
        let asked = crate::asked(&index, filter);
        assert_eq!(asked.chosen(Facet::Area).join(","), stored, "{filter}");
        let ids = ["cancer", "blood-cancer", "solid-tumours", "sarcoma"];
        let shown: String = ids.iter().map(|id| crate::sign(&index, &asked, "area", id)).collect();
        assert_eq!(shown, signs, "{filter}");
    }
}

#[test]
fn what_a_bad_filter_asks_matches_nothing_and_never_more() {
    for (filter, found) in [
        ("area=unheard-of", ""),
        ("area=unheard-of,rare-diseases", "gms"),
        ("scope=galactic", ""),
        ("country=&area= , ", ALL),
        ("from=9999", ""),
        ("from=99999", ALL),
        ("to=0", ""),
        ("from=0", "dngc plan zpm gms"),
        ("q= .,! \u{1f642} \u{301}", ALL),
        ("q=\u{202e}\u{0}\u{7}", ALL),
    ] {
        check(SMALL, filter, found);
    }
}

#[test]
fn ten_thousand_values_and_letters_are_answered() {
    let many = (0..10_000).map(|at| format!("x{at}")).collect::<Vec<_>>().join(",");
    check(SMALL, &format!("country={many},SE"), "gms inner-body body");
    check(SMALL, &format!("q={}", "a".repeat(10_000)), "");
    check(SMALL, &format!("q={}", "gms ".repeat(2_500)), "gms dngc zpm");
    check(SMALL, &format!("q=g{}", "\u{301}".repeat(10_000)), "dngc gms england plan zpm");
}
