//! What the widget holds: the data, set once per load, and the little that a visitor can change.
//!
//! Knows nothing of markup. Everything else is derived from here. Signals are reference-counted, so
//! that an event that comes after the element was taken off the page finds them alive.

mod about;
mod acts;
mod address;
mod bar;
mod card;
mod cards;
mod cite;
mod data;
mod face;
mod rows;
mod sentences;
mod settings;
mod take;
mod terms;
mod told;
mod words;

pub use address::Address;
pub use bar::{Bar, YEARS};
pub use card::{AgreementCard, Card, Chain};
pub use data::Data;
pub use sentences::{Chip, Chosen};
pub use settings::{HIDEABLE, Settings};
pub use take::FORMATS;
pub use told::{Entry, EntryValue, Lead};
pub use words::Words;

use crate::browser::dom::Root;
use crate::browser::events::Page;
use fragile::Fragile;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use supranet_core::facet::Facet;
use supranet_core::filter::{Choice, Filter};
use supranet_core::index::Marker;
use supranet_core::join::concat;
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
    /// How often agreements were unfolded or folded: a card's list follows this.
    unfoldings: ArcRwSignal<usize>,
    /// How the visitor left the filter bar.
    pub bar: Bar,
    /// What the visitor asks.
    pub filter: ArcRwSignal<Filter>,
    /// The answer.
    pub outcome: ArcMemo<Outcome>,
    /// A card that was asked for and is hidden by the filters.
    pub hidden: ArcRwSignal<Option<InitiativeIdx>>,
    can_be_shown: AtomicBool,
    /// How many of the cards found are shown.
    pub shown: ArcRwSignal<usize>,
    /// Whether the page is being printed: then all that is found is shown.
    pub is_printing: ArcRwSignal<bool>,
    /// Whether the answer is new, and still to be seen for the first time.
    pub is_new: ArcRwSignal<bool>,
    /// What is to be heard: the count, a moment after it changed.
    pub said: ArcRwSignal<String>,
    is_about_to_say: AtomicBool,
    is_order_new: AtomicBool,
    /// The address of what is asked, when the visitor wanted it; else nothing.
    pub link: ArcRwSignal<String>,
    /// The id of the field whose text was copied last.
    pub copied: ArcRwSignal<String>,
    /// How often other words were asked: what marks them follows this, and nothing else of the question.
    asked_words: ArcRwSignal<usize>,
    marker: Mutex<(String, Marker)>,
    /// What the address said when it was read or written last.
    last_address: Mutex<String>,
    /// A card far behind those that are shown, to which the visitor was led.
    pub far: ArcRwSignal<Option<InitiativeIdx>>,
    root: Fragile<Root>,
    pub(crate) page: Fragile<Page>,
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
                unfoldings: ArcRwSignal::new(0),
                bar: Bar::new(),
                filter,
                outcome,
                hidden,
                can_be_shown: AtomicBool::new(false),
                is_printing: ArcRwSignal::new(false),
                is_new: ArcRwSignal::new(false),
                said: ArcRwSignal::new(String::new()),
                is_about_to_say: AtomicBool::new(false),
                is_order_new: AtomicBool::new(false),
                link: ArcRwSignal::new(String::new()),
                copied: ArcRwSignal::new(String::new()),
                asked_words: ArcRwSignal::new(0),
                marker: Mutex::default(),
                last_address: Mutex::default(),
                far: ArcRwSignal::new(None),
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

    /// Whether these agreements are unfolded; read inside an effect, it is followed.
    #[must_use]
    pub fn is_unfolded(&self, id: &str) -> bool {
        self.unfoldings.track();
        self.is_open(id)
    }

    /// Unfolds agreements, or folds them again.
    pub fn unfold(&self, id: &str, is_unfolded: bool) {
        self.set_open(id, is_unfolded);
        self.unfoldings.set(self.unfoldings.get_untracked() + 1);
    }

    /// Why this is open; for nothing where it is not.
    #[must_use]
    pub fn opened_for(&self, id: &str) -> &'static str {
        match (self.is_printing.get(), self.is_open(id)) {
            (true, _) => "print",
            (_, true) => "visitor",
            _ => "",
        }
    }

    /// Notes that this is open or closed now, and tells the page what a visitor opened: what a script opens is noted
    /// before it opens.
    pub fn note_open(&self, id: &str, is_open: bool) {
        if self.is_printing.get_untracked() {
            return;
        }
        if is_open && !self.is_open(id) {
            self.page.get().tell("supra-select", &face::selected(id));
        }
        self.set_open(id, is_open);
        self.forget_link();
        self.write_address(false);
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
/// The id of the field with the link to what is asked.
pub const LINK_ID: &str = "link";
/// The id of the offer to show a hidden card.
pub const HIDDEN_ID: &str = "hidden";
