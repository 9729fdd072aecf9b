//! The example pages in `www`: what each shows of itself is what it is made of, one header stands on all, and no plain fault of
//! HTML is in them. Knows nothing of what they look like, and of HTML no more than such tidy pages use.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::source::{assert_none, line_of};
use crate::workspace::Workspace;

/// Elements without an end tag.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "source"];
/// What has to be there, and not empty but for a picture that only adorns.
const NEEDED: [(&str, &str); 6] =
    [("html", "lang"), ("link", "href"), ("a", "href"), ("img", "src"), ("img", "alt"), ("iframe", "title")];
/// Where the pages have what is built.
const BUILT: [&str; 2] = ["supranet/", "pkg/dist"];

struct Page {
    name: String,
    folder: PathBuf,
    text: String,
}

fn pages() -> Result<Vec<Page>> {
    let www = Workspace::find()?.path("www");
    let mut folders = vec![www.clone()];
    for entry in fs::read_dir(&www)? {
        folders.push(entry?.path());
    }
    let mut pages = Vec::new();
    for folder in folders.into_iter().filter(|folder| folder.join("index.html").is_file()) {
        let path = folder.join("index.html");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        pages.push(Page { name: path.strip_prefix(&www)?.display().to_string(), folder, text });
    }
    Ok(pages)
}

/// Spaces and line breaks do not count, nor from where a page gets the package.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("\"../supranet/", "\"/supranet/").replace("\"supranet/", "\"/supranet/")
}

/// The page without what it shows of itself, and that, as it reads.
fn shown(text: &str) -> (String, Vec<String>) {
    let mut parts = text.split("<pre");
    let mut own = parts.next().unwrap_or_default().to_owned();
    let mut shown = Vec::new();
    for part in parts {
        let (snippet, after) = part.split_once("</pre>").unwrap_or((part, ""));
        let code = snippet.split_once("<code>").map_or(snippet, |(_, code)| code).trim_end_matches("</code>");
        shown.push(code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        own += after;
    }
    (own, shown)
}

/// What a page shows of itself and is not made of, element by element, in this order. A command is no part of a page.
fn invented(text: &str) -> Vec<String> {
    let (own, shown) = shown(text);
    let own = plain(&own);
    let mut invented = Vec::new();
    for snippet in shown.iter().filter(|snippet| snippet.starts_with('<')) {
        let mut rest = own.as_str();
        // What is inside of an element is indented, and its end tag is no beginning.
        for element in snippet.replace("\n</", " </").replace("\n<", "\u{1}<").split('\u{1}').map(plain) {
            match rest.split_once(element.as_str()) {
                Some((_, after)) => rest = after,
                None => invented.push(element),
            }
        }
    }
    invented
}

/// The header, as if each page lay beside the others and were none of those it leads to.
fn header(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("<body>")?;
    let (header, _) = rest.split_once("</header>")?;
    Some(header.replace("href=\"../", "href=\"./").replace(" aria-current=\"page\"", ""))
}

struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    at: usize,
}

/// The tags of a page, those that end an element with `/` before the name.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags: Vec<Tag<'_>> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        at += found;
        let rest = &text[at..];
        // What a script holds is no markup.
        let script = tags.last().is_some_and(|tag| tag.name == "script");
        let end = match rest {
            _ if script && !rest.starts_with("</script") => 1,
            _ if rest.starts_with("<!--") => rest.find("-->").map_or(rest.len(), |end| end + 3),
            _ if rest.starts_with("<!") => rest.find('>').map_or(rest.len(), |end| end + 1),
            _ => {
                let (tag, length) = tag(rest, at);
                tags.push(tag);
                length
            }
        };
        at += end;
    }
    tags
}

/// The tag that a text begins with, and its length.
fn tag(text: &str, at: usize) -> (Tag<'_>, usize) {
    let mut quoted = false;
    let end = text.find(|letter: char| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    let end = end.unwrap_or(text.len());
    let inside = text[1..end].trim();
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let name = rest.split(['=', ' ', '\n']).next().unwrap_or_default();
        rest = &rest[name.len()..];
        let value = rest.strip_prefix("=\"").and_then(|value| value.split_once('"'));
        attributes.push((name, value.map_or("", |(value, _)| value)));
        // Without quotes, or after a stray `=`: the next word.
        rest = value.map_or_else(|| rest.trim_start_matches('='), |(_, after)| after);
    }
    (Tag { name, attributes, at }, end + 1)
}

/// What a browser forgives and a validator does not, of the plainest kind.
fn faults(page: &Page) -> Vec<String> {
    let tags = tags(&page.text);
    let all = |name: &str| -> Vec<(&Tag<'_>, &str)> {
        let of = |tag| Some((tag, value(tag, name)?));
        tags.iter().filter_map(of).collect()
    };
    let mut faults = Vec::new();
    let mut fault = |at: usize, what: String| faults.push(format!("{}:{}: {what}", page.name, line_of(&page.text, at)));
    let mut open: Vec<&Tag<'_>> = Vec::new();
    for tag in &tags {
        match tag.name.strip_prefix('/') {
            Some(name) => match open.pop() {
                Some(last) if last.name == name => {}
                last => {
                    fault(tag.at, format!("</{name}> where <{}> is open", last.map_or("nothing", |last| last.name)))
                }
            },
            None if !VOID.contains(&tag.name) => open.push(tag),
            None => {}
        }
        for (_, name) in NEEDED.iter().filter(|(element, _)| *element == tag.name) {
            if value(tag, name).is_none_or(|value| value.is_empty() && *name != "alt") {
                fault(tag.at, format!("<{}> without {name}", tag.name));
            }
        }
        let mut names = HashSet::new();
        let twice = tag.attributes.iter().filter(|(name, _)| !names.insert(*name));
        twice.for_each(|(name, _)| fault(tag.at, format!("{name} twice on one <{}>", tag.name)));
    }
    open.iter().for_each(|tag| fault(tag.at, format!("<{}> is not closed", tag.name)));
    let mut ids = HashSet::new();
    all("id").into_iter().filter(|(_, id)| !ids.insert(*id)).for_each(|(tag, id)| fault(tag.at, format!("{id} twice")));
    let inner = all("href").into_iter().filter_map(|(tag, href)| Some((tag, href.strip_prefix('#')?)));
    for (tag, id) in all("for").into_iter().chain(inner).filter(|(_, id)| !ids.contains(id)) {
        fault(tag.at, format!("nothing is called {id}"));
    }
    for (tag, path) in [all("href"), all("src")].concat() {
        let is_path = !path.contains(':') && !path.starts_with('#') && !BUILT.iter().any(|built| path.contains(built));
        let missing = path.split(' ').filter(|path| is_path && !exists(&page.folder, path));
        missing.for_each(|path| fault(tag.at, format!("{path} is not there")));
    }
    faults
}

fn value<'t>(tag: &Tag<'t>, name: &str) -> Option<&'t str> {
    tag.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

fn exists(folder: &Path, path: &str) -> bool {
    folder.join(path).exists()
}

#[test]
fn what_a_page_shows_of_itself_is_what_it_is_made_of() -> Result<()> {
    let mut count = 0;
    for page in pages()? {
        assert_none(&format!("www/{} is not made of", page.name), &invented(&page.text));
        count += shown(&page.text).1.len();
    }
    assert!(count >= 7, "pages show themselves in another way: {count}");
    Ok(())
}

#[test]
fn a_page_that_shows_something_else_is_found() {
    let page = |shown: &str| format!("<a\n href=\"../supranet/b\">c</a><pre><code>{shown}</code></pre><p>d</p>");
    assert_eq!(invented(&page("&lt;a href=\"/supranet/b\"&gt;c&lt;/a&gt;")), [""; 0]);
    assert_eq!(invented(&page("&lt;a href=\"/supranet/b\"&gt;&lt;/a&gt;")), ["<a href=\"/supranet/b\"></a>"]);
    let both = "&lt;a href=\"/supranet/b\"&gt;c&lt;/a&gt;\n&lt;p&gt;d\n&lt;/p&gt;";
    assert_eq!(invented(&page(both)), ["<p>d </p>"]);
    assert_eq!(invented(&page(&both.replace("d\n", "d"))), [""; 0]);
    assert_eq!(invented(&page("&lt;p&gt;d&lt;/p&gt;\n&lt;a href=\"/supranet/b\"&gt;c&lt;/a&gt;")).len(), 1);
    // What is shown is no part of the page itself.
    assert_eq!(invented(&[page("&lt;i&gt;"), page("&lt;i&gt;")].concat()).len(), 2);
    assert_eq!(invented(&page("supranet render a.json")), [""; 0]);
}

#[test]
fn the_header_is_the_same_on_all_pages() -> Result<()> {
    let pages = pages()?;
    let first = pages.first().and_then(|page| header(&page.text)).context("a page without a header")?;
    assert!(pages.len() >= 5 && first.contains("<nav"), "pages are elsewhere: {first}");
    for page in &pages {
        assert_eq!(header(&page.text).as_ref(), Some(&first), "www/{}", page.name);
    }
    Ok(())
}

#[test]
fn no_page_has_a_plain_fault() -> Result<()> {
    let faults: Vec<String> = pages()?.iter().flat_map(faults).collect();
    assert_none("HTML of www", &faults);
    Ok(())
}

#[test]
fn a_plain_fault_is_found() {
    for (html, fault) in [
        ("<p><b>a</p>", "1: </p> where <b> is open"),
        ("<p>a\n<div></div>", "1: <p> is not closed"),
        ("<p id=\"a\"></p>\n<p id=\"a\"></p>", "2: a twice"),
        ("<link rel=\"stylesheet\" data-theme>", "1: <link> without href"),
        ("<img src=\"pages.rs\">", "1: <img> without alt"),
        ("<p class=\"a\" id=\"b\" class=\"c\"></p>", "1: class twice on one <p>"),
        ("<label for=\"a\">b</label>", "1: nothing is called a"),
        ("<a href=\"#a\">b</a>", "1: nothing is called a"),
        ("<a href=\"nowhere.html\">b</a>", "1: nowhere.html is not there"),
    ] {
        assert_eq!(faults(&page(html))[0], format!("a.html:{fault}"), "{html}");
    }
    let good = "<!doctype html>\n<!-- <b> --><html lang=\"en\"><a href=\"https://a.b/?c>d\" data-e>f</a><br>
        <img src=\"pages.rs\" alt=\"\"><script type=\"a\">if (a<b) \"</i>\"</script><script src=\"supranet/a.js\"></script></html>";
    assert_eq!(faults(&page(good)), [""; 0]);
}

fn page(html: &str) -> Page {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/tidy"));
    Page { name: "a.html".into(), folder, text: html.into() }
}
