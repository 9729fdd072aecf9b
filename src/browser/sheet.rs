//! The one constructed style sheet, shared by every element of the page.
//!
//! Knows nothing of the rules in it.

use crate::style;
use js_sys::Array;
use std::cell::OnceCell;
use web_sys::{CssStyleSheet, ShadowRoot};

thread_local! {
    static SHEET: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
}

/// Lets a root adopt the sheet. Without constructed sheets (below the browser floor) it stays plain.
pub fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet.get_or_init(make) {
            root.set_adopted_style_sheets(&Array::of1(sheet));
        }
    });
}

fn make() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(style::SHEET).ok()?;
    Some(sheet)
}
