//! Records that no other names.
//!
//! Knows nothing of references that lead nowhere: the reader names those.

use super::{Found, Rule};
use crate::check::finding::{Finding, Severity};
use crate::check::record::Record;
use std::collections::HashSet;
use supranet_core::raw::List;
use supranet_core::shape::Kind;

#[derive(Default)]
pub struct Used {
    /// The ids that are named as areas, places, organisations, sources.
    named: [HashSet<String>; LISTS.len()],
    /// The records that should be named: the list, the file, the path, the id.
    records: Vec<(usize, usize, String, String)>,
}

/// The lists whose records are there for the sake of others, and what one is called.
const LISTS: [(List, &str); 4] =
    [(List::Areas, "area"), (List::Places, "place"), (List::Organisations, "organisation"), (List::Sources, "source")];

impl Rule for Used {
    fn record(&mut self, record: &Record<'_>, _found: &mut Found) {
        let own = record.list.map(|(list, _)| list);
        let at = LISTS.iter().position(|(list, _)| Some(*list) == own);
        // The reader names a record without an id.
        if let Some(at) = at
            && !record.id().is_empty()
        {
            self.records.push((at, record.file, record.own_path(), record.id().to_owned()));
        }
        for value in &record.values {
            let list = match value.kind {
                Kind::Ref(list) => list,
                Kind::Party => List::Organisations,
                // The code of a place is its own id.
                Kind::Place if own != Some(List::Places) => List::Places,
                _ => continue,
            };
            if let Some(text) = value.text()
                && let Some(at) = LISTS.iter().position(|(own, _)| *own == list)
                && !self.named[at].contains(text)
            {
                self.named[at].insert(text.to_owned());
            }
        }
    }

    fn end(&mut self, found: &mut Found) {
        for (at, file, path, id) in std::mem::take(&mut self.records) {
            if !self.named[at].contains(&id) {
                let message =
                    format!("no record names the {} \"{id}\"; name it where it belongs, or take it out", LISTS[at].1);
                found.0.push(Finding { file, path, code: "never-used", severity: Severity::Warning, message });
            }
        }
    }
}
