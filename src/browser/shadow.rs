//! A shadow root of our own on an element that is not ours: with the sheet, a slot for what the page shows until there is
//! more, and a base to draw into. The entry script makes the same for `<supra-network>`.
//!
//! Knows nothing of what is drawn.

use super::dom::Root;
use super::events::Page;
use super::sheet;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// What stands on the element.
#[derive(Debug)]
pub struct Shadow {
    host: HtmlElement,
    root: ShadowRoot,
    slot: HtmlElement,
    base: HtmlElement,
    /// Kept for as long as something may call it.
    save: Closure<dyn Fn()>,
}

impl Shadow {
    /// Opens it; `None` where the element has one already.
    #[must_use]
    pub fn open(host: &HtmlElement) -> Option<Self> {
        let page = host.owner_document()?;
        let make = |tag| page.create_element(tag).ok().map(|own| own.unchecked_into::<HtmlElement>());
        let (slot, base) = (make("slot")?, make("div")?);
        // Cannot fail: the name is fixed.
        base.set_attribute("part", "base").ok();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        sheet::adopt(&root);
        root.append_child(&slot).ok()?;
        root.append_child(&base).ok()?;
        Some(Self { host: host.clone(), root, slot, base, save: Closure::new(|| ()) })
    }

    /// Says in which language and direction it speaks, and shows what the page has to show, or not.
    pub fn set(&self, language: &str, direction: &str, shows_slot: bool) {
        self.base.set_lang(language);
        self.base.set_dir(direction);
        if shows_slot {
            // Cannot fail: both are ours.
            self.root.insert_before(&self.slot, Some(&self.base)).ok();
        } else {
            self.slot.remove();
        }
    }

    /// The element.
    #[must_use]
    pub fn host(&self) -> &HtmlElement {
        &self.host
    }

    /// What is drawn into.
    #[must_use]
    pub fn base(&self) -> &HtmlElement {
        &self.base
    }

    /// The root as the store knows it.
    #[must_use]
    pub fn root(&self) -> Option<Root> {
        Root::around(&self.base)
    }

    /// The page around it, which is told what a visitor does. Nothing is saved: what writes files is the entry script's.
    #[must_use]
    pub fn page(&self) -> Page {
        Page::around(&self.host, self.save.as_ref().unchecked_ref())
    }
}
