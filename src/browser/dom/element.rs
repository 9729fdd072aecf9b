//! An element of the page, of one type whatever its tag, attributes and children.
//!
//! Leptos has a type for every nesting, each compiled once and downloaded; that of one element of ours is 4 kB less
//! (docs/decisions/001-size.md). Knows nothing of what the element is for.

use super::Event;
use fragile::Fragile;
use gloo_events::EventListener;
use js_sys::Reflect;
use leptos::prelude::*;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsValue;

/// What else Leptos wants of a view, and never asks of ours: they are drawn in browsers only, so that there is no HTML to
/// write or to take over, and nobody adds attributes to them.
macro_rules! drawn_in_browsers_only {
    ($view:ty, $state:ty) => {
        impl leptos::tachys::view::add_attr::AddAnyAttr for $view {
            type Output<SomeNewAttr: leptos::attr::Attribute> = Self;

            fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, _: NewAttr) -> Self {
                self
            }
        }

        impl leptos::tachys::view::RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                _: &mut String,
                _: &mut leptos::tachys::view::Position,
                _: bool,
                _: bool,
                _: Vec<leptos::attr::any_attribute::AnyAttribute>,
            ) {
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _: &leptos::tachys::hydration::Cursor,
                _: &leptos::tachys::view::PositionState,
            ) -> $state {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}
pub(super) use drawn_in_browsers_only;

/// What of an element follows a value.
#[derive(Debug, Clone, Copy)]
pub enum Followed {
    /// An attribute, which is there in any case.
    Attribute(&'static str),
    /// A property that is a text.
    Property(&'static str),
    /// A property that is on or off: off for no text.
    Flag(&'static str),
}

/// What is inside an element.
pub enum Child {
    /// A text.
    Text(String),
    /// Anything else.
    View(AnyView),
}

/// A value that is followed.
pub type Value = Box<dyn FnMut() -> String>;
/// What is done at an event.
pub type Act = Box<dyn FnMut(&Event)>;

/// An element to be drawn.
#[derive(Default)]
pub struct Drawing {
    /// The tag.
    pub tag: &'static str,
    /// Attributes that stay.
    pub attributes: Vec<(&'static str, String)>,
    /// What is inside, in order.
    pub children: Vec<Child>,
    /// What changes, and by what.
    pub follows: Vec<(Followed, Value)>,
    /// What is done, and at which event.
    pub acts: Option<(&'static str, Act)>,
}

/// A [`Drawing`] as a view: there is one thread.
pub struct Drawn(Fragile<Drawing>);

/// What stands in the page.
pub struct DrawnState {
    node: Element,
    _children: Vec<<AnyView as Render>::State>,
    _follows: Vec<RenderEffect<()>>,
    _acts: Option<EventListener>,
}

impl Drawing {
    /// As a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        Drawn(Fragile::new(self)).into_any()
    }
}

impl Render for Drawn {
    type State = DrawnState;

    fn build(self) -> DrawnState {
        let Drawing { tag, attributes, children, follows, acts } = self.0.into_inner();
        let node = Dom::create_element(tag, None);
        for (name, value) in attributes {
            Dom::set_attribute(&node, name, &value);
        }
        let mut inside = Vec::with_capacity(children.len());
        for child in children {
            match child {
                Child::Text(text) => Dom::insert_node(&node, &Dom::create_text_node(&text), None),
                Child::View(view) => {
                    let mut view = view.build();
                    view.mount(&node, None);
                    inside.push(view);
                }
            }
        }
        // A list can only follow its value when its options are there.
        let mut effects = Vec::with_capacity(follows.len());
        for (what, mut value) in follows {
            let node = node.clone();
            effects.push(RenderEffect::new(move |_| follow(&node, what, &value())));
        }
        let acts = acts.map(|(event, mut act)| EventListener::new(&node, event, move |event| act(event)));
        DrawnState { node, _children: inside, _follows: effects, _acts: acts }
    }

    fn rebuild(self, state: &mut DrawnState) {
        let mut anew = self.build();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
}

fn follow(node: &Element, what: Followed, text: &str) {
    match what {
        Followed::Attribute(name) => Dom::set_attribute(node, name, text),
        // Neither can fail: the element is ours.
        Followed::Property(name) => drop(Reflect::set(node, &JsValue::from_str(name), &JsValue::from_str(text))),
        Followed::Flag(name) => drop(Reflect::set(node, &JsValue::from_str(name), &JsValue::from(!text.is_empty()))),
    }
}

impl Mountable for DrawnState {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.node.clone()]
    }
}

drawn_in_browsers_only!(Drawn, DrawnState);
