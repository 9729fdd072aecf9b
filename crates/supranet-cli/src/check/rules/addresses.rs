//! Addresses that no browser can follow.
//!
//! Knows nothing of whether anybody answers there: no address is asked for.

use super::{Found, Rule};
use crate::check::record::Record;
use supranet_core::shape::Kind;
use supranet_core::validate::is_address;
use url::Url;

pub struct Addresses;

impl Rule for Addresses {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        for (at, value) in record.values.iter().enumerate() {
            // What is no address at all is left out by the reader, which says so.
            if let (Kind::Address, Some(text)) = (value.kind, value.text())
                && is_address(text)
                && let Some(wrong) = fault(text)
            {
                found.error(record, at, "malformed-address", format!("\"{text}\" {wrong}; correct the address"));
            }
        }
    }
}

fn fault(text: &str) -> Option<String> {
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return Some(format!("cannot be followed ({error})")),
    };
    if url.scheme() == "mailto" {
        let is_mailbox =
            |path: &str| path.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        return (!is_mailbox(url.path())).then(|| "names no mailbox".into());
    }
    None
}
