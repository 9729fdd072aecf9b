//! From plain data to markup.
//!
//! Holds no logic and knows nothing of the browser: what is shown comes from the store, what a
//! visitor does goes to the store. Elements are built by function, not by the `view!` macro, which
//! would put fixed parts through `innerHTML` and break under Trusted Types.

mod agreement;
mod card;
mod choice;
mod entries;
mod filters;
mod parts;
mod results;

use crate::store::Store;
use leptos::html::div;
use leptos::prelude::*;

/// The whole widget, once there is data: what stands in it, in order.
pub fn app(store: &Store) -> AnyView {
    div().class("all").child([results::title(store), filters::filters(store), results::results(store)]).into_any()
}
