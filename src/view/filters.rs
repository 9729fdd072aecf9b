//! The filter bar: search, and one group of choices per facet.
//!
//! Knows nothing of cards. A new facet needs no line here.

use super::parts::{Element, button, choices, el, nothing, truth};
use crate::browser::dom;
use crate::i18n::keys;
use crate::store::{STATUS_ID, Store, YEARS};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use supranet_core::facet::{FACETS, Facet};
use supranet_core::filter::{Choice, Part};
use supranet_core::join::concat;

/// The id of the button that opens the bar on a narrow element.
const OPEN_FILTERS_ID: &str = "open-filters";

/// The id of the field to search in.
const SEARCH_ID: &str = "search";

/// The facets from what most visitors ask for to what few do.
const ORDER: [Facet; FACETS] = [
    Facet::Country,
    Facet::Area,
    Facet::Partner,
    Facet::Agreement,
    Facet::Membership,
    Facet::Scope,
    Facet::Status,
    Facet::Initiative,
];

/// The bar. On a narrow element it is behind a button, which the style sheet shows.
pub fn filters(store: &Store) -> AnyView {
    let has_search = !(store.hides("search") || store.is_locked(Part::Q));
    let has_facets = !store.hides("filters");
    if !has_search && !has_facets {
        return nothing();
    }
    let label = store.data.strings.get(keys::FILTERS);
    let (toggled, expanded, shown, escaped) = (store.clone(), store.clone(), store.clone(), store.clone());
    let opener = button("open-filters")
        .part("open-filters")
        .set("id", OPEN_FILTERS_ID)
        .set("aria-controls", "filters")
        .text(label)
        .acting(move || toggled.bar.is_open.set(!toggled.bar.is_open.get_untracked()))
        .following("aria-expanded", move || truth(expanded.bar.is_open.get()));
    let mut groups = el("div", "").set("id", "filters");
    if has_search {
        groups = groups.with(search(store));
    }
    if has_facets {
        for facet in ORDER {
            groups = groups.child(group(store, facet));
        }
        groups = groups.child(years(store));
    }
    let groups =
        groups.following("class", move || if shown.bar.is_open.get() { "groups is-open" } else { "groups" }.into());
    let skipped = store.clone();
    let skip = button("skip").text(store.data.strings.get(keys::SKIP));
    el("section", "filters")
        .part("filters")
        .set("aria-label", label)
        .with(skip.acting(move || skipped.focus(STATUS_ID)))
        .with(opener)
        .with(groups)
        .acting_on(
            "keydown",
            Box::new(move |event| {
                let is_search = dom::id_of_source(event) == SEARCH_ID;
                if dom::is_escape(event) && !(is_search && escaped.clear_search()) {
                    escaped.bar.is_open.set(false);
                    escaped.focus(OPEN_FILTERS_ID);
                }
            }),
        )
        .view()
}

fn search(store: &Store) -> Element {
    let strings = &store.data.strings;
    let (typed, shown) = (store.clone(), store.clone());
    let input = el("input", "input")
        .part("search")
        .set("id", SEARCH_ID)
        .set("type", "search")
        .set("aria-describedby", "search-hint")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .field(move || shown.filter.read().q.clone(), Box::new(move |event| typed.search(dom::value_of(event))));
    let label = el("label", "label").set("for", "search").text(strings.get(keys::SEARCH));
    let hint = el("p", "hint").set("id", "search-hint").text(strings.get(keys::SEARCH_HINT));
    el("div", "group").with(label).with(hint).with(input)
}

/// A facet: its rows, a search where there are many, and a button for the rest.
fn group(store: &Store, facet: Facet) -> AnyView {
    let known = Arc::new(store.known_values(facet));
    if known.is_empty() || store.is_locked(Part::Facet(facet)) {
        return nothing();
    }
    let label = store.data.strings.facet(facet);
    let keys = {
        let (store, known) = (store.clone(), known.clone());
        move || store.rows(facet, &known)
    };
    let drawing = store.clone();
    let item = move |at: u32| row(&drawing, facet, at as usize);
    // Firefox stops at a list that scrolls in itself, and then says its name.
    let rows = el("ul", "rows").set("aria-label", &label).listing(keys, item);
    let mut inside = el("div", "inside-group");
    if store.is_long(&known) {
        let noting = store.clone();
        // It follows in one go with the rows, and after them.
        let note = el("p", "none").set("role", "status").saying(move || noting.rows_note(facet));
        inside = inside.with(find(store, &label, facet)).with(rows).with(note);
        inside = inside.with(all_or_fewer(store, known.len(), facet));
    } else {
        inside = inside.with(rows);
    }
    foldable(store, facet.at(), facet.key(), &label, inside)
}

/// A group that opens, with its name, and what is in it.
#[inline(never)]
fn foldable(store: &Store, at: usize, key: &str, label: &str, inside: Element) -> AnyView {
    let (shown, noted) = (store.clone(), store.clone());
    el("details", "group")
        .part("facet")
        .set("id", &concat(&["facet-", key]))
        .open_for(move || if shown.bar.groups[at].is_open.load(Relaxed) { "visitor" } else { "" })
        .with(el("summary", "label").text(label))
        .with(inside)
        .acting_on("toggle", Box::new(move |event| noted.bar.groups[at].is_open.store(dom::is_open(event), Relaxed)))
        .view()
}

/// The search inside a facet.
fn find(store: &Store, of: &str, facet: Facet) -> Element {
    let name = store.data.strings.fill(keys::FACET_FIND, &[("facet", of)]);
    let (shown, typed) = (store.clone(), store.clone());
    el("input", "input")
        .set("type", "search")
        .set("aria-label", &name)
        .set("placeholder", store.data.strings.get(keys::SEARCH))
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .field(
            move || shown.group(facet).typed.get(),
            Box::new(move |event| typed.group(facet).typed.set(dom::value_of(event))),
        )
}

fn all_or_fewer(store: &Store, count: usize, facet: Facet) -> Element {
    let (toggled, shown, expanded) = (store.clone(), store.clone(), store.clone());
    button("rest")
        .saying(move || shown.all_or_fewer(facet, count))
        .acting(move || toggled.group(facet).is_all.set(!toggled.group(facet).is_all.get_untracked()))
        .following("aria-expanded", move || truth(expanded.group(facet).is_all.get()))
}

/// The years between which agreements were made.
fn years(store: &Store) -> AnyView {
    let stated = store.years();
    if stated.is_empty() || store.is_locked(Part::From) && store.is_locked(Part::To) {
        return nothing();
    }
    let strings = &store.data.strings;
    let label = strings.get(keys::YEARS);
    let mut inside = el("div", "years").set("role", "group").set("aria-label", label);
    for (key, is_from, part) in [(keys::YEARS_FROM, true, Part::From), (keys::YEARS_TO, false, Part::To)] {
        if store.is_locked(part) {
            continue;
        }
        let (shown, acting) = (store.clone(), store.clone());
        let mut options = vec![(String::new(), String::from(strings.get(keys::YEARS_ANY)))];
        options.extend(stated.iter().map(|year| (year.clone(), year.clone())));
        let asked = store.year(is_from);
        if !asked.is_empty() && !stated.contains(&asked) {
            options.push((asked.clone(), asked));
        }
        let list = choices(
            part,
            &options,
            Box::new(move || shown.year(is_from)),
            Box::new(move |event| acting.set_year(is_from, &dom::value_of(event))),
        );
        inside = inside.with(el("label", "year").text(strings.get(key)).with(list));
    }
    foldable(store, YEARS, "years", label, inside)
}

fn row(store: &Store, facet: Facet, at: usize) -> Element {
    let value = &store.data.index.facet(facet).tree.values[at];
    let (checked, mixed, faint, count, toggled) =
        (store.clone(), store.clone(), store.clone(), store.clone(), store.clone());
    let input = el("input", "check").set("type", "checkbox").check_box(
        move || checked.choice(facet, at) == Choice::Checked,
        move || mixed.choice(facet, at) == Choice::Mixed,
        Box::new(move |_| toggled.toggle(facet, at)),
    );
    let name = el("span", "name").words(&store.label(facet, at));
    let count = el("span", "count").saying(move || count.number(count.count(facet, at)));
    let depth = ["row", "row in-1", "row in-2", "row in-3"][usize::from(value.depth).min(3)];
    el("li", "").with(el("label", "choice").with(input).with(name).with(count)).following("class", move || {
        if faint.count(facet, at) == 0 { concat(&[depth, " is-empty"]) } else { depth.into() }
    })
}
