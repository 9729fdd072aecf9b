//! The address of the page and its history, as strings.
//!
//! Knows nothing of what the parameters mean.

use gloo_events::EventListener;
use supranet_core::join::concat;
use web_sys::{Location, Window, window};

/// Where parameters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Behind `?`.
    Query,
    /// Behind `#`.
    Hash,
}

/// What the address says there, without its sign; nothing where there is no page.
#[must_use]
pub fn parameters(place: Where) -> String {
    let Some((_, location)) = page() else { return String::new() };
    let text = match place {
        Where::Query => location.search(),
        Where::Hash => location.hash(),
    };
    text.unwrap_or_default().chars().skip(1).collect()
}

/// The whole address of the page, if it said this there.
#[must_use]
pub fn address_with(place: Where, parameters: &str) -> String {
    page()
        .map(|(_, location)| {
            concat(&[&location.origin().unwrap_or_default(), &path_with(&location, place, parameters)])
        })
        .unwrap_or_default()
}

/// Sets what the address says there: as a new entry of the history, or in place of this one.
pub fn write(place: Where, parameters: &str, is_new: bool) {
    let Some((window, location)) = page() else { return };
    let address = path_with(&location, place, parameters);
    let Ok(history) = window.history() else { return };
    let state = history.state().unwrap_or_default();
    // A page in a sandbox has no history to write, and browsers refuse too many entries at once.
    if is_new {
        history.push_state_with_url(&state, "", Some(&address)).ok();
    } else {
        history.replace_state_with_url(&state, "", Some(&address)).ok();
    }
}

fn path_with(location: &Location, place: Where, parameters: &str) -> String {
    let sign = if place == Where::Query { "?" } else { "#" };
    let other = if place == Where::Query { location.hash() } else { location.search() }.unwrap_or_default();
    let own = if parameters.is_empty() { String::new() } else { concat(&[sign, parameters]) };
    let path = location.pathname().unwrap_or_default();
    if place == Where::Query { concat(&[&path, &own, &other]) } else { concat(&[&path, &other, &own]) }
}

/// Calls `act` when something happens to the page (`popstate`: the visitor goes back or forward), as long as what it gives
/// is kept.
#[must_use]
pub fn on_page(event: &'static str, act: Box<dyn Fn()>) -> Option<EventListener> {
    let (window, _) = page()?;
    Some(EventListener::new(&window, event, move |_| act()))
}

fn page() -> Option<(Window, Location)> {
    let window = window()?;
    let location = window.location();
    Some((window, location))
}
