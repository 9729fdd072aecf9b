//! The ways in which a host or a network fails, each applied to the good answer of the same request.
//! It knows nothing of sites: which path fails is decided there.

use std::{
    fmt::Write as _,
    future::{Future, pending},
    time::Duration,
};

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::{
    HeaderMap, Response,
    header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, LOCATION},
};

use crate::{
    body::{self, Body},
    connection::ResetSwitch,
    response::{CROSS_ORIGIN_RESOURCE_POLICY, answer, host_well},
};

/// One way to fail. Sizes count the bytes that are sent, compressed ones where the browser asked for compression.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// This status, with this body or a short English one.
    Status(u16, Option<String>),
    /// This status as often as said, then the good answer.
    StatusThenOk {
        /// The status of the first answers.
        status: u16,
        /// How many of them there are.
        times: usize,
    },
    /// The good answer, later.
    Delay(Duration),
    /// No answer at all, for ever.
    Hang,
    /// The headers and this many bytes, then nothing for ever.
    Stall(usize),
    /// The good answer at this many bytes a second.
    Drip(usize),
    /// The headers and this many bytes, then a TCP reset.
    ResetMidBody(usize),
    /// Only this many bytes, with a `Content-Length` that fits them: a short file that looks whole.
    Truncate(usize),
    /// The good answer under another `Content-Type`.
    WrongMime(String),
    /// 200 and an HTML page, as captive portals and single-page fallbacks do.
    HtmlInstead,
    /// The good answer without the headers that let other origins use it.
    NoCors,
    /// 302 to this address.
    Redirect(String),
    /// The good answer followed by spaces for ever, after declaring a `Content-Length` or none.
    Endless {
        /// The length that is declared; the body ends there if it ever gets so far.
        declared: Option<u64>,
    },
    /// The good answer, padded with spaces to this length, which is declared.
    DeclaredLength(u64),
    /// The good answer with one bit of this byte flipped (of the last one, if the body is shorter).
    Corrupt(usize),
}

impl Fault {
    /// Does the body of the good answer matter? Then it must be a whole one, never a 304 or a part.
    pub(crate) fn needs_body(&self) -> bool {
        !matches!(self, Self::Delay(_) | Self::NoCors | Self::WrongMime(_))
    }

    /// Answers in place of `good`. `count` says how many requests for this path came before, since the fault was set.
    pub(crate) async fn apply(
        &self,
        good: impl Future<Output = Response<Body>>,
        count: usize,
        reset: &ResetSwitch,
    ) -> Response<Body> {
        match self {
            Self::Status(status, text) => failed(*status, text.as_deref()),
            Self::StatusThenOk { status, times } if count < *times => failed(*status, None),
            Self::StatusThenOk { .. } => good.await,
            Self::Delay(time) => {
                tokio::time::sleep(*time).await;
                good.await
            }
            Self::Hang => pending().await,
            Self::WrongMime(media_type) => with_header(good.await, CONTENT_TYPE, media_type),
            Self::HtmlInstead => {
                hosted(answer(200, "text/html", "<!doctype html>\n<title>Sign in</title>\n<h1>Sign in</h1>\n"))
            }
            Self::NoCors => {
                let mut response = good.await;
                response.headers_mut().remove(ACCESS_CONTROL_ALLOW_ORIGIN);
                response.headers_mut().remove(CROSS_ORIGIN_RESOURCE_POLICY);
                response
            }
            Self::Redirect(to) => with_header(hosted(answer(302, "text/plain", "")), LOCATION, to),
            Self::Stall(after) => {
                rebuild(good.await, |all| (Some(all.len() as u64), body::stalling(first(&all, *after)))).await
            }
            Self::Drip(rate) => rebuild(good.await, |all| (Some(all.len() as u64), body::dripping(all, *rate))).await,
            Self::ResetMidBody(after) => {
                let reset = reset.clone();
                rebuild(good.await, |all| (Some(all.len() as u64 + 1), body::resetting(first(&all, *after), reset)))
                    .await
            }
            Self::Truncate(after) => {
                rebuild(good.await, |all| {
                    let short = first(&all, *after);
                    (Some(short.len() as u64), body::whole(short))
                })
                .await
            }
            Self::Endless { declared } => rebuild(good.await, |all| (*declared, body::padded(all, *declared))).await,
            Self::DeclaredLength(length) => {
                rebuild(good.await, |all| {
                    let length = (*length).max(all.len() as u64);
                    (Some(length), body::padded(all, Some(length)))
                })
                .await
            }
            Self::Corrupt(at) => {
                rebuild(good.await, |all| (Some(all.len() as u64), body::whole(flipped(&all, *at)))).await
            }
        }
    }
}

fn hosted(mut response: Response<Body>) -> Response<Body> {
    host_well(response.headers_mut());
    response
}

fn failed(status: u16, text: Option<&str>) -> Response<Body> {
    let mut default = String::new();
    let _ = write!(default, "status {status}, on purpose");
    hosted(answer(status, "text/plain", text.map_or(default, str::to_owned)))
}

fn with_header(mut response: Response<Body>, name: hyper::header::HeaderName, value: &str) -> Response<Body> {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}

fn first(all: &Bytes, count: usize) -> Bytes {
    all.slice(..count.min(all.len()))
}

fn flipped(all: &Bytes, at: usize) -> Bytes {
    let mut bytes = all.to_vec();
    let at = at.min(bytes.len().saturating_sub(1));
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1;
    }
    bytes.into()
}

/// The same answer with another body and the length that it declares.
async fn rebuild(good: Response<Body>, make: impl FnOnce(Bytes) -> (Option<u64>, Body)) -> Response<Body> {
    let (mut parts, body) = good.into_parts();
    let Ok(all) = body.collect().await else {
        return failed(500, Some("the good answer could not be read"));
    };
    let (length, body) = make(all.to_bytes());
    declare(&mut parts.headers, length);
    Response::from_parts(parts, body)
}

fn declare(headers: &mut HeaderMap, length: Option<u64>) {
    headers.remove(CONTENT_LENGTH);
    if let Some(length) = length {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
}
