//! The filter bar: search, and one group of choices per facet.
//!
//! Knows nothing of cards. A new facet needs no line here.

use super::parts::{Element, button, el, live};
use crate::browser::dom;
use crate::i18n::keys;
use crate::store::Store;
use leptos::prelude::*;
use supranet_core::facet::{Facet, Value};
use supranet_core::filter::Choice;

/// The bar. On a narrow element it is behind a button, which the style sheet shows.
pub fn filters(store: &Store) -> AnyView {
    let label = store.data.strings.get(keys::FILTERS);
    let open = ArcRwSignal::new(false);
    let (toggled, expanded, shown) = (open.clone(), open.clone(), open);
    let button = button("open-filters", move || toggled.update(|open| *open = !*open))
        .set("aria-controls", "filters")
        .follow("aria-expanded", move || expanded.get().to_string())
        .text(label);
    let mut groups = el("div", "")
        .set("id", "filters")
        .with(search(store))
        .follow("class", move || if shown.get() { "groups is-open" } else { "groups" }.into());
    for facet in Facet::ALL {
        groups = groups.with(group(store, facet));
    }
    el("section", "filters").part("filters").set("aria-label", label).with(button).with(groups).view()
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
        .follow_value(move || shown.filter.read().q.clone())
        .on("input", move |event| typed.search(dom::value_of(&event)));
    let label = el("label", "label").set("for", "search").text(strings.get(keys::SEARCH));
    let hint = el("p", "hint").set("id", "search-hint").text(strings.get(keys::SEARCH_HINT));
    el("div", "group").with(label).with(hint).with(input)
}

fn group(store: &Store, facet: Facet) -> Element {
    let mut rows = el("ul", "rows");
    for (at, value) in store.data.index.facet(facet).tree.values.iter().enumerate() {
        rows = rows.with(row(store, facet, at, value));
    }
    let legend = el("legend", "label").text(store.data.strings.facet(facet));
    el("fieldset", "group").part("facet").with(legend).with(rows)
}

fn row(store: &Store, facet: Facet, at: usize, value: &Value) -> Element {
    let row = {
        let store = store.clone();
        ArcMemo::new(move |_| store.row(facet, at))
    };
    let (checked, mixed, faint, count) = (row.clone(), row.clone(), row.clone(), row);
    let (toggled, number) = (store.clone(), store.clone());
    let input = el("input", "check")
        .set("type", "checkbox")
        .follow_flag("checked", move || checked.read().choice == Choice::Checked)
        .follow_flag("indeterminate", move || mixed.read().choice == Choice::Mixed)
        .on("change", move |_| toggled.toggle(facet, at));
    let name = el("span", "name").maybe("lang", value.label_language.as_deref()).text(&value.label);
    let count = el("span", "count").child(live(move || number.number(count.read().count).into_any()));
    let depth = ["row", "row in-1", "row in-2", "row in-3"][usize::from(value.depth).min(3)];
    el("li", "")
        .follow("class", move || if faint.read().count == 0 { [depth, " is-empty"].concat() } else { depth.into() })
        .with(el("label", "choice").with(input).with(name).with(count))
}
