//! The fragment as a browser reads it, whatever stands in the texts.
//!
//! Knows nothing of how it is written.

use super::{anchor, fragment, slug};
use crate::jsonld;
use crate::output::plain;
use crate::shown::Shown;
use crate::testing::{PAYLOADS, REAL, SMALL, hostile, shown};
use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use std::collections::HashSet;
use supranet_core::facet::Facet;
use supranet_core::filter::Filter;
use supranet_core::query;

/// An element: its name, its attributes and the text inside.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

fn text_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text_of).collect(),
    }
}

fn walk(node: &Handle, found: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow().iter().map(|own| (own.name.local.to_string(), own.value.to_string())).collect();
        found.push(Element { name: name.local.to_string(), attributes, text: text_of(node) });
    }
    node.children.borrow().iter().for_each(|child| walk(child, found));
}

/// The elements of a fragment in a page, which has no error.
fn elements(fragment: &str) -> Vec<Element> {
    let page = format!("<!doctype html><html lang=en><head><title>t</title></head><body>{fragment}</body></html>");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    assert_eq!(dom.errors.borrow().as_slice(), [""; 0]);
    let mut found = Vec::new();
    walk(&dom.document, &mut found);
    found.retain(|element| !["html", "head", "title", "body"].contains(&element.name.as_str()));
    found
}

fn articles(of: &Shown) -> Vec<Element> {
    let all = elements(&fragment(of, 2, None));
    all.into_iter().filter(|element| element.name == "article").collect()
}

const ELEMENTS: [&str; 17] = [
    "div", "h2", "h3", "h4", "p", "article", "a", "span", "strong", "ul", "li", "dl", "dt", "dd", "details", "summary",
    "script",
];
const ATTRIBUTES: [&str; 11] =
    ["class", "id", "href", "rel", "lang", "dir", "translate", "data-filter", "data-country", "data-area", "type"];

#[test]
fn whatever_stands_in_the_texts_is_text() {
    for payload in PAYLOADS {
        for (json, language) in [(SMALL, "en"), (REAL, "sv"), (REAL, "da")] {
            is_text(json, language, payload);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn whatever_somebody_makes_up_is_text(payload in "([<>&\"'/=!;#{}\\\\\\-\\]\\[ \n\t]|[a-z]|\\PC|\\p{Cc}|script|style|CDATA){0,24}") {
        is_text(SMALL, "sv", &payload);
    }
}

/// Nothing of a dataset with these words in every text becomes markup.
fn is_text(json: &str, language: &str, payload: &str) {
    let of = shown(&hostile(json, payload), language);
    let found = elements(&fragment(&of, 2, None));
    for element in &found {
        assert!(ELEMENTS.contains(&element.name.as_str()), "{payload}: <{}>", element.name);
        for (name, value) in &element.attributes {
            assert!(ATTRIBUTES.contains(&name.as_str()), "{payload}: {name}=\"{value}\"");
        }
        let href = element.get("href").unwrap_or("#");
        assert!(["https://", "http://", "mailto:", "#"].iter().any(|start| href.starts_with(start)), "{href}");
    }
    let scripts: Vec<&Element> = found.iter().filter(|element| element.name == "script").collect();
    assert_eq!(scripts.len(), 1, "{payload}");
    assert_eq!(scripts[0].get("type"), Some("application/ld+json"));
    let graph: serde_json::Value = serde_json::from_str(&scripts[0].text).expect("JSON");
    assert_eq!(graph, jsonld::graph(&of, None), "{payload}");
    let title = found.iter().find(|element| element.name == "h2").map(|element| element.text.as_str());
    assert!(title.is_some_and(|title| title.trim_start().starts_with(plain(payload).trim())), "{payload}: {title:?}");
}

#[test]
fn ids_are_unique_and_every_link_inside_the_page_leads_to_one() {
    for (json, payload) in [(REAL, ""), (SMALL, ""), (SMALL, "a b"), (SMALL, PAYLOADS[3])] {
        let found = elements(&fragment(&shown(&hostile(json, payload), "en"), 2, None));
        let ids: Vec<&str> = found.iter().filter_map(|element| element.get("id")).collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        assert!(ids.iter().all(|id| id.starts_with("supra-") && !id.contains(char::is_whitespace)), "{ids:?}");
        let inside = found.iter().filter_map(|element| element.get("href")?.strip_prefix('#'));
        let leads: Vec<&str> = inside.collect();
        assert!(!leads.is_empty() && leads.iter().all(|id| unique.contains(id)), "{leads:?}");
    }
}

#[test]
fn two_ids_never_become_one_and_an_id_of_the_format_stays() {
    assert_eq!(anchor("card", "gms-2"), "supra-card-gms-2");
    let all = ["a_20_b", "a b", "a-b", "A-b", "a_b", "å"].map(slug);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "{all:?}");
}

#[test]
fn links_out_of_the_page_give_nothing_away() {
    let found = elements(&fragment(&shown(REAL, "en"), 2, None));
    let away = found.iter().filter(|element| element.get("href").is_some_and(|href| !href.starts_with('#')));
    let rels: Vec<Option<&str>> = away.map(|element| element.get("rel")).collect();
    assert!(rels.len() > 20 && rels.iter().all(|rel| *rel == Some("noopener noreferrer")), "{rels:?}");
}

#[test]
fn the_cards_stand_in_the_order_of_the_widget() {
    for language in ["en", "sv", "da"] {
        let of = shown(REAL, language);
        let order = query::run(&of.network, &of.index, &Filter::default(), &of.locale).order;
        let names: Vec<String> = order.iter().map(|at| of.network.initiative(*at).id.clone()).collect();
        let all = elements(&fragment(&of, 2, None));
        let ids = all.iter().filter_map(|element| element.get("id")?.strip_prefix("supra-card-"));
        assert_eq!(ids.collect::<Vec<_>>(), names, "{language}");
    }
}

#[test]
fn a_card_can_be_filtered_by_the_countries_and_areas_by_which_the_engine_finds_it() {
    for json in [REAL, SMALL, include_str!("../../../../tests/data/world.json")] {
        let of = shown(json, "en");
        let articles = articles(&of);
        let mut compared = 0;
        for (facet, attribute) in [(Facet::Country, "data-country"), (Facet::Area, "data-area")] {
            for value in &of.index.facet(facet).tree.values {
                let mut filter = Filter::default();
                filter.set(facet, [&value.id]);
                let outcome = query::run(&of.network, &of.index, &filter, &of.locale);
                let has = |element: &&Element| {
                    element.get(attribute).is_some_and(|own| own.split(' ').any(|own| own == value.id))
                };
                assert_eq!(articles.iter().filter(has).count(), outcome.order.len(), "{}", value.id);
                compared += 1;
            }
        }
        assert!(compared > 5);
    }
}

#[test]
fn what_can_be_asked_for_is_what_cards_are_found_by_and_is_said_in_words() {
    for (json, language) in [(REAL, "sv"), (SMALL, "en"), (include_str!("../../../../tests/data/world.json"), "de")] {
        let of = shown(json, language);
        let all = elements(&fragment(&of, 2, None));
        let words = all.first().and_then(|root| root.get("data-filter")).expect("data-filter");
        let words: serde_json::Value = serde_json::from_str(words).expect("JSON");
        assert!(
            ["filters", "all", "empty", "clear"]
                .iter()
                .all(|key| words[key].as_str().is_some_and(|own| !own.is_empty()))
        );
        assert!(words["some"].as_str().is_some_and(|some| some.contains("{matched}")), "{words}");
        for by in words["by"].as_array().expect("by") {
            let by: Vec<&str> = by.as_array().expect("values").iter().filter_map(|own| own.as_str()).collect();
            let attribute = format!("data-{}", by[0]);
            let ids: HashSet<&str> = by[2..].iter().filter_map(|own| own.split(' ').next()).collect();
            let cards = all.iter().filter_map(|element| element.get(&attribute));
            let of_cards: HashSet<&str> = cards.flat_map(str::split_whitespace).collect();
            assert_eq!(ids, of_cards, "{language}: {attribute}");
        }
    }
    let words = super::filter::filter(&shown(REAL, "en"));
    assert!(words.contains(r#""GB-ENG England (United Kingdom)""#), "{words}");
}

#[test]
fn names_are_not_to_be_translated_and_say_their_language_inside_sentences() {
    let all = elements(&fragment(&shown(SMALL, "sv"), 2, None));
    let is_name = |element: &&Element| element.get("translate") == Some("no");
    let names: HashSet<&str> = all.iter().filter(is_name).map(|element| element.text.as_str()).collect();
    assert!(names.contains("Genomic Medicine Sweden"), "{names:?}");
    let at = all.iter().position(|element| element.text == "Mer om Genomic Medicine Sweden").expect("a summary");
    assert_eq!((all[at].name.as_str(), all[at].get("lang")), ("summary", None));
    assert_eq!((all[at + 1].get("lang"), all[at + 1].get("translate")), (Some("en"), Some("no")));
}

#[test]
fn headings_begin_where_they_are_told_and_go_no_deeper_than_there_are() {
    let levels = |level: u8| -> HashSet<String> {
        let found = elements(&fragment(&shown(SMALL, "en"), level, None));
        let is_heading = |name: &str| name.starts_with('h') && name.len() == 2;
        found.into_iter().map(|element| element.name).filter(|name| is_heading(name)).collect()
    };
    assert_eq!(levels(2), ["h2", "h3", "h4"].map(String::from).into());
    assert_eq!(levels(5), ["h5", "h6"].map(String::from).into());
}

#[test]
fn an_agreement_says_with_whom_what_and_when_and_its_renewals_with_it() {
    let texts = |language: &str| -> Vec<String> {
        let all = elements(&fragment(&shown(SMALL, language), 2, None));
        let is_line = |text: &String| text.ends_with('.') && text.contains(". ");
        all.into_iter().filter(|element| element.name == "p").map(|element| element.text).filter(is_line).collect()
    };
    let english = texts("en");
    for line in [
        "Danish National Genome Center, Denmark. Memorandum of understanding. Signed April 28, 2022. \
         Renewed December 17, 2024.",
        "Centers for Personalized Medicine, Baden-Württemberg (Germany). Memorandum of understanding. \
         Announced February 22, 2022; date of signing not stated.",
        "French Alliance, France. Cooperation. Date not stated.",
        "Sweden. Declaration. Signed 2019.",
    ] {
        assert!(english.iter().any(|own| own == line), "{line}\n{english:#?}");
    }
    assert!(texts("sv").iter().any(|own| own.contains("28 april 2022")), "{:?}", texts("sv"));
}

#[test]
fn a_text_in_another_language_says_which() {
    let all = elements(&fragment(&shown(SMALL, "sv"), 2, None));
    let english = all.iter().filter(|element| element.get("lang") == Some("en"));
    assert!(english.clone().any(|element| element.text == "Genomic Medicine Sweden"));
    assert!(!english.clone().any(|element| element.text == "Jämlik tillgång."));
    assert_eq!(all.first().and_then(|root| root.get("lang")), Some("sv"));
    assert!(all.iter().any(|element| element.name == "p" && element.text == "En del texter finns bara på engelska."));
}

#[test]
fn papers_of_states_stand_apart_and_a_body_of_several_countries_has_none_to_miss() {
    let all = elements(&fragment(&shown(SMALL, "en"), 2, None));
    let headings: Vec<&str> =
        all.iter().filter(|element| element.name == "h4").map(|element| element.text.as_str()).collect();
    assert_eq!(headings.iter().filter(|text| **text == "Between the two states").count(), 2);
    let body = all.iter().find(|element| element.name == "article" && element.text.starts_with("The wider body"));
    assert!(body.is_some_and(|body| !body.text.contains("No agreement is known.")));
    let alone = all.iter().find(|element| element.name == "article" && element.text.starts_with("Alone"));
    assert!(alone.is_some_and(|alone| alone.text.contains("No agreement is known.")));
}

#[test]
fn the_page_of_the_site_has_the_fragment_that_it_says() {
    let page = include_str!("../../../../www/fragment/index.html");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/partners/");
    let files = ["gms.json", "ngc.json"].map(|name| format!("{root}{name}").into());
    let wanted = fragment(&Shown::read(&files, "en").expect("the files"), 2, None);
    assert!(page.contains(&wanted), "put what `supranet render` says into www/fragment/index.html");
}
