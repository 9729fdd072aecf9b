//! A folder of the disk under a prefix of the server. It knows nothing of scenarios and faults.

use std::{
    io,
    path::{Path, PathBuf},
};

use http_body_util::BodyExt;
use hyper::{
    HeaderMap, Request, Response, StatusCode,
    header::{HeaderName, HeaderValue},
};
use tower_http::services::ServeDir;

use crate::{
    body::Body,
    error::Error,
    response::{error_page, header, host_well},
};

/// A folder and the prefix it is served under, with headers of its own.
///
/// Files are served with their media type, in the encoding that the browser prefers among the `.br` and `.gz` files
/// beside them, with `ETag`, `Last-Modified` and 304. A folder answers with its `index.html`. Nothing outside is reachable.
#[derive(Debug, Clone)]
pub struct Mount {
    pub(crate) prefix: String,
    folder: PathBuf,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Mount {
    /// Serves `folder` under `prefix` (`/`, `/dist`). The folder is looked at when it is asked for, not now.
    pub fn new(prefix: &str, folder: impl Into<PathBuf>) -> Self {
        let prefix = prefix.trim_matches('/');
        let prefix = if prefix.is_empty() { "/".to_owned() } else { format!("/{prefix}/") };
        Self { prefix, folder: folder.into(), headers: Vec::new() }
    }

    /// Adds a header to every answer of this mount, such as a `Content-Security-Policy`.
    ///
    /// # Errors
    /// The name or the value is not one that HTTP allows.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.headers.push(header(name, value)?);
        Ok(self)
    }

    /// The path inside this mount, if `path` is under its prefix: `/dist/a.js` → `a.js`, and `/dist` → nothing.
    pub(crate) fn inside<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(&self.prefix).or_else(|| (path == self.prefix.trim_end_matches('/')).then_some(""))
    }

    /// Answers for the path `inside`; `outside` is what stands before it in the address the browser used.
    pub(crate) async fn serve<B>(&self, request: &Request<B>, inside: &str, outside: &str) -> Response<Body> {
        let mut response = read(&self.folder, request, inside, outside).await;
        host_well(response.headers_mut());
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }
}

async fn read<B>(folder: &Path, request: &Request<B>, inside: &str, outside: &str) -> Response<Body> {
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut inner = Request::new(http_body_util::Empty::<bytes::Bytes>::new());
    *inner.method_mut() = request.method().clone();
    *inner.headers_mut() = request.headers().clone();
    *inner.uri_mut() = match format!("/{inside}{query}").parse() {
        Ok(uri) => uri,
        Err(_) => return error_page(StatusCode::BAD_REQUEST),
    };
    let mut files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .redirect_path_prefix(outside.trim_end_matches('/'));
    match files.try_call(inner).await {
        Ok(response) if response.status().is_client_error() => {
            let status = response.status();
            let mut page = error_page(status);
            copy_allow(response.headers(), page.headers_mut());
            page
        }
        Ok(response) => response.map(|body| body.map_err(Into::into).boxed_unsync()),
        Err(error) => error_page(status_of(error.kind())),
    }
}

fn status_of(kind: io::ErrorKind) -> StatusCode {
    match kind {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => {
            StatusCode::NOT_FOUND
        }
        io::ErrorKind::InvalidInput => StatusCode::BAD_REQUEST,
        io::ErrorKind::PermissionDenied => StatusCode::FORBIDDEN,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn copy_allow(from: &HeaderMap, to: &mut HeaderMap) {
    if let Some(allow) = from.get(hyper::header::ALLOW) {
        to.insert(hyper::header::ALLOW, allow.clone());
    }
}
