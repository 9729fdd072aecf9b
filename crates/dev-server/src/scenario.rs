//! What a site is made of before it is registered. It knows nothing of the server.

use std::{collections::BTreeMap, path::PathBuf};

use hyper::header::{HeaderName, HeaderValue};

use crate::{error::Error, fault::Fault, files::File, mount::Mount, response::header};

/// Files, folders, headers and faults of one test. [`Server::scenario`](crate::Server::scenario) makes it a [`Site`](crate::Site).
#[derive(Debug, Clone, Default)]
pub struct Scenario {
    pub(crate) files: BTreeMap<String, File>,
    pub(crate) mounts: Vec<Mount>,
    pub(crate) policy: Option<String>,
    pub(crate) html_headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) faults: Vec<(String, Fault)>,
}

impl Scenario {
    /// A site with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file in memory; its media type follows from the ending of `path`.
    pub fn file(self, path: &str, body: impl Into<Vec<u8>>) -> Self {
        self.file_as(path, File::named(path, body))
    }

    /// Adds a file in memory with a media type of its own.
    pub fn file_as(mut self, path: &str, file: File) -> Self {
        self.files.insert(path.trim_start_matches('/').to_owned(), file);
        self
    }

    /// Serves a folder of the disk under `prefix`. Files in memory come first.
    pub fn folder(mut self, prefix: &str, folder: impl Into<PathBuf>) -> Self {
        self.mounts.push(Mount::new(prefix, folder));
        self
    }

    /// Sends this `Content-Security-Policy` with every HTML page; a `report-uri` that fills
    /// [`Site::reports`](crate::Site::reports) is added to it.
    pub fn policy(mut self, policy: &str) -> Self {
        self.policy = Some(policy.trim_end_matches([';', ' ']).to_owned());
        self
    }

    /// Adds a header to every HTML page.
    ///
    /// # Errors
    /// The name or the value is not one that HTTP allows.
    pub fn html_header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.html_headers.push(header(name, value)?);
        Ok(self)
    }

    /// Adds a header to every answer.
    ///
    /// # Errors
    /// The name or the value is not one that HTTP allows.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.headers.push(header(name, value)?);
        Ok(self)
    }

    /// Lets the answers for `path` (without query) fail from the start. See [`Site::set_fault`](crate::Site::set_fault) for later.
    pub fn fault(mut self, path: &str, fault: Fault) -> Self {
        self.faults.push((path.trim_start_matches('/').to_owned(), fault));
        self
    }
}
