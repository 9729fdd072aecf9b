//! What the reader accepts and an editor should look at again: a theme for each file.
//!
//! Knows nothing of what the widget leaves out.

mod addresses;
mod codes;
mod dates;
mod duplicates;
mod evidence;
mod keys;
mod languages;
mod used;

use super::finding::{Finding, Severity};
use super::record::Record;
use jiff::civil::Date;
use supranet_core::raw::{Dataset, List};

/// A rule sees each record once, in file order, and says what it finds then or at the end.
trait Rule {
    fn record(&mut self, record: &Record<'_>, found: &mut Found);

    /// After the last record of the last file.
    fn end(&mut self, _found: &mut Found) {}
}

/// What rules found.
#[derive(Debug, Default)]
struct Found(Vec<Finding>);

impl Found {
    /// Something doubtful about a value of a record, by its position.
    fn warn(&mut self, record: &Record<'_>, at: usize, code: &'static str, message: String) {
        self.push(record, at, code, Severity::Warning, message);
    }

    /// Something wrong about a value of a record, by its position.
    fn error(&mut self, record: &Record<'_>, at: usize, code: &'static str, message: String) {
        self.push(record, at, code, Severity::Error, message);
    }

    fn push(&mut self, record: &Record<'_>, at: usize, code: &'static str, severity: Severity, message: String) {
        self.0.push(Finding { file: record.file, path: record.path(at), code, severity, message });
    }
}

/// Applies all rules to files that are read together.
pub fn apply(datasets: &[(usize, Dataset<'_>)], today: Date) -> Vec<Finding> {
    let mut rules: Vec<Box<dyn Rule>> = vec![
        Box::new(keys::Keys),
        Box::new(addresses::Addresses),
        Box::new(codes::Codes),
        Box::new(languages::Languages::default()),
        Box::new(evidence::Evidence),
        Box::new(duplicates::Duplicates::default()),
        Box::new(used::Used::default()),
    ];
    if let Some(dates) = dates::Dates::new(today) {
        rules.push(Box::new(dates));
    }
    let mut found = Found::default();
    let mut see = |record: &Record<'_>| rules.iter_mut().for_each(|rule| rule.record(record, &mut found));
    for (file, raw) in datasets {
        see(&Record::top(*file, raw));
        for list in List::ALL {
            for position in 0..raw.len(list) {
                if let Some(record) = Record::of(*file, raw, list, position) {
                    see(&record);
                }
            }
        }
    }
    rules.iter_mut().for_each(|rule| rule.end(&mut found));
    found.0
}

#[cfg(test)]
mod tests;
