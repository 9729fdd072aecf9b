//! What was found: the heading, the count, the chosen filters, the cards or the empty state.
//!
//! Knows nothing of how a card looks inside.

use super::card::card;
use super::parts::{Set, element, heading, plain, text};
use crate::i18n::keys;
use crate::store::{Chip, HIDDEN_ID, STATUS_ID, Store};
use leptos::prelude::*;
use leptos::{ev, html};

/// The results beside the filter bar.
pub fn results(store: &Store) -> AnyView {
    let title = store.heading();
    let set = Set { class: "heading", part: Some("heading"), lang: title.language, ..Set::default() };
    let title = element(heading(store.heading_level()), set, vec![text(title.text)]);
    let parts = vec![title, count(store), chips(store), hidden(store), cards(store), empty(store), foot(store)];
    plain("div", "results", parts)
}

fn count(store: &Store) -> AnyView {
    let store = store.clone();
    html::p()
        .id(STATUS_ID)
        .class("status")
        .attr("part", "count")
        .role("status")
        .tabindex("-1")
        .child(move || store.status())
        .into_any()
}

fn chips(store: &Store) -> AnyView {
    let store = store.clone();
    let list = move || {
        let chips = store.chips();
        if chips.is_empty() {
            return None;
        }
        let clear = store.clone();
        let clear = html::button()
            .class("clear")
            .attr("part", "clear")
            .r#type("button")
            .on(ev::click, move |_| clear.clear())
            .child(store.data.strings.get(keys::CLEAR).to_owned());
        let items: Vec<AnyView> = chips.into_iter().map(|own| chip(&store, own)).collect();
        let list = html::ul().class("chips").aria_label(store.data.strings.get(keys::CHOSEN).to_owned()).child(items);
        Some(html::div().class("chosen").child((list, clear)))
    };
    list.into_any()
}

fn chip(store: &Store, chip: Chip) -> AnyView {
    let name = store.data.strings.fill(keys::REMOVE, &[("value", &chip.label)]);
    let label = chip.label.clone();
    let store = store.clone();
    let button = html::button()
        .class("chip")
        .attr("part", "chip")
        .r#type("button")
        .aria_label(name)
        .on(ev::click, move |_| store.remove(&chip))
        .child(label);
    plain("li", "item", vec![button.into_any()])
}

fn hidden(store: &Store) -> AnyView {
    let store = store.clone();
    let offer = move || {
        let sentence = store.hidden_sentence()?;
        let act = store.clone();
        let button = html::button()
            .id(HIDDEN_ID)
            .class("clear")
            .r#type("button")
            .aria_describedby("hidden-name")
            .on(ev::click, move |_| act.show_hidden())
            .child(store.data.strings.get(keys::HIDDEN_SHOW).to_owned());
        Some(html::p().class("offer").child((html::span().id("hidden-name").child(sentence), " ", button)))
    };
    offer.into_any()
}

fn cards(store: &Store) -> AnyView {
    let (list, drawn) = (store.clone(), store.clone());
    let cards = For(ForProps::builder()
        .each(move || list.outcome.read().order.clone())
        .key(|at| at.0)
        .children(move |at| card(&drawn, at))
        .build());
    html::ul().class("cards").attr("part", "cards").child(cards).into_any()
}

fn empty(store: &Store) -> AnyView {
    let store = store.clone();
    let empty = move || {
        let strings = &store.data.strings;
        store.outcome.read().order.is_empty().then(|| {
            let lines = [keys::EMPTY, keys::EMPTY_HINT].map(|key| plain("p", "line", vec![text(strings.get(key))]));
            element("div", Set { class: "empty", part: Some("empty"), ..Set::default() }, lines.into())
        })
    };
    empty.into_any()
}

fn foot(store: &Store) -> AnyView {
    let partly = (store.data.issues > 0).then(|| store.data.strings.get(keys::PARTLY).to_owned());
    let lines = partly.into_iter().chain(store.updated());
    let lines = lines.map(|line| plain("p", "line", vec![text(line)])).collect();
    element("div", Set { class: "foot", part: Some("footer"), ..Set::default() }, lines)
}
