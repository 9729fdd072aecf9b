//! Words on a card that act: they choose a value of a facet, lead to another card, or say what fits.
//!
//! Knows nothing of the card around them.

use super::parts::{Element, button, el, truth};
use crate::browser::dom;
use crate::store::{Store, Words};
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Part};
use supranet_core::model::InitiativeIdx;

/// A word that is also a choice of the filters: it shows whether it is chosen, and chooses.
#[inline(never)]
pub fn choice(store: &Store, facet: Facet, value: Option<usize>, words: &Words) -> Element {
    let Some(value) = value.filter(|_| !store.is_locked(Part::Facet(facet))) else {
        return marked(store, el("span", ""), words);
    };
    let (act, shown) = (store.clone(), store.clone());
    let is_chosen = move || truth(shown.choice(facet, value) == Choice::Checked);
    let choose = marked(store, button("choose"), words).acting(move || act.toggle(facet, value));
    choose.following("aria-pressed", is_chosen)
}

/// A name that leads to a card.
#[inline(never)]
pub fn to_card(store: &Store, class: &'static str, words: &Words, card: InitiativeIdx) -> Element {
    let (named, store) = (marked(store, button(class), words), store.clone());
    let act = move |event: &dom::Event| {
        dom::focus_source(event);
        store.show(card);
    };
    named.acting_on("click", Box::new(act))
}

/// Which of these values of facets are chosen, in words; nothing while none is.
#[inline(never)]
pub fn fits(store: &Store, values: Vec<(Facet, usize)>) -> Element {
    let store = store.clone();
    // The style sheet hides it while it is empty.
    el("p", "match").part("match").saying(move || store.matching(&values).unwrap_or_default())
}

/// An element with a text alone, in which the words asked are marked, and with its language.
#[inline(never)]
pub fn marked(store: &Store, inside: Element, words: &Words) -> Element {
    let (store, text, mut asked) = (store.clone(), words.text.clone(), None);
    inside.in_language(words).marking(move || store.marked(&text, &mut asked))
}
