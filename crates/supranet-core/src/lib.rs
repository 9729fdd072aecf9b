//! The pure part of Supranet: bytes in, plain data out.
//!
//! Knows nothing of a clock, a network, a page, a log or a framework, and holds no state: the same
//! input gives the same output in a browser, in the `supranet` command and in a test.
//!
//! ```
//! use supranet_core::{filter::Filter, index::Index, locale::Fixed, query, raw, validate};
//!
//! let bytes = br#"{"version": 1, "defaultLanguage": "en", "initiatives": [
//!     {"id": "gms", "name": {"en": "Genomic Medicine Sweden"}, "country": "SE"}]}"#;
//! let raw = raw::parse(bytes)?; // Err: not JSON, not our format, or a version we do not know.
//! let (network, issues) = validate::network(raw); // Never fails; says what it left out, and where.
//! let locale = Fixed::new("en");
//! let index = Index::new(&network, &locale);
//! let outcome = query::run(&network, &index, &Filter::default(), &locale);
//! assert_eq!((outcome.order.len(), issues.len()), (1, 0));
//! # Ok::<(), supranet_core::error::DatasetError>(())
//! ```

pub mod error;
pub mod export;
pub mod facet;
pub mod filter;
pub mod index;
mod intern;
pub mod join;
pub mod locale;
pub mod model;
pub mod order;
pub mod query;
pub mod raw;
pub mod shape;
pub mod validate;
pub mod write;
