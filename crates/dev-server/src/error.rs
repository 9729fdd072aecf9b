//! What can go wrong before the server runs. Once it runs, an error is an HTTP status.

use std::{fmt, io, net::SocketAddr};

/// Why the server could not start.
#[derive(Debug)]
pub enum Error {
    /// The address is taken, or may not be used.
    Bind(SocketAddr, io::Error),
    /// A name or value that no HTTP header can have.
    Header(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Self::Header(line) => write!(f, "not an HTTP header: {line}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Bind(_, error) => Some(error),
            Self::Header(_) => None,
        }
    }
}
