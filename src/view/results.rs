//! The heading, and what was found: the count, the chosen filters, the cards or the empty state.
//!
//! Knows nothing of how a card looks inside.

use super::card::card;
use super::parts::{Element, button, choices, el, heading, live, nothing};
use crate::browser::dom;
use crate::i18n::keys;
use crate::store::{Chip, FORMATS, HIDDEN_ID, LINK_ID, STATUS_ID, Store};
use leptos::prelude::*;
use supranet_core::filter::{Part, Sort};
use supranet_core::join::concat;
use supranet_core::model::InitiativeIdx;

/// The widget's own heading, before everything else.
pub fn title(store: &Store) -> AnyView {
    el(heading(store.heading_level()), "heading").part("heading").words(&store.heading()).view()
}

/// The results beside the filter bar.
pub fn results(store: &Store) -> AnyView {
    let escaped = store.clone();
    el("div", "results")
        .with(count(store))
        .with(said(store))
        .child(other_data(store))
        .child(chips(store))
        .child(hidden(store))
        .child(sorting(store))
        .with(cards(store))
        .child(more(store))
        .child(empty(store))
        .child(share(store))
        .with(foot(store))
        // Escape closes what is open around the focus, then leads back to where the visitor came from.
        .acting_on(
            "keydown",
            Box::new(move |event| {
                if dom::is_escape(event) && !dom::close_around(event) {
                    escaped.go_back();
                }
            }),
        )
        .view()
}

fn count(store: &Store) -> Element {
    let store = store.clone();
    el("p", "status").part("count").set("id", STATUS_ID).set("tabindex", "-1").saying(move || store.status(false))
}

/// The count for those who do not see it, when it changes.
fn said(store: &Store) -> Element {
    let store = store.clone();
    el("p", "unseen").set("role", "status").saying(move || store.said.get())
}

/// That a link was made with other data.
fn other_data(store: &Store) -> AnyView {
    match store.other_data() {
        Some(sentence) => el("p", "none").text(&sentence).view(),
        None => nothing(),
    }
}

fn chips(store: &Store) -> AnyView {
    let store = store.clone();
    live(move || {
        let (chips, more) = store.chips();
        if chips.is_empty() {
            return nothing();
        }
        let strings = &store.data.strings;
        let mut list = el("ul", "chips").set("aria-label", strings.get(keys::CHOSEN));
        for own in chips {
            list = list.with(el("li", "").with(chip(&store, own)));
        }
        if more > 0 {
            list = list.with(el("li", "").text(&concat(&["+ ", &store.number(more as u32)])));
        }
        let clear = button("clear").part("clear").set("id", "clear").text(strings.get(keys::CLEAR));
        let act = store.clone();
        let clear = clear.acting(move || act.clear());
        el("div", "chosen").with(list).with(clear).view()
    })
}

fn chip(store: &Store, chip: Chip) -> Element {
    let said = store.data.strings.get(keys::REMOVE);
    let (before, rest) = said.split_once('{').unwrap_or((said, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let unseen = |text| el("span", "unseen").text(text);
    let button = button("chip").part("chip").set("id", &concat(&["chip-", &chip.id]));
    let button = button.with(unseen(before)).with(el("span", "").text(&chip.label)).with(unseen(after));
    let store = store.clone();
    button.acting(move || store.remove(&chip))
}

fn hidden(store: &Store) -> AnyView {
    let store = store.clone();
    live(move || {
        let Some(sentence) = store.hidden_sentence() else { return nothing() };
        let words = el("span", "").set("id", "hidden-name").text(&sentence);
        let offer = el("p", "offer").with(words);
        if !store.can_be_shown() {
            return offer.view();
        }
        let button = button("clear").set("id", HIDDEN_ID).set("aria-describedby", "hidden-name");
        let act = store.clone();
        let button = button.text(store.data.strings.get(keys::HIDDEN_SHOW)).acting(move || act.show_hidden());
        offer.text(" ").with(button).view()
    })
}

fn cards(store: &Store) -> Element {
    let (found, drawn) = (store.clone(), store.clone());
    let keys = move || {
        let outcome = found.outcome.read();
        let mut keys = Vec::new();
        for card in outcome.order.iter().take(found.drawn()) {
            keys.push(card.0);
        }
        if let Some(far) = found.far.get()
            && !keys.contains(&far.0)
        {
            keys.push(far.0);
        }
        keys
    };
    let new = store.clone();
    let list = el("ul", "cards").part("cards").listing(keys, move |key| card(&drawn, InitiativeIdx(key)));
    list.following("class", move || if new.is_new.get() { "cards is-new" } else { "cards" }.into())
}

/// The order of the cards.
fn sorting(store: &Store) -> AnyView {
    if store.hides("sort") || store.is_locked(Part::Sort) {
        return nothing();
    }
    let strings = &store.data.strings;
    let options = Sort::ALL.map(|sort| (sort.key().into(), strings.sort(sort)));
    let (shown, acting) = (store.clone(), store.clone());
    let select = choices(
        Part::Sort,
        &options,
        Box::new(move || shown.filter.read().order().key().into()),
        Box::new(move |event| acting.sort(&dom::value_of(event))),
    );
    el("label", "sorting").part("sort").text(strings.get(keys::SORT)).with(select).view()
}

/// How many are shown, and a button for the next, while there are more.
fn more(store: &Store) -> AnyView {
    let store = store.clone();
    live(move || {
        let Some(sentence) = store.shown_of() else { return nothing() };
        let act = store.clone();
        let button = button("clear").part("more").set("id", "more").text(store.data.strings.get(keys::SHOW_MORE));
        let button = button.acting(move || act.show_more());
        el("div", "offer").with(el("span", "").text(&sentence)).with(button).view()
    })
}

/// What is found, to be taken along: a link to it, which stands below the button once it is copied, and files.
fn share(store: &Store) -> AnyView {
    let mut row = el("div", "share");
    let strings = &store.data.strings;
    if store.settings().address.is_some() {
        let act = store.clone();
        let copy = button("clear").part("copy-link").set("id", "copy-link").text(strings.get(keys::LINK_COPY));
        row = row.with(copy.acting(move || act.copy_link())).child(link(store));
    }
    if !store.hides("export") {
        for (format, name) in FORMATS {
            let (act, found) = (store.clone(), store.clone());
            let words = strings.fill(keys::EXPORT, &[("format", name)]);
            let save = button("clear").part("export").set("id", format).text(&words).acting(move || act.save(format));
            row = row.with(save.following("class", move || match found.outcome.read().order.is_empty() {
                true => "is-gone".into(),
                false => "clear".into(),
            }));
        }
    }
    row.view()
}

/// The link to what is asked: where copying is not allowed, to be copied by hand.
fn link(store: &Store) -> AnyView {
    let shown = store.clone();
    live(move || {
        let link = shown.link.get();
        if link.is_empty() {
            return nothing();
        }
        let strings = &shown.data.strings;
        let field = el("input", "input").set("id", LINK_ID).set("readonly", "").set("value", &link);
        let field = field.set("aria-label", strings.get(keys::LINK));
        let copied = shown.clone();
        let key = move || if *copied.copied.read() == LINK_ID { keys::COPIED } else { keys::COPY_HERE };
        let named = shown.clone();
        let said = el("span", "").saying(move || named.data.strings.get(key()).into());
        el("p", "link-field").with(field).with(said).view()
    })
}

fn empty(store: &Store) -> AnyView {
    let store = store.clone();
    live(move || {
        if !store.outcome.read().order.is_empty() {
            return nothing();
        }
        let line = |key| el("p", "line").text(store.data.strings.get(key));
        el("div", "empty").part("empty").with(line(keys::EMPTY)).with(line(keys::EMPTY_HINT)).view()
    })
}

fn foot(store: &Store) -> Element {
    let mut foot = el("div", "foot").part("footer");
    if store.data.is_partly {
        foot = foot.with(el("p", "line").text(store.data.strings.get(keys::PARTLY)));
    }
    if let Some(updated) = store.updated() {
        let old =
            if store.is_old() { concat(&[" – ", store.data.strings.get(keys::UPDATED_OLD)]) } else { String::new() };
        foot = foot.with(el("p", "line").text(&updated).text(&old));
    }
    foot
}
