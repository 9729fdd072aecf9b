//! On pages with frameworks, resets and patches of their own: the widget works, the page around it keeps every pixel, and
//! the widget has the pixels that it has on a plain page.

use anyhow::{Context, Result};

use super::hosts::{self, HOSTS};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let plain = hosts::plain(&stage).await.context("plain")?;
    plain.assert_page_unchanged().context("plain")?;
    plain.assert_it_works().await.context("plain")?;
    let mut faults = Vec::new();
    for host in HOSTS.iter().filter(|host| host.is_tried_in(stage.engine)) {
        let seen = match hosts::see(&stage, host.html).await {
            Ok(seen) => seen,
            Err(error) => {
                faults.push(format!("{}: {error:#}", host.name));
                continue;
            }
        };
        let checks = [seen.assert_page_unchanged(), seen.assert_looks_as_on(&plain), seen.assert_it_works().await];
        if checks.iter().any(Result::is_err) {
            seen.page.screenshot(host.name).await?;
        }
        faults.extend(checks.into_iter().filter_map(Result::err).map(|error| format!("{}: {error:#}", host.name)));
    }
    anyhow::ensure!(faults.is_empty(), "{faults:#?}");
    Ok(())
}
