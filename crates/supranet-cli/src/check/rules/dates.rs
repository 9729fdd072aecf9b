//! Dates that do not fit each other, or today.
//!
//! Knows nothing of the clock: today is given. Dates are compared as far as both are stated, so that `2022` is
//! neither before nor after `2022-04-28`.

use super::{Found, Rule};
use crate::check::record::Record;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::cmp::Ordering;
use supranet_core::model::PartialDate;
use supranet_core::shape::Kind;

/// What has happened when it is written down. Others may be plans: `ended`, `horizon`, `to`, the date of a workshop.
const PAST: [&str; 8] = ["updated", "signed", "announced", "checked", "asOf", "published", "retrieved", "started"];
/// What comes first, and what cannot be before it.
const ORDER: [(&str, &str); 6] = [
    ("started", "ended"),
    ("signed", "announced"),
    ("signed", "ended"),
    ("from", "to"),
    ("date", "until"),
    ("published", "retrieved"),
];
/// A plan may begin later.
const PLANNED: &str = "planned";

pub struct Dates {
    today: PartialDate,
    year_ago: PartialDate,
}

impl Dates {
    /// Nothing where the day is of no year that a file can state.
    pub fn new(today: Date) -> Option<Self> {
        let read = |day: Date| PartialDate::parse(&day.to_string());
        Some(Self { today: read(today)?, year_ago: read(today.saturating_sub(1.year()))? })
    }
}

impl Rule for Dates {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        for (at, value) in record.values.iter().enumerate() {
            let (Kind::Date, Some(key), Some(date)) = (value.kind, value.key(), date(record, at)) else { continue };
            let is_planned = || key == "started" && record.text("status") == Some(PLANNED);
            if PAST.contains(&key) && compared(date, self.today).is_gt() && !is_planned() {
                let message = format!("{date} is in the future (today is {}); correct the date", self.today);
                found.warn(record, at, "date-in-future", message);
            }
            if key == "checked" && compared(date, self.year_ago).is_lt() {
                let message =
                    format!("last checked {date}, over a year ago; compare the record with its sources again");
                found.warn(record, at, "checked-long-ago", message);
            }
            for (first, then) in ORDER.iter().filter(|(first, _)| *first == key) {
                if let Some(other) = record.part(value.parent, then)
                    && let Some(later) = self::date(record, other)
                    && compared(date, later).is_gt()
                {
                    let message = format!("{later} is before `{first}`, {date}; correct one of the two");
                    found.warn(record, other, "dates-out-of-order", message);
                }
            }
        }
    }
}

fn date(record: &Record<'_>, at: usize) -> Option<PartialDate> {
    record.values[at].text().and_then(PartialDate::parse)
}

/// As far as both are stated; what is left open is equal.
fn compared(one: PartialDate, other: PartialDate) -> Ordering {
    let both =
        |one: Option<u8>, other: Option<u8>| one.zip(other).map_or(Ordering::Equal, |(one, other)| one.cmp(&other));
    let months = one.year().cmp(&other.year()).then(both(one.month(), other.month()));
    months.then(both(one.day(), other.day()))
}
