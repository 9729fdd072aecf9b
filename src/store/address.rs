//! What a visitor asks, in the address of the page: so that it can be sent on, and Back takes it back.
//!
//! Knows nothing of the page: it writes and reads strings.

use super::{Inner, LINK_ID, Store};
use crate::browser::dom;
use crate::browser::history::{Where, address_with, parameters, write};
use crate::browser::tasks;
use crate::i18n::keys;
use leptos::prelude::*;
use supranet_core::filter::address::{self, Place, Stated};
use supranet_core::filter::{Filter, Part};
use supranet_core::locale::Locale as _;
use supranet_core::model::{InitiativeIdx, PartialDate};

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
        let Some(stated) = self.stated() else { return Vec::new() };
        let filter = stated.as_ref().map_or_else(|| settings.presets.clone(), |stated| stated.over(&settings.presets));
        if *self.filter.read_untracked() != filter {
            self.ask(&mut |own: &mut Filter| own.clone_from(&filter));
        }
        stated.map(|stated| stated.unread).unwrap_or_default()
    }

    /// Opens the card that the address names, and leads to it unless the visitor is busy elsewhere in the page.
    pub fn follow_card(&self) {
        let Some(id) = self.stated().flatten().and_then(|stated| stated.place.card) else { return };
        let Some(card) = self.card_of(&id) else { return };
        self.open_card(&id);
        if dom::is_page_idle() {
            self.show(card);
        }
    }

    /// What is said where a link was made with other data than is shown, so that the visitor may find something else.
    #[must_use]
    pub fn other_data(&self) -> Option<String> {
        let then = PartialDate::parse(&self.stated()??.place.data?)?;
        let is_other = self.data.network.updated != Some(then);
        let date = self.data.locale().date(then);
        is_other.then(|| self.data.strings.fill(keys::LINK_DATA, &[("date", &date)]))
    }

    /// Shows the address of what is asked, with the date of the data, and copies it.
    pub fn copy_link(&self) {
        let settings = self.settings();
        let Some(Address { place, prefix }) = &settings.address else { return };
        let mut stated = self.place();
        stated.data = self.data.network.updated.map(PartialDate::iso);
        let now = address::write(&parameters(*place), prefix, &stated, &settings.presets);
        self.link.set(address_with(*place, &now));
        // Browsers copy only while they handle the click: the field has to be there now.
        tasks::run();
        self.is_copied.set(self.root.get().copy(LINK_ID));
    }

    /// What the address says, if it is read at all.
    fn stated(&self) -> Option<Option<Stated>> {
        let Address { place, prefix } = self.settings().address?;
        Some(address::read(&parameters(place), &prefix))
    }

    /// The card with this id.
    #[must_use]
    pub fn card_of(&self, id: &str) -> Option<InitiativeIdx> {
        let at = self.data.network.initiatives.iter().position(|own| own.id == id)?;
        Some(InitiativeIdx(at as u32))
    }
}

impl Inner {
    /// Puts what is asked in the address: choosing is a new entry of the history, typing and opening are not.
    pub(super) fn write_address(&self, is_new: bool) {
        let settings = self.settings();
        let Some(Address { place, prefix }) = &settings.address else { return };
        let before = parameters(*place);
        let now = address::write(&before, prefix, &self.place(), &settings.presets);
        if before != now {
            write(*place, &now, is_new);
        }
    }

    /// What is asked, and the card that was opened last.
    fn place(&self) -> Place {
        let is_card = |id: &&String| self.data.network.initiatives.iter().any(|own| own.id == **id);
        let card = self.opened.lock().ok().and_then(|opened| opened.iter().rev().find(is_card).cloned());
        Place { filter: self.filter.read_untracked().clone(), card, ..Place::default() }
    }
}
