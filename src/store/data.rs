//! What the widget shows, set once per load.
//!
//! Knows nothing of what a visitor changes.

use crate::browser::intl::IntlLocale;
use crate::i18n::Strings;
use fragile::Fragile;
use supranet_core::index::Index;
use supranet_core::model::Network;

/// A dataset, ready for one language.
#[derive(Debug)]
pub struct Data {
    /// The dataset.
    pub network: Network,
    /// The dataset, prepared.
    pub index: Index,
    /// The interface's words.
    pub strings: Strings,
    locale: Fragile<IntlLocale>,
    /// Whether something that the data states is not shown.
    pub is_partly: bool,
}

impl Data {
    /// Prepares a dataset for one language.
    #[must_use]
    pub fn new(network: Network, is_partly: bool, strings: Strings, locale: IntlLocale) -> Self {
        let index = Index::new(&network, &locale);
        Self { network, index, strings, locale: Fragile::new(locale), is_partly }
    }

    /// The language's customs.
    #[must_use]
    #[inline(never)]
    pub fn locale(&self) -> &IntlLocale {
        self.locale.get()
    }
}
