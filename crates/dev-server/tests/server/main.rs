//! The server, over the wire.
#![allow(clippy::expect_used, reason = "a test ends where it is surprised")]

mod client;
mod faults;
mod scenarios;
mod static_host;
