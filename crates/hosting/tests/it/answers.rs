//! Every file of the package, in every encoding, new and kept; and that the site around stays as it is. It knows no server
//! by name.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use supranet_hosting::{FRAMES, Host, Kind, MISSING};

use crate::client::{Answer, ask};
use crate::{FRESH, dist, names};

/// As the entry and the classic script ask for what is pinned.
const HASH: &str = "?Ya3v+/L9";
pub const YEAR: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";
pub const DATA: &str = "public, max-age=300, stale-while-revalidate=86400";

/// What a client accepts, and what it then gets where a compressed copy is there.
const ENCODINGS: [(&str, &str); 4] = [("", ""), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br")];

pub fn every_file_comes_as_stated(kind: Kind) -> Result<()> {
    let dist = dist()?;
    let host = Host::start(kind, &dist)?;
    let names = names(&dist)?;
    ensure!(names.len() > 10, "the package has only {names:?}");
    for name in &names {
        let own = fs::read(dist.join(name))?;
        for suffix in ["", HASH, "?Ya3vMgL9&1"] {
            for (accepted, expected) in ENCODINGS {
                let (url, accept) =
                    (host.url(&format!("supranet/{name}{suffix}")), format!("Accept-Encoding: {accepted}"));
                let answer = ask("GET", &url, &[&accept])?;
                let check = || {
                    as_stated(&answer, 200, cache(name, suffix))?;
                    ensure!(answer.header("content-type") == content_type(name)?, "{}", answer.header("content-type"));
                    ensure!(answer.header("content-encoding") == expected, "{:?}", answer.header("content-encoding"));
                    ensure!(answer.decoded()? == own, "another file");
                    framed(name, &answer)?;
                    kept(&url, &accept, &answer, cache(name, suffix))
                };
                check().with_context(|| format!("{url}, accepting {accepted:?}: {answer:?}"))?;
            }
        }
        each_copy_has_a_name_of_its_own(&host.url(&format!("supranet/{name}")))?;
    }
    Ok(())
}

/// What holds for every answer.
fn as_stated(answer: &Answer, status: u16, cache: &str) -> Result<()> {
    ensure!(answer.status == status, "{} in place of {status}", answer.status);
    ensure!(answer.header("cache-control") == cache, "Cache-Control: {:?}", answer.header("cache-control"));
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
        ("set-cookie", ""),
        ("content-language", ""),
    ] {
        ensure!(answer.header(name) == value, "{name}: {:?} in place of {value:?}", answer.header(name));
    }
    // Also of what was not compressed: a cache must not give it to those who would have something smaller, or the other way.
    let vary = answer.header("vary");
    ensure!(status >= 400 || vary.eq_ignore_ascii_case("accept-encoding"), "Vary: {vary:?}");
    Ok(())
}

/// The page in frames consents to pages that ask for consent, and forbids frames to nobody, whatever the site around says.
fn framed(name: &str, answer: &Answer) -> Result<()> {
    let embedder = answer.header("cross-origin-embedder-policy");
    let is_page = name == "embed.html";
    ensure!(embedder == if is_page { "require-corp" } else { "" }, "Cross-Origin-Embedder-Policy: {embedder:?}");
    let frames = answer.header("x-frame-options");
    ensure!(!is_page || frames.is_empty(), "X-Frame-Options: {frames}");
    ensure!(answer.header("content-security-policy").is_empty(), "a policy that nobody asked for");
    Ok(())
}

/// Who has it already is told that it has not changed, and nothing more.
fn kept(url: &str, accept: &str, answer: &Answer, cache: &str) -> Result<()> {
    let tag = answer.header("etag");
    ensure!(tag.len() > 4 && tag.ends_with('"'), "ETag: {tag:?}");
    let again = ask("GET", url, &[accept, &format!("If-None-Match: {tag}")])?;
    as_stated(&again, 304, cache).context("asked again")?;
    // A browser puts these headers into the place of those that it has.
    let frames = again.header("x-frame-options");
    ensure!(frames == answer.header("x-frame-options"), "asked again: X-Frame-Options: {frames:?}");
    // Of a file that was written in the same second Apache says W/ first, and not when it is asked again.
    let strong = |tag: &str| tag.trim_start_matches("W/").to_owned();
    ensure!(again.body.is_empty() && strong(&again.header("etag")) == strong(&tag), "asked again: {again:?}");
    let other = ask("GET", url, &[accept, "If-None-Match: \"another\""])?;
    ensure!(other.status == 200 && other.body == answer.body, "{} for another ETag", other.status);
    Ok(())
}

/// A cache that has one copy must not be told that it is the other.
fn each_copy_has_a_name_of_its_own(url: &str) -> Result<()> {
    let mut tags = Vec::new();
    for (accepted, _) in &ENCODINGS[..3] {
        tags.push(ask("HEAD", url, &[&format!("Accept-Encoding: {accepted}")])?.header("etag"));
    }
    let all = tags.clone();
    tags.sort();
    tags.dedup();
    ensure!(tags.len() == 3, "{url}: ETags of the file, .gz, .br: {all:?}");
    Ok(())
}

fn cache(name: &str, suffix: &str) -> &'static str {
    match (name, suffix) {
        ("dataset.json", _) => DATA,
        (_, "") => ASK_AGAIN,
        _ => YEAR,
    }
}

fn content_type(name: &str) -> Result<&'static str> {
    Ok(match name.rsplit_once('.').context("a file without a kind")?.1 {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "ts" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        other => anyhow::bail!("no type for .{other}: add it here and to www/docs/hosting"),
    })
}

pub fn the_least_usual_questions_are_answered_well(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    for name in ["supranet.js", "supranet.wasm", "lang/sv.json"] {
        let url = host.url(&format!("supranet/{name}{HASH}"));
        for (accepted, _) in ENCODINGS {
            let accept = format!("Accept-Encoding: {accepted}");
            let whole = ask("GET", &url, &[&accept])?;
            let head = ask("HEAD", &url, &[&accept])?;
            as_stated(&head, 200, YEAR).with_context(|| format!("HEAD {url}"))?;
            ensure!(head.body.is_empty(), "HEAD {url} has a body");
            for name in ["content-type", "content-encoding", "content-length", "etag"] {
                ensure!(head.header(name) == whole.header(name), "HEAD {url}: {name} is {:?}", head.header(name));
            }
            // A part of what is sent, or all of it: both are right, anything else is not.
            let part = ask("GET", &url, &[&accept, "Range: bytes=10-19"])?;
            let expected = if part.status == 206 { &whole.body[10..20] } else { &whole.body };
            ensure!(matches!(part.status, 200 | 206) && part.body == expected, "{url}: a part is {}", part.status);
            ensure!(part.header("content-encoding") == whole.header("content-encoding"), "a part is encoded otherwise");
        }
        // Refused by name.
        for (accepted, expected) in [("gzip, br;q=0", "gzip"), ("gzip;q=0, br;q=0", ""), ("identity", "")] {
            let got = ask("GET", &url, &[&format!("Accept-Encoding: {accepted}")])?.header("content-encoding");
            ensure!(got == expected, "{url}, accepting {accepted:?}: {got:?}");
        }
    }
    a_release_may_have_a_folder_of_its_own(&host)?;
    // What only looks like a hash is none.
    for query in ["?v=1", "?Ya3vMgL", "?Ya3vMgL9X", "?Ya3vMgL9&x", "?utm=12345678"] {
        let answer = ask("GET", &host.url(&format!("supranet/supranet.js{query}")), &[])?;
        as_stated(&answer, 200, ASK_AGAIN).with_context(|| query.to_owned())?;
    }
    let lines = host.log().lines()?;
    ensure!(kind == Kind::Caddy || lines.len() > 20, "the log has {} lines", lines.len());
    Ok(())
}

fn a_release_may_have_a_folder_of_its_own(host: &Host) -> Result<()> {
    fs::create_dir(host.files().join("0.1.0"))?;
    for (name, query, expected) in
        [("supranet.wasm", HASH, YEAR), ("supranet.js", "", ASK_AGAIN), ("dataset.json", "", DATA)]
    {
        for kind in ["", ".br", ".gz"] {
            let file = format!("{name}{kind}");
            fs::copy(host.files().join(&file), host.files().join("0.1.0").join(&file))?;
        }
        let answer = ask("GET", &host.url(&format!("supranet/0.1.0/{name}{query}")), &["Accept-Encoding: br"])?;
        as_stated(&answer, 200, expected).with_context(|| format!("{name} in a folder of its release"))?;
        ensure!(
            answer.header("content-encoding") == "br" && answer.header("content-type") == content_type(name)?,
            "{answer:?}"
        );
    }
    Ok(())
}

pub fn data_in_a_folder_of_its_own_is_served_as_data(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    let (own, folder) = (host.files().join("dataset.json"), host.files().join(FRESH));
    fs::create_dir(folder.parent().context("no folder")?)?;
    for kind in ["", ".br", ".gz"] {
        fs::copy(format!("{}{kind}", own.display()), format!("{}{kind}", folder.display()))?;
    }
    let url = host.url(&format!("supranet/{FRESH}"));
    for (accepted, expected) in ENCODINGS {
        let accept = format!("Accept-Encoding: {accepted}");
        let answer = ask("GET", &url, &[&accept])?;
        let check = || {
            as_stated(&answer, 200, DATA)?;
            ensure!(answer.header("content-type") == "application/json", "{}", answer.header("content-type"));
            ensure!(answer.header("content-encoding") == expected, "{:?}", answer.header("content-encoding"));
            ensure!(answer.decoded()? == fs::read(&own)?, "other data");
            kept(&url, &accept, &answer, DATA)
        };
        check().with_context(|| format!("accepting {accepted:?}: {answer:?}"))?;
    }
    Ok(())
}

pub fn what_is_not_there_is_not_remembered(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    for name in ["no-such.wasm", "lang/xx.json", "dataset.json/x", "no/such/folder.js"] {
        for suffix in ["", HASH] {
            let url = host.url(&format!("supranet/{name}{suffix}"));
            let answer = ask("GET", &url, &["Accept-Encoding: br"])?;
            as_stated(&answer, 404, "no-store").with_context(|| url.clone())?;
        }
    }
    // Folders are not listed.
    for name in ["supranet/", "supranet/lang/"] {
        let answer = ask("GET", &host.url(name), &[])?;
        ensure!(matches!(answer.status, 403 | 404), "{name}: {}", answer.status);
        as_stated(&answer, answer.status, "no-store").with_context(|| name.to_owned())?;
    }
    Ok(())
}

pub fn the_site_around_stays_as_it_is(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    fs::write(host.site().join("style.css"), "p {}")?;
    for (name, status) in [("no-such.css", 404), ("supranet-other/no-such.js", 404), ("style.css", 200)] {
        let answer = ask("GET", &host.url(name), &[])?;
        let check = || {
            ensure!(answer.status == status, "{} in place of {status}", answer.status);
            ensure!(status == 200 || answer.body == MISSING.as_bytes(), "the page of what is missing is another");
            ensure!(answer.header("x-frame-options").split(", ").all(|value| value == FRAMES), "frames are no matter");
            for header in ["access-control-allow-origin", "cross-origin-resource-policy", "x-content-type-options"] {
                ensure!(answer.header(header).is_empty(), "{header}: {}", answer.header(header));
            }
            ensure!(!answer.header("cache-control").contains("no-"), "{}", answer.header("cache-control"));
            Ok(())
        };
        check().with_context(|| format!("{name}: {answer:?}"))?;
    }
    // And it does not speak for ours.
    let answer = ask("GET", &host.url("supranet/no-such.css"), &[])?;
    ensure!(answer.body != MISSING.as_bytes(), "what is missing among ours is answered by the site around: {answer:?}");
    Ok(())
}

/// As docs/embedding/fragment.md says; Caddy has no such words in pages.
pub fn a_page_of_the_site_may_include_a_fragment(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    fs::write(host.site().join("list.shtml"), "<main><!--#include virtual=\"/supranet/fragment.sv.html\" --></main>")?;
    let fragment = fs::read_to_string(host.files().join("fragment.sv.html"))?;
    for (accepted, _) in ENCODINGS {
        let answer = ask("GET", &host.url("list.shtml"), &[&format!("Accept-Encoding: {accepted}")])?;
        let page =
            String::from_utf8(answer.decoded()?).with_context(|| format!("accepting {accepted:?}: {answer:?}"))?;
        ensure!(page == format!("<main>{fragment}</main>"), "accepting {accepted:?}: another page: {answer:?}");
    }
    Ok(())
}
