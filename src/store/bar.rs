//! How the visitor left the filter bar: the page may set what draws it anew, and then it is as it was.
//!
//! Knows nothing of markup, nor of what is chosen.

use super::Inner;
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use supranet_core::facet::{FACETS, Facet};

/// The place of the years among the groups: behind the facets.
pub const YEARS: usize = FACETS;

/// The filter bar.
pub struct Bar {
    /// Whether it is open on a narrow element.
    pub is_open: ArcRwSignal<bool>,
    /// A group for each facet, and one for the years.
    pub groups: Vec<Group>,
}

/// A group of choices.
pub struct Group {
    /// Whether it is open.
    pub is_open: AtomicBool,
    /// Whether all of many values are shown.
    pub is_all: ArcRwSignal<bool>,
    /// What is typed in its own search.
    pub typed: ArcRwSignal<String>,
    /// How many values fit, shown or not.
    pub(super) found: AtomicUsize,
}

impl Bar {
    /// As it is at first: open are the two groups that most visitors ask for.
    pub(super) fn new() -> Self {
        let mut groups = Vec::with_capacity(FACETS + 1);
        for at in 0..=YEARS {
            groups.push(Group {
                is_open: AtomicBool::new(at == Facet::Country.at() || at == Facet::Area.at()),
                is_all: ArcRwSignal::new(false),
                typed: ArcRwSignal::new(String::new()),
                found: AtomicUsize::new(0),
            });
        }
        Self { is_open: ArcRwSignal::new(false), groups }
    }
}

impl Inner {
    /// How the visitor left a facet.
    #[must_use]
    pub fn group(&self, facet: Facet) -> &Group {
        &self.bar.groups[facet.at()]
    }
}
