//! Where a value stands in the file, as an editor reads it.
//!
//! Knows nothing of what the value is.

use crate::join::{concat, digits};

/// A chain from a value up to the top of the file, made on the stack while reading.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// The member `key` of what stands at `parent`, or of the top.
    pub(super) fn key(parent: Option<&'p Path<'p>>, key: &'p str) -> Self {
        Self { parent, step: Step::Key(key) }
    }

    /// The item `index` of the list at this path.
    pub(super) fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// As shown: `agreements[3].ends[1]`.
    pub(super) fn text(&self) -> String {
        let before = self.parent.map(Path::text).unwrap_or_default();
        match self.step {
            Step::Key(key) => concat(&[before.as_str(), if before.is_empty() { "" } else { "." }, key]),
            Step::Index(index) => concat(&[before.as_str(), "[", &digits(index as u64), "]"]),
        }
    }
}
