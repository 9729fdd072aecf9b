//! Records that may be one and the same.
//!
//! Knows nothing of ids that stand twice: the reader names those.

use super::{Found, Rule};
use crate::check::finding::{Finding, Severity};
use crate::check::record::Record;
use std::collections::HashMap;
use supranet_core::raw::List;
use supranet_core::shape::Kind;

#[derive(Default)]
pub struct Duplicates {
    /// What agreements say, each with the path and the id of the first.
    agreements: HashMap<String, (String, String)>,
    /// Names of initiatives by language, in the same way.
    names: HashMap<String, (String, String)>,
}

impl Rule for Duplicates {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        match record.list {
            Some((List::Agreements, _)) => self.agreement(record, found),
            Some((List::Initiatives, _)) => self.initiative(record, found),
            _ => {}
        }
    }
}

impl Duplicates {
    fn agreement(&mut self, record: &Record<'_>, found: &mut Found) {
        let Some(ends) = record.part(None, "ends") else { return };
        let mut said: Vec<&str> = record.parts(ends).filter_map(|end| end.text()).collect();
        said.sort_unstable();
        said.push(record.text("kind").unwrap_or("other"));
        said.push(record.text("signed").or_else(|| record.text("announced")).unwrap_or_default());
        // Agreements of several files are compared by the reader.
        let file = record.file.to_string();
        said.push(&file);
        let id = record.id();
        let own = || (record.own_path(), id.to_owned());
        // A line break stands in no id.
        let (path, first) = self.agreements.entry(said.join("\n")).or_insert_with(own);
        if first != id && record.text("renews") != Some(first) {
            let message = format!(
                "the same ends, kind and date as \"{first}\" ({path}); make one record of both, or say in which they differ"
            );
            let (file, path) = (record.file, record.own_path());
            found.0.push(Finding { file, path, code: "maybe-duplicate", severity: Severity::Warning, message });
        }
    }

    fn initiative(&mut self, record: &Record<'_>, found: &mut Found) {
        let Some(name) = record.part(None, "name") else { return };
        let mut told = None;
        for (at, value) in record.values.iter().enumerate().filter(|(_, value)| value.parent == Some(name)) {
            let (Kind::Text, Some(language), Some(text)) = (value.kind, value.key(), value.text()) else { continue };
            let key = format!("{language}\n{}", text.trim().to_lowercase());
            let (path, first) = self.names.entry(key).or_insert_with(|| (record.own_path(), record.id().to_owned()));
            if first != record.id() && told.as_ref() != Some(first) {
                let message =
                    format!("the same name as \"{first}\" ({path}); make one record of both, or tell the names apart");
                found.warn(record, at, "same-name", message);
                told = Some(first.clone());
            }
        }
    }
}
