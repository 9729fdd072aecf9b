//! The figures of the browser as a table.
//! Knows nothing of how they are measured.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{median, quantile, row};

const PEERS: [&str; 2] = ["widget", "vanilla"];

/// What is timed: where its samples are, what it is, and what one sample has of it.
const TIMED: [(&str, &str, &str); 8] = [
    ("clicks", "facet click, 1,000 initiatives: own script", "script"),
    ("clicks", "facet click: style and layout", "looks"),
    ("clicks", "facet click: to paint", "paint"),
    ("letters", "first letter, 10,000 initiatives, CPU 4×: own script", "script"),
    ("letters", "first letter: to paint", "paint"),
    ("first", "first card, 43 initiatives, CPU 4×, 1.6 Mbit/s, 150 ms: own script", "script"),
    ("first", "first card: style and layout", "looks"),
    ("first", "first card: to paint", "paint"),
];

/// What memory is made of; buffers are those of scripts, the linear memory not among them.
const MEMORY: [(&str, &str); 3] =
    [("usedSize", "JS heap used"), ("backingStorageSize", "buffers"), ("linear", "linear memory of WebAssembly")];

/// The table.
///
/// # Errors
/// Something was not measured.
pub fn table(raw: &Value) -> Result<String> {
    let (run, machine) = (&raw["run"], &raw["machine"]);
    let load: Vec<f64> = run["load"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let said = |value: &Value| value.as_str().unwrap_or("unknown").to_owned();
    let mut text = format!(
        "# The widget in a browser, beside a page by hand\n\n\
         Written by `cargo xtask bench --only page`; raw figures in [page.json](page.json).\n\n\
         The page by hand ([bench/peers/vanilla](../../bench/peers/vanilla)) is one script without a framework: bit sets, \
         the same sheet, and the same DOM but for what is closed; after each step the run stops unless both pages show \
         the same result line, rows, counts and cards. Each step is taken on both in turn, in a browser each; who begins \
         alternates. \
         Data: `cargo xtask gen --initiatives N --seed {}`.\n\n\
         - **Own script** is what runs in outermost script tasks of the main thread until the frame is committed that \
         shows the change, without layout that it forces. **To paint** is until the end of that commit; raster and \
         display are not in it. A click begins with a frame, a letter with its key, the first card with the navigation.\n\
         - **Clicks**: all facets open, at most three values chosen, {} clicks after 10 that are not counted.\n\
         - **First letter**: {} fresh pages each, 1.5 s after the first card.\n\
         - **Ratio**: widget to page by hand, pair by pair: median (middle half; least to most).\n\
         - MiniSearch, itemsjs and other libraries are not measured here.\n\n\
         Machine: {} cores ({}), shared with other work, load between {:.1} and {:.1}, {}, {}. Compare columns, not \
         machines.\n\n",
        raw["plan"]["seed"],
        samples(run, "clicks", PEERS[0])?.len(),
        samples(run, "letters", PEERS[0])?.len(),
        machine["cores"],
        said(&machine["processor"]),
        load.iter().copied().fold(f64::INFINITY, f64::min),
        load.iter().copied().fold(0.0, f64::max),
        said(&machine["system"]),
        said(&run["browser"]),
    );
    let head = ["widget p50, ms", "p95", "by hand p50, ms", "p95", "ratio"].map(String::from);
    row(&mut text, "", &head);
    row(&mut text, "---", &["--:"; 5].map(String::from));
    for (part, name, key) in TIMED {
        let [own, other] = PEERS.map(|peer| figures(run, part, peer, key));
        let (own, other) = (own?, other?);
        ensure!(own.len() == other.len() && !own.is_empty(), "{part}: the samples are no pairs");
        let ratios: Vec<f64> = own.iter().zip(&other).map(|(own, other)| own / other.max(0.001)).collect();
        let at = |part: f64| quantile(ratios.clone(), part);
        let mut cells: Vec<String> = [&own, &other]
            .into_iter()
            .flat_map(|all| [median(all.clone()), quantile(all.clone(), 0.95)])
            .map(|figure| format!("{figure:.1}"))
            .collect();
        cells.push(format!("{:.2} ({:.2}–{:.2}; {:.2}–{:.2})", at(0.5), at(0.25), at(0.75), at(0.0), at(1.0)));
        row(&mut text, name, &cells);
    }
    text.push_str("\nMemory at 10,000 initiatives, MB, after collecting garbage:\n\n");
    row(&mut text, "", &["widget", "by hand"].map(String::from));
    row(&mut text, "---", &["--:"; 2].map(String::from));
    for (when, name) in [("loaded", "loaded"), ("asked", "after a letter, taken back")] {
        for (key, of) in MEMORY {
            row(&mut text, &format!("{name}: {of}"), &PEERS.map(|peer| megabytes(run, peer, when, &[key])));
        }
        let keys = MEMORY.map(|(key, _)| key);
        row(&mut text, &format!("{name}: all of it"), &PEERS.map(|peer| megabytes(run, peer, when, &keys)));
    }
    Ok(text)
}

fn samples<'a>(run: &'a Value, part: &str, peer: &str) -> Result<&'a Vec<Value>> {
    let of = &run["measured"][part][peer];
    of["samples"].as_array().or(of.as_array()).with_context(|| format!("no {part} of {peer}"))
}

fn figures(run: &Value, part: &str, peer: &str, key: &str) -> Result<Vec<f64>> {
    let figure = |sample: &Value| sample[key].as_f64().with_context(|| format!("{part}: no {key}"));
    samples(run, part, peer)?.iter().map(figure).collect()
}

fn megabytes(run: &Value, peer: &str, when: &str, keys: &[&str]) -> String {
    let of = &run["measured"]["memory"][peer][when];
    format!("{:.1}", keys.iter().filter_map(|key| of[*key].as_f64()).sum::<f64>() / 1e6)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn raw(clicks: &Value) -> Value {
        let one = json!({ "script": 1.0, "looks": 1.0, "paint": 2.0 });
        let two = json!({ "script": 2.0, "looks": 1.0, "paint": 4.0 });
        let pair = json!({ "widget": [one], "vanilla": [two] });
        let memory = json!({ "loaded": { "usedSize": 2e6, "backingStorageSize": 5e5, "linear": 1e6 }, "asked": {} });
        json!({ "plan": {}, "machine": {}, "run": { "load": [0.5, 1.0], "measured": {
            "clicks": { "widget": { "samples": clicks }, "vanilla": { "samples": [two] } },
            "letters": pair, "first": pair, "memory": { "widget": memory, "vanilla": memory },
        }}})
    }

    #[test]
    fn a_row_has_both_and_their_ratio() -> Result<()> {
        let table = table(&raw(&json!([{ "script": 1.0, "looks": 1.0, "paint": 3.0 }])))?;
        let paint = "| facet click: to paint | 3.0 | 3.0 | 4.0 | 4.0 | 0.75 (0.75–0.75; 0.75–0.75) |";
        assert!(table.contains(paint), "{table}");
        assert!(table.contains("| loaded: all of it | 3.5 | 3.5 |"), "{table}");
        Ok(())
    }

    #[test]
    fn samples_without_a_pair_are_no_figures() {
        assert!(table(&raw(&json!([]))).is_err());
    }
}
