//! Files: those of the data as they were loaded, and one that a visitor saves.
//!
//! Knows nothing of what is in them.

use fragile::Fragile;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url, window};

/// The bytes of files, where the page has them: they stand in no other memory until they are read.
#[derive(Debug)]
pub struct Files(Fragile<Array>);

impl Files {
    /// A list of `Uint8Array`.
    #[must_use]
    pub fn new(list: Array) -> Self {
        Self(Fragile::new(list))
    }

    /// A copy of each.
    #[must_use]
    pub fn bytes(&self) -> Vec<Vec<u8>> {
        let mut bytes = Vec::new();
        for file in self.0.get().iter() {
            bytes.push(file.unchecked_into::<Uint8Array>().to_vec());
        }
        bytes
    }
}

/// Lets the visitor save a text as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    let how = BlobPropertyBag::new();
    how.set_type(kind);
    let Some(page) = window().and_then(|window| window.document()) else { return };
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &how) else { return };
    // None of these can fail: the names are fixed.
    let (Ok(address), Ok(link)) = (Url::create_object_url_with_blob(&blob), page.create_element("a")) else { return };
    link.set_attribute("href", &address).ok();
    link.set_attribute("download", name).ok();
    link.unchecked_into::<HtmlElement>().click();
    // The browser took it when it was clicked.
    Url::revoke_object_url(&address).ok();
}

/// How many months lie between the beginning of a month and today.
#[must_use]
pub fn months_since(year: u16, month: u8) -> i32 {
    let today = Date::new_0();
    today.get_full_year() as i32 * 12 + today.get_month() as i32 + 1 - (i32::from(year) * 12 + i32::from(month))
}
