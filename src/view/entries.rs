//! Terms with what is stated of them, behind a disclosure.
//!
//! Knows nothing of which record is told.

use super::parts::{Element, button, el, link};
use crate::browser::dom;
use crate::store::{Entry, EntryValue, Lead, Store};
use leptos::prelude::AnyView;

/// What opens: `seen` is short, `heard` says of what; `id` stays the same when it is drawn again.
#[inline(never)]
pub fn disclosure(store: &Store, id: String, seen: &str, heard: &str, inside: Element) -> AnyView {
    let seen = el("span", "").set("aria-hidden", "true").text(seen);
    let heard = el("span", "unseen").text(heard);
    let details = el("details", "details").maybe("open", store.is_open(&id).then_some(""));
    let store = store.clone();
    details
        .with(el("summary", "more").with(seen).with(heard))
        .with(inside)
        .acting_on("toggle", Box::new(move |event| store.set_open(&id, dom::is_open(&event))))
}

/// The list of terms.
#[inline(never)]
pub fn entries(store: &Store, entries: Vec<Entry>) -> Element {
    let mut list = el("dl", "entries");
    for entry in entries {
        list = list.with(el("dt", "term").text(&entry.term));
        if entry.is_numbered {
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
    let EntryValue { words, lead, note } = value;
    let item = match lead {
        Some(Lead::Away(url)) => item.with(link(&url, &words)),
        Some(Lead::Card(card)) => {
            let store = store.clone();
            item.child(button("lead link").words(&words).acting(Box::new(move || store.show(card))))
        }
        None => item.with(el("span", "").words(&words)),
    };
    if note.is_empty() { item } else { item.text(" ").with(el("span", "note").text(&note)) }
}
