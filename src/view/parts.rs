//! The small pieces that views are made of.
//!
//! Every element is of one Rust type, whatever its tag, attributes and children: a type for every
//! nesting, as the `view!` macro makes them, would be compiled once each and downloaded. What that
//! buys is measured in docs/decisions/001-size.md.

use crate::browser::dom::Event;
use crate::store::Words;
use leptos::attr::Attribute;
use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::event::{Custom, On, on};
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// How many fixed attributes an element may have.
const SLOTS: usize = 8;

/// An element being made.
pub struct Element {
    tag: &'static str,
    attributes: [(&'static str, Option<Arc<str>>); SLOTS],
    children: Vec<AnyView>,
}

type Act = On<Custom<Event>, Box<dyn FnMut(Event)>>;
type Followed = CustomAttr<&'static str, SharedReactiveFunction<String>>;

/// An element with its class of the style sheet.
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element { tag, attributes: Default::default(), children: Vec::new() };
    // Without bullets, Safari takes a list for none unless it is told.
    let element = if tag == "ul" { element.set("role", "list") } else { element };
    if class.is_empty() { element } else { element.set("class", class) }
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        let free = self.attributes.iter_mut().find(|(_, value)| value.is_none());
        debug_assert!(free.is_some(), "no room for {name} on {}", self.tag);
        if let Some(slot) = free {
            *slot = (name, Some(value.into()));
        }
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
        self.child(said(text))
    }

    /// Adds a text in its own language, which the element then says.
    pub fn words(self, words: &Words) -> Self {
        // It may be written from the other side, too.
        let side = words.language.as_deref().map(|_| "auto");
        self.maybe("lang", words.language.as_deref()).maybe("dir", side).text(&words.text)
    }

    /// The element as a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        self.made(())
    }

    /// The element, which acts when it is clicked.
    #[inline(never)]
    pub fn acting(self, act: Box<dyn FnMut()>) -> AnyView {
        let mut act = act;
        self.acting_on("click", Box::new(move |_| act()))
    }

    /// The element, which acts on an event of its own.
    #[inline(never)]
    pub fn acting_on(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> AnyView {
        self.made(act_on(event, act))
    }

    /// The element, one of whose attributes follows a value.
    #[inline(never)]
    pub fn following(self, name: &'static str, value: impl FnMut() -> String + Send + 'static) -> AnyView {
        self.made(followed(name, Arc::new(Mutex::new(value))))
    }

    /// Both of these.
    pub fn acting_and_following(
        self,
        act: Box<dyn FnMut()>,
        name: &'static str,
        value: impl FnMut() -> String + Send + 'static,
    ) -> AnyView {
        let mut act = act;
        self.made((act_on("click", Box::new(move |_| act())), followed(name, Arc::new(Mutex::new(value)))))
    }

    /// A text field, or a list to choose from, that follows a value and acts when the visitor changes it.
    pub fn field(self, value: impl FnMut() -> String + Send + 'static, act: Box<dyn FnMut(Event)>) -> AnyView {
        let value: SharedReactiveFunction<String> = Arc::new(Mutex::new(value));
        self.made((prop("value", value), act_on("input", act)))
    }

    /// A check box that follows its state and acts when the visitor changes it.
    pub fn check_box(
        self,
        checked: impl FnMut() -> bool + Send + 'static,
        mixed: impl FnMut() -> bool + Send + 'static,
        act: Box<dyn FnMut(Event)>,
    ) -> AnyView {
        self.made((prop("checked", checked), prop("indeterminate", mixed), act_on("change", act)))
    }

    fn made(self, more: impl Attribute) -> AnyView {
        let [a, b, c, d, e, f, g, h] = self.attributes;
        // Not `map` over the array: what it expands to is a kilobyte larger.
        let fixed = (made(a), made(b), made(c), made(d), made(e), made(f), made(g), made(h));
        html::custom(self.tag).add_any_attr(fixed).add_any_attr(more).child(self.children).into_any()
    }
}

#[inline(never)]
fn made((name, value): (&'static str, Option<Arc<str>>)) -> CustomAttr<&'static str, Option<Arc<str>>> {
    custom_attribute(name, value)
}

fn act_on(event: &'static str, act: Box<dyn FnMut(Event)>) -> Act {
    on(Custom::new(event), act)
}

fn followed(name: &'static str, value: SharedReactiveFunction<String>) -> Followed {
    custom_attribute(name, value)
}

/// A text.
pub fn said(text: &str) -> AnyView {
    Arc::<str>::from(text).into_any()
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
    el("button", class).set("type", "button")
}

/// A list to choose one from: its options with their values and names, the value chosen, and what to do with another.
#[inline(never)]
pub fn choices(
    options: &[(String, String)],
    mut chosen: impl FnMut() -> String + Send + 'static,
    act: Box<dyn FnMut(Event)>,
) -> AnyView {
    let (mut list, now) = (el("select", "input"), untrack(&mut chosen));
    for (value, name) in options {
        // What follows the value is set before there are options.
        let selected = (*value == now).then_some("");
        list = list.with(el("option", "").set("value", value).maybe("selected", selected).text(name));
    }
    list.field(chosen, act)
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
