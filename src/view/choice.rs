//! Words on a card that act: they choose a value of a facet, lead to another card, or say what fits.
//!
//! Knows nothing of the card around them.

use super::parts::{button, el, live, nothing};
use crate::browser::dom;
use crate::store::{Store, Words};
use leptos::prelude::AnyView;
use supranet_core::facet::Facet;
use supranet_core::filter::Choice;
use supranet_core::model::InitiativeIdx;

/// A word that is also a choice of the filters: it shows whether it is chosen, and chooses.
#[inline(never)]
pub fn choice(store: &Store, facet: Facet, value: Option<usize>, words: &Words) -> AnyView {
    let Some(value) = value else { return el("span", "").words(words).view() };
    let (act, shown) = (store.clone(), store.clone());
    button("choose").words(words).acting_and_following(
        Box::new(move || act.toggle(facet, value)),
        "aria-pressed",
        move || if shown.choice(facet, value) == Choice::Checked { "true" } else { "false" }.into(),
    )
}

/// A name that leads to a card.
#[inline(never)]
pub fn to_card(store: &Store, class: &'static str, words: &Words, card: InitiativeIdx) -> AnyView {
    let store = store.clone();
    let act = move |event| {
        dom::focus_source(&event);
        store.show(card);
    };
    button(class).words(words).acting_on("click", Box::new(act))
}

/// Which of these values of facets are chosen, in words; nothing while none is.
#[inline(never)]
pub fn fits(store: &Store, values: Vec<(Facet, usize)>) -> AnyView {
    let store = store.clone();
    live(move || match store.matching(&values) {
        Some(sentence) => el("p", "match").part("match").text(&sentence).view(),
        None => nothing(),
    })
}
