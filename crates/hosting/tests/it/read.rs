//! The configurations for servers that cannot be had here: whether they can be read at all, and name the right files; that a
//! server of that kind does with them what is meant is not known. IIS has a file of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::answers::{DATA, YEAR};
use crate::{FRESH, dist, names, root};

/// For each path or pattern, its headers.
pub type Rules = BTreeMap<String, BTreeMap<String, String>>;

pub fn configuration(name: &str) -> Result<String> {
    fs::read_to_string(root()?.join("www/docs/hosting").join(name)).with_context(|| name.to_owned())
}

/// Asked for by its hash where the widget gives up, and put on a page by hand where it never comes.
const BY_HAND: &str = "fragment.js";

/// The files that are asked for by the hash of their contents, and only so: those whose hashes the scripts hold.
fn pinned() -> Result<BTreeSet<String>> {
    let dist = dist()?;
    let scripts = fs::read_to_string(dist.join("supranet.js"))? + &fs::read_to_string(dist.join("supranet-glue.js"))?;
    let holds =
        |name: &String| scripts.contains(&format!("\"{name}\":\"")) || scripts.contains(&format!("[\"{name}\",\""));
    Ok(names(&dist)?.into_iter().filter(|name| name != BY_HAND && holds(name)).collect())
}

/// Every file of the package has the headers that it should, from whichever rules fit it, and none of them twice.
pub fn assert_right(rules: &Rules, all: &str) -> Result<()> {
    let pinned = pinned()?;
    ensure!(pinned.len() >= 9 && pinned.contains("supranet.wasm"), "pinned are only {pinned:?}");
    for name in names(&dist()?)?.into_iter().chain([FRESH.to_owned()]) {
        let path = format!("/supranet/{name}");
        let mut headers: BTreeMap<String, &str> = BTreeMap::new();
        for (rule, own) in rules {
            if rule.strip_suffix(all).map_or(path == *rule, |start| path.starts_with(start)) {
                for (key, value) in own {
                    let twice = headers.insert(key.to_ascii_lowercase(), value);
                    ensure!(twice.is_none(), "{path} has {key} twice");
                }
            }
        }
        let cache = headers.remove("cache-control").unwrap_or_default();
        let expected = if name == "dataset.json" || name == FRESH {
            DATA
        } else if pinned.contains(&name) {
            YEAR
        } else {
            ""
        };
        ensure!(cache == expected, "{path}: Cache-Control {cache:?} in place of {expected:?}");
        let rest: Vec<_> = headers.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let mut wanted = vec![
            "access-control-allow-origin: *",
            "cross-origin-resource-policy: cross-origin",
            "x-content-type-options: nosniff",
        ];
        if name == "embed.html" {
            wanted.insert(1, "cross-origin-embedder-policy: require-corp");
        }
        ensure!(rest == wanted, "{path}: {rest:?}");
    }
    Ok(())
}

/// As Netlify and Cloudflare Pages say: a path without indent, and below it its headers; a `*` only at the end; at most a
/// hundred rules, and 2,000 letters in a line.
#[test]
fn the_headers_file_of_static_hosts_is_one() -> Result<()> {
    let mut rules = Rules::new();
    let mut path = None;
    for line in configuration("_headers")?.lines() {
        ensure!(line.len() <= 2000 && line.is_ascii(), "{line:?}");
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").with_context(|| format!("no header: {line:?}"))?;
            ensure!(name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-'), "no name: {line:?}");
            let path: &String = path.as_ref().with_context(|| format!("{line:?} has no path above it"))?;
            let twice = rules.entry(path.clone()).or_default().insert(name.to_owned(), value.trim().to_owned());
            ensure!(twice.is_none(), "{path} has {name} twice");
        } else {
            let stars = line.matches('*').count();
            ensure!(line.starts_with('/') && !line.contains(' '), "no path: {line:?}");
            ensure!(stars == 0 || (stars == 1 && line.ends_with("/*")), "a * in the middle: {line:?}");
            path = Some(line.to_owned());
        }
    }
    ensure!(rules.len() <= 100);
    assert_right(&rules, "*")
}

#[test]
fn the_configuration_for_vercel_is_json_as_it_is_read() -> Result<()> {
    let all: Value = serde_json::from_str(&configuration("vercel.json")?)?;
    let mut rules = Rules::new();
    for rule in all["headers"].as_array().context("no headers")? {
        let source = rule["source"].as_str().context("a rule without source")?;
        let mut own = BTreeMap::new();
        for header in rule["headers"].as_array().context("a rule without headers")? {
            let text = |key: &str| header[key].as_str().map(str::to_owned).context("a header is key and value");
            own.insert(text("key")?, text("value")?);
        }
        ensure!(rules.insert(source.to_owned(), own).is_none(), "{source} stands there twice");
    }
    assert_right(&rules, "(.*)")
}
