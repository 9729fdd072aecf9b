//! Focus and scrolling inside one shadow root, by the ids of elements.
//!
//! Knows nothing of what the elements are.

pub mod list;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, ShadowRoot};

/// What happened in the page.
pub type Event = web_sys::Event;

/// The text of the field that an event comes from.
#[must_use]
pub fn value_of(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Whether the disclosure that an event comes from is open.
#[must_use]
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// The root that one widget draws into.
#[derive(Debug, Clone)]
pub struct Root(ShadowRoot);

impl Root {
    /// The shadow root around an element; `None` where there is none.
    #[must_use]
    pub fn around(element: &HtmlElement) -> Option<Self> {
        element.get_root_node().dyn_into().ok().map(Self)
    }

    /// Brings an element into view and gives it the focus, once what has changed is drawn. An id
    /// that is not there changes nothing.
    pub fn focus(&self, id: &str) {
        let root = self.0.clone();
        let id = id.to_owned();
        // Effects run before timers do, so that an element that was just asked for is there.
        Timeout::new(0, move || {
            if let Some(element) = root.get_element_by_id(&id).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                // A failure leaves the focus where it was.
                element.focus().ok();
                element.scroll_into_view();
            }
        })
        .forget();
    }
}
