//! Under the policies that security officers set, the widget works and nothing is reported; where a policy keeps its code
//! out, what the page shows without it stays, and no error reaches the page. What other behaviours prove is not here: no
//! wasm, no connection (`what_the_policy_blocks_is_said`), Trusted Types without any policy (the usual one of all host pages).

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::widget::{self, CARD, COUNTRY, STATUS};
use crate::{
    harness::{Stage, behaviour},
    page::{HostPage, Page, dist},
};

behaviour!(run);

const STRICT: &str = "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'; \
                      style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const NO_STYLE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'; \
                        img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
/// Everything that a page can forbid and that anything here could be thought to use, and then some.
const NO_FEATURE: &str = "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), \
                          display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), idle-detection=(), keyboard-map=(), \
                          local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), \
                          storage-access=(), sync-xhr=(), unload=(), usb=(), web-share=(), window-management=(), xr-spatial-tracking=()";

const EMBEDDER: &str = "Cross-Origin-Embedder-Policy";

async fn run(stage: Stage) -> Result<()> {
    let strict = HostPage::written(include_str!("../../../pages/nonce.html")).attribute("src", "data.json");
    let strict = strict.file("data.json", widget::SMALL).slot(widget::FALLBACK).policy(STRICT);
    let header = |name, value| -> Result<HostPage> {
        let mut header = Ok(());
        let page = widget::page().scenario(|all| {
            all.clone().html_header(name, value).unwrap_or_else(|error| {
                header = Err(error);
                all
            })
        });
        Ok(header.map(|()| page)?)
    };
    let script = "<script type=\"module\" src=\"dist/supranet.js\"></script>\n";
    let table = [
        ("none at all", widget::page().without_policy()),
        ("a number used once, strict-dynamic", strict),
        ("no style", widget::page().snippet(script).policy(NO_STYLE)),
        ("opener policy same-origin", header("Cross-Origin-Opener-Policy", "same-origin")?),
        ("every permission withheld", header("Permissions-Policy", NO_FEATURE)?.attribute("url", "query")),
        ("the entry pinned", widget::page().snippet(&pinned(&hash_of_entry()?))),
    ];
    for (name, host) in table {
        let page = stage.open(host).await?;
        assert_works(&page).await.context(name)?;
        page.assert_clean().await.context(name)?;
    }
    for embedder in ["require-corp", "credentialless"] {
        from_elsewhere(&stage, embedder).await.context(embedder)?;
        in_a_frame(&stage, embedder).await.with_context(|| format!("in a frame, {embedder}"))?;
    }
    in_a_sandbox(&stage).await.context("in a sandbox")?;
    pinned_to_another_file(&stage).await.context("pinned to another file")
}

async fn assert_works(page: &Page) -> Result<()> {
    page.wait_for_count(CARD, 9).await?;
    widget::choose(page, COUNTRY, "Sweden").await?;
    page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
    ensure!(widget::events(page, "supra-error").await?.is_empty(), "the page is told of an error");
    page.assert_no_error().await
}

fn pinned(hash: &str) -> String {
    format!("<script type=\"module\" src=\"dist/supranet.js\" integrity=\"{hash}\" crossorigin></script>\n")
}

fn hash_of_entry() -> Result<String> {
    let hashes: Value = serde_json::from_slice(&std::fs::read(dist()?.join("integrity.json"))?)?;
    Ok(hashes["supranet.js"].as_str().context("integrity.json does not name the entry")?.to_owned())
}

/// Code and data of another origin, on a page that takes only what consents to that.
async fn from_elsewhere(stage: &Stage, embedder: &str) -> Result<()> {
    let elsewhere = stage.site(supranet_dev_server::Scenario::new().folder("dist", dist()?).file("data.json", widget::SMALL));
    let of = |file: &str| elsewhere.url_on("localhost", file);
    let snippet = format!(
        "<link rel=\"stylesheet\" href=\"{}\">\n<script type=\"module\" src=\"{}\"></script>\n",
        of("dist/supra-network.css"),
        of("dist/supranet.js")
    );
    let scenario = supranet_dev_server::Scenario::new().html_header(EMBEDDER, embedder)?;
    let host = HostPage::new().scenario(|_| scenario).without_policy().snippet(&snippet);
    let page = stage.open(host.attribute("src", &of("data.json")).slot(widget::FALLBACK)).await?;
    assert_works(&page).await?;
    page.assert_clean().await
}

/// A frame of another origin, whose server says of it what hosting.md says.
async fn in_a_frame(stage: &Stage, embedder: &str) -> Result<()> {
    let elsewhere = supranet_dev_server::Scenario::new().folder("dist", dist()?).file("dist/data.json", widget::SMALL);
    let elsewhere = stage.site(elsewhere.html_header(EMBEDDER, "require-corp")?);
    let script = format!("<script src=\"{}\" data-src=\"data.json\"></script>\n", elsewhere.url_on("localhost", "dist/embed.js"));
    let scenario = supranet_dev_server::Scenario::new().html_header(EMBEDDER, embedder)?;
    let page = stage.open(HostPage::new().scenario(|_| scenario).without_policy().snippet("").before(&script)).await?;
    page.enter_frame("iframe").await?;
    page.wait_for_count(CARD, 9).await?;
    page.leave_frames().await?;
    page.assert_clean().await
}

/// A frame that is of no origin: nothing is the same as it, and nothing can be stored.
async fn in_a_sandbox(stage: &Stage) -> Result<()> {
    let framed = supranet_dev_server::File::new("text/html", include_str!("../../../pages/framed.html"));
    let host = HostPage::written(include_str!("../../../pages/sandbox.html")).file("data.json", widget::SMALL);
    let host = host.scenario(|all| all.file_as("framed.html", framed)).without_policy();
    let page = stage.open(host).await?;
    page.enter_frame("iframe").await?;
    assert_works(&page).await?;
    page.leave_frames().await?;
    page.assert_no_error().await
}

/// The browser runs nothing of ours then: what the page shows without us stays.
async fn pinned_to_another_file(stage: &Stage) -> Result<()> {
    let page = stage.open(widget::page().snippet(&pinned(&format!("sha384-{}", "A".repeat(64))))).await?;
    ensure!(widget::fallback_is_seen(&page).await?, "the slot is not seen");
    let defined: bool = page.run("return !!customElements.get('supra-network')", vec![]).await?;
    ensure!(!defined, "it runs all the same");
    ensure!(widget::asked(&page, "dist/supranet.wasm") == 0, "it asks for more");
    page.assert_clean().await
}
