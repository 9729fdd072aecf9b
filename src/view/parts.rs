//! The small pieces that views are made of.
//!
//! Every element is of one Rust type, whatever its tag, attributes and children: a type for every
//! nesting, as the `view!` macro makes them, would be compiled once each and downloaded. What that
//! buys is measured in docs/decisions/001-size.md.

use crate::browser::dom::Event;
use crate::store::Words;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute as _};
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// An element being made.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with its class of the style sheet.
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element { tag, attributes: Vec::new(), children: Vec::new() };
    if class.is_empty() { element } else { element.set("class", class) }
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// Sets an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// The name by which a host's style sheet reaches it.
    pub fn part(self, name: &str) -> Self {
        self.set("part", name)
    }

    /// Keeps an attribute at a value.
    pub fn follow(mut self, name: &'static str, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: SharedReactiveFunction<String> = Arc::new(Mutex::new(value));
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Keeps a property of the DOM on or off.
    pub fn follow_flag(mut self, name: &'static str, value: impl FnMut() -> bool + Send + 'static) -> Self {
        let value: SharedReactiveFunction<bool> = Arc::new(Mutex::new(value));
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Keeps the text of a field at a value.
    pub fn follow_value(mut self, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: SharedReactiveFunction<String> = Arc::new(Mutex::new(value));
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Does something when an event happens.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        self.attributes.push(on(Custom::new(event), act).into_any_attr());
        self
    }

    /// Adds a child.
    #[inline(never)]
    pub fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn with(self, child: Self) -> Self {
        self.child(child.view())
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.child(text.to_owned().into_any())
    }

    /// Adds a text in its own language, which the element then says.
    pub fn words(self, words: &Words) -> Self {
        self.maybe("lang", words.language.as_deref()).text(&words.text)
    }

    /// The element as a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        html::custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }
}

/// What is drawn anew whenever something that it read changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(view));
    view.into_any()
}

/// A button that acts.
pub fn button(class: &'static str, act: impl FnMut() + 'static) -> Element {
    let mut act = act;
    el("button", class).set("type", "button").on("click", move |_| act())
}

/// A link out of the page.
pub fn link(url: &str, words: &Words) -> Element {
    el("a", "link").set("href", url).set("rel", "noopener noreferrer").words(words)
}

/// The tag of a heading, for a level from 1 to 6.
pub fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
