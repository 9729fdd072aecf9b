//! axe-core on the element, run through WebDriver, so that the page's policy stays as it is.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;

use super::Page;
use crate::harness::workspace;

const FILE: &str = ".tools/npm/node_modules/axe-core/axe.min.js";
/// WCAG 2.0 to 2.2, A and AA. `target-size` is part of it and off by default.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

#[derive(Debug, Deserialize)]
struct Outcome {
    violations: Vec<Violation>,
    /// How many rules had something to look at: none means that axe saw nothing.
    passes: usize,
}

#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    target: String,
    html: String,
}

impl Page {
    /// axe finds no violation in the element. `state` names what the page shows at that moment.
    pub(crate) async fn assert_axe_clean(&self, state: &str) -> Result<()> {
        let file = workspace().join(FILE);
        let axe = tokio::fs::read_to_string(&file).await.with_context(|| format!("{} is not there", file.display()))?;
        self.run::<()>(&format!("if (!window.axe) {{ {axe} }}"), vec![]).await.context("loading axe")?;
        // `preload` would fetch the page's stylesheets again.
        // As the page is once it has come to rest: what is far from the window is laid out after the first picture.
        let script = "for (let picture = 0; picture < 3; picture++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const found = await axe.run(element, {
                preload: false, runOnly: {type: 'tag', values: args[0]}, rules: {'target-size': {enabled: true}},
            });
            return {
                passes: found.passes.length,
                violations: found.violations.map(({id, help, nodes}) => ({
                    id, help, nodes: nodes.map(({target, html}) => ({target: JSON.stringify(target), html})),
                })),
            };";
        let outcome: Outcome = self.run_async(script, vec![json!(TAGS)]).await.context("running axe")?;
        ensure!(outcome.passes > 0 || !outcome.violations.is_empty(), "axe saw nothing of the element ({state})");
        if outcome.violations.is_empty() {
            return Ok(());
        }
        let mut text = String::new();
        for violation in &outcome.violations {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}: {}", violation.id, violation.help);
            for node in &violation.nodes {
                let _ = writeln!(text, "  {}\n    {}", node.target, node.html);
            }
        }
        bail!("axe objects ({state}):\n{text}")
    }
}
