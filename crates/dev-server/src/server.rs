//! The socket, and which part of the server answers for an address. It knows nothing of files and faults.

use std::{
    collections::HashMap,
    convert::Infallible,
    fmt,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use hyper::{Request as HttpRequest, Response, StatusCode, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

use crate::{
    body::Body,
    connection::{Connection, ResetSwitch},
    error::Error,
    mount::Mount,
    response::{error_page, host_well, nothing},
    scenario::Scenario,
    site::{Site, State},
};

/// The sites that are registered, by id.
pub(crate) type Sites = Arc<Mutex<HashMap<String, Arc<State>>>>;

/// A running server. It and all its connections end when it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    next: AtomicUsize,
    accepting: JoinHandle<()>,
}

/// What a server is to serve, before it runs.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    port: u16,
    mounts: Vec<Mount>,
}

struct Shared {
    mounts: Vec<Mount>,
    sites: Sites,
    strays: Mutex<Vec<String>>,
}

impl Builder {
    /// Listens on this port of 127.0.0.1; without it, on any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Serves a folder. Where several prefixes fit, the longest answers.
    pub fn mount(mut self, mount: Mount) -> Self {
        self.mounts.push(mount);
        self.mounts.sort_by_key(|mount| std::cmp::Reverse(mount.prefix.len()));
        self
    }

    /// Starts to listen. Needs a tokio runtime with I/O and time.
    ///
    /// # Errors
    /// The port is taken or may not be used.
    pub async fn start(self) -> Result<Server, Error> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = TcpListener::bind(address).await.map_err(|error| Error::Bind(address, error))?;
        let address = listener.local_addr().map_err(|error| Error::Bind(address, error))?;
        let shared = Arc::new(Shared { mounts: self.mounts, sites: Sites::default(), strays: Mutex::default() });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Server { address, shared, next: AtomicUsize::new(1), accepting })
    }
}

impl Server {
    /// A server with nothing to serve yet.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Starts a server with no mounts on a free port, for scenarios.
    ///
    /// # Errors
    /// No port could be had.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// The address of `path` on this server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Registers a site under `/s/<id>/`. It is served until the handle is dropped.
    pub fn scenario(&self, scenario: Scenario) -> Site {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let state = Arc::new(State::new(id.clone(), scenario));
        let sites = Arc::clone(&self.shared.sites);
        sites.lock().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&state));
        Site { state, sites, port: self.address.port() }
    }

    /// The requests (`GET /path?query`) that no site and no mount had an answer for; icons are not among them.
    pub fn strays(&self) -> Vec<String> {
        self.shared.strays.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends: for commands that do nothing else.
    pub async fn serve_for_ever(mut self) {
        // The task only ends when it is aborted, which only a drop does.
        let _ = (&mut self.accepting).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.address).finish()
    }
}

/// Accepts until it is aborted; the connections are aborted with it.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file handles, or a peer that left at once: neither is a reason to end.
            tokio::task::yield_now().await;
            continue;
        };
        // Latency matters more than packets here; without it the answers are only slower.
        let _ = stream.set_nodelay(true);
        let (connection, reset) = Connection::new(stream);
        let shared = Arc::clone(&shared);
        connections.spawn(async move {
            let service = service_fn(|request| {
                let (shared, reset) = (Arc::clone(&shared), reset.clone());
                async move { Ok::<_, Infallible>(shared.answer(request, reset).await) }
            });
            // Clients that go away in the middle are everyday life.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(connection), service)
                .await;
        });
        while connections.try_join_next().is_some() {}
    }
}

impl Shared {
    async fn answer(&self, request: HttpRequest<Incoming>, reset: ResetSwitch) -> Response<Body> {
        let path = request.uri().path().to_owned();
        if let Some((site, inside)) = self.site(&path) {
            return site.answer(request, &inside, reset).await;
        }
        for mount in &self.mounts {
            if let Some(inside) = mount.inside(&path) {
                return mount.serve(&request, inside, &mount.prefix).await;
            }
        }
        if path == "/favicon.ico" {
            return nothing();
        }
        let stray = format!("{} {}", request.method(), request.uri());
        self.strays.lock().unwrap_or_else(PoisonError::into_inner).push(stray);
        let mut page = error_page(StatusCode::NOT_FOUND);
        host_well(page.headers_mut());
        page
    }

    /// The site of `/s/<id>/<inside>`.
    fn site(&self, path: &str) -> Option<(Arc<State>, String)> {
        let (id, inside) = path.strip_prefix("/s/")?.split_once('/')?;
        let sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        Some((Arc::clone(sites.get(id)?), inside.to_owned()))
    }
}
