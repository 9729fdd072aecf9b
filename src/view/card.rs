//! One initiative as a card.
//!
//! Knows nothing of filters: which cards there are is decided elsewhere.

use super::agreement::agreements;
use super::choice::{choice, fits, marked};
use super::entries::disclosure;
use super::parts::{Element, el, heading, link};
use crate::i18n::keys;
use crate::store::{Card, Store};
use supranet_core::facet::Facet;
use supranet_core::join::concat;
use supranet_core::model::InitiativeIdx;

/// The card of an initiative, as an item of the list.
#[inline(never)]
pub fn card(store: &Store, at: InitiativeIdx) -> Element {
    let card = store.card(at);
    let strings = &store.data.strings;
    let level = store.heading_level() + 1;
    let label = |key| el(heading(level + 1), "label").text(strings.get(key));

    let mut article = el("article", "card")
        .part("card")
        .with(el("p", "place").part("place").with(choice(store, Facet::Country, card.place_value, &card.place)))
        .with(title(store, at, &card))
        .with(fits(store, card.countries.clone()));
    if let Some(sentence) = &card.fallback {
        article = article.with(el("p", "none").text(sentence));
    }
    let mut facts = el("ul", "facts");
    for fact in &card.facts {
        facts = facts.with(el("li", "fact").text(fact));
    }
    article = article.with(facts);
    if let Some(summary) = &card.summary {
        article = article.with(marked(store, el("p", "summary"), summary));
    }
    if !card.areas.is_empty() {
        let mut areas = el("ul", "areas");
        for (area, value) in &card.areas {
            areas = areas.with(el("li", "").with(choice(store, Facet::Area, *value, area).part("area")));
        }
        article = article.with(label(keys::AREAS)).with(areas);
    }
    if card.may_agree || !card.agreements.is_empty() {
        let id = concat(&["all-", &card.id]);
        article = article.with(label(keys::AGREEMENTS)).with(agreements(store, at, id, card.agreements));
    }
    if !card.of_states.is_empty() {
        let id = concat(&["states-", &card.id]);
        article = article.with(label(keys::AGREEMENTS_STATES)).with(agreements(store, at, id, card.of_states));
    }
    let of = |key, name: &str| strings.fill(key, &[("name", name)]);
    let id = card.id.clone();
    article =
        article.with(disclosure(store, id, strings.get(keys::MORE), &of(keys::MORE_OF, &card.name.within()), at, None));
    if let Some(address) = &card.feedback {
        let link = link(address)
            .text(strings.get(keys::FEEDBACK))
            .set("aria-label", &of(keys::FEEDBACK_OF, &card.name.text))
            .part("feedback");
        article = article.with(el("p", "none").with(link));
    }
    el("li", "cell").set("id", &concat(&["cell-", &card.id])).with(article)
}

fn title(store: &Store, at: InitiativeIdx, card: &Card) -> Element {
    let level = store.heading_level() + 1;
    let title = el(heading(level), "title").part("title").set("id", &store.heading_id(at)).set("tabindex", "-1");
    let title = match &card.url {
        Some(url) => title.with(marked(store, link(url), &card.name)),
        None => title.with(marked(store, el("span", ""), &card.name)),
    };
    match &card.abbreviation {
        Some(words) => title.text(" ").with(marked(store, el("span", "abbreviation"), words)),
        None => title,
    }
}
