//! `cargo xtask serve`: the site, with the widget on the real dataset, as a careful host would serve it.
//! Knows nothing of how the package is made.

use anyhow::{Context, Result, bail};
use supranet_dev_server::{Error, Mount, Server};

use crate::workspace::Workspace;

/// The strictest policy that the widget promises to work under; every page of the site has it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; \
                      style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

/// Serves the site, the package and the data until the process is ended.
///
/// # Errors
/// The port is taken.
pub fn serve(workspace: &Workspace, port: u16) -> Result<()> {
    let server = Server::builder()
        .port(port)
        .mount(Mount::new("/", workspace.path("www")).header("Content-Security-Policy", POLICY)?)
        .mount(Mount::new("/supranet/", workspace.dist()))
        .mount(Mount::new("/data/", workspace.path("data")));
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server's runtime")?;
    runtime.block_on(async {
        let server = match server.start().await {
            Ok(server) => server,
            Err(error @ Error::Bind(..)) => {
                bail!(
                    "{error}: end what listens there, or choose another port with `cargo xtask serve --port {}`",
                    port.wrapping_add(1)
                )
            }
            Err(error) => return Err(error.into()),
        };
        println!("serving {} (end with Ctrl+C)", server.url("/"));
        server.serve_for_ever().await;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_with_a_way_out() -> Result<()> {
        let taken = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        let result = serve(&Workspace::find()?, taken.local_addr()?.port());
        assert!(result.is_err_and(|error| error.to_string().contains("--port")));
        Ok(())
    }
}
