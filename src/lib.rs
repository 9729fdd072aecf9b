//! `<supra-network>`: cards for precision-medicine initiatives and their agreements, with filters.
//!
//! The modules in reading order, each of which looks only up: [`i18n`] and [`style`] know no browser,
//! [`browser`] and `element` are the only ones that do, [`store`] holds what changes, [`view`] draws.
//! Everything about the data is in `supranet-core`.

pub mod i18n;
pub mod style;

pub mod browser;
pub mod store;
pub mod view;

/// Smaller than the allocator of the standard library; an app of others has its own. See docs/decisions/001-size.md.
#[cfg(all(feature = "element", target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

mod element;
pub use browser::events::Loaded;
pub use browser::history::Where;
pub use element::component::{Refused, SupraNetwork, SupraNetworkProps};
#[cfg(feature = "element")]
pub use element::handle::Handle;
pub use i18n::Language;
pub use store::{Address, Settings};
pub use supranet_core::facet::Facet;
pub use supranet_core::filter::{Filter, Part, Sort};
