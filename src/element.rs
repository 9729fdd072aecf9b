//! A widget on a page: from the bytes of a dataset to what is drawn, and the two faces of it: `handle` for the entry script,
//! `component` for other Leptos apps.
//!
//! Knows nothing of requests, attributes and props.

#[cfg(feature = "element")]
mod attributes;
pub mod component;
#[cfg(feature = "element")]
pub mod handle;

use crate::browser::events::Loaded;
use crate::browser::history::on_page;
use crate::browser::intl::IntlLocale;
use crate::browser::{tasks, warn};
use crate::i18n::{Strings, customs_of};
use crate::store::{Address, Data, Store};
use crate::view;
use gloo_events::EventListener;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use std::cell::RefCell;
use supranet_core::error::Issue;
use supranet_core::join::concat;
use supranet_core::model::{Network, PartialDate};
use supranet_core::{raw, validate};
use web_sys::HtmlElement;

/// What is on the page.
pub(crate) struct Shown {
    /// What it holds.
    pub(crate) store: Store,
    owner: Owner,
    /// Follow Back and Forward, and printing, as long as they are kept.
    _listeners: [Option<EventListener>; 3],
    mounted: AnyViewState,
}

impl Drop for Shown {
    fn drop(&mut self) {
        // Dropping the view alone leaves its effects alive as long as anything holds the owner.
        self.owner.cleanup();
        self.mounted.unmount();
    }
}

/// Reads files as one dataset; or says why none can be had: a code such as `SN205`, a space, and a line for the
/// administrator. Of several files one may be refused: `refuse` is told its position and why.
pub(crate) fn read(files: &[Vec<u8>], refuse: &mut dyn FnMut(usize, &str)) -> Result<(Network, Vec<Issue>), String> {
    let mut read = Vec::with_capacity(files.len());
    let mut refused = String::new();
    for (at, bytes) in files.iter().enumerate() {
        match raw::parse(bytes) {
            Ok(file) => read.push(file),
            Err(error) => {
                refused = concat(&[error.kind.code(), " ", &error.message()]);
                if files.len() > 1 {
                    refuse(at, &refused);
                }
            }
        }
    }
    if read.is_empty() {
        return Err(refused);
    }
    Ok(validate::networks(&read))
}

/// Prepares what was read for one language, with its words; says why not where there is nothing to show.
pub(crate) fn prepare(
    (network, issues): (Network, Vec<Issue>),
    strings: Strings,
    language: &str,
) -> Result<(Loaded, Data), String> {
    if network.initiatives.is_empty() {
        return Err("SN207 initiatives: no record can be shown".into());
    }
    let loaded = Loaded {
        initiatives: network.initiatives.len(),
        agreements: network.agreements.len(),
        issues: issues.len(),
        updated: network.updated.map(PartialDate::iso),
    };
    let locale = IntlLocale::new(&customs_of(language));
    let is_partly = issues.iter().any(|issue| issue.code.leaves_out());
    Ok((loaded, Data::new(network, is_partly, strings, locale)))
}

thread_local! {
    /// The prefixes in the page's address that are somebody's.
    static PREFIXES: RefCell<Vec<(HtmlElement, String)>> = const { RefCell::new(Vec::new()) };
}

/// Of two elements with one prefix the second keeps out of the address.
pub(crate) fn take_prefix(host: &HtmlElement, store: &Store) {
    let mut settings = store.settings();
    PREFIXES.with_borrow_mut(|taken| {
        taken.retain(|(own, _)| own != host && own.is_connected());
        let Some(Address { prefix, .. }) = &settings.address else { return };
        if taken.iter().any(|(_, own)| own == prefix) {
            warn(&concat(&["supra-network SN301: url-prefix=\"", prefix, "\": another element has it; url is off"]));
            settings.address = None;
            store.set_settings(settings);
        } else {
            taken.push((host.clone(), prefix.clone()));
        }
    });
}

/// Draws it.
pub(crate) fn mount(base: &HtmlElement, store: Store) -> Shown {
    tasks::set_up();
    let owner = Owner::new();
    // Leptos mounts likewise, but sets up tasks of its own first.
    let mounted = owner.with(|| {
        let mut mounted = view::app(&store).build();
        mounted.mount(base, None);
        mounted
    });
    let (followed, printed, done) = (store.clone(), store.clone(), store.clone());
    let follow = move || {
        if followed.come_back() {
            followed.tell_change();
        }
    };
    let listeners = [
        on_page("popstate", Box::new(follow)),
        on_page("beforeprint", Box::new(move || printed.print(true))),
        on_page("afterprint", Box::new(move || done.print(false))),
    ];
    Shown { store, owner, _listeners: listeners, mounted }
}
