//! What the widget holds: the data, set once per load, and the little that a visitor can change.
//!
//! Knows nothing of markup. Everything else is derived from here. Signals are reference-counted, so
//! that an event that comes after the element was taken off the page finds them alive.

mod about;
mod address;
mod card;
mod cards;
mod cite;
mod data;
mod face;
mod rows;
mod sentences;
mod settings;
mod terms;
mod told;

pub use address::Address;
pub use card::{AgreementCard, Card, Chain, Words};
pub use data::Data;
pub use sentences::{Chip, Chosen};
pub use settings::{HIDEABLE, Settings};
pub use told::{Entry, EntryValue, Lead};

use crate::browser::dom::Root;
use crate::browser::events::Page;
use fragile::Fragile;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::{Arc, Mutex};
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Filter, Sort};
use supranet_core::index::Marker;
use supranet_core::join::{concat, digits};
use supranet_core::locale::Locale as _;
use supranet_core::model::InitiativeIdx;
use supranet_core::query::{self, Outcome};

/// What every view is given. A copy is another handle of the same state.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

/// The state behind a [`Store`].
pub struct Inner {
    /// The data.
    pub data: Data,
    settings: Mutex<Settings>,
    /// The ids of what the visitor opened.
    opened: Mutex<Vec<String>>,
    /// What the visitor asks.
    pub filter: ArcRwSignal<Filter>,
    /// The answer.
    pub outcome: ArcMemo<Outcome>,
    /// A card that was asked for and is hidden by the filters.
    pub hidden: ArcRwSignal<Option<InitiativeIdx>>,
    /// How many of the cards found are shown.
    pub shown: ArcRwSignal<usize>,
    /// How often other words were asked: what marks them follows this, and nothing else of the question.
    asked_words: ArcRwSignal<usize>,
    marker: Mutex<(String, Marker)>,
    root: Fragile<Root>,
    page: Fragile<Page>,
}

impl Deref for Store {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Store {
    /// A store over a dataset, asking what is preset; `page` is told what a visitor does.
    #[must_use]
    pub fn new(data: Data, root: Root, page: Page, settings: Settings) -> Self {
        Self(Arc::new_cyclic(|inner: &std::sync::Weak<Inner>| {
            let filter = ArcRwSignal::new(settings.presets.clone());
            let (asked, inner) = (filter.clone(), inner.clone());
            let outcome = ArcMemo::new(move |before: Option<&Outcome>| match (inner.upgrade(), before) {
                (Some(inner), _) => {
                    let Data { network, index, .. } = &inner.data;
                    query::run(network, index, &asked.read(), inner.data.locale())
                }
                // The store is gone: nobody will look at it.
                (None, before) => before.cloned().unwrap_or_default(),
            });
            let hidden = ArcRwSignal::new(None);
            Inner {
                data,
                opened: Mutex::default(),
                filter,
                outcome,
                hidden,
                asked_words: ArcRwSignal::new(0),
                marker: Mutex::default(),
                shown: ArcRwSignal::new(settings.page_size),
                settings: Mutex::new(settings),
                root: Fragile::new(root),
                page: Fragile::new(page),
            }
        }))
    }

    /// The level of the widget's own heading, 1 to 5.
    #[must_use]
    pub fn heading_level(&self) -> usize {
        self.settings().heading_level
    }

    /// Whether the visitor has this open: a card or an agreement that comes back stays as it was.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.opened.lock().is_ok_and(|opened| opened.iter().any(|own| own == id))
    }

    /// Notes that this is open or closed now, and tells the page what a visitor opened: what a script opens is noted
    /// before it opens.
    pub fn note_open(&self, id: &str, is_open: bool) {
        if is_open && !self.is_open(id) {
            self.page.get().tell("supra-select", &face::selected(id));
        }
        self.set_open(id, is_open);
    }

    /// Notes that this is open or closed.
    pub fn set_open(&self, id: &str, is_open: bool) {
        if let Ok(mut opened) = self.opened.lock() {
            opened.retain(|own| own != id);
            if is_open {
                opened.push(id.into());
            }
        }
    }

    /// A count, as the language writes it.
    #[must_use]
    pub fn number(&self, count: u32) -> String {
        self.data.locale().number(i64::from(count))
    }

    /// The id of a card's heading inside the root, which takes the focus.
    #[must_use]
    pub fn heading_id(&self, card: InitiativeIdx) -> String {
        concat(&["card-", &self.data.network.initiative(card).id])
    }

    /// Chooses a value of a facet, or takes the choice back.
    pub fn toggle(&self, facet: Facet, value: usize) {
        self.change(&mut |filter| filter.toggle(facet, &self.data.index.facet(facet).tree, value));
    }

    /// Sets the words to find.
    pub fn search(&self, words: String) {
        self.change(&mut |filter| filter.q.clone_from(&words));
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
        self.change(&mut |filter| match &chip.of {
            Chosen::Value(facet, value) => filter.remove(*facet, value),
            Chosen::From => filter.from = None,
            Chosen::To => filter.to = None,
            Chosen::Words => filter.q.clear(),
        });
        self.root.get().focus(STATUS_ID);
    }

    /// Takes every filter away.
    pub fn clear(&self) {
        self.change(&mut Filter::clear);
        self.root.get().focus(STATUS_ID);
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
            if self.shown.get_untracked() <= place {
                self.shown.set(place + 1);
            }
            self.root.get().focus(&self.heading_id(card));
        } else {
            self.hidden.set(Some(card));
            self.root.get().focus(HIDDEN_ID);
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
        self.shown.set(before + self.settings().page_size);
        let next = self.outcome.read_untracked().order.get(before).copied();
        next.into_iter().for_each(|card| self.root.get().focus(&self.heading_id(card)));
    }

    /// Sets the first or the last year in which agreements were made, by its digits; without any it is not asked.
    pub fn set_year(&self, is_from: bool, digits: &str) {
        let year = digits.parse().ok();
        self.change(&mut |filter| if is_from { filter.from = year } else { filter.to = year });
    }

    /// The first or the last year asked, in digits; read inside an effect, it is followed.
    #[must_use]
    pub fn year(&self, is_from: bool) -> String {
        let filter = self.filter.read();
        let year = if is_from { filter.from } else { filter.to };
        year.map(|year| digits(year.into())).unwrap_or_default()
    }

    /// Sets the order of the cards, by its key.
    pub fn sort(&self, key: &str) {
        self.change(&mut |filter| filter.sort = Sort::from_key(key));
    }

    /// A change by the visitor: what is locked stays as it is preset.
    fn change(&self, change: &mut dyn FnMut(&mut Filter)) {
        let words = self.filter.read_untracked().q.clone();
        self.root.get().keep_focus(STATUS_ID);
        self.ask(change);
        // Typing is not worth an entry of the history for each letter.
        self.write_address(self.filter.read_untracked().q == words);
        self.tell_change();
    }

    /// Tells the page what is asked and found now.
    pub fn tell_change(&self) {
        self.page.get().tell("supra-change", &self.changed());
    }

    /// A change by the page.
    pub fn ask(&self, change: &mut dyn FnMut(&mut Filter)) {
        let Settings { presets, locked, page_size, .. } = self.settings();
        self.hidden.set(None);
        self.shown.set(page_size);
        let mut filter = self.filter.read_untracked().clone();
        let words = filter.q.clone();
        change(&mut filter);
        for part in &locked {
            filter.copy_part(*part, &presets);
        }
        let are_other = filter.q != words;
        self.filter.set(filter);
        if are_other {
            self.asked_words.set(self.asked_words.get_untracked() + 1);
        }
    }

    /// How a value of a facet stands; read inside an effect, it is followed.
    #[must_use]
    pub fn choice(&self, facet: Facet, value: usize) -> Choice {
        self.filter.read().choice(facet, &self.data.index.facet(facet).tree, value)
    }

    /// How many cards a value would leave; read inside an effect, it is followed.
    #[must_use]
    pub fn count(&self, facet: Facet, value: usize) -> u32 {
        let outcome = self.outcome.read();
        if facet == Facet::Initiative {
            return outcome.count_initiative(&self.data.network, &self.data.index, value);
        }
        outcome.counts(facet).get(value).copied().unwrap_or_default()
    }
}

/// The id of the count inside the root.
pub const STATUS_ID: &str = "status";
/// The id of the offer to show a hidden card.
pub const HIDDEN_ID: &str = "hidden";
