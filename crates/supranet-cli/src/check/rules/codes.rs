//! Codes of currencies.
//!
//! Knows nothing of amounts.

use super::{Found, Rule};
use crate::check::record::Record;
use iso_currency::Currency;

pub struct Codes;

impl Rule for Codes {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        for (at, value) in record.values.iter().enumerate() {
            if let (Some("currency"), Some(code)) = (value.key(), value.text())
                && Currency::from_code(code).is_none()
            {
                let message = format!("\"{code}\" is not a currency of ISO 4217; write a code such as EUR or SEK");
                found.warn(record, at, "unknown-currency", message);
            }
        }
    }
}
