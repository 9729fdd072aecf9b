//! Each bad file set by a script: the page counts as many issues as the command names, refuses with the same code and shows the
//! same cards, and nothing in a text becomes an element or a link of its own.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::widget::{self, CARD};
use crate::harness::{Stage, behaviour, workspace};

behaviour!(run);

const FOLDER: &str = "tests/data/bad";
/// A file of which no record is usable is read, and then there is nothing to show.
const NOTHING_TO_SHOW: &str = "SN207";
const DEPTH: usize = 100_000;
const MANY: usize = 10_000;
const TOO_LARGE: usize = 65_000_000;

/// What `tests/data/bad/expected.json` says of a file; the command and the reader are held to the same.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Verdict {
    refused: Option<Refused>,
    issues: Vec<Value>,
    cards: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
struct Refused {
    code: String,
}

/// Fetches a file, sets it and waits for what the element tells. A script's bytes are decoded on the way, where what is no UTF-8
/// is replaced; such a file is set by its address instead, as pages do.
const SET: &str = "
    const told = new Promise(done => {
        const one = event => { removeEventListener('supra-load', one); removeEventListener('supra-error', one); done(event) };
        addEventListener('supra-load', one);
        addEventListener('supra-error', one);
    });
    const [name, byAddress] = args;
    if (byAddress) {
        element.data = null;
        element.setAttribute('src', name);
    } else {
        element.data = await (await fetch(name)).arrayBuffer();
    }
    const { type, detail } = await told;
    const ids = type === 'supra-load' ? element.results.ids : [];
    return {code: detail.code ?? null, issues: detail.issues ?? null, cards: [...ids].sort()}";

/// What a file must never bring: an element of its own, a handler, a link to anything but pages and mailboxes.
const BROUGHT: &str = "
    for (const one of root.querySelectorAll('details')) one.open = true;
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const own = 'script, img, iframe, object, embed, form, base, meta, link:not([rel=stylesheet]), [id^=injected]';
    const brought = [...root.querySelectorAll(own)].map(one => one.outerHTML);
    for (const one of root.querySelectorAll('*')) {
        for (const { name, value } of one.attributes) if (/^on/.test(name)) brought.push(`${name}=${value}`);
        if (one.localName === 'a' && one.href && !/^(https?|mailto):$/.test(one.protocol)) brought.push(one.href);
    }
    if (/^[12]$/.test(document.title)) brought.push(`a script ran: ${document.title}`);
    return brought";

async fn run(stage: Stage) -> Result<()> {
    let folder = workspace().join(FOLDER);
    let expected = fs::read_to_string(folder.join("expected.json")).context(FOLDER)?;
    let expected: BTreeMap<String, Verdict> = serde_json::from_str(&expected).context("expected.json")?;
    let mut host = widget::page();
    let mut all = Vec::new();
    for (name, verdict) in expected {
        let bytes = fs::read(folder.join(&name)).context(name.clone())?;
        all.push((name.clone(), std::str::from_utf8(&bytes).is_err(), verdict));
        host = host.file(&name, bytes);
    }
    for (name, bytes, verdict) in large() {
        host = host.file(name, bytes);
        all.push((name.to_owned(), false, verdict));
    }
    let page = widget::open(&stage, host).await?;
    for (name, by_address, verdict) in all {
        let said: Value = page.run_async(SET, vec![json!(name), json!(by_address)]).await.context(name.clone())?;
        ensure!(said == wanted(&verdict), "{name}: the page says {said}, not {}", wanted(&verdict));
        let brought: Vec<String> = page.run_async(BROUGHT, vec![]).await.context(name.clone())?;
        ensure!(brought.is_empty(), "{name} brings {brought:?}");
        page.assert_no_error().await.context(name)?;
    }
    // A good file heals it.
    page.run::<()>("element.removeAttribute('src'); element.data = args[0]", vec![json!(widget::SMALL)]).await?;
    page.wait_for_count(CARD, 9).await?;
    page.assert_clean().await
}

/// What the page then tells.
fn wanted(verdict: &Verdict) -> Value {
    let refused = verdict.refused.as_ref().map(|refused| refused.code.as_str());
    let code = refused.or_else(|| verdict.cards.is_empty().then_some(NOTHING_TO_SHOW));
    let issues = code.is_none().then_some(verdict.issues.len());
    let mut cards = verdict.cards.clone();
    cards.sort();
    json!({"code": code, "issues": issues, "cards": cards})
}

/// Files that are too large to be kept: the same as in the tests of the command.
fn large() -> [(&'static str, Vec<u8>, Verdict); 3] {
    let refused = |code: &str| Verdict { refused: Some(Refused { code: code.to_owned() }), ..Verdict::default() };
    let deep = format!("{{\"version\": 1, \"initiatives\": {}{}}}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let agreements: Vec<Value> = (0..MANY).map(|at| json!({"id": format!("x{at}"), "ends": ["a", "b"]})).collect();
    let two = json!([{"id": "a", "name": {"en": "Alpha"}}, {"id": "b", "name": {"en": "Beta"}}]);
    let many = json!({"version": 1, "initiatives": two, "agreements": agreements});
    let both = Verdict { cards: vec!["a".to_owned(), "b".to_owned()], ..Verdict::default() };
    [
        ("deep.json", deep.into_bytes(), refused("SN205")),
        ("many.json", many.to_string().into_bytes(), both),
        ("large.json", vec![b' '; TOO_LARGE], refused("SN206")),
    ]
}
