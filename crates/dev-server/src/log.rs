//! What was asked of a site. It knows nothing of what was answered but the status.

use std::{fmt, time::Duration};

/// One request that reached a site.
#[derive(Debug, Clone)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path relative to the site, with its query: `dist/supranet.js?v=1`.
    pub path: String,
    /// The status that was sent; `None` as long as nothing was.
    pub status: Option<u16>,
    /// How long after the site was registered.
    pub at: Duration,
    pub(crate) headers: Vec<(String, String)>,
}

impl Request {
    /// The value of a request header (`accept-encoding`, `origin`, `sec-fetch-mode`, …), whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The path without its query.
    pub fn file(&self) -> &str {
        self.path.split_once('?').map_or(self.path.as_str(), |(file, _)| file)
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
        write!(f, "{:>6} ms  {} {} -> {status}", self.at.as_millis(), self.method, self.path)
    }
}
