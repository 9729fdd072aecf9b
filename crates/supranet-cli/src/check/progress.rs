//! Says on a terminal what takes long.
//!
//! Knows nothing of what is done.

use indicatif::ProgressBar;
use std::cell::OnceCell;
use std::time::Duration;

/// Fewer bytes are read before anybody could see it.
const LONG: usize = 8_000_000;
const STEP: Duration = Duration::from_millis(100);

/// A line on the standard error, if that is a terminal.
#[derive(Debug, Default)]
pub struct Progress(OnceCell<ProgressBar>);

impl Progress {
    /// Shows itself if there is much to read.
    pub fn begin(&self, bytes: usize) {
        if bytes >= LONG {
            self.0.get_or_init(ProgressBar::new_spinner).enable_steady_tick(STEP);
        }
    }

    /// What is done now.
    pub fn say(&self, what: &'static str) {
        if let Some(bar) = self.0.get() {
            bar.set_message(what);
        }
    }

    /// Leaves nothing behind.
    pub fn end(&self) {
        if let Some(bar) = self.0.get() {
            bar.finish_and_clear();
        }
    }
}
