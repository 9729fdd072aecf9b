//! What a screen reader is told of each main state, in reading order, and what is said while a visitor acts: kept as text in
//! `tests/e2e/transcripts/`, which people can read and judge. Chromium's roles and names stand there; the others tell the
//! same but for the differences listed here. `SUPRANET_TRANSCRIPTS=write` renews the files (in Chromium).

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use supranet_dev_server::Fault;
use thirtyfour::Key;

use super::walk::{Walk, around};
use super::widget::{self, COUNTRY, EMPTY, NOTICE, RETRY, SAID, SEARCH, STATUS, inside_card, text};
use crate::harness::{Engine, PATIENCE, Stage, behaviour, workspace};
use crate::page::{HostPage, Page};

behaviour!(run);

const HEARD: &str = include_str!("../../../data/heard.json");

/// What another engine calls it, what Chromium calls it, and why both are right.
#[rustfmt::skip]
const DIFFERENCES: &[(Engine, &str, &str, &str)] = &[
    (Engine::WebKit, "button “Sort by Country”", "combobox “Sort by”", POPUP),
    (Engine::WebKit, "button “Sort by Best match”", "combobox “Sort by”", POPUP),
];
const POPUP: &str = "to WebKit a closed list to choose from is a button that opens a menu, and its label holds its value, too";

fn host() -> HostPage {
    around(widget::page_on(HEARD)).attribute("feedback", "https://example.org/errors?of={id}")
}

async fn run(stage: Stage) -> Result<()> {
    let mut all = Vec::new();
    let page = widget::open(&stage, host()).await?;
    same(&page, stage.engine, "ready", &mut all).await?;

    widget::choose(&page, COUNTRY, "Sweden").await?;
    widget::choose(&page, widget::AREA, "Solid tumours").await?;
    widget::wait_for_cards(&page, &["gms"]).await?;
    is_said(&page).await?;
    same(&page, stage.engine, "chosen", &mut all).await?;

    page.run::<()>("element.filters = {}; element.setAttribute('hide', 'filters')", vec![]).await?;
    widget::wait_for_cards(&page, &["gms", "dngc", "plan"]).await?;
    page.click(&inside_card("gms", "> details > summary")).await?;
    page.click(&inside_card("gms", "[part=agreement]:first-child summary")).await?;
    page.wait_for_count(&inside_card("gms", "details[open] dl"), 2).await?;
    is_said(&page).await?;
    same(&page, stage.engine, "open", &mut all).await?;

    page.type_into(SEARCH, "nothing of this name").await?;
    page.find(EMPTY).await?;
    is_said(&page).await?;
    same(&page, stage.engine, "empty", &mut all).await?;

    let page = stage.open(around(widget::page_on(HEARD)).fault("data.json", Fault::Status(404, None))).await?;
    page.find(RETRY).await?;
    same(&page, stage.engine, "failed", &mut all).await?;
    page.find(NOTICE).await?;
    page.assert_clean().await?;

    let said = said(&stage).await?;
    compare(stage.engine, "said", said, &mut all)?;
    ensure!(all.is_empty(), "not as in tests/e2e/transcripts (renew: SUPRANET_TRANSCRIPTS=write):\n{}", all.join("\n"));
    Ok(())
}

/// Waits until the count that is seen was said, too.
async fn is_said(page: &Page) -> Result<()> {
    let script = "return root.querySelector(args[0]).textContent.trim() === root.querySelector(args[1]).textContent.trim()";
    page.wait_until("the count is said", script, vec![json!(SAID), json!(STATUS)]).await
}

/// From now on, what is said is noted with what was done before it; a region that interrupts is noted as such.
const LISTEN: &str = r"window.__told = []; window.__times = [];
    const note = (words, node) => {
        const region = (node.nodeType === 1 ? node : node.parentElement)?.closest('[role=status], [aria-live], [role=alert]');
        if (!region || !words.trim()) return;
        const isRude = region.matches('[role=alert], [aria-live=assertive]');
        window.__told.push(`  ${isRude ? 'interrupts' : 'says'} “${words.replace(/[\s\u00a0]+/g, ' ').trim()}”`);
        window.__times.push(performance.now());
    };
    new MutationObserver((all) => {
        for (const region of new Set(all.map((one) => one.target.nodeType === 1 ? one.target : one.target.parentElement)))
            if (region) note(region.textContent, region);
    }).observe(root, {childList: true, characterData: true, subtree: true})";
/// After this long nothing more comes of what was done: two silences between two counts.
const QUIET: &str = r"await new Promise((done) => setTimeout(done, 1100));
    const one = root.activeElement;
    const words = one && (one.labels && one.labels[0] || one).textContent.trim().replace(/\\s+/g, ' ');
    window.__told.push(one ? `  focus on ${one.localName}${one.id && `#${one.id}`}${one.value && one.type !== 'checkbox' ? '' : ` “${words}”`}` : '  the focus is nowhere')";

/// What is said while a visitor does one thing after the other, and where the focus then is.
async fn said(stage: &Stage) -> Result<Vec<String>> {
    let page = widget::open(stage, host()).await?;
    page.run::<()>("document.getElementById('before').focus()", vec![]).await?;
    page.run::<()>(LISTEN, vec![]).await?;
    #[rustfmt::skip]
    let acts: [(&str, &str, &str, &[Key]); 9] = [
        ("skip past the filters", ".skip", "", &[Key::Enter]),
        ("choose Sweden", "input[type=checkbox]", "Sweden", &[Key::Space]),
        ("choose Denmark, too", "input[type=checkbox]", "Denmark", &[Key::Space]),
        ("take Sweden away by its chip", "[part=chip]", "Remove filter: Sweden", &[Key::Enter]),
        ("clear", "[part=clear]", "", &[Key::Enter]),
        ("choose and unchoose Sweden at once", "input[type=checkbox]", "Sweden", &[Key::Space, Key::Space]),
        ("sort by the first letter that is typed", "#sort", "", &[]),
        ("choose a word of a card", ".areas button", "Solid", &[Key::Space]),
        ("go to a partner that the filters hide not", "[part=agreement] button.partner", "Genomic", &[Key::Enter]),
    ];
    for (what, css, words, keys) in acts {
        page.run::<()>("window.__told.push(args[0])", vec![json!(what)]).await?;
        let walk = Walk::stay(&page);
        walk.to_one(css, words).await?;
        if keys.len() == 2 {
            // At once is within the half second that is waited for more, however busy the machine is.
            page.run::<()>("root.activeElement.click(); root.activeElement.click()", vec![]).await?;
        } else {
            page.press(keys).await?;
        }
        if keys.is_empty() {
            page.type_text(text("sort.name")?).await?;
        }
        page.run_async::<()>(QUIET, vec![]).await?;
    }
    let times: Vec<f64> = page.run("return window.__times", vec![]).await?;
    ensure!(times.windows(2).all(|two| two[1] - two[0] > 490.0), "said too often: {times:?}");
    page.assert_clean().await?;
    page.run("return window.__told", vec![]).await
}

fn file(name: &str) -> PathBuf {
    workspace().join(format!("tests/e2e/transcripts/{name}.txt"))
}

/// Compares what is told with what is kept, and notes each line that differs.
async fn same(page: &Page, engine: Engine, name: &str, all: &mut Vec<String>) -> Result<()> {
    page.wait_until("all is laid out", widget::ALL_LAID_OUT, vec![]).await?;
    let (origin, start) = (page.site().url(""), Instant::now());
    loop {
        let told = page.transcript().await?.into_iter().map(|line| line.replace(&origin, "https://host/"));
        let mut differing = Vec::new();
        compare(engine, name, told.collect(), &mut differing)?;
        // What browsers tell screen readers follows the page by and by: in Firefox a new button is there before its name.
        if differing.is_empty() || start.elapsed() > PATIENCE {
            all.append(&mut differing);
            return Ok(());
        }
    }
}

fn compare(engine: Engine, name: &str, told: Vec<String>, all: &mut Vec<String>) -> Result<()> {
    if engine == Engine::Chromium && std::env::var("SUPRANET_TRANSCRIPTS").is_ok_and(|what| what == "write") {
        std::fs::write(file(name), told.join("\n") + "\n")?;
    }
    let kept = std::fs::read_to_string(file(name)).with_context(|| format!("{name}.txt is not there"))?;
    let kept: Vec<&str> = kept.lines().collect();
    let told: Vec<String> = told.iter().map(|line| as_chromium_says(engine, line)).collect();
    for at in 0..kept.len().max(told.len()) {
        let (kept, told) = (kept.get(at).copied().unwrap_or_default(), told.get(at).map_or("", String::as_str));
        if kept != told {
            all.push(format!("{name}.txt:{}: {told:?}, not {kept:?}", at + 1));
        }
    }
    Ok(())
}

fn as_chromium_says(engine: Engine, line: &str) -> String {
    let told = line.trim_start();
    let indent = &line[..line.len() - told.len()];
    let begins = |own: &str| told.strip_prefix(own).filter(|rest| rest.is_empty() || rest.starts_with([' ', ',']));
    let found = DIFFERENCES.iter().filter(|one| one.0 == engine).find_map(|one| Some((one.2, begins(one.1)?)));
    found.map_or_else(|| line.to_owned(), |(chromium, rest)| format!("{indent}{chromium}{rest}"))
}
