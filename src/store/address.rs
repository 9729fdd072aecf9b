//! What a visitor asks, in the address of the page: so that it can be sent on, and Back takes it back.
//!
//! Knows nothing of the page: it writes and reads strings.

use super::{Inner, LINK_ID, Store};
use crate::browser::dom::{self, later};
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

/// For so long a button says that it copied.
const COPIED_MS: u32 = 3000;

impl Store {
    /// Whether the address says anything that is ours.
    #[must_use]
    pub fn is_in_address(&self) -> bool {
        self.stated().flatten().is_some()
    }

    /// Asks what the address says now, if it says another thing than before; says whether that is another question. An
    /// anchor that was followed is nothing of ours, and in the hash ours is put back beside it.
    pub fn come_back(&self) -> bool {
        let Some(Address { place, .. }) = self.settings().address else { return false };
        let now = parameters(place);
        let before = self.last_address.lock().map(|last| last.clone()).unwrap_or_default();
        if now == before {
            return false;
        }
        if place == Where::Hash && is_anchor(&now) && !begins_with(&before, &now) {
            self.write_address(false);
            return false;
        }
        let filter = self.filter.read_untracked().clone();
        self.follow_address();
        self.follow_opened();
        *self.filter.read_untracked() != filter
    }

    /// Opens the card that the address names, and closes what was opened since; of the others, if it is not open any more,
    /// the last.
    fn follow_opened(&self) {
        let named = self.named();
        let is_open = named.as_ref().is_none_or(|id| self.is_open(id));
        while let Some(last) = self.opened_last()
            && named.as_ref() != Some(&last)
        {
            self.open(&last, false);
            if !is_open {
                break;
            }
        }
        if let Some(id) = named {
            self.open(&id, true);
        }
    }

    /// The card that the address names, if there is one.
    fn named(&self) -> Option<String> {
        let id = self.stated().flatten()?.place.card?;
        self.card_of(&id).map(|_| id)
    }

    /// Asks what the address says; what it does not say is as it is preset. Gives back the parts that it says wrongly.
    pub fn follow_address(&self) -> Vec<Part> {
        let settings = self.settings();
        let Some(stated) = self.stated() else { return Vec::new() };
        self.note_address();
        let filter = stated.as_ref().map_or_else(|| settings.presets.clone(), |stated| stated.over(&settings.presets));
        if *self.filter.read_untracked() != filter {
            self.ask(&mut |own: &mut Filter| own.clone_from(&filter));
        }
        stated.map(|stated| stated.unread).unwrap_or_default()
    }

    /// Opens the card that the address names, and leads to it unless the visitor is busy elsewhere in the page.
    pub fn follow_card(&self) {
        let Some(id) = self.named() else { return };
        self.open(&id, true);
        let Some(card) = self.card_of(&id) else { return };
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
        self.copy(LINK_ID);
    }

    /// Copies the text of a field, or leaves it selected, and says which.
    pub fn copy(&self, id: &str) {
        let is_copied = self.root.get().copy(id);
        self.copied.set(if is_copied { id.into() } else { String::new() });
        let key = if is_copied { keys::COPIED } else { keys::COPY_HERE };
        self.say(self.data.strings.get(key).into());
        // The next visitor of the button finds its name again; the link says below it what became of it.
        if id != LINK_ID {
            let copied = self.copied.clone();
            later(COPIED_MS, Box::new(move || copied.set(String::new())));
        }
    }

    /// What the address says, if it is read at all.
    #[inline(never)]
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
    pub fn write_address(&self, is_new: bool) {
        let settings = self.settings();
        let Some(Address { place, prefix }) = &settings.address else { return };
        let before = parameters(*place);
        let now = address::write(&before, prefix, &self.place(), &settings.presets);
        if before != now {
            write(*place, &now, is_new);
        }
        self.note_address();
    }

    /// Notes what the address says, to know what is new when the page says that something is.
    fn note_address(&self) {
        if let (Some(Address { place, .. }), Ok(mut last)) = (self.settings().address, self.last_address.lock()) {
            *last = parameters(place);
        }
    }

    /// What is asked, and the card that was opened last.
    fn place(&self) -> Place {
        Place { filter: self.filter.read_untracked().clone(), card: self.opened_last(), ..Place::default() }
    }

    /// Of the cards found the one that was opened last.
    #[inline(never)]
    fn opened_last(&self) -> Option<String> {
        let outcome = self.outcome.read_untracked();
        let is_found = |id: &&String| outcome.order.iter().any(|card| self.data.network.initiative(*card).id == **id);
        self.opened.lock().ok().and_then(|opened| opened.iter().rev().find(is_found).cloned())
    }
}

/// Whether a hash is an anchor and nothing else.
fn is_anchor(hash: &str) -> bool {
    !hash.is_empty() && !hash.bytes().any(|byte| matches!(byte, b'=' | b'&'))
}

/// Whether a hash has this anchor before ours.
fn begins_with(hash: &str, anchor: &str) -> bool {
    hash.strip_prefix(anchor).is_some_and(|rest| rest.is_empty() || rest.starts_with('&'))
}
