//! One initiative as a card.
//!
//! Knows nothing of filters: which cards there are is decided elsewhere.

use super::agreement::agreement;
use super::parts::{Set, element, heading, plain, text, words};
use crate::i18n::keys;
use crate::store::{AgreementCard, Card, Store};
use leptos::prelude::*;
use supranet_core::model::InitiativeIdx;

/// The card of an initiative, as an item of the list.
pub fn card(store: &Store, at: InitiativeIdx) -> AnyView {
    let Card { name, abbreviation, url, place, facts, summary, areas, agreements, of_states } = store.card(at);
    let strings = &store.data.strings;
    let level = store.heading_level() + 1;

    let mut title = vec![match url {
        Some(url) => element("a", Set { class: "link", href: Some(url), ..Set::default() }, vec![text(name.text)]),
        None => text(name.text),
    }];
    if let Some(abbreviation) = abbreviation {
        title.push(text(" "));
        title.push(plain("span", "abbreviation", vec![text(abbreviation)]));
    }
    let title = element(
        heading(level),
        Set {
            class: "title",
            part: Some("title"),
            lang: name.language,
            id: Some(store.heading_id(at)),
            focusable: true,
            ..Set::default()
        },
        title,
    );
    let facts = facts.into_iter().map(|fact| plain("li", "fact", vec![text(fact)]));
    let mut parts = vec![plain("p", "place", vec![text(place)]), title, plain("ul", "facts", facts.collect())];
    parts.extend(summary.map(|summary| words("p", "summary", summary)));
    if !areas.is_empty() {
        let areas = areas.into_iter().map(|area| words("li", "area", area));
        parts.push(plain(heading(level + 1), "label", vec![text(strings.get(keys::AREAS))]));
        parts.push(plain("ul", "areas", areas.collect()));
    }
    parts.push(plain(heading(level + 1), "label", vec![text(strings.get(keys::AGREEMENTS))]));
    parts.push(list(store, agreements));
    if !of_states.is_empty() {
        parts.push(plain(heading(level + 1), "label", vec![text(strings.get(keys::AGREEMENTS_STATES))]));
        parts.push(list(store, of_states));
    }
    let card = element("article", Set { class: "card", part: Some("card"), ..Set::default() }, parts);
    plain("li", "cell", vec![card])
}

fn list(store: &Store, agreements: Vec<AgreementCard>) -> AnyView {
    if agreements.is_empty() {
        return plain("p", "none", vec![text(store.data.strings.get(keys::AGREEMENTS_NONE))]);
    }
    plain("ul", "agreements", agreements.into_iter().map(|one| agreement(store, one)).collect())
}
