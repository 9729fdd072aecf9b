//! What scripts of the page are told and may set, as JSON.
//!
//! Knows nothing of JavaScript. Names and shapes are public: README, "For scripts".

use super::Store;
use leptos::prelude::*;
use std::mem::take;
use supranet_core::facet::Facet;
use supranet_core::filter::{Filter, Part, Sort};
use supranet_core::join::digits;
use supranet_core::raw::{self, Inside, Node};
use supranet_core::write::{Json, quoted};

fn strings(texts: &[String]) -> String {
    let mut list = Json::list();
    for text in texts {
        list.item(&quoted(text));
    }
    list.end()
}

fn filters(filter: &Filter) -> String {
    let mut object = Json::object();
    for facet in Facet::ALL {
        if !filter.chosen(facet).is_empty() {
            object.member(facet.key(), &strings(filter.chosen(facet)));
        }
    }
    for (part, year) in [(Part::From, filter.from), (Part::To, filter.to)] {
        if let Some(year) = year {
            object.member(part.key(), &digits(year.into()));
        }
    }
    if !filter.q.is_empty() {
        object.member(Part::Q.key(), &quoted(&filter.q));
    }
    object.end()
}

/// Reads a question; what is of a wrong type is as if it were not there, and named.
fn read_filters(inside: Inside<'_>, sort: Option<Sort>, unread: &mut String) -> Filter {
    let mut filter = Filter::default();
    filter.sort = sort;
    for (key, node) in inside.members() {
        match (Part::from_key(&key), node) {
            (Some(Part::Facet(facet)), Node::Array(items)) => {
                let mut values: Vec<String> = Vec::new();
                for (_, item) in items.members() {
                    if let Node::String(value) = item {
                        values.push(value.into_owned());
                    }
                }
                filter.set(facet, &values);
            }
            (Some(Part::Facet(facet)), Node::String(value)) => filter.set(facet, [value]),
            (Some(part @ (Part::From | Part::To)), Node::Number(digits)) => {
                let year = digits.parse().ok();
                *if part == Part::From { &mut filter.from } else { &mut filter.to } = year;
                if year.is_none() {
                    name(unread, &key);
                }
            }
            (Some(Part::Q), Node::String(words)) => filter.q = words.into_owned(),
            (Some(_), Node::Null) => {}
            _ => name(unread, &key),
        }
    }
    filter
}

fn name(unread: &mut String, key: &str) {
    unread.push(' ');
    unread.push_str(key);
}

/// A card, or an agreement on one, for an event.
pub(super) fn selected(id: &str) -> String {
    let (kind, id) = id.split_once('/').map_or(("initiative", id), |(_, agreement)| ("agreement", agreement));
    let mut object = Json::object();
    object.member("id", &quoted(id));
    object.member("kind", &quoted(kind));
    object.end()
}

impl Store {
    /// What is asked and found, for an event.
    #[must_use]
    pub fn changed(&self) -> String {
        let mut object = Json::object();
        object.member("filters", &filters(&self.filter.read_untracked()));
        object.member("matched", &digits(self.outcome.read_untracked().order.len() as u64));
        object.end()
    }

    /// Answers a script: a name of what it wants, and a JSON value where it sets or says something. `None` where there
    /// is no such thing; what of the value is none is named in `unread`.
    #[must_use]
    pub fn answer(&self, what: &str, value: Option<&str>, unread: &mut String) -> Option<String> {
        let node = match value {
            Some(value) => Some(raw::node(value.as_bytes()).ok()?),
            None => None,
        };
        match (what, node) {
            ("filters", None) => return Some(filters(&self.filter.read_untracked())),
            ("filters", Some(Node::Object(inside))) => {
                let sort = self.filter.read_untracked().sort;
                self.ask(&mut |filter| *filter = read_filters(inside, sort, unread));
            }
            ("state", None) => return Some(self.state()),
            ("state", Some(Node::Object(inside))) => self.set_state(inside, unread),
            ("results", _) => return Some(self.results()),
            ("take", _) => return Some(self.taken()),
            ("clear", _) => self.ask(&mut Filter::clear),
            ("show", Some(Node::String(id))) => {
                let Some(card) = self.card_of(&id) else { return Some("false".into()) };
                self.open(&id, true);
                self.show(card);
            }
            _ => return None,
        }
        self.write_address(false);
        Some("true".into())
    }

    fn state(&self) -> String {
        let filter = self.filter.read_untracked();
        let mut object = Json::object();
        object.member("v", "1");
        object.member("filters", &filters(&filter));
        object.member("sort", &filter.sort.map_or_else(|| "null".into(), |sort| quoted(sort.key())));
        object.member("view", "\"cards\"");
        let opened = self.opened.lock().map(|opened| opened.clone()).unwrap_or_default();
        object.member("open", &strings(&opened));
        object.end()
    }

    /// Missing members keep what is; the state of another version changes nothing.
    fn set_state(&self, inside: Inside<'_>, unread: &mut String) {
        if !matches!(inside.find("v"), Some(Node::Number("1"))) {
            return name(unread, "v");
        }
        let mut filter = self.filter.read_untracked().clone();
        match inside.find("sort") {
            Some(Node::String(key)) if Sort::from_key(&key).is_some() => filter.sort = Sort::from_key(&key),
            Some(Node::Null) => filter.sort = None,
            None => {}
            _ => name(unread, "sort"),
        }
        match inside.find("filters") {
            Some(Node::Object(filters)) => filter = read_filters(filters, filter.sort, unread),
            None => {}
            _ => name(unread, "filters"),
        }
        if let Some(Node::Array(items)) = inside.find("open") {
            let before = self.opened.lock().map(|mut opened| take(&mut *opened)).unwrap_or_default();
            for id in &before {
                self.open(id, false);
            }
            for (_, item) in items.members() {
                if let Node::String(id) = item {
                    self.open(&id, true);
                }
            }
        }
        if *self.filter.read_untracked() != filter {
            self.ask(&mut |own| own.clone_from(&filter));
        }
    }

    fn results(&self) -> String {
        let (outcome, network, index) = (self.outcome.read_untracked(), &self.data.network, &self.data.index);
        let mut object = Json::object();
        object.member("total", &digits(outcome.total as u64));
        object.member("matched", &digits(outcome.order.len() as u64));
        let mut ids = Json::list();
        let mut is_matching = vec![false; network.agreements.len()];
        for card in &outcome.order {
            ids.item(&quoted(&network.initiative(*card).id));
            for link in index.relations.links_of(*card) {
                is_matching[index.links.agreements[link].at()] |= outcome.is_matching(link);
            }
        }
        object.member("ids", &ids.end());
        let mut matching = Json::list();
        for (at, is_matching) in is_matching.iter().enumerate() {
            if *is_matching {
                matching.item(&quoted(&network.agreements[at].id));
            }
        }
        object.member("agreements", &matching.end());
        let mut counts = Json::object();
        for facet in Facet::ALL {
            let mut of_facet = Json::object();
            for (at, value) in index.facet(facet).tree.values.iter().enumerate() {
                of_facet.member(&value.id, &digits(self.count(facet, at).into()));
            }
            counts.member(facet.key(), &of_facet.end());
        }
        object.member("counts", &counts.end());
        object.end()
    }
}
