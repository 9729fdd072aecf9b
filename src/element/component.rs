//! The widget as a component of another Leptos app.
//!
//! Knows nothing of where data comes from: the app hands over bytes.

use super::{Shown, mount, prepare, read, take_prefix};
use crate::browser::events::Loaded;
use crate::browser::shadow::Shadow;
use crate::i18n::{Language, Strings};
use crate::store::{Settings, Store};
use leptos::html;
use leptos::prelude::*;
use std::slice::from_ref;
use supranet_core::error::Issue;
use supranet_core::model::Network;

/// Why data is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// One of the codes SN204 (not JSON), SN205 (no dataset), SN207 (no usable record).
    pub code: String,
    /// A line for the administrator, in English: line and column, or a path.
    pub message: String,
}

/// What stands in the shadow root.
struct Place {
    shadow: Shadow,
    shown: Option<Shown>,
    /// With what it was drawn; with others what a visitor asked is forgotten.
    settings: Settings,
}

/// Cards of initiatives and their agreements, with filters, in a shadow root of its own on a `div`.
///
/// Without data the children are shown. Data that is refused changes nothing; new data, or another language, keeps what
/// the visitor asked and opened; other settings start anew. What a visitor does is told by the events of
/// `<supra-network>`, which bubble from the `div`.
#[component]
pub fn SupraNetwork(
    /// A dataset, as the bytes of its JSON, once there is one.
    #[prop(into)]
    data: Signal<Option<Vec<u8>>>,
    /// In which language.
    #[prop(into, default = Language::ENGLISH.into())]
    language: Signal<Language>,
    /// What is asked at first, locked, hidden, and how it is shown.
    #[prop(into, optional)]
    settings: Signal<Settings>,
    /// Data is shown.
    #[prop(into, optional)]
    on_load: Option<Callback<Loaded>>,
    /// Data is refused.
    #[prop(into, optional)]
    on_error: Option<Callback<Refused>>,
    /// What is shown until there is data.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let place = StoredValue::new_local(None::<Place>);
    Effect::new(move || {
        let Some(host) = host.get() else { return };
        let (language, settings) = (language.get(), settings.get());
        let read = data.with(|bytes| bytes.as_ref().map(|bytes| read(from_ref(bytes), &mut |_, _| ())));
        let answer = untrack(|| {
            place.try_update_value(|place| {
                if place.is_none() {
                    *place =
                        Shadow::open(&host).map(|shadow| Place { shadow, shown: None, settings: settings.clone() });
                }
                place.as_mut().and_then(|place| place.show(read, language, settings))
            })
        });
        match answer.flatten() {
            Some(Ok(loaded)) => tell(on_load, loaded),
            Some(Err(refused)) => tell(on_error, refused),
            None => {}
        }
    });
    html::div().node_ref(host).child(children.map(|children| children()))
}

fn tell<T: 'static>(callback: Option<Callback<T>>, what: T) {
    if let Some(callback) = callback {
        untrack(|| callback.run(what));
    }
}

/// Read or refused.
type Read = Result<(Network, Vec<Issue>), String>;

impl Place {
    /// Shows what was read, if anything was; says how that went.
    fn show(
        &mut self,
        read: Option<Read>,
        language: Language,
        mut settings: Settings,
    ) -> Option<Result<Loaded, Refused>> {
        let strings = Strings::from_pack(language.pack);
        let direction = strings.get("direction").to_owned();
        let Some(read) = read else {
            self.shown = None;
            self.shadow.set(language.tag, &direction, true);
            return None;
        };
        // What writes files is loaded by the entry script.
        settings.hidden.push("export");
        let (loaded, data) = match read.and_then(|read| prepare(read, strings, language.tag)) {
            Ok(prepared) => prepared,
            Err(refused) => return Some(Err(Refused::new(&refused))),
        };
        let root = self.shadow.root()?;
        let before = self.shown.take().filter(|_| self.settings == settings);
        let state = before.as_ref().and_then(|before| before.store.answer("state", None, &mut String::new()));
        drop(before);
        let store = Store::new(data, root, self.shadow.page(), settings.clone());
        self.settings = settings;
        take_prefix(self.shadow.host(), &store);
        store.follow_address();
        self.shadow.set(language.tag, &direction, false);
        self.shown = Some(mount(self.shadow.base(), store.clone()));
        if state.is_some() {
            // It is as the store wrote it: nothing in it is unread.
            drop(store.answer("state", state.as_deref(), &mut String::new()));
        }
        store.follow_card();
        Some(Ok(loaded))
    }
}

impl Refused {
    /// As the reader says it: a code, a space, and a line.
    fn new(refused: &str) -> Self {
        let (code, message) = refused.split_once(' ').unwrap_or((refused, ""));
        Self { code: code.into(), message: message.into() }
    }
}
