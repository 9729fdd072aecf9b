//! The browser: the only place, beside `element`, that names `web_sys` and `js_sys`.
//!
//! Knows nothing of cards or filters. What it offers are functions from and to plain data.

pub mod dom;
pub mod events;
pub mod files;
pub mod history;
pub mod intl;
pub mod sheet;
pub mod tasks;

use wasm_bindgen::JsValue;

/// One line for the page author, never for visitors.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&JsValue::from_str(message));
}

/// One line of the report that the `debug` attribute asks for.
pub fn inform(message: &str) {
    web_sys::console::info_1(&JsValue::from_str(message));
}

/// A text as a part of an address: what is not plain there is percent-encoded.
#[must_use]
pub fn in_address(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
