//! What is known at the moment a trial fails: the page, what it saw, what it asked for, and a picture of it.

use std::{fmt::Write as _, path::PathBuf, time::Duration};

use supranet_dev_server::Site;
use tokio::time::timeout;

use super::{Stage, workspace};

const EACH: Duration = Duration::from_secs(10);

/// Everything there is to know, as text. Nothing in here fails: a browser that is gone leaves gaps.
pub(super) async fn report(stage: &Stage, trial: &str) -> String {
    let mut text = String::new();
    if let Ok(Ok(url)) = timeout(EACH, stage.browser.current_url()).await {
        let _ = writeln!(text, "  page: {url}");
    }
    let seen = stage.browser.execute("return JSON.stringify(window.__host || null, null, 1)", Vec::new());
    if let Ok(Ok(seen)) = timeout(EACH, seen).await {
        let _ = writeln!(text, "  seen by the host page: {}", seen.json().as_str().unwrap_or("nothing"));
    }
    for site in stage.sites().iter() {
        requests(&mut text, site);
    }
    for stray in stage.server.strays() {
        let _ = writeln!(text, "  asked for outside every site: {stray}");
    }
    let file = screenshot_file(trial);
    match timeout(EACH, stage.browser.screenshot(&file)).await {
        Ok(Ok(())) => {
            let _ = writeln!(text, "  picture: {}", file.display());
        }
        _ => text.push_str("  no picture could be taken\n"),
    }
    text
}

fn requests(text: &mut String, site: &Site) {
    let _ = writeln!(text, "  requests to {}", site.url(""));
    for request in site.requests() {
        let _ = writeln!(text, "  {request}");
    }
    for report in site.reports() {
        let _ = writeln!(text, "  policy report: {report}");
    }
}

/// `target/e2e/<trial>.png`.
pub(crate) fn screenshot_file(trial: &str) -> PathBuf {
    let folder = workspace().join("target/e2e");
    // Without the folder, taking the picture fails, and that is told.
    let _ = std::fs::create_dir_all(&folder);
    let name: String = trial.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    folder.join(format!("{name}.png"))
}
