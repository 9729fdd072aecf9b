//! Whether one sees where the focus is: computed in the page, for what has it and for all that can have it.
//! It knows nothing of how the focus got there.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Page;
use crate::harness::{Engine, PATIENCE, eventually};

const FAULTS: &str = include_str!("focus.js");

/// Firefox leaves what comes to have the focus where it is in a list that scrolls, if most of it is seen: there the lower
/// line of an outline may be cut off, and the other three tell.
fn faults(engine: Engine) -> String {
    format!("const mayBeCut = {};\n{FAULTS}", engine == Engine::Firefox)
}

/// All that can have the focus by keyboard and is shown: what browsers name, and whatever else says so of itself.
pub(super) const STOPS: &str = "const isStop = (one) => (one.tabIndex >= 0
            || one.matches('a[href], button, input, select, textarea, summary, iframe, audio, video, [contenteditable]'))
        && !one.disabled && one.getAttribute('tabindex') !== '-1' && one.checkVisibility();
    const stops = root ? [...root.querySelectorAll('*')].filter(isStop) : [];
    const tell = (one) => `${one.localName}${one.id && `#${one.id}`} ${JSON.stringify(
        ((one.labels && one.labels[0] || one).textContent || one.getAttribute('aria-label') || '').trim().slice(0, 40))}`;\n";

impl Page {
    /// The focus is inside the element, in the window, and one sees it: soon, as what scrolls comes with the next pictures.
    pub(crate) async fn assert_focus_is_seen(&self) -> Result<()> {
        let script = format!(
            "{STOPS}{} const one = root && root.activeElement;
            if (!one) return ['the focus is on ' + (document.activeElement || {{}}).localName];
            const faults = faultsOf(one), box = one.getBoundingClientRect();
            if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(`it is out of the window: from ${{Math.round(box.top)}} to ${{Math.round(box.bottom)}} px of ${{innerHeight}}, ${{Math.round(box.left)}} to ${{Math.round(box.right)}} px of ${{innerWidth}}, scrolled by ${{Math.round(scrollY)}}`);
            return faults.map((fault) => `${{tell(one)}}: ${{fault}}`)",
            faults(self.stage.engine)
        );
        let mut faults: Vec<String> = Vec::new();
        let seen = eventually("the focus is seen", PATIENCE, async || {
            faults = self.run(&script, vec![]).await?;
            Ok(faults.is_empty().then_some(()))
        });
        seen.await.with_context(|| format!("the focus is not seen: {faults:#?}"))
    }

    /// Whatever can have the focus now shows it. The focus has come by keyboard before, so that it is shown at all.
    pub(crate) async fn assert_all_focus_is_seen(&self) -> Result<usize> {
        let script = format!(
            "{STOPS}{} const faults = [];
            for (const one of stops.concat(...root.querySelectorAll('[tabindex]'))) {{
                one.focus();
                if (root.activeElement !== one) faults.push(`${{tell(one)}}: it takes no focus`);
                let own = faultsOf(one);
                // WebKit brings it into view with the next picture or the one after.
                for (let picture = 0; own.length && picture < 5; picture++) {{
                    await new Promise((done) => requestAnimationFrame(done));
                    own = faultsOf(one);
                }}
                faults.push(...own.map((fault) => `${{tell(one)}}: ${{fault}}`));
            }}
            return [stops.length, faults]",
            faults(self.stage.engine)
        );
        let (count, faults): (usize, Vec<String>) = self.run_async(&script, vec![]).await?;
        ensure!(faults.is_empty(), "of {count} stops: {faults:#?}");
        Ok(count)
    }

    /// What can have the focus by keyboard now and matches none of these selectors.
    pub(crate) async fn stops_beside(&self, known: &[&str]) -> Result<Vec<String>> {
        let script = format!("{STOPS}return stops.filter((one) => !args[0].some((css) => one.matches(css))).map(tell)");
        self.run(&script, vec![json!(known)]).await
    }

    /// How many stops the first that matches and says so is after what has the focus; below zero, before it.
    pub(crate) async fn stops_to(&self, css: &str, words: &str) -> Result<Option<i32>> {
        let script = format!(
            "{STOPS}const active = root.activeElement;
            const says = (one) => ((one.labels && one.labels[0] || one).textContent || one.getAttribute('aria-label') || '').trim();
            const goal = stops.findIndex((one) => one.matches(args[0]) && says(one).startsWith(args[1]));
            if (goal < 0) return null;
            if (!active) return goal + 1;
            const own = stops.indexOf(active);
            if (own >= 0) return goal - own;
            const before = stops.filter((one) => one.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING).length;
            return goal - before + (goal >= before ? 1 : 0)"
        );
        let stops: Value = self.run(&script, vec![json!(css), json!(words)]).await?;
        Ok(serde_json::from_value(stops)?)
    }
}
