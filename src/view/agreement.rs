//! One agreement on a card: a line, and its details behind a disclosure.
//!
//! Knows nothing of the card around it.

use super::parts::{Element, button, el, link};
use crate::i18n::keys;
use crate::store::{AgreementCard, Store};

/// An agreement, as an item of a list.
#[inline(never)]
pub fn agreement(store: &Store, agreement: AgreementCard) -> Element {
    let AgreementCard { partner, partner_card, partner_place, kind, dates, entries } = agreement;
    let strings = &store.data.strings;

    let name = match partner_card {
        Some(card) => {
            let store = store.clone();
            button("partner link").words(&partner).acting(Box::new(move || store.show(card)))
        }
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

    // What is seen is short; what is heard says of what.
    let seen = el("span", "").set("aria-hidden", "true").text(strings.get(keys::DETAILS));
    let heard = el("span", "unseen").text(&strings.fill(keys::DETAILS_OF, &[("name", &partner.text)]));
    let mut list = el("dl", "entries");
    for entry in entries {
        list = list.with(el("dt", "term").text(&entry.term));
        for value in entry.values {
            let item = el("dd", "value");
            list = list.with(match value.url {
                Some(url) => item.with(link(&url, &value.words)),
                None => item.words(&value.words),
            });
        }
    }
    let details = el("details", "details").with(el("summary", "more").with(seen).with(heard)).with(list);
    el("li", "agreement").part("agreement").with(line).with(details)
}
