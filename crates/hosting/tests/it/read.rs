//! The configurations for servers that cannot be had here: whether they can be read at all, and name the right files; that a
//! server of that kind does with them what is meant is not known. And what the page for operators tells them to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;
use supranet_hosting::{Host, Kind};

use crate::{dist, names, root};

const YEAR: &str = "public, max-age=31536000, immutable";
const DATA: &str = "public, max-age=300, stale-while-revalidate=86400";

/// For each path or pattern, its headers.
type Rules = BTreeMap<String, BTreeMap<String, String>>;

fn configuration(name: &str) -> Result<String> {
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
fn assert_right(rules: &Rules, all: &str) -> Result<()> {
    let pinned = pinned()?;
    ensure!(pinned.len() >= 9 && pinned.contains("supranet.wasm"), "pinned are only {pinned:?}");
    for name in names(&dist()?)? {
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
        let expected = if name == "dataset.json" {
            DATA
        } else if pinned.contains(&name) {
            YEAR
        } else {
            ""
        };
        ensure!(cache == expected, "{path}: Cache-Control {cache:?} in place of {expected:?}");
        let rest: Vec<_> = headers.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let wanted = [
            "access-control-allow-origin: *",
            "cross-origin-resource-policy: cross-origin",
            "x-content-type-options: nosniff",
        ];
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

/// Well-formed, and each place that it names is there, with the caching that it should have.
#[test]
fn the_configuration_for_iis_is_xml_and_names_what_is_there() -> Result<()> {
    let tags = tags(&configuration("web.config")?)?;
    let value = |tag: &str, name: &str| -> Option<String> {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let of = |name: &'static str| tags.iter().filter(move |tag| tag.split(' ').next() == Some(name));
    let mut rules = Rules::new();
    let general = of("add").filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?))).collect();
    rules.insert("/supranet/*".to_owned(), general);
    let mut caches = of("clientCache");
    let first = caches.next().context("no clientCache")?;
    ensure!(value(first, "cacheControlMode").as_deref() == Some("DisableCache"), "{first}");
    for (place, cache) in of("location").zip(caches) {
        let path = value(place, "path").context("a location without path")?;
        let seconds = match value(cache, "cacheControlMaxAge").as_deref() {
            Some("365.00:00:00") => 31_536_000,
            Some("0.00:05:00") => 300,
            other => bail!("{path}: no time of ours: {other:?}"),
        };
        let custom = value(cache, "cacheControlCustom").unwrap_or_default();
        let cache = custom.replace("public, ", &format!("public, max-age={seconds}, "));
        let star = if dist()?.join(&path).is_dir() { "/*" } else { "" };
        rules.insert(format!("/supranet/{path}{star}"), BTreeMap::from([("Cache-Control".to_owned(), cache)]));
    }
    let types: BTreeSet<String> = of("mimeMap").filter_map(|tag| value(tag, "fileExtension")).collect();
    for name in names(&dist()?)? {
        let kind = name.rsplit_once('.').map(|(_, kind)| format!(".{kind}")).unwrap_or_default();
        ensure!(types.contains(&kind), "{name} has no type");
    }
    assert_right(&rules, "*")
}

/// The commands of docs/hosting.md, as they stand there but for the address.
#[test]
fn a_server_is_checked_by_the_commands_of_the_page() -> Result<()> {
    let page = fs::read_to_string(root()?.join("docs/hosting.md"))?;
    let (_, commands) = page.split_once("```sh\nbase=").context("the page has no commands")?;
    let (commands, _) = commands.split_once("```").context("the commands have no end")?;
    let (_, commands) = commands.split_once('\n').context("there is one line")?;
    let host = Host::start(Kind::Nginx, &dist()?)?;
    let script = format!("base={}\n{commands}", host.url("supranet"));
    let output = Command::new("sh").args(["-euc", &script]).output()?;
    let said = String::from_utf8(output.stdout)?.replace('\r', "");
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut rest = said.as_str();
    for wanted in [
        "Content-Type: application/wasm\n",
        "Content-Encoding: br\n",
        &format!("Cache-Control: {YEAR}\n"),
        "\n304\n",
        "Content-Type: application/json\n",
        &format!("Cache-Control: {DATA}\n"),
        "404 Not Found\n",
        "Cache-Control: no-store\n",
    ] {
        rest = rest.split_once(wanted).with_context(|| format!("no {wanted:?}, or not in its place: {said}"))?.1;
    }
    let pins: Value = serde_json::from_str(&fs::read_to_string(dist()?.join("integrity.json"))?)?;
    let pin =
        pins["supranet.js"].as_str().and_then(|pin| pin.strip_prefix("sha384-")).context("the entry has no pin")?;
    ensure!(rest.trim_end().ends_with(pin), "the entry has the hash {rest}, not {pin}");
    Ok(())
}

/// The tags of an XML file without the brackets; an error where one is not closed, or text stands between them.
fn tags(xml: &str) -> Result<Vec<String>> {
    let (mut tags, mut open, mut rest) = (Vec::new(), Vec::new(), xml);
    while let Some((text, after)) = rest.split_once('<') {
        ensure!(text.trim().is_empty() && !text.contains('&'), "text between the tags: {text:?}");
        if let Some(comment) = after.strip_prefix("!--") {
            let (comment, after) = comment.split_once("-->").context("a comment without end")?;
            ensure!(!comment.contains("--"), "two hyphens in a comment");
            rest = after;
            continue;
        }
        let (tag, after) = after.split_once('>').context("a tag without end")?;
        rest = after;
        ensure!(tag.matches('"').count() % 2 == 0 && !tag.contains(['<', '&']), "<{tag}>");
        if tag.starts_with('?') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            ensure!(open.pop() == Some(name), "</{name}> closes nothing");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if !tag.ends_with('/') {
            open.push(name);
        }
        tags.push(tag.to_owned());
    }
    ensure!(open.is_empty() && rest.trim().is_empty(), "not closed: {open:?}");
    Ok(tags)
}
