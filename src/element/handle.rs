//! The JavaScript face: one [`Handle`] per element on the page.
//!
//! Knows nothing of requests: the entry script hands over bytes and attributes.

use super::attributes::{Attributes, Effect};
use super::{Shown, mount, prepare, read, take_prefix};
use crate::browser::dom::Root;
use crate::browser::events::{Loaded, Page};
use crate::browser::{inform, sheet, warn};
use crate::i18n::Strings;
use crate::store::Store;
use js_sys::{Array, Function, Uint8Array};
use leptos::prelude::*;
use supranet_core::facet::Facet;
use supranet_core::filter::Part;
use supranet_core::join::{concat, digits};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlElement, ShadowRoot};

/// Gives a shadow root the widget's looks: at once, so that a notice has them too.
#[wasm_bindgen]
pub fn dress(root: &ShadowRoot) {
    sheet::adopt(root);
}

/// One element. Dropping it (`free()`) takes everything down that it put on the page.
#[wasm_bindgen]
pub struct Handle {
    host: HtmlElement,
    base: HtmlElement,
    /// Lets a visitor save what is found.
    save: Function,
    language: String,
    strings: Strings,
    attributes: Attributes,
    shown: Option<Shown>,
}

#[wasm_bindgen]
impl Handle {
    /// A handle that draws into `base`, which stands in the shadow root of `host`, in a language and
    /// with the texts of its pack. `save` is called with a format and a name where a visitor wants what is found as a file;
    /// with `null`, the language spoken, and whether its heading is the page's first, for what `debug` says of the page.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: HtmlElement, base: HtmlElement, language: String, pack: &[u8], save: Function) -> Self {
        let strings = Strings::from_pack(pack);
        Self { host, base, save, language, strings, attributes: Attributes::default(), shown: None }
    }

    /// Sets an attribute, or takes it away; before and after data is loaded.
    pub fn set_attribute(&mut self, name: &str, value: Option<String>) {
        let effect = self.attributes.set(name, value.as_deref());
        let Some(shown) = self.shown.take() else { return };
        match effect {
            Effect::Nothing => self.shown = Some(shown),
            Effect::Preset(part) => {
                let mut settings = self.attributes.settings.clone();
                // Another element may have the prefix.
                settings.address = shown.store.settings().address;
                shown.store.set_settings(settings.clone());
                shown.store.ask(&mut |filter| filter.copy_part(part, &settings.presets));
                shown.store.write_address(false);
                if let Part::Facet(facet) = part {
                    warn_of_unknown(&shown.store, facet);
                }
                self.shown = Some(shown);
            }
            Effect::Repage | Effect::Redraw => {
                let store = shown.store.clone();
                let cards = store.shown.get_untracked();
                store.keep_focus();
                let before = store.settings().address;
                store.set_settings(self.attributes.settings.clone());
                take_prefix(&self.host, &store);
                if store.settings().address != before && store.is_in_address() {
                    warn_of_unread(&store.follow_address());
                }
                // What is locked now is as it is preset.
                store.ask(&mut |_| ());
                store.write_address(false);
                if let Effect::Repage = effect {
                    self.shown = Some(shown);
                    return;
                }
                store.shown.set(cards);
                drop(shown);
                self.shown = Some(mount(&self.base, store));
            }
        }
    }

    /// Answers a script of the page: what it wants, and a JSON value where it sets something. Nothing before data is
    /// shown.
    #[must_use]
    pub fn answer(&self, what: &str, value: Option<String>) -> Option<String> {
        let store = &self.shown.as_ref()?.store;
        let mut unread = String::new();
        let answer = store.answer(what, value.as_deref(), &mut unread);
        if value.is_some() && matches!(what, "filters" | "state") {
            if answer.is_none() || !unread.is_empty() {
                warn(&concat(&["supra-network SN301: ", what, ": not a value that it can have", &unread]));
            }
            warn_of_all_unknown(store);
        }
        answer
    }

    /// Reads files, each a `Uint8Array`, as one dataset and shows it. Gives back the detail of `supra-load`, or as a text
    /// why not: a code such as `SN205`, a space, and a line for the administrator. Of several files one may be refused:
    /// `refuse` is told its position and why.
    #[must_use]
    pub fn load(&mut self, files: Array, refuse: &Function) -> JsValue {
        match self.read(&files, refuse) {
            Ok(loaded) => loaded.detail(),
            Err(refused) => JsValue::from_str(&refused),
        }
    }
}

impl Handle {
    fn read(&mut self, files: &Array, refuse: &Function) -> Result<Loaded, String> {
        let Some(root) = Root::around(&self.base) else { return Err("SN402 not in a shadow root".into()) };
        let mut bytes: Vec<Vec<u8>> = Vec::new();
        for file in files.iter() {
            bytes.push(file.unchecked_into::<Uint8Array>().to_vec());
        }
        let are_several = bytes.len() > 1;
        let read = read(&bytes, &mut |at, why| {
            // What it throws is not ours.
            refuse.call2(&JsValue::NULL, &JsValue::from(at as u32), &JsValue::from_str(why)).ok();
        })?;
        drop(bytes);
        if self.attributes.debug {
            // In short: the whole sentences are in `supranet check`.
            for issue in &read.1 {
                let file =
                    if are_several { concat(&["file ", &digits(issue.file as u64 + 1), ": "]) } else { String::new() };
                inform(&concat(&[issue.code.as_str(), " ", &file, &issue.path, " ", &issue.detail]));
            }
        }
        let (detail, data) = prepare(read, self.strings.clone(), &self.language)?;
        let settings = self.attributes.settings.clone();
        let store = Store::new(data, root, Page::around(&self.host, &self.save), settings);
        self.shown = None;
        take_prefix(&self.host, &store);
        warn_of_unread(&store.follow_address());
        warn_of_all_unknown(&store);
        self.shown = Some(mount(&self.base, store.clone()));
        if self.attributes.debug {
            store.page.get().report(&self.language, store.heading_level() == 1);
        }
        store.follow_card();
        Ok(detail)
    }
}

fn warn_of_unread(parts: &[Part]) {
    for part in parts {
        warn(&concat(&["supra-network SN301: the address: ", part.key(), ": not a value that it can have"]));
    }
}

/// So many bytes of unknown ids are told, and the one that goes beyond them.
const MOST_TOLD: usize = 200;

/// Ids that the data does not know stay, match nothing and show as chips; the page author is told.
fn warn_of_unknown(store: &Store, facet: Facet) {
    let tree = &store.data.index.facet(facet).tree;
    let mut unknown = String::new();
    for id in store.filter.read_untracked().chosen(facet) {
        if tree.find(id).is_none() && unknown.len() < MOST_TOLD {
            unknown.push(' ');
            unknown.push_str(id);
        }
    }
    if !unknown.is_empty() {
        warn(&concat(&["supra-network SN301: ", facet.key(), ": the data does not know", &unknown]));
    }
}

#[inline(never)]
fn warn_of_all_unknown(store: &Store) {
    for facet in Facet::ALL {
        warn_of_unknown(store, facet);
    }
}
