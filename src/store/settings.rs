//! What the page author set of what is shown.
//!
//! Knows nothing of attributes, nor of what a visitor changes.

use super::{Address, Inner};
use supranet_core::filter::{Filter, Part};

/// What a page may leave out.
pub const HIDEABLE: [&str; 6] = ["search", "filters", "sort", "views", "export", "sources"];

/// What the page author set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What is asked at first.
    pub presets: Filter,
    /// What the visitor cannot change.
    pub locked: Vec<Part>,
    /// What is left out, of [`HIDEABLE`].
    pub hidden: Vec<&'static str>,
    /// How many cards are shown before "Show more".
    pub page_size: usize,
    /// The level of the widget's own heading, 1 to 5.
    pub heading_level: usize,
    /// Where in the page's address it stands what is asked, if at all.
    pub address: Option<Address>,
    /// Where a visitor reports an error: http, https or mailto; `{id}` stands for the card's.
    pub feedback: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        let (locked, hidden) = (Vec::new(), Vec::new());
        let presets = Filter::default();
        Self { presets, locked, hidden, page_size: 24, heading_level: 2, address: None, feedback: None }
    }
}

impl Inner {
    /// What the page author set, as it is now.
    #[must_use]
    #[inline(never)]
    pub fn settings(&self) -> Settings {
        // Nothing panics while it holds this lock.
        self.settings.lock().map(|settings| settings.clone()).unwrap_or_default()
    }

    /// Sets it anew, for what is drawn from now on.
    pub fn set_settings(&self, settings: Settings) {
        if let Ok(mut own) = self.settings.lock() {
            *own = settings;
        }
    }

    /// Whether the page leaves this out.
    #[must_use]
    pub fn hides(&self, what: &str) -> bool {
        self.settings().hidden.contains(&what)
    }

    /// Whether the visitor cannot change this.
    #[must_use]
    pub fn is_locked(&self, part: Part) -> bool {
        self.settings().locked.contains(&part)
    }
}
