//! The agreements of a card: a line each, and the details behind a disclosure.
//!
//! Knows nothing of the card around them.

use super::choice::{fits, marked, to_card};
use super::entries::disclosure;
use super::parts::{Element, button, el, truth};
use crate::i18n::keys;
use crate::store::{AgreementCard, Chain, Store};
use std::sync::Arc;
use supranet_core::model::InitiativeIdx;

/// The agreements of a card: those that match, and the others behind a button.
#[inline(never)]
pub fn agreements(store: &Store, card: InitiativeIdx, id: String, chains: Vec<Chain>) -> Element {
    if chains.is_empty() {
        return el("p", "none").text(store.data.strings.get(keys::AGREEMENTS_NONE));
    }
    let chains = Arc::new(chains);
    let (listing, listed, own) = (store.clone(), chains.clone(), id.clone());
    let keys = move || listing.listed(&listed, listing.is_unfolded(&own));
    let (drawing, drawn) = (store.clone(), chains.clone());
    let item = move |at: u32| agreement(&drawing, card, &drawn[at as usize]);
    let list = el("ul", "agreements").listing(keys, item);
    el("div", "").with(list).with(rest(store, id, chains))
}

/// The button that shows the agreements that do not match, and those after the first few.
fn rest(store: &Store, id: String, chains: Arc<Vec<Chain>>) -> Element {
    let hidden = {
        let (store, chains) = (store.clone(), chains.clone());
        move || chains.len() - store.listed(&chains, false).len()
    };
    let (words, classes, store, own) = (hidden.clone(), hidden, store.clone(), id.clone());
    let (named, expanded, is_unfolded) = (store.clone(), store.clone(), id.clone());
    let text = move || match named.is_unfolded(&is_unfolded) {
        true => named.data.strings.get(keys::FEWER).into(),
        false => named.agreements_more(words()),
    };
    let toggle = button("rest")
        .saying(text)
        .acting(move || {
            store.unfold(&own, !store.is_open(&own));
            store.keep_in_view();
        })
        .following("aria-expanded", move || truth(expanded.is_unfolded(&id)));
    el("div", "").with(toggle).following("class", move || if classes() == 0 { "is-gone" } else { "" }.into())
}

fn agreement(store: &Store, card: InitiativeIdx, chain: &Chain) -> Element {
    let AgreementCard { id, partner, partner_card, partner_place, kind, dates, values } = store.agreement(card, chain);
    let strings = &store.data.strings;
    let name = match partner_card {
        Some(card) => to_card(store, "partner link", &partner, card),
        None => marked(store, el("span", "partner"), &partner),
    };
    let mut line = el("div", "line").with(name.part("partner"));
    if let Some(place) = partner_place {
        line = line.with(el("span", "where").text(&place));
    }
    line = line.with(el("span", "kind").text(&kind));
    for date in dates {
        line = line.with(el("span", "date").text(&date));
    }
    let heard = strings.fill(keys::DETAILS_OF, &[("name", &partner.within())]);
    let details = disclosure(store, id, strings.get(keys::DETAILS), &heard, card, Some(chain.clone()));
    el("li", "agreement").part("agreement").with(line).with(fits(store, values)).with(details)
}
