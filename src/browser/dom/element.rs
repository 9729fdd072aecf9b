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
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

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

/// What is inside an element.
pub enum Child {
    /// A text.
    Text(String),
    /// Anything else.
    View(AnyView),
}

/// A value that is followed.
pub enum Value {
    /// It is cheap to ask for.
    Asked(Box<dyn FnMut() -> String>),
    /// It is dear; nothing where it is known to be as before.
    Changed(Box<dyn FnMut() -> Option<String>>),
}
/// What is done at an event.
pub type Act = Box<dyn FnMut(&Event)>;

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

thread_local! {
    static KINDS: RefCell<Vec<(Kind, Element)>> = const { RefCell::new(Vec::new()) };
}

impl Kind {
    fn create(self) -> Element {
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
        // Without bullets, Safari takes a list for none unless it is told.
        if self.tag == "ul" {
            Dom::set_attribute(&node, "role", "list");
        }
        node
    }
}

/// An element to be drawn.
#[derive(Default)]
pub struct Drawing {
    /// What it has in common with others.
    pub kind: Kind,
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
    _follows: Option<RenderEffect<()>>,
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
        let Drawing { kind, attributes, children, follows, acts } = self.0.into_inner();
        let node = kind.create();
        for (name, value) in attributes {
            Dom::set_attribute(&node, name, &value);
        }
        let is_alone = children.len() == 1;
        let mut inside = Vec::new();
        for child in children {
            match child {
                Child::Text(text) if is_alone => node.set_text_content(Some(&text)),
                Child::Text(text) => Dom::insert_node(&node, &Dom::create_text_node(&text), None),
                Child::View(view) => {
                    let mut view = view.build();
                    view.mount(&node, None);
                    inside.push(view);
                }
            }
        }
        // A list can only follow its value when its options are there.
        let mut following = Vec::with_capacity(follows.len());
        for (what, value) in follows {
            following.push(Follow { node: node.clone(), what, value, last: None });
        }
        let follows = follow_with_others(following);
        let acts = acts.map(|(event, mut act)| EventListener::new(&node, event, move |event| act(event)));
        DrawnState { node, _children: inside, _follows: follows, _acts: acts }
    }

    fn rebuild(self, state: &mut DrawnState) {
        let mut anew = self.build();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
}

/// Something of an element that follows a value.
struct Follow {
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

fn follow_with_others(mut follows: Vec<Follow>) -> Option<RenderEffect<()>> {
    TOGETHER.with_borrow_mut(|together| together.as_mut().map(|together| together.append(&mut follows)));
    follow_all(follows)
}

fn follow_all(mut follows: Vec<Follow>) -> Option<RenderEffect<()>> {
    (!follows.is_empty()).then(|| RenderEffect::new(move |_| follows.iter_mut().for_each(Follow::follow)))
}

impl Follow {
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
