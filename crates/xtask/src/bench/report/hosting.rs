//! What nginx answers as a table, and what follows from it for a line and for a CDN in front.
//! Knows nothing of how it is measured.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::row;

/// Bytes that a line of 1 Gbit/s carries in a second.
const LINE: f64 = 125e6;
const DAY: f64 = 86_400.0;
/// How long a CDN keeps the data, in seconds: `max-age` in www/docs/hosting.
const DATA_AGE: f64 = 300.0;

/// What is computed with, of one run.
struct Run {
    per_second: f64,
    /// Of one answer, its head included.
    bytes: f64,
    files: f64,
}

fn run(raw: &Value, key: &str) -> Result<Run> {
    let runs = raw["runs"].as_array().context("no runs")?;
    let run = runs.iter().find(|run| run["key"] == key).with_context(|| format!("no run \"{key}\""))?;
    let figure = |key: &str| run["said"][key].as_f64().with_context(|| format!("no {key}"));
    Ok(Run {
        per_second: figure("requests")? / figure("microseconds")? * 1e6,
        bytes: figure("bytes")? / figure("requests")?,
        files: run["files"].as_f64().context("no files")?,
    })
}

/// The page.
///
/// # Errors
/// A run is missing.
pub fn table(raw: &Value) -> Result<String> {
    let machine = &raw["machine"];
    let mut text = format!(
        "# nginx with the configuration for partners\n\n\
         Written by `cargo xtask bench --only hosting`; raw figures in [hosting.json](hosting.json).\n\n\
         {}, {} processes, no log, [www/docs/hosting/nginx.conf](../../www/docs/hosting/nginx.conf), the files of `pkg/dist` with \
         their `.br` beside them. Asked by wrk for 30 s each, {} connections by {} threads, over HTTP/1.1 without TLS, as \
         `wrk --threads={} --connections={} --duration=30s --script bench/hosting/visit.lua`.\n\n\
         Machine: {} cores ({}), {}. wrk and nginx share them, so that a server by itself does better; TLS costs some of it \
         again. Load when it was over: {}.\n\n",
        raw["nginx"].as_str().unwrap_or("nginx"),
        raw["workers"],
        raw["connections"],
        raw["threads"],
        raw["threads"],
        raw["connections"],
        machine["cores"],
        machine["processor"].as_str().unwrap_or("unknown"),
        machine["system"].as_str().unwrap_or("unknown"),
        raw["load"].as_str().unwrap_or("unknown"),
    );
    row(
        &mut text,
        "asked for",
        &["answers", "errors", "answers/s", "MB/s", "bytes each", "p50 ms", "p90 ms", "p99 ms"].map(String::from),
    );
    row(&mut text, "---", &vec!["--:".to_owned(); 8]);
    for one in raw["runs"].as_array().context("no runs")? {
        let (own, said) = (run(raw, one["key"].as_str().unwrap_or_default())?, &one["said"]);
        let milliseconds = |key: &str| format!("{:.2}", said[key].as_f64().unwrap_or_default() / 1000.0);
        let mut cells =
            vec![said["requests"].to_string(), said["errors"].to_string(), format!("{:.0}", own.per_second)];
        cells.extend([format!("{:.1}", own.per_second * own.bytes / 1e6), format!("{:.0}", own.bytes)]);
        cells.extend(["p50", "p90", "p99"].map(milliseconds));
        row(&mut text, one["name"].as_str().unwrap_or_default(), &cells);
    }
    arithmetic(&mut text, &run(raw, "first")?, &run(raw, "again")?, &run(raw, "data")?);
    Ok(text)
}

/// Bytes are of answers, their heads included, as wrk counts them.
fn arithmetic(text: &mut String, first: &Run, again: &Run, data: &Run) {
    let (new, kept) = (first.bytes * first.files, again.bytes * again.files);
    let asked = again.bytes * 2.0;
    let busiest = first.per_second / first.files;
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "\n## What follows\n\n\
         - **A first visit** is {} answers of {:.0} bytes in all; a later one {} answers of {:.0} bytes at most, and two where \
         the data is not yet five minutes old.\n\
         - **This machine alone** answered {:.0} first visits a second, which is {:.1} million a day if they came evenly. \
         Visits do not: with a tenth of the day's in the busiest hour, {:.1} million.\n\
         - **A line of 1 Gbit/s** carries {:.0} first visits a second ({:.1} million a day) and {:.0} later ones \
         ({:.0} million a day): whichever of line and machine is less counts.\n\
         - **With a CDN in front**, what has a hash in its address goes to it once for each of its places and each encoding, and \
         never again: with style and entry {:.0} bytes. Data goes once in {:.0} s: {:.0} times a day and place, {:.1} MB where it has changed each \
         time, and 304 where not. Of a visit, new or not, there remain style and entry (`no-cache`), asked about with what \
         the CDN has: 2 answers of together {:.0} bytes.\n\
         - So **of the bytes of a first visit the CDN serves {:.1} %**, and of its {} answers {} without asking. This machine \
         then stands behind {:.0} visits a second, {:.0} million a day if they came evenly.\n\
         - Where the CDN is told to keep style and entry, too, say for five minutes, which is safe with a folder for each release \
         ([hosting.md](../hosting.md)), the machine has nothing to do with the number of visits any more: {} files in five minutes \
         and place.\n",
        first.files,
        new,
        again.files,
        kept,
        busiest,
        busiest * DAY / 1e6,
        busiest * 3600.0 * 10.0 / 1e6,
        LINE / new,
        LINE / new * DAY / 1e6,
        LINE / kept,
        LINE / kept * DAY / 1e6,
        new - data.bytes,
        DATA_AGE,
        DAY / DATA_AGE,
        DAY / DATA_AGE * data.bytes / 1e6,
        asked,
        100.0 - asked / new * 100.0,
        first.files,
        first.files - 2.0,
        again.per_second / 2.0,
        again.per_second / 2.0 * DAY / 1e6,
        again.files,
    );
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_arithmetic_is_right() -> Result<()> {
        let run = |key: &str, files: u32, requests: u32, bytes: u32| {
            json!({ "key": key, "name": key, "files": files, "said": {
                "requests": requests, "bytes": bytes, "microseconds": 1_000_000, "errors": 0, "p50": 1500, "p90": 1, "p99": 1 } })
        };
        let runs = [run("first", 6, 600, 600_000), run("again", 3, 900, 90_000), run("data", 1, 10, 20_000)];
        let table = table(&json!({ "machine": {}, "runs": runs }))?;
        for said in [
            "| first | 600 | 0 | 600 | 0.6 | 1000 | 1.50 |",
            "6 answers of 6000 bytes in all; a later one 3 answers of 300 bytes",
            "answered 100 first visits a second, which is 8.6 million a day",
            "in the busiest hour, 3.6 million",
            "carries 20833 first visits a second (1800.0 million a day)",
            "never again: with style and entry 4000 bytes",
            "288 times a day and place, 0.6 MB",
            "serves 96.7 %**, and of its 6 answers 4 without asking",
            "behind 450 visits a second",
        ] {
            assert!(table.contains(said), "{said}\n{table}");
        }
        Ok(())
    }
}
