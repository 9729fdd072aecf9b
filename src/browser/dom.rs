//! Focus and scrolling inside one shadow root, by the ids of elements.
//!
//! Knows nothing of what the elements are.

pub mod element;
pub mod follow;
pub mod kind;
pub mod list;
pub mod text;

use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlInputElement, KeyboardEvent, ShadowRoot};

/// What happened in the page.
pub type Event = web_sys::Event;

/// The text of the field that an event comes from.
#[must_use]
pub fn value_of(event: &Event) -> String {
    // Of a field or of a list to choose from.
    let value = event.target().and_then(|target| Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// The id of what an event comes from.
#[must_use]
pub fn id_of_source(event: &Event) -> String {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).map(|source| source.id()).unwrap_or_default()
}

/// Gives the focus to what an event comes from: Safari gives none to a button that is clicked.
pub fn focus_source(event: &Event) {
    let source = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    // A failure leaves the focus where it was.
    source.map(|source| source.focus());
}

/// Whether the disclosure that an event comes from is open.
#[must_use]
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Whether the event is the key Escape going down.
#[must_use]
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

/// Closes the innermost open disclosure around what an event comes from, and gives its summary the
/// focus; says whether there was one.
#[must_use]
pub fn close_around(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(details) = target.and_then(|target| target.closest("details[open]").ok().flatten()) else { return false };
    // Neither can fail: the name is fixed, and a summary that is gone takes no focus.
    details.remove_attribute("open").ok();
    let summary = details.first_element_child().and_then(|summary| summary.dyn_into::<HtmlElement>().ok());
    summary.map(|summary| summary.focus());
    true
}

/// The root that one widget draws into.
#[derive(Debug, Clone)]
pub struct Root {
    root: ShadowRoot,
    /// What had the focus when the visitor was led away.
    before: Rc<RefCell<Vec<HtmlElement>>>,
}

impl Root {
    /// The shadow root around an element; `None` where there is none.
    #[must_use]
    pub fn around(element: &HtmlElement) -> Option<Self> {
        let root = element.get_root_node().dyn_into().ok()?;
        Some(Self { root, before: Rc::default() })
    }

    /// Notes what has the focus, for [`Self::go_back`].
    pub fn remember(&self) {
        self.before.borrow_mut().extend(self.active());
    }

    /// Gives the focus back to what had it last of all that was noted, and is still there.
    pub fn go_back(&self) {
        let mut noted = self.before.borrow_mut();
        while let Some(before) = noted.pop() {
            if before.is_connected() {
                // A failure leaves the focus where it was.
                before.focus().ok();
                break;
            }
        }
    }

    /// Opens or closes a disclosure; an id that is not there changes nothing.
    pub fn set_open(&self, id: &str, is_open: bool) {
        // Cannot fail: the name is fixed.
        self.root.get_element_by_id(id).map(|details| details.toggle_attribute_with_force("open", is_open));
    }

    /// Whether this element has the focus.
    #[must_use]
    pub fn has_focus(&self, id: &str) -> bool {
        self.active().is_some_and(|active| active.id() == id)
    }

    /// Selects what is in a field and copies it, at a visitor's act; says whether the browser let it. Works in frames and
    /// pages without https, too, where the newer interface does not.
    pub fn copy(&self, id: &str) -> bool {
        self.root.get_element_by_id(id).is_some_and(|field| {
            // Or a field of several lines, which can do the same.
            let field = field.unchecked_into::<HtmlInputElement>();
            // A failure leaves the focus where it was, and then nothing is copied.
            field.focus().ok();
            field.select();
            let page = field.owner_document().and_then(|page| page.dyn_into::<HtmlDocument>().ok());
            page.is_some_and(|page| page.exec_command("copy").unwrap_or(false))
        })
    }

    fn active(&self) -> Option<HtmlElement> {
        self.root.active_element()?.dyn_into().ok()
    }

    /// If the next change takes the focus from what has it now, gives it back; to what stands in its place if all around
    /// it was drawn anew, and else to another.
    pub fn keep_focus(&self, other: &'static str) {
        let Some(active) = self.active() else { return };
        let root = self.root.clone();
        // By the next id around it, and the way down from there.
        let (mut around, mut way) = (Element::from(active), Vec::new());
        let before = around.clone();
        while around.id().is_empty()
            && let Some(parent) = around.parent_node().and_then(|parent| parent.dyn_into::<Element>().ok())
        {
            let (mut place, mut child) = (0, parent.first_element_child());
            while let Some(own) = child.filter(|own| *own != around) {
                place += 1;
                child = own.next_element_sibling();
            }
            way.push(place);
            around = parent;
        }
        soon(Box::new(move || {
            // It is still here, or the visitor or the page gave it to something else.
            if !is_page_idle() {
                return;
            }
            let mut again = before;
            if !around.is_connected()
                && let Some(own) = root.get_element_by_id(&around.id())
            {
                again = own;
                while let Some(place) = way.pop() {
                    let mut child = again.first_element_child();
                    for _ in 0..place {
                        child = child.and_then(|child| child.next_element_sibling());
                    }
                    let Some(child) = child else { break };
                    again = child;
                }
            }
            // A failure leaves the focus where it was, as does one that is gone.
            again.dyn_into::<HtmlElement>().map(|again| again.focus()).ok();
            if is_page_idle() {
                give_focus(&root, other);
            }
        }));
    }

    /// Brings what has the focus into view, as far as it is not.
    pub fn keep_in_view(&self) {
        let nearest = Object::new();
        // Cannot fail: it is an object.
        Reflect::set(&nearest, &JsValue::from_str("block"), &JsValue::from_str("nearest")).ok();
        let active = self.active();
        active.inspect(|active| active.scroll_into_view_with_scroll_into_view_options(nearest.unchecked_ref()));
    }

    /// Brings an element into view and gives it the focus, once what has changed is drawn. An id
    /// that is not there changes nothing.
    pub fn focus(&self, id: &str) {
        let root = self.root.clone();
        let id = id.to_owned();
        soon(Box::new(move || give_focus(&root, &id)));
    }
}

/// Acts after effects, which run before timers do, so that an element that was just asked for is there.
fn soon(act: Box<dyn FnOnce()>) {
    later(0, act);
}

/// Acts after so many milliseconds.
pub fn later(milliseconds: u32, act: Box<dyn FnOnce()>) {
    Timeout::new(milliseconds, act).forget();
}

/// Whether nothing in the page has the focus: the visitor is not in the middle of something.
#[must_use]
#[inline(never)]
pub fn is_page_idle() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| page.active_element().is_none_or(|active| active.tag_name() == "BODY"))
}

fn of_id(root: &ShadowRoot, id: &str) -> Option<HtmlElement> {
    root.get_element_by_id(id)?.dyn_into().ok()
}

fn give_focus(root: &ShadowRoot, id: &str) {
    if let Some(element) = of_id(root, id) {
        // A failure leaves the focus where it was.
        element.focus().ok();
        element.scroll_into_view();
    }
}
