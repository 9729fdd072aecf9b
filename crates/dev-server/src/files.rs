//! Files that exist only in memory, served as those of a folder are. It knows nothing of folders.

use std::hash::{DefaultHasher, Hash, Hasher};

use bytes::Bytes;
use hyper::{
    Method, Request, Response, StatusCode,
    header::{ALLOW, ETAG, HeaderValue, IF_NONE_MATCH},
};

use crate::{
    body::{self, Body},
    response::{answer, error_page, host_well, media_type},
};

/// A file in memory.
#[derive(Debug, Clone)]
pub struct File {
    bytes: Bytes,
    media_type: String,
}

impl File {
    /// A file whose media type is that of `name`'s ending.
    pub fn named(name: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { bytes: Bytes::from(body.into()), media_type: media_type(name) }
    }

    /// A file with the media type that is given.
    pub fn new(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { bytes: Bytes::from(body.into()), media_type: media_type.to_owned() }
    }

    pub(crate) fn serve<B>(&self, request: &Request<B>) -> Response<Body> {
        let mut response = self.respond(request);
        host_well(response.headers_mut());
        response
    }

    fn respond<B>(&self, request: &Request<B>) -> Response<Body> {
        if request.method() != Method::GET && request.method() != Method::HEAD {
            let mut refused = error_page(StatusCode::METHOD_NOT_ALLOWED);
            refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET,HEAD"));
            return refused;
        }
        let tag = self.tag();
        let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let is_known = known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
        let mut response = answer(200, &self.media_type, self.bytes.clone());
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            *response.body_mut() = body::whole(Bytes::new());
        }
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            response.headers_mut().insert(ETAG, tag);
        }
        response
    }

    fn tag(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.bytes.hash(&mut hasher);
        format!("\"{:016x}-{:x}\"", hasher.finish(), self.bytes.len())
    }
}
