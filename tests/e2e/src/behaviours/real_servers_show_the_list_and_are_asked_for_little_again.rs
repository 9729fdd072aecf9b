//! The snippet on a page of a real nginx or Apache, its files on another port and so of another origin: cards, no offence
//! against the policy, and on the second visit only the question whether page, style and entry have changed.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use supranet_dev_server::{Scenario, Site};
use supranet_hosting::{Host, Kind, Line, Page as Beside};

use super::widget;
use crate::{
    harness::{PATIENCE, Stage, behaviour, eventually},
    page::{LISTENER, dist},
};

behaviour!(
    run,
    not in Firefox: "what is asked of the servers is the same in all engines, and is tested in Chromium",
    not in WebKit: "what is asked of the servers is the same in all engines, and is tested in Chromium",
);

/// What has no hash in its address; `dataset.json` stays good for five minutes.
const ASKED_AGAIN: [&str; 2] = ["/supranet/supra-network.css", "/supranet/supranet.js"];
/// Style, entry, glue, wasm, words, data.
const FIRST: usize = 6;

async fn run(stage: Stage) -> Result<()> {
    // A site of the test's own server, for what a trial asks of any.
    let site = stage.site(Scenario::new());
    for kind in [Kind::Nginx, Kind::Apache] {
        visit_twice(&stage, &site, kind).await.with_context(|| format!("{kind:?}"))?;
    }
    Ok(())
}

async fn visit_twice(stage: &Stage, site: &Arc<Site>, kind: Kind) -> Result<()> {
    let files = Host::start(kind, &dist()?)?;
    let base = files.url("supranet");
    let origin = files.url("");
    let origin = origin.trim_end_matches('/');
    let page = page(&base);
    let policy = format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src {origin}; img-src data:; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let beside = Beside { files: &[("page.html", &page), ("host.js", LISTENER)], policy: &policy };
    let pages = Host::start_with(kind, &dist()?, &beside, 1)?;

    let first = look(stage, site, &pages, &files, &[]).await.context("the first visit")?;
    ensure!(first.len() == FIRST && first.iter().all(|line| line.status == 200), "the first visit asks for {first:#?}");
    let hashed = first.iter().filter(|line| line.path.contains('?')).count();
    ensure!(hashed == 3, "{hashed} files are asked for by their hash: {first:#?}");

    let second = look(stage, site, &pages, &files, &first).await.context("the second visit")?;
    let mut paths: Vec<&str> = second.iter().map(|line| line.path.as_str()).collect();
    paths.sort_unstable();
    ensure!(paths == ASKED_AGAIN, "the second visit asks for {second:#?}");
    ensure!(second.iter().all(|line| line.status == 304), "the second visit gets more than an answer: {second:#?}");
    Ok(())
}

/// Opens the page, looks at it, and says what was asked of the other origin besides what is known.
async fn look(stage: &Stage, site: &Arc<Site>, pages: &Host, files: &Host, known: &[Line]) -> Result<Vec<Line>> {
    let page = stage.visit(site, &pages.url("page.html"), true).await?;
    page.find(widget::CARD).await?;
    // One more offence on purpose: the policy is in force, and what there was before it has been told.
    let ask = "return fetch(`${location.href}?sentinel`).then(() => 'answered', () => 'blocked')";
    let answer: String = page.run_async(ask, vec![]).await?;
    ensure!(answer == "blocked", "the page has no policy to speak of");
    let offences = async || Ok(Some(page.recorded("violations").await?).filter(|all| !all.is_empty()));
    let mut offences = eventually("the policy's objection is heard", PATIENCE, offences).await?;
    offences.retain(|one| !one.to_string().contains("sentinel"));
    ensure!(offences.is_empty(), "the policy objects: {offences:#?}");
    for what in ["errors", "rejections"] {
        let found = page.recorded(what).await?;
        ensure!(found.is_empty(), "{what} in the host page: {found:#?}");
    }
    page.assert_nothing_stored().await?;
    // Written when the whole of an answer has gone out, which may be after the page has it.
    let expected = if known.is_empty() { FIRST } else { ASKED_AGAIN.len() };
    eventually("the server has written down what was asked", PATIENCE, async || {
        let new = files.log().lines()?.split_off(known.len());
        Ok((new.len() >= expected).then_some(new))
    })
    .await
}

fn page(base: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>An institution</title>\n\
         <script src=\"host.js\"></script>\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"{base}/supra-network.css\">\n\
         <script type=\"module\" src=\"{base}/supranet.js\"></script>\n</head>\n<body>\n<main>\n<h1>An institution</h1>\n\
         <supra-network></supra-network>\n</main>\n</body>\n</html>\n"
    )
}
