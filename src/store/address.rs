//! What a visitor asks, in the address of the page: so that it can be sent on, and Back takes it back.
//!
//! Knows nothing of the page: it writes and reads strings.

use super::{Inner, Store};
use crate::browser::history::{Where, parameters, write};
use leptos::prelude::*;
use supranet_core::filter::address::{self, Place};
use supranet_core::filter::{Filter, Part};

/// Where in the address, and how its parameters begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The query or the hash.
    pub place: Where,
    /// What the names of ours begin with.
    pub prefix: String,
}

impl Store {
    /// Asks what the address says; what it does not say is as it is preset. Gives back the parts that it says wrongly.
    pub fn follow_address(&self) -> Vec<Part> {
        let settings = self.settings();
        let Some(Address { place, prefix }) = &settings.address else { return Vec::new() };
        let stated = address::read(&parameters(*place), prefix);
        let filter = stated.as_ref().map_or_else(|| settings.presets.clone(), |stated| stated.over(&settings.presets));
        if *self.filter.read_untracked() != filter {
            self.ask(&mut |own: &mut Filter| own.clone_from(&filter));
        }
        stated.map(|stated| stated.unread).unwrap_or_default()
    }
}

impl Inner {
    /// Puts what is asked in the address: choosing is a new entry of the history, typing is not.
    pub(super) fn write_address(&self, is_new: bool) {
        let settings = self.settings();
        let Some(Address { place, prefix }) = &settings.address else { return };
        let filter = self.filter.read_untracked().clone();
        let before = parameters(*place);
        let now = address::write(&before, prefix, &Place { filter, ..Place::default() }, &settings.presets);
        if before != now {
            write(*place, &now, is_new);
        }
    }
}
