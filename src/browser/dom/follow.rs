//! What of an element follows a value.
//!
//! Knows nothing of effects, nor of what the values mean.

use super::list::Listed;
use super::text;
use js_sys::Reflect;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::Element;
use wasm_bindgen::JsValue;

/// What of an element follows a value.
#[derive(Debug, Clone, Copy)]
pub enum Followed {
    /// An attribute, which is there in any case.
    Attribute(&'static str),
    /// Its text, with its parts.
    Text,
    /// What a visitor typed or chose in it.
    Value,
    /// A property that is on or off: off for no text.
    Flag(&'static str),
    /// An attribute that is there or not: not for no text.
    Presence(&'static str),
}

/// A value that is followed.
pub enum Value {
    /// It is cheap to ask for.
    Asked(Box<dyn FnMut() -> String>),
    /// It is dear; nothing where it is known to be as before.
    Changed(Box<dyn FnMut() -> Option<String>>),
}
/// Something that follows.
pub(super) enum Follow {
    /// Something of an element follows a value.
    Value { node: Element, what: Followed, value: Value, last: Option<String> },
    /// The items of an element follow keys.
    List(Listed),
}

impl Follow {
    pub(super) fn value(node: &Element, what: Followed, value: Value) -> Self {
        // An element begins without a text, and without what is there or not.
        let last = matches!(what, Followed::Text | Followed::Presence(_)).then(String::new);
        Self::Value { node: node.clone(), what, value, last }
    }

    /// Brings it up to date; what it reads inside an effect is followed.
    #[inline(never)]
    pub(super) fn follow(&mut self) {
        let (node, what, value, last) = match self {
            Self::List(listed) => return listed.follow(),
            Self::Value { node, what, value, last } => (node, what, value, last),
        };
        let text = match value {
            Value::Asked(value) => Some(value()),
            Value::Changed(value) => value(),
        };
        let Some(text) = text else { return };
        match what {
            // A visitor changes these, so that they may be other than they were set.
            Followed::Value => set(node, "value", &JsValue::from_str(&text)),
            Followed::Flag(name) => set(node, name, &JsValue::from(!text.is_empty())),
            _ if last.as_ref() == Some(&text) => {}
            Followed::Attribute(name) => Dom::set_attribute(node, name, &text),
            // Cannot fail: the name is fixed.
            Followed::Presence(name) => drop(node.toggle_attribute_with_force(name, !text.is_empty())),
            Followed::Text => {
                node.set_text_content(None);
                text::add(node, &text);
            }
        }
        *last = Some(text);
    }
}

fn set(node: &Element, name: &str, value: &JsValue) {
    // Cannot fail: the element is ours.
    drop(Reflect::set(node, &JsValue::from_str(name), value));
}
