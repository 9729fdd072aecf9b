//! The filter bar: search, and one group of choices per facet.
//!
//! Knows nothing of cards. A new facet needs no line here.

use super::parts::{plain, text};
use crate::i18n::keys;
use crate::store::Store;
use leptos::prelude::*;
use leptos::{ev, html};
use supranet_core::facet::{Facet, Value};
use supranet_core::filter::Choice;

/// The bar. On a narrow element it is behind a button, which the style sheet shows.
pub fn filters(store: &Store) -> AnyView {
    let strings = &store.data.strings;
    let label = strings.get(keys::FILTERS).to_owned();
    let open = ArcRwSignal::new(false);
    let (toggled, expanded, shown) = (open.clone(), open.clone(), open);
    let button = html::button()
        .class("open-filters")
        .r#type("button")
        .aria_expanded(move || if expanded.get() { "true" } else { "false" })
        .aria_controls("filters")
        .on(ev::click, move |_| toggled.update(|open| *open = !*open))
        .child(label.clone());
    let mut groups = vec![search(store)];
    groups.extend(Facet::ALL.into_iter().map(|facet| group(store, facet)));
    let groups = html::div().id("filters").class("groups").class(("is-open", move || shown.get())).child(groups);
    html::section().class("filters").attr("part", "filters").aria_label(label).child((button, groups)).into_any()
}

fn search(store: &Store) -> AnyView {
    let strings = &store.data.strings;
    let (typed, shown) = (store.clone(), store.clone());
    let input = html::input()
        .id("search")
        .class("input")
        .attr("part", "search")
        .r#type("search")
        .aria_describedby("search-hint")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .prop("value", move || shown.filter.read().q.clone())
        .on(ev::input, move |event| typed.search(event_target_value(&event)));
    let label = html::label().class("label").r#for("search").child(strings.get(keys::SEARCH).to_owned());
    let hint = html::p().id("search-hint").class("hint").child(strings.get(keys::SEARCH_HINT).to_owned());
    html::div().class("group").child((label, hint, input)).into_any()
}

fn group(store: &Store, facet: Facet) -> AnyView {
    let values = &store.data.index.facet(facet).tree.values;
    let rows = values.iter().enumerate().map(|(at, value)| row(store, facet, at, value));
    let legend = plain("legend", "label", vec![text(store.data.strings.facet(facet))]);
    let list = plain("ul", "rows", rows.collect());
    html::fieldset().class("group").attr("part", "facet").child((legend, list)).into_any()
}

fn row(store: &Store, facet: Facet, at: usize, value: &Value) -> AnyView {
    let row = {
        let store = store.clone();
        ArcMemo::new(move |_| store.row(facet, at))
    };
    let (checked, mixed, faint, count) = (row.clone(), row.clone(), row.clone(), row);
    let toggled = store.clone();
    let input = html::input()
        .r#type("checkbox")
        .class("check")
        .prop("checked", move || checked.read().choice == Choice::Checked)
        .prop("indeterminate", move || mixed.read().choice == Choice::Mixed)
        .on(ev::change, move |_| toggled.toggle(facet, at));
    let name = html::span().class("name").attr("lang", value.label_language.clone()).child(value.label.clone());
    let number = store.clone();
    let count = html::span().class("count").child(move || number.number(count.read().count));
    let label = html::label().class("choice").child((input, name, count));
    let depth = ["row", "row in-1", "row in-2", "row in-3"];
    html::li()
        .class(depth.get(usize::from(value.depth)).copied().unwrap_or("row in-3"))
        .class(("is-empty", move || faint.read().count == 0))
        .child(label)
        .into_any()
}
