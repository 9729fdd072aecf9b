//! The programs of others that the tasks need: each is installed once, pinned, and found again.
//! Knows nothing of what the tasks do with them.

pub mod debian;
pub mod npm;
pub mod rust;
