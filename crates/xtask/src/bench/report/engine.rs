//! The engine's figures as a table.
//! Knows nothing of how they are measured.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{median, row};

/// The table, a column for each build.
///
/// # Errors
/// The builds give different answers.
pub fn table(raw: &Value) -> Result<String> {
    let builds = raw["builds"].as_array().context("no builds")?;
    let first = &builds.first().context("no builds")?["measured"];
    let (plan, machine) = (&raw["plan"], &raw["machine"]);
    let megabytes = first["bytes"].as_f64().unwrap_or_default() / 1e6;
    let mut text = format!(
        "# The engine in WebAssembly\n\n\
         Written by `cargo xtask bench --only engine`; raw figures in [engine.json](engine.json).\n\n\
         Data: `cargo xtask gen --initiatives {} --agreements {} --seed {}`, {megabytes:.1} MB. Milliseconds; of a load \
         the median of {}, of a question the median of {} samples, each of so many answers that about 20 ms go by. The \
         first answer after other questions is in the raw figures. All facets are counted in every answer. The locale is \
         `Intl`, as in the widget.\n\n\
         Machine: {} cores ({}), shared with other work, {}, Node.js {}, {}. Compare columns, not machines.\n\n",
        plan["initiatives"],
        plan["agreements"],
        plan["seed"],
        first["loads"].as_array().map_or(0, Vec::len),
        first["asked"].as_object().and_then(|all| all.values().next()?["samples"].as_array()).map_or(0, Vec::len),
        machine["cores"],
        machine["processor"].as_str().unwrap_or("unknown"),
        machine["system"].as_str().unwrap_or("unknown"),
        first["node"].as_str().unwrap_or("unknown"),
        machine["rustc"].as_str().unwrap_or("unknown"),
    );
    let cells = |cell: &dyn Fn(&Value) -> String| builds.iter().map(cell).collect::<Vec<_>>();
    row(&mut text, "", &cells(&|build| build["name"].as_str().unwrap_or_default().into()));
    row(&mut text, "---", &cells(&|_| "--:".into()));
    row(&mut text, "the module of this benchmark, bytes", &cells(&|build| build["wasm"].to_string()));
    for (name, key) in LOADS {
        row(&mut text, name, &cells(&|build| format!("{:.0}", load(&build["measured"]["loads"], key))));
    }
    row(&mut text, "memory after all, MiB", &cells(&|build| build["measured"]["mib"].to_string()));
    for (question, answer) in first["asked"].as_object().context("nothing was asked")? {
        for build in builds {
            let same = build["measured"]["asked"][question]["digest"] == answer["digest"];
            ensure!(same, "two builds answer \"{question}\" differently");
        }
        let name = format!("{question} ({} found)", answer["found"]);
        let cell = |build: &Value| milliseconds(build["measured"]["asked"][question]["median"].as_f64());
        row(&mut text, &name, &cells(&cell));
    }
    Ok(text)
}

const LOADS: [(&str, &str); 3] = [("parse", "parse"), ("parse and validate", "parseAndValidate"), ("index", "index")];

fn milliseconds(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".into(), |figure| format!("{figure:.2}"))
}

fn load(list: &Value, key: &str) -> f64 {
    median(list.as_array().into_iter().flatten().filter_map(|one| one[key].as_f64()).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn raw(digest: u32) -> Value {
        let build = |name: &str, digest: u32| {
            json!({ "name": name, "wasm": 7, "measured": {
                "bytes": 1_000_000, "node": "v0", "mib": 9,
                "loads": [{ "parse": 3.0, "index": 1.0 }, { "parse": 1.0 }, { "parse": 2.0 }],
                "asked": { "all": { "median": 0.25, "digest": digest, "found": 5, "samples": [0.25] } },
            }})
        };
        json!({ "plan": {}, "machine": {}, "builds": [build("one", 1), build("two", digest)] })
    }

    #[test]
    fn a_table_has_a_column_for_each_build() -> Result<()> {
        let table = table(&raw(1))?;
        assert!(table.contains("| all (5 found) | 0.25 | 0.25 |"), "{table}");
        assert!(table.contains("| parse | 2 | 2 |"), "{table}");
        Ok(())
    }

    #[test]
    fn different_answers_are_no_figures() {
        assert!(table(&raw(2)).is_err());
    }
}
