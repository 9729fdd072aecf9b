//! The browser: the only place, beside `element`, that names `web_sys` and `js_sys`.
//!
//! Knows nothing of cards or filters. What it offers are functions from and to plain data.

pub mod dom;
pub mod events;
pub mod history;
pub mod intl;
pub mod shadow;
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

/// How many months lie between the beginning of a month and today.
#[must_use]
pub fn months_since(year: u16, month: u8) -> i32 {
    let today = js_sys::Date::new_0();
    today.get_full_year() as i32 * 12 + today.get_month() as i32 + 1 - (i32::from(year) * 12 + i32::from(month))
}

/// A text as a part of an address: what is not plain there is percent-encoded.
#[must_use]
pub fn in_address(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
