//! Waiting: a condition, asked again and again until it holds or the time is over. Nothing here ever just sleeps.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

/// How long a condition may take to become true. Reached only when something is wrong.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(25);

/// Asks until the answer is `Some`, and returns it; an error of one attempt is only told when time is over.
pub(crate) async fn eventually<T>(
    what: &str,
    patience: Duration,
    mut ask: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + patience;
    let mut problem = Some("no answer".to_owned());
    loop {
        match tokio::time::timeout_at(deadline.into(), ask()).await {
            Ok(Ok(Some(answer))) => return Ok(answer),
            Ok(Ok(None)) => problem = None,
            Ok(Err(error)) if is_final(&error) => {
                return Err(error.context(format!("the session ended before this: {what}")));
            }
            Ok(Err(error)) => problem = Some(format!("{error:#}")),
            // Cut short in the middle of an attempt: the one before says more.
            Err(_) => {}
        }
        if Instant::now() >= deadline {
            let problem = problem.map(|problem| format!(" (last: {problem})")).unwrap_or_default();
            bail!("waited {} s in vain: {what}{problem}", patience.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// No later attempt can do better: the browser is gone.
fn is_final(error: &anyhow::Error) -> bool {
    let of_the_driver = error.downcast_ref::<WebDriverError>().map(WebDriverError::as_inner);
    matches!(of_the_driver, Some(WebDriverErrorInner::InvalidSessionId(_)))
}
