//! One agreement on a card: a line, and its details behind a disclosure.
//!
//! Knows nothing of the card around it.

use super::choice::{fits, to_card};
use super::entries::{disclosure, entries};
use super::parts::{Element, el};
use crate::i18n::keys;
use crate::store::{AgreementCard, Store};
use supranet_core::facet::Facet;

/// An agreement, as an item of a list.
#[inline(never)]
pub fn agreement(store: &Store, agreement: AgreementCard) -> Element {
    let AgreementCard { id, partner, partner_card, partner_place, kind, dates, areas, entries: told, .. } = agreement;
    let strings = &store.data.strings;

    let name = match partner_card {
        Some(card) => to_card(store, "partner link", &partner, card),
        None => el("span", "partner").words(&partner).view(),
    };
    let mut line = el("div", "line").child(name);
    if let Some(place) = partner_place {
        line = line.with(el("span", "where").text(&place));
    }
    line = line.with(el("span", "kind").text(&kind));
    for date in dates {
        line = line.with(el("span", "date").text(&date));
    }
    let heard = strings.fill(keys::DETAILS_OF, &[("name", &partner.text)]);
    let details = disclosure(store, id, strings.get(keys::DETAILS), &heard, entries(store, told));
    el("li", "agreement").part("agreement").with(line).child(fits(store, Facet::Area, areas)).child(details)
}
