//! Elements that are alike, as copies of one.
//!
//! Knows nothing of what is inside them.

use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::Element;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

/// Elements of one kind are copies of one, which takes one call of the browser instead of three.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kind {
    /// The tag.
    pub tag: &'static str,
    /// The class of the style sheet.
    pub class: &'static str,
    /// The name by which a host's style sheet reaches it.
    pub part: &'static str,
}

/// What every element of a tag has.
const ALWAYS: [(&str, &str, &str); 3] = [
    // Without bullets, Safari takes a list for none unless it is told.
    ("ul", "role", "list"),
    // Else it would send a form of the page around us.
    ("button", "type", "button"),
    ("a", "rel", "noopener noreferrer"),
];

thread_local! {
    static KINDS: RefCell<Vec<(Kind, Element)>> = const { RefCell::new(Vec::new()) };
}

impl Kind {
    /// A new element of this kind.
    pub(super) fn create(self) -> Element {
        KINDS.with_borrow_mut(|kinds| {
            let at = kinds.iter().position(|(kind, _)| kind.is_same(self)).unwrap_or_else(|| {
                kinds.push((self, self.first()));
                kinds.len() - 1
            });
            let first = &kinds[at].1;
            // Cannot fail: it is an element, and its copy is.
            first.clone_node().map_or_else(|_| self.first(), JsCast::unchecked_into)
        })
    }

    /// By where the texts stand: they are the program's own.
    fn is_same(self, other: Self) -> bool {
        let same = |a: &'static str, b: &'static str| a.as_ptr() == b.as_ptr() && a.len() == b.len();
        same(self.class, other.class) && same(self.tag, other.tag) && same(self.part, other.part)
    }

    fn first(self) -> Element {
        let node = Dom::create_element(self.tag, None);
        if !self.class.is_empty() {
            Dom::set_attribute(&node, "class", self.class);
        }
        if !self.part.is_empty() {
            Dom::set_attribute(&node, "part", self.part);
        }
        for (tag, name, value) in ALWAYS {
            if self.tag == tag {
                Dom::set_attribute(&node, name, value);
            }
        }
        node
    }
}
