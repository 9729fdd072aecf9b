//! Response bodies: whole ones, and ones that stall, drip, break off or never end.
//! They know nothing of headers: what a body declares to be is the caller's business.

use std::{io, time::Duration};

use bytes::Bytes;
use futures_util::{StreamExt, future, stream};
use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::body::Frame;

use crate::connection::ResetSwitch;

pub(crate) type BoxError = Box<dyn std::error::Error + Send + Sync>;
pub(crate) type Body = UnsyncBoxBody<Bytes, BoxError>;

/// How long a body waits between what it sent and a reset, so that what was sent leaves the machine first.
const BEFORE_RESET: Duration = Duration::from_millis(30);
/// The size of one piece of a body that never ends.
const PIECE: usize = 16 * 1024;

pub(crate) fn whole(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

fn streamed(pieces: impl stream::Stream<Item = Result<Bytes, BoxError>> + Send + 'static) -> Body {
    StreamBody::new(pieces.map(|piece| piece.map(Frame::data))).boxed_unsync()
}

/// Sends `bytes`, then nothing for ever.
pub(crate) fn stalling(bytes: Bytes) -> Body {
    streamed(stream::once(future::ready(Ok(bytes))).chain(stream::pending()))
}

/// Sends `bytes` at `per_second` bytes a second, in pieces of a tenth of it.
pub(crate) fn dripping(bytes: Bytes, per_second: usize) -> Body {
    let (piece, pause) = match per_second / 10 {
        0 => (1, Duration::from_secs(1) / u32::try_from(per_second.max(1)).unwrap_or(1)),
        tenth => (tenth, Duration::from_millis(100)),
    };
    streamed(stream::unfold(bytes, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(pause).await;
        let now = rest.split_to(piece.min(rest.len()));
        Some((Ok(now), rest))
    }))
}

/// Sends `bytes`, then resets the connection.
pub(crate) fn resetting(bytes: Bytes, reset: ResetSwitch) -> Body {
    let end = async move {
        tokio::time::sleep(BEFORE_RESET).await;
        reset.pull();
        Err(io::Error::from(io::ErrorKind::ConnectionReset).into())
    };
    streamed(stream::once(future::ready(Ok(bytes))).chain(stream::once(end)))
}

/// Sends `start`, then spaces for ever, or until `length` bytes are sent in all.
pub(crate) fn padded(start: Bytes, length: Option<u64>) -> Body {
    let left = length.map(|length| length.saturating_sub(start.len() as u64));
    let spaces = Bytes::from(vec![b' '; PIECE]);
    let rest = stream::unfold(left, move |left| {
        let spaces = spaces.clone();
        async move {
            // One turn for the others: this stream is always ready.
            tokio::task::yield_now().await;
            match left {
                None => Some((Ok(spaces), None)),
                Some(0) => None,
                Some(left) => {
                    let now = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
                    Some((Ok(spaces.slice(..now)), Some(left - now as u64)))
                }
            }
        }
    });
    streamed(stream::once(future::ready(Ok(start))).chain(rest))
}
