//! The items of an element, kept by key: what stays is not drawn again, and what comes back is as it was.
//!
//! Leptos has such a list, made for any key and any move; a visitor downloads 3.5 kB less for this
//! one (docs/decisions/001-size.md). Knows nothing of what the items are.

use super::element::{Drawing, Kept};
use super::follow::{Follow, Followed};
use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::Element;
use std::cell::RefCell;
use std::mem::take;
use std::rc::Rc;

/// So many items that went away are kept for their return: visitors try a filter and take it back.
const MOST_SPARE: usize = 100;

/// Which items there are to be, by keys that stand once, and how one is drawn.
pub struct List {
    /// The keys, in order; what it reads is followed.
    pub keys: Box<dyn Fn() -> Vec<u32>>,
    /// Draws an item.
    pub item: Box<dyn Fn(u32) -> Drawing>,
}

/// A list that stands in the page, as all that its element has inside.
pub(super) struct Listed {
    parent: Element,
    list: List,
    shown: Vec<Item>,
    spare: Vec<Item>,
}

struct Item {
    key: u32,
    node: Element,
    follows: Rc<RefCell<Vec<Follow>>>,
    /// None while it is spare: nobody sees it.
    effect: Option<RenderEffect<()>>,
    _kept: Kept,
}

impl Item {
    fn draw(list: &List, key: u32) -> Self {
        let mut kept = Kept::default();
        let node = (list.item)(key).build(&mut kept);
        let follows = Rc::new(RefCell::new(take(&mut kept.follows)));
        Self { key, node, follows, effect: None, _kept: kept }
    }

    /// Lets all of it follow, by one effect: each costs more than what it does.
    fn follow(&mut self) {
        let follows = self.follows.clone();
        self.effect = Some(RenderEffect::new(move |_| follows.borrow_mut().iter_mut().for_each(Follow::follow)));
    }

    /// Lets nothing of it follow, nor of the items in it.
    fn rest(&mut self) {
        self.effect = None;
        for follow in &mut *self.follows.borrow_mut() {
            match follow {
                Follow::List(listed) => listed.shown.iter_mut().for_each(Self::rest),
                Follow::Value { what: Followed::Presence(_), last, .. } => *last = None,
                Follow::Value { .. } => {}
            }
        }
    }
}

impl Listed {
    pub(super) fn new(parent: &Element, list: List) -> Self {
        Self { parent: parent.clone(), list, shown: Vec::new(), spare: Vec::new() }
    }

    /// Makes the items those of the keys.
    pub(super) fn follow(&mut self) {
        let keys = (self.list.keys)();
        let mut before: Vec<Option<Item>> = Vec::with_capacity(self.shown.len());
        for item in take(&mut self.shown) {
            before.push(Some(item));
        }
        // From the last to the first: one that stands before all that were seen stays in place.
        let mut in_place = before.len();
        let mut backwards: Vec<Item> = Vec::with_capacity(keys.len());
        for key in keys.iter().rev() {
            let at = before.iter().position(|own| own.as_ref().is_some_and(|own| own.key == *key));
            let item = match at {
                Some(at) => before[at].take(),
                None => None,
            };
            let mut item = item.unwrap_or_else(|| self.again_or_anew(*key));
            match at.filter(|at| *at < in_place) {
                Some(at) => in_place = at,
                None => Dom::insert_node(&self.parent, &item.node, backwards.last().map(|next| next.node.as_ref())),
            }
            if item.effect.is_none() {
                item.follow();
            }
            backwards.push(item);
        }
        backwards.reverse();
        self.shown = backwards;
        for mut gone in before.into_iter().flatten() {
            gone.node.remove();
            gone.rest();
            self.spare.push(gone);
        }
        let many = self.spare.len().saturating_sub(MOST_SPARE);
        self.spare.drain(..many);
    }

    fn again_or_anew(&mut self, key: u32) -> Item {
        match self.spare.iter().position(|own| own.key == key) {
            Some(at) => self.spare.remove(at),
            None => Item::draw(&self.list, key),
        }
    }
}
