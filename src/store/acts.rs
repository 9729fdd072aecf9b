//! What a visitor does, and what the page's scripts do in a visitor's stead.
//!
//! Knows nothing of markup, nor of how it comes to be asked.

use super::{Chip, Chosen, Data, HIDDEN_ID, STATUS_ID, Settings, Store};
use crate::browser::dom::later;
use crate::browser::tasks::{self, after_picture};
use leptos::prelude::*;
use std::sync::atomic::Ordering::Relaxed;
use supranet_core::facet::Facet;
use supranet_core::filter::{Filter, Part, Sort};
use supranet_core::join::concat;
use supranet_core::model::InitiativeIdx;
use supranet_core::query;

/// So long at least it is silent between two counts that are said.
const SILENCE_MS: u32 = 500;

impl Store {
    /// Chooses a value of a facet, or takes the choice back.
    pub fn toggle(&self, facet: Facet, value: usize) {
        self.change(&mut |filter| filter.toggle(facet, &self.data.index.facet(facet).tree, value));
    }

    /// Keeps what a visitor acted on in view, or what the focus was led to, when all is laid out and it stands where it
    /// stays: Safari does not scroll with what grows or shrinks above.
    pub fn keep_in_view(&self) {
        let root = self.root.clone();
        after_picture(Box::new(move || later(0, Box::new(move || root.get().keep_in_view()))));
    }

    /// Sets the words to find.
    pub fn search(&self, words: String) {
        // Typing is not worth an entry of the history for each letter.
        self.change_and_write(&mut |filter| filter.q.clone_from(&words), false);
    }

    /// Takes the words away; says whether there were any.
    pub fn clear_search(&self) -> bool {
        let had = !self.filter.read_untracked().q.is_empty();
        if had {
            self.search(String::new());
        }
        had
    }

    /// Gives the focus to an element that can be seen.
    pub fn focus(&self, id: &str) {
        self.root.get().focus(id);
    }

    /// Takes one chip away; the focus goes to the count of what is now found.
    pub fn remove(&self, chip: &Chip) {
        // First, so that nothing moves the focus after it: Safari gives none to a button that is clicked.
        self.root.get().focus(STATUS_ID);
        self.change(&mut |filter| match &chip.of {
            Chosen::Value(facet, value) => filter.remove(*facet, value),
            Chosen::From => filter.from = None,
            Chosen::To => filter.to = None,
            Chosen::Words => filter.q.clear(),
        });
    }

    /// Takes every filter away.
    pub fn clear(&self) {
        self.root.get().focus(STATUS_ID);
        self.change(&mut Filter::clear);
    }

    /// Takes the visitor back to what led to a card, or away from the offer to show it.
    pub fn go_back(&self) {
        self.hidden.set(None);
        self.root.get().go_back();
    }

    /// Brings a card into view and focus; where the filters hide it, offers to take them away.
    pub fn show(&self, card: InitiativeIdx) {
        self.root.get().remember();
        let place = self.outcome.read_untracked().order.iter().position(|own| *own == card);
        if let Some(place) = place {
            self.hidden.set(None);
            self.far.set((self.shown.get_untracked() <= place).then_some(card));
            self.root.get().focus(&self.heading_id(card));
        } else {
            let can_be_shown = self.can_show(card);
            self.can_be_shown.store(can_be_shown, Relaxed);
            self.hidden.set(Some(card));
            self.root.get().focus(if can_be_shown { HIDDEN_ID } else { STATUS_ID });
        }
    }

    /// Takes the filters away and shows the card that they hid.
    pub fn show_hidden(&self) {
        if let Some(card) = self.hidden.get_untracked() {
            self.change(&mut Filter::clear);
            self.show(card);
        }
    }

    /// Shows the next cards; the focus goes to the first of them.
    pub fn show_more(&self) {
        let before = self.shown.get_untracked();
        self.far.set(None);
        self.shown.set(before + self.settings().page_size);
        let next = self.outcome.read_untracked().order.get(before).copied();
        next.into_iter().for_each(|card| self.root.get().focus(&self.heading_id(card)));
    }

    /// Sets the first or the last year in which agreements were made, by its digits; without any it is not asked.
    pub fn set_year(&self, is_from: bool, digits: &str) {
        let year = digits.parse().ok();
        self.change(&mut |filter| if is_from { filter.from = year } else { filter.to = year });
    }

    /// Sets the order of the cards, by its key.
    pub fn sort(&self, key: &str) {
        self.change(&mut |filter| filter.sort = Sort::from_key(key));
    }

    /// A change by the visitor: what is locked stays as it is preset.
    fn change(&self, change: &mut dyn FnMut(&mut Filter)) {
        self.change_and_write(change, true);
    }

    fn change_and_write(&self, change: &mut dyn FnMut(&mut Filter), is_new: bool) {
        self.ask(change);
        self.write_address(is_new);
        self.tell_change();
        self.keep_in_view();
    }

    /// Lets the focus stay in the widget, whatever goes with the next change.
    pub fn keep_focus(&self) {
        self.root.get().keep_focus(STATUS_ID);
    }

    /// Tells the page what is asked and found now.
    pub fn tell_change(&self) {
        self.page.get().tell("supra-change", &self.changed());
    }

    /// A change by the page.
    pub fn ask(&self, change: &mut dyn FnMut(&mut Filter)) {
        self.keep_focus();
        self.hidden.set(None);
        self.far.set(None);
        self.shown.set(self.settings().page_size);
        let filter = self.changed_filter(change);
        let is_same = |part| filter.has_same(part, &self.filter.read_untracked());
        let are_other = !is_same(Part::Q);
        if !is_same(Part::Sort) {
            self.is_order_new.store(true, Relaxed);
        }
        self.filter.set(filter);
        if are_other {
            self.asked_words.set(self.asked_words.get_untracked() + 1);
        }
        self.forget_link();
        self.say_soon();
        if !self.is_new.get_untracked() {
            self.is_new.set(true);
            let is_new = self.is_new.clone();
            after_picture(Box::new(move || is_new.set(false)));
        }
    }

    /// The question as it would be after a change; what is locked stays as it is preset.
    fn changed_filter(&self, change: &mut dyn FnMut(&mut Filter)) -> Filter {
        let Settings { presets, locked, .. } = self.settings();
        let mut filter = self.filter.read_untracked().clone();
        change(&mut filter);
        for part in &locked {
            filter.copy_part(*part, &presets);
        }
        filter
    }

    /// Whether the hidden card would be found without the filters that are not locked.
    #[must_use]
    pub fn can_be_shown(&self) -> bool {
        self.can_be_shown.load(Relaxed)
    }

    /// Asks a whole question, which is why the answer is kept.
    fn can_show(&self, card: InitiativeIdx) -> bool {
        let Data { network, index, .. } = &self.data;
        let filter = self.changed_filter(&mut Filter::clear);
        query::run(network, index, &filter, self.data.locale()).order.contains(&card)
    }

    /// Takes the link away: it leads to what was asked before.
    pub(super) fn forget_link(&self) {
        if !self.link.read_untracked().is_empty() {
            self.link.set(String::new());
        }
    }

    /// Says the count to those who do not see it, and the order where it is another, once for all that changes within half
    /// a second; those whose focus is on it heard it.
    fn say_soon(&self) {
        if self.is_about_to_say.swap(true, Relaxed) {
            return;
        }
        let store = self.clone();
        let say = move || {
            store.is_about_to_say.store(false, Relaxed);
            let is_order_new = store.is_order_new.swap(false, Relaxed);
            if !store.root.get().has_focus(STATUS_ID) {
                store.say(store.status(is_order_new));
            }
        };
        later(SILENCE_MS, Box::new(say));
    }

    /// Says something to those who do not see it.
    pub(super) fn say(&self, mut words: String) {
        // The same again is heard only where it is another text.
        if *self.said.read_untracked() == words {
            words.push('\u{a0}');
        }
        self.said.set(words);
    }

    /// Shows all that is found while the page is printed, and then what was shown before.
    pub fn print(&self, is_printing: bool) {
        self.keep_focus();
        self.is_printing.set(is_printing);
        // The browser prints what is there when this comes back.
        tasks::run();
    }

    /// Opens or closes what a visitor might have, if it is there: a card, an agreement, or the agreements of a card.
    pub(super) fn open(&self, id: &str, is_open: bool) {
        self.unfold(id, is_open);
        self.root.get().set_open(&concat(&["open-", id]), is_open);
    }
}
