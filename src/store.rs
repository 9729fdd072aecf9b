//! What the widget holds: the data, set once per load, and the little that a visitor can change.
//!
//! Knows nothing of markup. Everything else is derived from here. Signals are reference-counted, so
//! that an event that comes after the element was taken off the page finds them alive.

mod about;
mod card;
mod cards;
mod cite;
mod rows;
mod sentences;
mod terms;
mod told;

pub use card::{AgreementCard, Card, Chain, Words};
pub use sentences::{Chip, Chosen};
pub use told::{Entry, EntryValue, Lead};

use crate::browser::dom::Root;
use crate::browser::intl::IntlLocale;
use crate::i18n::Strings;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Filter, Sort};
use supranet_core::index::Index;
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{InitiativeIdx, Network};
use supranet_core::query::{self, Outcome};

/// A dataset, ready for one language.
#[derive(Debug)]
pub struct Data {
    /// The dataset.
    pub network: Network,
    /// The dataset, prepared.
    pub index: Index,
    /// The interface's words.
    pub strings: Strings,
    /// The language's customs.
    pub locale: SendWrapper<IntlLocale>,
    /// How many values or records were left out.
    pub issues: usize,
}

impl Data {
    /// Prepares a dataset for one language.
    #[must_use]
    pub fn new(network: Network, issues: usize, strings: Strings, locale: IntlLocale) -> Self {
        let index = Index::new(&network, &locale);
        Self { network, index, strings, locale: SendWrapper::new(locale), issues }
    }
}

/// What every view is given. A copy is another handle of the same state.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

/// The state behind a [`Store`].
pub struct Inner {
    /// The data.
    pub data: Data,
    heading_level: AtomicU8,
    /// Where a visitor reports an error; `{id}` stands for the card's.
    feedback: Mutex<Option<String>>,
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
    page_size: usize,
    root: SendWrapper<Root>,
}

impl Deref for Store {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Store {
    /// A store over a dataset, asking `filter`.
    #[must_use]
    pub fn new(data: Data, root: Root, heading_level: u8, page_size: usize, filter: Filter) -> Self {
        Self(Arc::new_cyclic(|inner: &std::sync::Weak<Inner>| {
            let filter = ArcRwSignal::new(filter);
            let (asked, inner) = (filter.clone(), inner.clone());
            let outcome = ArcMemo::new(move |before: Option<&Outcome>| match (inner.upgrade(), before) {
                (Some(inner), _) => {
                    let Data { network, index, locale, .. } = &inner.data;
                    query::run(network, index, &asked.read(), &**locale)
                }
                // The store is gone: nobody will look at it.
                (None, before) => before.cloned().unwrap_or_default(),
            });
            let hidden = ArcRwSignal::new(None);
            Inner {
                data,
                heading_level: AtomicU8::new(heading_level),
                feedback: Mutex::new(None),
                opened: Mutex::default(),
                filter,
                outcome,
                hidden,
                shown: ArcRwSignal::new(page_size),
                page_size,
                root: SendWrapper::new(root),
            }
        }))
    }

    /// Sets the level of headings for what is drawn from now on.
    pub fn set_heading_level(&self, level: u8) {
        self.heading_level.store(level, Ordering::Relaxed);
    }

    /// The level of the widget's own heading, 1 to 5.
    #[must_use]
    pub fn heading_level(&self) -> u8 {
        self.heading_level.load(Ordering::Relaxed)
    }

    /// Sets where a visitor reports an error, for what is drawn from now on.
    pub fn set_feedback(&self, address: Option<String>) {
        if let Ok(mut feedback) = self.feedback.lock() {
            *feedback = address;
        }
    }

    /// Whether the visitor has this open: a card or an agreement that comes back stays as it was.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.opened.lock().is_ok_and(|opened| opened.iter().any(|own| own == id))
    }

    /// Notes that the visitor opened or closed this.
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
        self.data.locale.number(i64::from(count))
    }

    /// The id of a card's heading inside the root, which takes the focus.
    #[must_use]
    pub fn heading_id(&self, card: InitiativeIdx) -> String {
        concat(&["card-", &self.data.network.initiative(card).id])
    }

    /// Chooses a value of a facet, or takes the choice back.
    pub fn toggle(&self, facet: Facet, value: usize) {
        self.change(|filter| filter.toggle(facet, &self.data.index.facet(facet).tree, value));
    }

    /// Sets the words to find.
    pub fn search(&self, words: String) {
        self.change(|filter| filter.q = words);
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
        self.root.focus(id);
    }

    /// Takes one chip away; the focus goes to the count of what is now found.
    pub fn remove(&self, chip: &Chip) {
        self.change(|filter| match &chip.of {
            Chosen::Value(facet, value) => filter.remove(*facet, value),
            Chosen::From => filter.from = None,
            Chosen::To => filter.to = None,
            Chosen::Words => filter.q.clear(),
        });
        self.root.focus(STATUS_ID);
    }

    /// Takes every filter away.
    pub fn clear(&self) {
        self.change(Filter::clear);
        self.root.focus(STATUS_ID);
    }

    /// Takes the visitor back to what led to a card, or away from the offer to show it.
    pub fn go_back(&self) {
        self.hidden.set(None);
        self.root.go_back();
    }

    /// Brings a card into view and focus; where the filters hide it, offers to take them away.
    pub fn show(&self, card: InitiativeIdx) {
        self.root.remember();
        let place = self.outcome.read_untracked().order.iter().position(|own| *own == card);
        if let Some(place) = place {
            self.hidden.set(None);
            if self.shown.get_untracked() <= place {
                self.shown.set(place + 1);
            }
            self.root.focus(&self.heading_id(card));
        } else {
            self.hidden.set(Some(card));
            self.root.focus(HIDDEN_ID);
        }
    }

    /// Takes the filters away and shows the card that they hid.
    pub fn show_hidden(&self) {
        if let Some(card) = self.hidden.get_untracked() {
            self.change(Filter::clear);
            self.show(card);
        }
    }

    /// Shows the next cards; the focus goes to the first of them.
    pub fn show_more(&self) {
        let before = self.shown.get_untracked();
        self.shown.set(before + self.page_size);
        let next = self.outcome.read_untracked().order.get(before).copied();
        next.into_iter().for_each(|card| self.root.focus(&self.heading_id(card)));
    }

    /// Sets the first or the last year in which agreements were made, by its digits; without any it is not asked.
    pub fn set_year(&self, is_from: bool, digits: &str) {
        let year = digits.parse().ok();
        self.change(|filter| if is_from { filter.from = year } else { filter.to = year });
    }

    /// The first or the last year asked, in digits; read inside an effect, it is followed.
    #[must_use]
    pub fn year(&self, is_from: bool) -> String {
        let filter = self.filter.read();
        let year = if is_from { filter.from } else { filter.to };
        year.map(sentences::in_digits).unwrap_or_default()
    }

    /// Sets the order of the cards, by its key.
    pub fn sort(&self, key: &str) {
        self.change(|filter| filter.sort = Sort::from_key(key));
    }

    fn change(&self, change: impl FnOnce(&mut Filter)) {
        self.root.keep_focus(STATUS_ID);
        self.hidden.set(None);
        self.shown.set(self.page_size);
        self.filter.update(change);
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
