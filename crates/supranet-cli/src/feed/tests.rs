//! The feed against RFC 4287, as far as readers rely on it.
//!
//! Knows nothing of how it is written.

use super::feed;
use crate::jsonld::base_url;
use crate::output::plain;
use crate::testing::{PAYLOADS, REAL, SMALL, hostile, shown};
use atom_syndication::{Entry, Feed};
use std::collections::HashSet;

const BASE: &str = "https://example.org/partners?a=1";

fn written(json: &str, language: &str) -> String {
    feed(&shown(json, language), &base_url(BASE).expect(BASE)).expect("a feed")
}

fn read(json: &str, language: &str) -> Feed {
    written(json, language).parse().expect("Atom")
}

fn entry<'f>(feed: &'f Feed, id: &str) -> &'f Entry {
    let id = format!("tag:example.org,2026:small/{id}");
    feed.entries.iter().find(|entry| entry.id == id).expect("an entry")
}

#[test]
fn feed_and_entries_have_what_the_rfc_requires() {
    for json in [REAL, SMALL] {
        let text = written(json, "en");
        assert!(text.starts_with("<?xml version=\"1.0\"") && text.contains("xmlns=\"http://www.w3.org/2005/Atom\""));
        let feed: Feed = text.parse().expect("Atom");
        assert!(!feed.title.value.is_empty() && !feed.authors.is_empty() && !feed.authors[0].name.is_empty());
        // The reader fills in what is missing: each of these stands in the text itself.
        for (element, times) in [("<id>", 1 + feed.entries.len()), ("<updated>", 1 + feed.entries.len())] {
            assert_eq!(text.matches(element).count(), times);
        }
        let mut ids: HashSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), feed.entries.len());
        assert!(ids.insert(&feed.id) && ids.iter().all(|id| id.starts_with("tag:example.org,2026:")), "{ids:?}");
        for entry in &feed.entries {
            assert!(!entry.title.value.is_empty());
            assert_eq!(entry.links.iter().filter(|link| link.rel == "alternate").count(), 1);
            assert!(entry.updated <= feed.updated);
        }
    }
}

#[test]
fn the_latest_stands_first_and_what_has_no_date_last() {
    let feed = read(SMALL, "en");
    let ids: Vec<&str> = feed.entries.iter().filter_map(|entry| entry.id.rsplit('/').next()).collect();
    assert_eq!(ids, ["gms-dngc-2", "gms-dngc", "gms-zpm", "states", "dngc-alliance"]);
    let undated = entry(&feed, "dngc-alliance");
    assert_eq!(undated.published, None);
    assert_eq!(entry(&feed, "states").published, None, "only the year is stated");
    assert!(entry(&feed, "gms-zpm").published.is_some());
    assert_eq!(undated.summary.as_ref().map(|own| own.value.as_str()), Some("Cooperation. Date not stated."));
}

#[test]
fn an_entry_was_updated_when_it_was_checked_else_when_it_was_made_else_with_the_file() {
    let feed =
        read(&SMALL.replace("\"kind\": \"cooperation\"", "\"kind\": \"cooperation\", \"checked\": \"2026-03\""), "en");
    for (id, updated) in [("dngc-alliance", "2026-03-01"), ("states", "2019-01-01"), ("gms-dngc", "2022-04-28")] {
        assert_eq!(entry(&feed, id).updated.to_rfc3339(), format!("{updated}T00:00:00+00:00"));
    }
    let without = read(SMALL, "en");
    assert_eq!(entry(&without, "dngc-alliance").updated.to_rfc3339(), "2026-11-22T00:00:00+00:00");
}

#[test]
fn an_entry_leads_to_its_card_and_to_its_sources() {
    let feed = read(SMALL, "en");
    let links: Vec<(&str, &str)> =
        entry(&feed, "gms-dngc").links.iter().map(|link| (link.rel.as_str(), link.href.as_str())).collect();
    let card = format!("{BASE}&sn-card=gms");
    assert_eq!(links, [("alternate", card.as_str()), ("via", "https://example.org/page")]);
}

#[test]
fn it_is_said_in_the_language_asked() {
    let feed = read(SMALL, "sv");
    assert_eq!(feed.lang.as_deref(), Some("sv"));
    let summary = entry(&feed, "gms-dngc").summary.as_ref().map(|own| own.value.clone()).unwrap_or_default();
    assert!(summary.contains("28 april 2022"), "{summary}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(written(REAL, "da"), written(REAL, "da"));
}

#[test]
fn whatever_stands_in_the_texts_is_text() {
    for payload in PAYLOADS {
        let feed = read(&hostile(SMALL, payload), "en");
        assert_eq!(feed.entries.len(), 5, "{payload}");
        // The reader trims white space, among which are some letters of the bad words.
        let title = plain(payload);
        assert!(feed.title.value.contains(title.trim()), "{payload}: {}", feed.title.value);
        assert!(feed.entries.iter().all(|entry| entry.links.iter().all(|link| link.href.starts_with("https://"))));
    }
}

#[test]
fn without_any_date_there_is_no_feed_and_the_way_out_is_named() {
    let refused = |json: &str| {
        let base = base_url(BASE).expect(BASE);
        feed(&shown(json, "en"), &base).map_err(|error| error.to_string()).err().unwrap_or_default()
    };
    assert_eq!(
        refused("{\"version\": 1, \"initiatives\": []}"),
        "no date is stated at all: write `updated` in the file"
    );
    let undated = SMALL.replace("\"updated\": \"2026-11-22\",", "");
    assert_eq!(
        refused(&undated),
        "agreement `dngc-alliance` has no date: write its `checked`, or `updated` of the file"
    );
}
