//! Terms with what is stated of them, behind a disclosure.
//!
//! Knows nothing of which record is told.

use super::choice::{choice, marked, to_card};
use super::parts::{Element, button, el, link, live, nothing};
use crate::browser::dom;
use crate::i18n::keys;
use crate::store::{Chain, Entry, EntryValue, Lead, Store};
use leptos::prelude::*;
use supranet_core::join::concat;
use supranet_core::model::InitiativeIdx;

/// What opens below a card, or below one of its agreements: `seen` is short, `heard` says of what; `id` stays the same
/// when it is drawn again. The inside is drawn when it is opened first.
#[inline(never)]
pub fn disclosure(
    store: &Store,
    id: String,
    seen: &str,
    heard: &str,
    card: InitiativeIdx,
    of: Option<Chain>,
) -> Element {
    let seen = el("span", "").set("aria-hidden", "true").text(seen);
    let heard = el("span", "unseen").text(heard);
    let (noted, own) = (store.clone(), id.clone());
    let details = el("details", "details").set("id", &concat(&["open-", &id])).open_for(move || noted.opened_for(&own));
    let opened = ArcRwSignal::new(store.is_open(&id));
    let (drawn, inside) = (opened.clone(), store.clone());
    let inside = live(move || match drawn.get() || inside.is_printing.get() {
        true => {
            let (told, fallback) = inside.entries(card, of.as_ref());
            let list = entries(&inside, told);
            match fallback {
                Some(sentence) => el("div", "").with(el("p", "none").text(&sentence)).with(list).view(),
                None => list.view(),
            }
        }
        false => nothing(),
    });
    let store = store.clone();
    details.with(el("summary", "more").part("details").with(seen).with(heard)).child(inside).acting_on(
        "toggle",
        Box::new(move |event| {
            let is_open = dom::is_open(event);
            store.note_open(&id, is_open);
            if is_open && !opened.get_untracked() {
                opened.set(true);
            }
        }),
    )
}

/// The list of terms.
#[inline(never)]
fn entries(store: &Store, told_of: Vec<Entry>) -> Element {
    let mut list = el("dl", "entries");
    for entry in told_of {
        let class = if entry.inside.is_empty() { "term" } else { "term group-of" };
        list = list.with(cited(el("dt", class).text(&entry.term), &entry.cited));
        if !entry.inside.is_empty() {
            list = list.with(el("dd", "inside").with(entries(store, entry.inside)));
        } else if entry.is_numbered {
            let mut numbered = el("ol", "numbered");
            for value in entry.values {
                numbered = numbered.with(told(store, el("li", "value"), value));
            }
            list = list.with(el("dd", "").with(numbered));
        } else {
            for value in entry.values {
                list = list.with(told(store, el("dd", "value"), value));
            }
        }
    }
    list
}

fn told(store: &Store, item: Element, value: EntryValue) -> Element {
    let EntryValue { words, lead, cited: numbers, note } = value;
    let item = match lead {
        Some(Lead::Away(url)) => item.with(marked(store, link(&url), &words)),
        Some(Lead::Card(card)) => item.with(to_card(store, "lead link", &words, card)),
        Some(Lead::Value(facet, value)) => item.with(choice(store, facet, Some(value), &words)),
        Some(Lead::Copy(id)) => copied(store, item, id, &words.text),
        None => item.with(marked(store, el("span", ""), &words)),
    };
    let item = cited(item, &numbers);
    if note.is_empty() { item } else { item.text(" ").with(el("span", "note").text(&note)) }
}

/// A text to be copied, in a field, and a button that does it.
fn copied(store: &Store, item: Element, id: String, text: &str) -> Element {
    let strings = &store.data.strings;
    let field = el("textarea", "input").set("id", &id).set("readonly", "").set("rows", "3");
    let field = field.set("translate", "no").set("aria-label", strings.get(keys::FIELD_CITE)).text(text);
    let (shown, act, own) = (store.clone(), store.clone(), id.clone());
    let words = move || {
        let key = if *shown.copied.read() == own { keys::COPIED } else { keys::CITE_COPY };
        shown.data.strings.get(key).into()
    };
    let button = button("clear").part("copy-citation").saying(words).acting(move || act.copy(&id));
    item.with(field).with(button)
}

/// Which sources state it, by their numbers.
fn cited(item: Element, numbers: &str) -> Element {
    if numbers.is_empty() { item } else { item.text(" ").with(el("span", "cited").text(numbers)) }
}
