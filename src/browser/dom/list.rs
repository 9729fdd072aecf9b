//! A list whose items are kept by key: what stays is not drawn again, and keeps its state and focus.
//!
//! Leptos has such a list, made for any key and any move; a visitor downloads 3.5 kB less for this
//! one (docs/decisions/001-size.md). Knows nothing of what the items are.

use super::element::drawn_in_browsers_only;
use super::follow::together;
use leptos::prelude::*;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};
use std::sync::Arc;

/// How an item is drawn by its key.
pub type Item = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

/// The items that the list is to have, in order; a key stands once.
pub struct Keyed {
    keys: Vec<u32>,
    item: Item,
    /// Lives as long as the list, so that an item outlives the effect that drew it.
    owner: Owner,
}

impl Keyed {
    /// The list that `owner` holds.
    #[must_use]
    pub fn new(keys: Vec<u32>, item: Item, owner: Owner) -> Self {
        Self { keys, item, owner }
    }

    fn draw(&self, key: u32) -> Drawn {
        let owner = self.owner.with(Owner::new);
        let (view, follows) = owner.with(|| together(|| (self.item)(key).build()));
        Drawn { key, owner, view, _follows: follows }
    }
}

struct Drawn {
    key: u32,
    owner: Owner,
    view: <AnyView as Render>::State,
    _follows: Option<RenderEffect<()>>,
}

/// What stands in the page, and where it ends.
pub struct KeyedState {
    items: Vec<Drawn>,
    end: <() as Render>::State,
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        let mut items = Vec::with_capacity(self.keys.len());
        for key in &self.keys {
            items.push(self.draw(*key));
        }
        KeyedState { items, end: Render::build(()) }
    }

    fn rebuild(self, state: &mut KeyedState) {
        let mut before: Vec<Option<Drawn>> = Vec::with_capacity(state.items.len());
        for item in std::mem::take(&mut state.items) {
            before.push(Some(item));
        }
        let position = |before: &[Option<Drawn>], key| {
            before.iter().position(|own| own.as_ref().is_some_and(|own| own.key == key))
        };
        // Items of both lists, from the last to the first: one that stands before all that were seen stays in place.
        let mut in_place = before.len();
        let mut following: Option<Drawn> = None;
        let mut backwards = Vec::with_capacity(self.keys.len());
        for key in self.keys.iter().rev() {
            let at = position(&before, *key);
            let stays = at.is_some_and(|at| at < in_place);
            let mut item = at.and_then(|at| before[at].take()).unwrap_or_else(|| self.draw(*key));
            if stays {
                in_place = at.unwrap_or_default();
            } else {
                match &following {
                    Some(following) => following.view.insert_before_this(&mut item.view),
                    None => state.end.insert_before_this(&mut item.view),
                };
            }
            backwards.extend(following.replace(item));
        }
        backwards.extend(following);
        backwards.reverse();
        state.items = backwards;
        for mut gone in before.into_iter().flatten() {
            gone.view.unmount();
            gone.owner.cleanup();
        }
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        for item in &mut self.items {
            item.view.unmount();
            item.owner.cleanup();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for item in &mut self.items {
            item.view.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.items.first() {
            Some(first) => first.view.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.items.iter().flat_map(|item| item.view.elements()).collect()
    }
}

drawn_in_browsers_only!(Keyed, KeyedState);

/// A list that follows its keys.
pub fn list(keys: Box<dyn Fn() -> Vec<u32> + Send>, item: Item) -> AnyView {
    let owner = Owner::new();
    (move || Keyed::new(keys(), item.clone(), owner.clone())).into_any()
}
