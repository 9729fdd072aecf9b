//! An editor's own frame with `sandbox="allow-scripts"` is of no origin: everything in it is then asked for as by a stranger, and
//! its messages come from `null`. The cards come up, pinned code included, and the page around follows its height all the same.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{frames, widget};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const FRAME: &str = "<iframe data-supra-embed sandbox=\"allow-scripts\" src=\"dist/embed.html?src=data.json&country=SE\" title=\"Sweden\" \
                     width=\"900\" height=\"200\"></iframe>\n";

async fn run(stage: Stage) -> Result<()> {
    // In WebKit `'self'` means nothing in such a frame: the server's policy has to say the name.
    let own = format!("http://127.0.0.1:{}", stage.server.port());
    // Before the script and after it: who is up first tells or is asked.
    for (html, what) in [
        (format!("{FRAME}<script src=\"dist/embed.js\"></script>\n"), "the frame first"),
        (format!("<script src=\"dist/embed.js\"></script>\n{FRAME}"), "the script first"),
    ] {
        let page = stage.open(frames::page_from(&own, &html)).await?;
        frames::enter(&page, "iframe").await?;
        let (origin, stored): (String, bool) = page
            .run("let stored; try { stored = !!localStorage } catch { stored = false } return [origin, stored]", vec![])
            .await?;
        ensure!(origin == "null" && !stored, "it is of the origin {origin}");
        widget::wait_for_cards(&page, &["gms", "body", "inner-body"]).await?;
        let high = frames::wait_until_fitting(&page).await?;
        page.leave_frames().await?;
        let kept: (String, f64) = page
            .run("const one = document.querySelector(args[0]); return [one.getAttribute('sandbox'), one.offsetWidth]", vec![json!("iframe")])
            .await?;
        ensure!(high > 300.0 && kept.0 == "allow-scripts" && kept.1 >= 900.0, "{what}: {high} {kept:?}");
        page.assert_clean().await?;
    }
    Ok(())
}
