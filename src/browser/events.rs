//! Events for the page: they bubble, cross the shadow boundary, and carry plain data.
//!
//! Knows nothing of what the data means.

use js_sys::{Function, JSON};
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The detail of `supra-load`.
#[derive(Debug, Clone, Serialize)]
pub struct Loaded {
    /// How many initiatives were read.
    pub initiatives: usize,
    /// How many agreements were read.
    pub agreements: usize,
    /// How many values or records were left out.
    pub issues: usize,
    /// The date of the data's last change, as in the file.
    pub updated: Option<String>,
}

impl Loaded {
    /// As the page is told it.
    #[must_use]
    pub fn detail(&self) -> JsValue {
        serde_wasm_bindgen::to_value(self).unwrap_or(JsValue::NULL)
    }
}

/// The page, as those that tell it something know it.
#[derive(Debug, Clone)]
pub struct Page {
    host: HtmlElement,
    save: Function,
}

impl Page {
    /// The page around an element; `save` lets a visitor save what is found, in a format and under a name.
    #[must_use]
    pub fn around(host: &HtmlElement, save: &Function) -> Self {
        Self { host: host.clone(), save: save.clone() }
    }

    /// Lets the page author know what the page does wrong to an element that speaks this language, and whose heading is
    /// the page's first or not.
    pub fn report(&self, language: &str, is_top: bool) {
        // What it throws is not ours.
        self.save.call3(&JsValue::NULL, &JsValue::NULL, &JsValue::from_str(language), &is_top.into()).ok();
    }

    /// Lets the visitor save what is found.
    pub fn save(&self, format: &str, name: &str) {
        // It promises, and says itself what fails.
        self.save.call2(&JsValue::NULL, &JsValue::from_str(format), &JsValue::from_str(name)).ok();
    }

    /// Tells it something, with a JSON value.
    pub fn tell(&self, name: &str, json: &str) {
        dispatch(&self.host, name, JSON::parse(json).unwrap_or(JsValue::NULL));
    }
}

fn dispatch(host: &HtmlElement, name: &str, detail: JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // An exception in a listener of the page is the page's; the browser reports it there.
        host.dispatch_event(&event).ok();
    }
}
