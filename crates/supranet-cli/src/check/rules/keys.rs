//! Keys that the format does not have: mostly typing errors, and what stands there is not read.
//!
//! Knows nothing of values.

use super::{Found, Rule};
use crate::check::finding::{Finding, Severity};
use crate::check::record::Record;
use strsim::osa_distance;

/// How many letters may be wrong in a key that is meant.
const NEAR: usize = 2;

pub struct Keys;

impl Rule for Keys {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        for unknown in &record.unknown {
            let meant = match nearest(&unknown.key, record.known_beside(unknown)) {
                Some(key) => format!("did you mean `{key}`?"),
                None => "take it out, or see the schema (`supranet schema`) for those that there are".into(),
            };
            let message =
                format!("the format has no key \"{}\" here, and what it holds is not read; {meant}", unknown.key);
            let (file, path) = (record.file, record.path_of_unknown(unknown));
            found.0.push(Finding { file, path, code: "unknown-key", severity: Severity::Warning, message });
        }
    }
}

/// The key that is most like this one, if one is like it. Of a key so short that all of it would be wrong, none is.
fn nearest(key: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let wanted = key.to_lowercase();
    let most = NEAR.min(wanted.chars().count().saturating_sub(1));
    let distances = known.map(|own| (osa_distance(&wanted, &own.to_lowercase()), own));
    distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, own)| own)
}
