//! One agreement on a card: a line, and its details behind a disclosure.
//!
//! Knows nothing of the card around it.

use super::parts::{Set, element, plain, text, words};
use crate::i18n::keys;
use crate::store::{AgreementCard, Entry, EntryValue, Store};
use leptos::prelude::*;
use leptos::{ev, html};

/// An agreement, as an item of a list.
pub fn agreement(store: &Store, agreement: AgreementCard) -> AnyView {
    let AgreementCard { partner, partner_card, partner_place, kind, dates, entries } = agreement;
    let strings = &store.data.strings;
    let details_of = strings.fill(keys::DETAILS_OF, &[("name", &partner.text)]);

    let partner = match partner_card {
        Some(card) => {
            let store = store.clone();
            html::button()
                .class("partner link")
                .r#type("button")
                .attr("lang", partner.language)
                .on(ev::click, move |_| store.show(card))
                .child(partner.text)
                .into_any()
        }
        None => words("span", "partner", partner),
    };
    let mut line = vec![partner];
    line.extend(partner_place.map(|place| plain("span", "where", vec![text(place)])));
    line.push(plain("span", "kind", vec![text(kind)]));
    line.extend(dates.into_iter().map(|date| plain("span", "date", vec![text(date)])));

    let summary = plain(
        "summary",
        "more",
        vec![
            // What is seen is short; what is heard says of what.
            html::span().aria_hidden("true").child(strings.get(keys::DETAILS).to_owned()).into_any(),
            plain("span", "unseen", vec![text(details_of)]),
        ],
    );
    let entries = plain("dl", "entries", entries.into_iter().flat_map(entry).collect());
    let details = plain("details", "details", vec![summary, entries]);
    element(
        "li",
        Set { class: "agreement", part: Some("agreement"), ..Set::default() },
        vec![plain("div", "line", line), details],
    )
}

fn entry(entry: Entry) -> Vec<AnyView> {
    let Entry { term, values } = entry;
    let mut views = vec![plain("dt", "term", vec![text(term)])];
    views.extend(values.into_iter().map(|EntryValue { words, url }| match url {
        Some(url) => {
            let link = Set { class: "link", href: Some(url), lang: words.language, ..Set::default() };
            plain("dd", "value", vec![element("a", link, vec![text(words.text)])])
        }
        None => super::parts::words("dd", "value", words),
    }));
    views
}
