//! What of an element follows a value: all of what is drawn together by one effect.
//!
//! Knows nothing of how elements are drawn, nor of what the values mean.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::Element;
use std::cell::RefCell;
use std::mem::take;
use wasm_bindgen::JsValue;

/// What of an element follows a value.
#[derive(Debug, Clone, Copy)]
pub enum Followed {
    /// An attribute, which is there in any case.
    Attribute(&'static str),
    /// Its text.
    Text,
    /// Its text, of which what stands between [`MARK`] and [`MARK_END`] is marked.
    Marked,
    /// What a visitor typed or chose in it.
    Value,
    /// A property that is on or off: off for no text.
    Flag(&'static str),
}

/// Before what is marked: a character that stands for nothing, and in no text.
pub const MARK: char = '\u{fdd0}';
/// After it.
pub const MARK_END: char = '\u{fdd1}';

/// A value that is followed.
pub enum Value {
    /// It is cheap to ask for.
    Asked(Box<dyn FnMut() -> String>),
    /// It is dear; nothing where it is known to be as before.
    Changed(Box<dyn FnMut() -> Option<String>>),
}
/// Something of an element that follows a value.
pub(super) struct Follow {
    node: Element,
    what: Followed,
    value: Value,
    last: Option<String>,
}

thread_local! {
    /// What is drawn together follows together, while it is being drawn.
    static TOGETHER: RefCell<Option<Vec<Follow>>> = const { RefCell::new(None) };
}

/// Draws something of which all that follows does so by one effect: each costs more than what it does.
pub fn together<T>(draw: impl FnOnce() -> T) -> (T, Option<RenderEffect<()>>) {
    let before = TOGETHER.replace(Some(Vec::new()));
    let drawn = draw();
    let follows = TOGETHER.replace(before).unwrap_or_default();
    (drawn, follow_all(follows))
}

/// Lets these follow: with what is drawn together, else by an effect of their own.
pub(super) fn follow_with_others(follows: &mut Vec<Follow>) -> Option<RenderEffect<()>> {
    TOGETHER.with_borrow_mut(|together| together.as_mut().map(|together| together.append(follows)));
    follow_all(take(follows))
}

fn follow_all(mut follows: Vec<Follow>) -> Option<RenderEffect<()>> {
    (!follows.is_empty()).then(|| RenderEffect::new(move |_| follows.iter_mut().for_each(Follow::follow)))
}

impl Follow {
    pub(super) fn new(node: &Element, what: Followed, value: Value) -> Self {
        // An element begins without a text.
        let last = matches!(what, Followed::Text).then(String::new);
        Self { node: node.clone(), what, value, last }
    }

    fn follow(&mut self) {
        let Self { node, what, value, last } = self;
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
            Followed::Text => node.set_text_content(Some(&text)),
            Followed::Marked => set_marked(node, &text),
        }
        *last = Some(text);
    }
}

fn set(node: &Element, name: &str, value: &JsValue) {
    // Cannot fail: the element is ours.
    drop(Reflect::set(node, &JsValue::from_str(name), value));
}

fn set_marked(node: &Element, text: &str) {
    node.set_text_content(None);
    let mut part = String::new();
    for letter in text.chars() {
        match letter {
            MARK => add_part(node, &mut part, None),
            MARK_END => add_part(node, &mut part, Some(Dom::create_element("mark", None))),
            letter => part.push(letter),
        }
    }
    add_part(node, &mut part, None);
}

/// Adds what was read, in an element of its own or as it is.
fn add_part(node: &Element, part: &mut String, around: Option<Element>) {
    let text = Dom::create_text_node(part);
    part.clear();
    match around {
        Some(mark) => {
            Dom::set_attribute(&mark, "class", "mark");
            Dom::insert_node(&mark, &text, None);
            Dom::insert_node(node, &mark, None);
        }
        None => Dom::insert_node(node, &text, None),
    }
}
