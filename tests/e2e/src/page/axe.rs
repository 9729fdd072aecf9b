//! axe-core on the element, run through WebDriver, so that the page's policy stays as it is. What axe objects to is a
//! failure, and so is what it leaves open, unless that is judged in writing (`judged.rs`).
//! Knows nothing of what the widget shows.

mod judged;

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;

use super::Page;
use crate::harness::workspace;

pub(crate) use judged::judgements;

const FILE: &str = ".tools/npm/node_modules/axe-core/axe.min.js";
/// WCAG 2.0 to 2.2, A and AA. `target-size` is part of it and off by default.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/// So many of one kind are told.
const MOST: usize = 20;
/// `preload` would fetch the page's stylesheets again.
/// As the page is once it has come to rest: what is far from the window is laid out after the first picture.
const SCRIPT: &str = "for (let picture = 0; picture < 3; picture++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const [tags, judged] = args;
    const found = await axe.run(element, {
        preload: false, elementRef: true, runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}},
    });
    const outcome = {passes: found.passes.length, violations: [], unjudged: [], judged: []};
    const told = ({target, html, failureSummary}) => ({target: JSON.stringify(target), html, why: failureSummary ?? ''});
    for (const {id, help, nodes} of found.violations) outcome.violations.push({id, help, nodes: nodes.map(told)});
    for (const {id, help, nodes} of found.incomplete) for (const node of nodes) {
        const checks = [...node.any, ...node.all, ...node.none];
        const reasons = checks.map((check) => check.data?.messageKey ?? check.id).join(' ');
        const at = judged.findIndex((one) => one.rule === id && one.reason === reasons && node.element?.matches(one.at));
        if (at < 0) outcome.unjudged.push({id, help: reasons, nodes: [told(node)]});
        else if (!outcome.judged.includes(at)) outcome.judged.push(at);
    }
    return outcome;";

#[derive(Debug, Deserialize)]
struct Outcome {
    /// How many rules had something to look at: none means that axe saw nothing.
    passes: usize,
    violations: Vec<Objection>,
    /// What axe leaves open and nobody has judged.
    unjudged: Vec<Objection>,
    /// The judgements that were needed, by their place.
    judged: Vec<usize>,
}

#[derive(Debug, Deserialize)]
struct Objection {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    target: String,
    html: String,
    why: String,
}

impl Page {
    /// axe finds no violation in the element, and leaves nothing open that is not judged. `state` names what the page shows
    /// at that moment.
    pub(crate) async fn assert_axe_clean(&self, state: &str) -> Result<()> {
        self.judged_by_axe(state).await.map(drop)
    }

    /// The same, with the judgements that were needed, by their place.
    pub(crate) async fn judged_by_axe(&self, state: &str) -> Result<Vec<usize>> {
        let file = workspace().join(FILE);
        let axe = tokio::fs::read_to_string(&file).await.with_context(|| format!("{} is not there", file.display()))?;
        if !self.run::<bool>("return !!window.axe", vec![]).await? {
            self.run::<()>(&axe, vec![]).await.context("loading axe")?;
        }
        let outcome: Outcome =
            self.run_async(SCRIPT, vec![json!(TAGS), json!(judgements()?)]).await.context("running axe")?;
        ensure!(outcome.passes > 0 || !outcome.violations.is_empty(), "axe saw nothing of the element ({state})");
        let mut text = String::new();
        for (what, all) in
            [("axe objects", &outcome.violations), ("axe leaves open, and nobody judged it", &outcome.unjudged)]
        {
            if !all.is_empty() {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{what} ({state}):");
            }
            if all.len() > MOST {
                let _ = writeln!(text, "{} in all, the first of them:", all.len());
            }
            for objection in all.iter().take(MOST) {
                let _ = writeln!(text, "{}: {}", objection.id, objection.help);
                for node in &objection.nodes {
                    let _ = writeln!(text, "  {}\n    {}\n    {}", node.target, node.html, node.why.replace('\n', " "));
                }
            }
        }
        if text.is_empty() { Ok(outcome.judged) } else { bail!("{text}") }
    }
}
