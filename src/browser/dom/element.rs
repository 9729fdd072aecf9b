//! An element of the page, of one type whatever its tag, attributes and children.
//!
//! Leptos has a type for every nesting, each compiled once and downloaded; that of one element of ours is 4 kB less
//! (docs/decisions/001-size.md). Knows nothing of what the element is for.

use super::Event;
use super::follow::{Follow, Followed, Value};
use super::kind::Kind;
use super::list::{List, Listed};
use super::text;
use fragile::Fragile;
use gloo_events::EventListener;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::mem::take;

/// What is inside an element.
pub enum Child {
    /// A text.
    Text(String),
    /// An element.
    Element(Drawing),
    /// Anything else.
    View(AnyView),
}

/// What is done at an event.
pub type Act = Box<dyn FnMut(&Event)>;

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
    /// Its items, where it is a list: then nothing else is inside.
    pub list: Option<List>,
}

/// A [`Drawing`] as a view: there is one thread.
pub struct Drawn(Fragile<Drawing>);

/// What stands in the page.
pub struct DrawnState {
    node: Element,
    _effect: RenderEffect<()>,
    _kept: Kept,
}

/// What an element and those inside it need as long as they stand; most need nothing.
#[derive(Default)]
pub(super) struct Kept {
    views: Vec<AnyViewState>,
    acts: Vec<EventListener>,
    /// What is still to be followed: by one effect for all that is drawn together.
    pub(super) follows: Vec<Follow>,
}

impl Drawing {
    /// As a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        Drawn(Fragile::new(self)).into_any()
    }

    pub(super) fn build(self, kept: &mut Kept) -> Element {
        let Self { kind, attributes, children, follows, acts, list } = self;
        let node = kind.create();
        for (name, value) in attributes {
            Dom::set_attribute(&node, name, &value);
        }
        for child in children {
            match child {
                Child::Text(text) => text::add(&node, &text),
                Child::Element(drawing) => Dom::insert_node(&node, &drawing.build(kept), None),
                Child::View(view) => {
                    let mut view = view.build();
                    view.mount(&node, None);
                    kept.views.push(view);
                }
            }
        }
        // A list can only follow its value when its options are there.
        for (what, value) in follows {
            kept.follows.push(Follow::value(&node, what, value));
        }
        if let Some(list) = list {
            kept.follows.push(Follow::List(Listed::new(&node, list)));
        }
        if let Some((event, mut act)) = acts {
            kept.acts.push(EventListener::new(&node, event, move |event| act(event)));
        }
        node
    }
}

impl Render for Drawn {
    type State = DrawnState;

    fn build(self) -> DrawnState {
        let mut kept = Kept::default();
        let node = self.0.into_inner().build(&mut kept);
        let mut follows = take(&mut kept.follows);
        let effect = RenderEffect::new(move |_| follows.iter_mut().for_each(Follow::follow));
        DrawnState { node, _effect: effect, _kept: kept }
    }

    fn rebuild(self, state: &mut DrawnState) {
        let mut anew = Render::build(self);
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
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

// What else Leptos wants of a view, and never asks of ours: they are drawn in browsers only, so that there is no HTML to
// write or to take over, and nobody adds attributes to them.

impl AddAnyAttr for Drawn {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Drawn {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> DrawnState {
        Render::build(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}
