//! The small pieces that views are made of.
//!
//! Knows nothing of what is shown.

use crate::browser::dom::element::{Act, Child, Drawing};
use crate::browser::dom::follow::{Followed, Value};
use crate::browser::dom::kind::Kind;
use crate::browser::dom::list::List;
use crate::store::Words;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};
use supranet_core::filter::Part;

/// An element being made.
pub struct Element(Drawing);

/// An element with its class of the style sheet.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> Element {
    Element(Drawing { kind: Kind { tag, class, part: "" }, ..Drawing::default() })
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.into()));
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
    #[inline(never)]
    pub fn part(mut self, name: &'static str) -> Self {
        self.0.kind.part = name;
        self
    }

    /// Adds a child.
    #[inline(never)]
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(Child::View(child));
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn with(mut self, child: Self) -> Self {
        self.0.children.push(Child::Element(child.0));
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.children.push(Child::Text(text.into()));
        self
    }

    /// Lets its text follow a value.
    pub fn saying(self, text: impl FnMut() -> String + 'static) -> Self {
        self.follow(Followed::Text, Value::Asked(Box::new(text)))
    }

    /// Lets its text follow a value; nothing where it is known to be as before.
    pub fn marking(self, text: impl FnMut() -> Option<String> + 'static) -> Self {
        self.follow(Followed::Text, Value::Changed(Box::new(text)))
    }

    /// Adds a text in its own language, which the element then says.
    pub fn words(self, words: &Words) -> Self {
        self.in_language(words).text(&words.text)
    }

    /// Says the language of words inside, and whether they are a name.
    pub fn in_language(self, words: &Words) -> Self {
        // It may be written from the other side, too.
        let side = words.language.as_deref().map(|_| "auto");
        let name = words.is_name.then_some("no");
        self.maybe("lang", words.language.as_deref()).maybe("dir", side).maybe("translate", name)
    }

    /// Lets it have these items: the keys, in order and followed, and how an item is drawn.
    pub fn listing(mut self, keys: impl Fn() -> Vec<u32> + 'static, item: impl Fn(u32) -> Self + 'static) -> Self {
        self.0.list = Some(List { keys: Box::new(keys), item: Box::new(move |key| item(key).0) });
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        self.0.view()
    }

    /// Acts when it is clicked.
    pub fn acting(self, act: impl FnMut() + 'static) -> Self {
        let mut act = act;
        self.acting_on("click", Box::new(move |_| act()))
    }

    /// Acts on an event of its own.
    #[inline(never)]
    pub fn acting_on(mut self, event: &'static str, act: Act) -> Self {
        self.0.acts = Some((event, act));
        self
    }

    /// Lets an attribute follow a value.
    pub fn following(self, name: &'static str, value: impl FnMut() -> String + 'static) -> Self {
        self.follow(Followed::Attribute(name), Value::Asked(Box::new(value)))
    }

    /// A text field, or a list to choose from, that follows a value and acts when the visitor changes it.
    pub fn field(self, value: impl FnMut() -> String + 'static, act: Act) -> Self {
        self.follow(Followed::Value, Value::Asked(Box::new(value))).acting_on("input", act)
    }

    /// A check box that follows its state and acts when the visitor changes it.
    pub fn check_box(
        self,
        checked: impl FnMut() -> bool + 'static,
        mixed: impl FnMut() -> bool + 'static,
        act: Act,
    ) -> Self {
        self.flag("checked", checked).flag("indeterminate", mixed).acting_on("change", act)
    }

    /// Is open for a reason, and closed for none. A visitor may open and close it, too, until the reason is another.
    pub fn open_for(self, mut reason: impl FnMut() -> &'static str + 'static) -> Self {
        self.follow(Followed::Presence("open"), Value::Asked(Box::new(move || reason().into())))
    }

    fn flag(self, name: &'static str, mut on: impl FnMut() -> bool + 'static) -> Self {
        self.follow(Followed::Flag(name), Value::Asked(Box::new(move || if on() { "on" } else { "" }.into())))
    }

    #[inline(never)]
    fn follow(mut self, what: Followed, value: Value) -> Self {
        self.0.follows.push((what, value));
        self
    }
}

/// What attributes of accessibility say of something that is so, or not.
#[inline(never)]
pub fn truth(is_so: bool) -> String {
    if is_so { "true" } else { "false" }.into()
}

/// No element.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// What is drawn anew whenever something that it read changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(view));
    view.into_any()
}

/// A button, still without what it does.
pub fn button(class: &'static str) -> Element {
    el("button", class)
}

/// A list to choose a part of the question from: its options with their values and names, the value chosen, and what to do
/// with another.
#[inline(never)]
pub fn choices(part: Part, options: &[(String, String)], chosen: Box<dyn FnMut() -> String>, act: Act) -> Element {
    let mut list = el("select", "input").set("id", part.key());
    for (value, name) in options {
        list = list.with(el("option", "").set("value", value).text(name));
    }
    list.follow(Followed::Value, Value::Asked(chosen)).acting_on("input", act)
}

/// A link out of the page, still without its words.
pub fn link(url: &str) -> Element {
    el("a", "link").set("href", url)
}

/// The tag of a heading, for a level from 1 to 6.
pub fn heading(level: usize) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
