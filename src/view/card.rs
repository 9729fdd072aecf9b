//! One initiative as a card.
//!
//! Knows nothing of filters: which cards there are is decided elsewhere.

use super::agreement::agreement;
use super::parts::{Element, el, heading, link};
use crate::i18n::keys;
use crate::store::{AgreementCard, Card, Store};
use leptos::prelude::AnyView;
use supranet_core::model::InitiativeIdx;

/// The card of an initiative, as an item of the list.
#[inline(never)]
pub fn card(store: &Store, at: InitiativeIdx) -> AnyView {
    let Card { name, abbreviation, url, place, facts, summary, areas, agreements, of_states } = store.card(at);
    let strings = &store.data.strings;
    let level = store.heading_level() + 1;
    let label = |key| el(heading(level + 1), "label").text(strings.get(key));

    let mut title = el(heading(level), "title").part("title").set("id", &store.heading_id(at)).set("tabindex", "-1");
    title = match url {
        Some(url) => title.with(link(&url, &name)),
        None => title.words(&name),
    };
    if let Some(abbreviation) = abbreviation {
        title = title.text(" ").with(el("span", "abbreviation").text(&abbreviation));
    }
    let mut list = el("ul", "facts");
    for fact in facts {
        list = list.with(el("li", "fact").text(&fact));
    }
    let mut card = el("article", "card").part("card").with(el("p", "place").text(&place)).with(title).with(list);
    if let Some(summary) = summary {
        card = card.with(el("p", "summary").words(&summary));
    }
    if !areas.is_empty() {
        let mut list = el("ul", "areas");
        for area in areas {
            list = list.with(el("li", "area").words(&area));
        }
        card = card.with(label(keys::AREAS)).with(list);
    }
    card = card.with(label(keys::AGREEMENTS)).with(listed(store, agreements));
    if !of_states.is_empty() {
        card = card.with(label(keys::AGREEMENTS_STATES)).with(listed(store, of_states));
    }
    el("li", "cell").with(card).view()
}

fn listed(store: &Store, agreements: Vec<AgreementCard>) -> Element {
    if agreements.is_empty() {
        return el("p", "none").text(store.data.strings.get(keys::AGREEMENTS_NONE));
    }
    let mut list = el("ul", "agreements");
    for one in agreements {
        list = list.with(agreement(store, one));
    }
    list
}
