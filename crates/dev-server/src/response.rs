//! The headers of a good static host, and the small answers that are no file.
//! It knows nothing of where a file comes from.

use hyper::{
    HeaderMap, Response, StatusCode,
    header::{
        ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS,
    },
};

use crate::{
    body::{self, Body},
    error::Error,
};

pub(crate) const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const TIMING_ALLOW_ORIGIN: HeaderName = HeaderName::from_static("timing-allow-origin");

/// A header as the caller wrote it, checked.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Error> {
    let bad = || Error::Header(format!("{name}: {value}"));
    Ok((name.parse().map_err(|_| bad())?, value.parse().map_err(|_| bad())?))
}

/// What every answer of ours carries: other origins may use it, nobody guesses its type, caches ask again.
pub(crate) fn host_well(headers: &mut HeaderMap) {
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    headers.insert(TIMING_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if let Some(with_charset) = headers.get(CONTENT_TYPE).and_then(charset) {
        headers.insert(CONTENT_TYPE, with_charset);
    }
}

/// `text/html` → `text/html; charset=utf-8`: all our text is UTF-8.
fn charset(value: &HeaderValue) -> Option<HeaderValue> {
    let value = value.to_str().ok()?;
    let is_text = value.starts_with("text/") || value == "image/svg+xml";
    if !is_text || value.contains(';') {
        return None;
    }
    HeaderValue::try_from(format!("{value}; charset=utf-8")).ok()
}

/// The media type that a file of this name has.
pub(crate) fn media_type(path: &str) -> String {
    mime_guess::from_path(path).first_or_octet_stream().to_string()
}

pub(crate) fn is_html(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// An answer with a body of one media type. A status that HTTP does not know becomes 500.
pub(crate) fn answer(status: u16, media_type: &str, body: impl Into<bytes::Bytes>) -> Response<Body> {
    let mut response = Response::new(body::whole(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Ok(value) = HeaderValue::from_str(media_type) {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    response
}

/// A page that says the status and nothing else.
pub(crate) fn error_page(status: StatusCode) -> Response<Body> {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{status}</title><h1>{status}</h1></html>\n"
    );
    answer(status.as_u16(), "text/html", page)
}

/// No content.
pub(crate) fn nothing() -> Response<Body> {
    let mut response = Response::new(body::whole(bytes::Bytes::new()));
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
