//! The configuration for IIS, which cannot be had here: that it is XML, names what is there, and takes off what it adds, as a
//! name that is added twice ends with error 500.19. It knows nothing of other servers.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail, ensure};

use crate::read::{Rules, assert_right, configuration};
use crate::{dist, names};

/// Well-formed, and each place that it names is there, with the headers that it should have.
#[test]
fn the_configuration_for_iis_is_xml_and_names_what_is_there() -> Result<()> {
    let mut rules = Rules::new();
    let mut path = "/supranet/*".to_owned();
    let mut types = BTreeSet::new();
    let text = configuration("web.config")?;
    ensure!(
        text.contains("<clientCache cacheControlMode=\"DisableCache\" />"),
        "the rest is not asked about each time"
    );
    for tag in tags(&text)? {
        let own = rules.entry(path.clone()).or_default();
        let text = |name: &str| value(&tag, name).with_context(|| format!("<{tag}> has no {name}"));
        match tag.split(' ').next().unwrap_or_default() {
            // Nothing stands outside of them after the first.
            "location" => {
                let place = text("path")?;
                let star = if dist()?.join(&place).is_dir() { "/*" } else { "" };
                path = format!("/supranet/{place}{star}");
            }
            "add" => drop(own.insert(text("name")?, text("value")?)),
            "clientCache" => own.extend(cache(&tag).with_context(|| path.clone())?),
            "mimeMap" => drop(types.insert(text("fileExtension")?)),
            _ => {}
        }
    }
    for name in names(&dist()?)? {
        let kind = name.rsplit_once('.').map(|(_, kind)| format!(".{kind}")).unwrap_or_default();
        ensure!(types.contains(&kind), "{name} has no type");
    }
    assert_right(&rules, "*")
}

/// The header that a line on caching means; none for what is to be asked about each time, which is IIS's own word.
fn cache(tag: &str) -> Result<Option<(String, String)>> {
    let seconds = match (value(tag, "cacheControlMode").as_deref(), value(tag, "cacheControlMaxAge").as_deref()) {
        (Some("DisableCache"), None) => return Ok(None),
        (Some("UseMaxAge"), Some("365.00:00:00")) => 31_536_000,
        (Some("UseMaxAge"), Some("0.00:05:00")) => 300,
        other => bail!("no time of ours: {other:?}"),
    };
    let custom = value(tag, "cacheControlCustom").unwrap_or_default();
    let text = custom.replace("public, ", &format!("public, max-age={seconds}, "));
    Ok(Some(("Cache-Control".to_owned(), text)))
}

/// Also in a comment that shows what could be added.
#[test]
fn what_is_added_for_iis_is_taken_off_before() -> Result<()> {
    let text = configuration("web.config")?.replace("-->", "");
    let shown: Vec<&str> = text.split('<').collect();
    let mut added = 0;
    for (at, tag) in shown.iter().enumerate() {
        for (adds, key) in [("add", "name"), ("mimeMap", "fileExtension")] {
            if tag.split(' ').next() != Some(adds) {
                continue;
            }
            let name = value(tag, key).with_context(|| format!("<{tag} has no {key}"))?;
            let before = shown[at - 1];
            ensure!(before.starts_with("remove ") && value(before, key) == Some(name), "<{tag} comes after <{before}");
            added += 1;
        }
    }
    ensure!(added > 10, "only {added} are added");
    Ok(())
}

fn value(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
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
