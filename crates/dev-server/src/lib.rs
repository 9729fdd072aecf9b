//! An HTTP server for the project's own machines: it serves folders as a good static host would, and it can be told,
//! file by file, to fail as bad hosts and bad networks do.
//!
//! * `cargo xtask serve` mounts folders: [`Server::builder`], [`Mount`].
//! * The end-to-end tests register a [`Scenario`] and get a [`Site`]: an isolated set of files under an address of its
//!   own, with a log of every request, the policy reports that browsers sent, and [`Fault`]s that may change while it runs.
//!
//! ```no_run
//! # async fn example() -> Result<(), supranet_dev_server::Error> {
//! use supranet_dev_server::{Fault, Scenario, Server};
//!
//! let server = Server::start().await?;
//! let site = server.scenario(Scenario::new().file("page.html", "<p>").file("data.json", "{}").policy("default-src 'self'"));
//! site.set_fault("data.json", Fault::StatusThenOk { status: 503, times: 2 });
//! println!("{} was asked for {} files", site.url("page.html"), site.requests().len());
//! # Ok(())
//! # }
//! ```
//!
//! It listens on 127.0.0.1 only, knows nothing of the widget, and is no server for production.

mod body;
mod connection;
mod error;
mod fault;
mod files;
mod log;
mod mount;
mod response;
mod scenario;
mod server;
mod site;

pub use error::Error;
pub use fault::Fault;
pub use files::File;
pub use log::Request;
pub use mount::Mount;
pub use scenario::Scenario;
pub use server::{Builder, Server};
pub use site::Site;
