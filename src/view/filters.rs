//! The filter bar: search, and one group of choices per facet.
//!
//! Knows nothing of cards. A new facet needs no line here.

use super::parts::{Element, button, el, live, said};
use crate::browser::dom;
use crate::i18n::keys;
use crate::store::Store;
use leptos::prelude::*;
use supranet_core::facet::{Facet, Value};
use supranet_core::filter::Choice;
use supranet_core::join::concat;

/// The id of the button that opens the bar on a narrow element.
const OPEN_FILTERS_ID: &str = "open-filters";

/// The bar. On a narrow element it is behind a button, which the style sheet shows.
pub fn filters(store: &Store) -> AnyView {
    let label = store.data.strings.get(keys::FILTERS);
    let open = ArcRwSignal::new(false);
    let (toggled, expanded, shown, closed) = (open.clone(), open.clone(), open.clone(), open);
    let button = button("open-filters")
        .set("id", OPEN_FILTERS_ID)
        .set("aria-controls", "filters")
        .text(label)
        .acting_and_following(Box::new(move || toggled.update(|open| *open = !*open)), "aria-expanded", move || {
            if expanded.get() { "true" } else { "false" }.into()
        });
    let mut groups = el("div", "").set("id", "filters").with(search(store));
    for facet in Facet::ALL {
        groups = groups.with(group(store, facet));
    }
    let groups = groups.following("class", move || if shown.get() { "groups is-open" } else { "groups" }.into());
    let escaped = store.clone();
    el("section", "filters").part("filters").set("aria-label", label).child(button).child(groups).acting_on(
        "keydown",
        Box::new(move |event| {
            if dom::is_escape(&event) && !escaped.clear_search() {
                closed.set(false);
                escaped.focus(OPEN_FILTERS_ID);
            }
        }),
    )
}

fn search(store: &Store) -> Element {
    let strings = &store.data.strings;
    let (typed, shown) = (store.clone(), store.clone());
    let input = el("input", "input")
        .part("search")
        .set("id", "search")
        .set("type", "search")
        .set("aria-describedby", "search-hint")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .field(move || shown.filter.read().q.clone(), Box::new(move |event| typed.search(dom::value_of(&event))));
    let label = el("label", "label").set("for", "search").text(strings.get(keys::SEARCH));
    let hint = el("p", "hint").set("id", "search-hint").text(strings.get(keys::SEARCH_HINT));
    el("div", "group").with(label).with(hint).child(input)
}

fn group(store: &Store, facet: Facet) -> Element {
    // Firefox stops at a list that scrolls in itself, and then says its name.
    let mut rows = el("ul", "rows").set("aria-label", store.data.strings.facet(facet));
    for (at, value) in store.data.index.facet(facet).tree.values.iter().enumerate() {
        rows = rows.child(row(store, facet, at, value));
    }
    let legend = el("legend", "label").text(store.data.strings.facet(facet));
    el("fieldset", "group").part("facet").with(legend).with(rows)
}

fn row(store: &Store, facet: Facet, at: usize, value: &Value) -> AnyView {
    let (checked, mixed, faint, count, toggled) =
        (store.clone(), store.clone(), store.clone(), store.clone(), store.clone());
    let input = el("input", "check").set("type", "checkbox").check_box(
        move || checked.choice(facet, at) == Choice::Checked,
        move || mixed.choice(facet, at) == Choice::Mixed,
        Box::new(move |_| toggled.toggle(facet, at)),
    );
    let name = el("span", "name").maybe("lang", value.label_language.as_deref()).text(&value.label);
    let count = el("span", "count").child(live(move || said(&count.number(count.count(facet, at)))));
    let depth = ["row", "row in-1", "row in-2", "row in-3"][usize::from(value.depth).min(3)];
    el("li", "").with(el("label", "choice").child(input).with(name).with(count)).following("class", move || {
        if faint.count(facet, at) == 0 { concat(&[depth, " is-empty"]) } else { depth.into() }
    })
}
