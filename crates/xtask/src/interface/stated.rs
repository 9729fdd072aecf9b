//! What the sources themselves say that the element has: names read off the code and the styles.
//! Knows nothing of the manifest.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::source::Source;

/// The entry script.
const ENTRY: &str = "pkg/supranet.js";
/// The class in it.
const CLASS: &str = "class SupraNetwork extends HTMLElement {\n";
/// What the browser calls and reads, and no page.
const OF_THE_PLATFORM: [&str; 4] =
    ["connectedCallback", "disconnectedCallback", "attributeChangedCallback", "observedAttributes"];
/// Stands for a name that is not spelled out where it is set.
const NOT_A_LITERAL: &str = "(a name that is not spelled out)";

/// Names, sorted.
pub type Names = BTreeSet<String>;

/// The attributes that the entry script hears of.
pub fn attributes(sources: &[Source]) -> Names {
    let list = entry(sources).split_once("const ATTRIBUTES =").map_or("", |(_, after)| after);
    words(between(list, "\"", '"').take(1))
}

/// What a page gets, sets and calls, as it writes it.
pub fn members(sources: &[Source]) -> Names {
    let text = entry(sources);
    let list = text.split_once("const PROPERTIES = [").and_then(|(_, after)| after.split_once(']'));
    let mut names = words(between(list.map_or("", |(list, _)| list), "\"", '"'));
    let class = text.split_once(CLASS).and_then(|(_, after)| after.split_once("\n}\n")).map_or("", |(class, _)| class);
    for line in class.lines().filter_map(|line| line.strip_prefix("  ")) {
        let line = line.strip_prefix("async ").unwrap_or(line);
        let name = if let Some(getter) = line.strip_prefix("get ") {
            getter.split('(').next().unwrap_or_default().to_owned()
        } else if let Some(of_the_class) = line.strip_prefix("static ").filter(|own| *own != "{") {
            format!("SupraNetwork.{}", of_the_class.split(' ').next().unwrap_or_default())
        } else if line.starts_with(|letter: char| letter.is_ascii_lowercase()) && line.ends_with(") {") {
            line.trim_end_matches(" {").to_owned()
        } else {
            continue;
        };
        if !OF_THE_PLATFORM.iter().any(|own| name.contains(own)) {
            names.insert(name);
        }
    }
    names
}

/// The events: each string that is one of our names, but for the element's.
pub fn events(sources: &[Source]) -> Names {
    let is_name = |text: &&str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let mut names = Names::new();
    for text in code(sources) {
        names.extend(between(text, "\"supra-", '"').filter(is_name).map(|name| format!("supra-{name}")));
    }
    names.remove("supra-network");
    names
}

/// The names that elements of the shadow tree have for a page's stylesheet.
pub fn parts(sources: &[Source]) -> Names {
    let mut names = Names::new();
    for text in code(sources) {
        for way in [".part(\"", "\"part\", \"", "part: \""] {
            names.append(&mut words(between(text, way, '"')));
        }
        // In the entry script: `make(tag, part)`.
        for call in between(text, "make(\"", ')') {
            names.append(&mut words(between(call, ", \"", '"')));
        }
        if text.matches(".part(").count() != text.matches(".part(\"").count() {
            names.insert(NOT_A_LITERAL.into());
        }
    }
    names
}

/// The codes of failures.
pub fn codes(sources: &[Source]) -> Names {
    let mut names = Names::new();
    let core = sources.iter().filter(|source| source.path == "crates/supranet-core/src/error.rs");
    for text in code(sources).chain(core.map(|source| untested(&source.uncommented))) {
        for (at, _) in text.match_indices("SN") {
            let digits = text[at + 2..].bytes().take_while(u8::is_ascii_digit).count();
            if digits == 3 {
                names.insert(text[at..at + 5].into());
            }
        }
    }
    names
}

/// The CSS variables that a page may set, each with all that stands in its place where the page does not, spelled out.
pub fn variables(sources: &[Source]) -> BTreeMap<String, Names> {
    let styles = || sources.iter().filter(|source| is_of_element(source) && source.path.ends_with(".css"));
    let mut own = BTreeMap::new();
    for style in styles() {
        for line in style.uncommented.lines() {
            if let Some((name, value)) = line.trim().split_once(": ").filter(|(name, _)| name.starts_with("--_")) {
                own.entry(name).or_insert(value.trim_end_matches(';'));
            }
        }
    }
    let mut all: BTreeMap<String, Names> = BTreeMap::new();
    for style in styles() {
        for (at, _) in style.uncommented.match_indices("var(--supra-") {
            let inside = in_brackets(&style.uncommented[at + "var(".len()..]);
            let (name, instead) = inside.split_once(',').unwrap_or((inside, ""));
            all.entry(name.trim().into()).or_default().insert(spelled_out(instead.trim(), &own));
        }
    }
    all
}

/// Puts the values of our own variables in their place; one that a page may set stays, without what stands in its place.
fn spelled_out(value: &str, own: &BTreeMap<&str, &str>) -> String {
    let Some((before, rest)) = value.split_once("var(--_") else { return value.into() };
    let inside = in_brackets(rest);
    let stated = own.get(format!("--_{inside}").as_str()).copied().unwrap_or(NOT_A_LITERAL);
    let stated = match stated.strip_prefix("var(--supra-").and_then(|public| public.split_once(',')) {
        Some((name, _)) => format!("var(--supra-{name})"),
        None => stated.to_owned(),
    };
    format!("{before}{stated}{}", spelled_out(&rest[inside.len() + 1..], own))
}

/// The text up to the bracket that closes it.
fn in_brackets(text: &str) -> &str {
    let mut open = 0;
    let end = text.find(|letter| {
        open += i32::from(letter == '(') - i32::from(letter == ')');
        open < 0
    });
    &text[..end.unwrap_or(text.len())]
}

fn entry(sources: &[Source]) -> &str {
    sources.iter().find(|source| source.path == ENTRY).map_or("", |source| &source.uncommented)
}

/// The scripts and the Rust of the widget, without comments and tests.
fn code(sources: &[Source]) -> impl Iterator<Item = &str> {
    let is_code = |source: &&Source| source.path.ends_with(".js") || source.path.ends_with(".rs");
    let ours = sources.iter().filter(|source| is_of_element(source) && !source.is_test());
    ours.filter(is_code).map(|source| untested(&source.uncommented))
}

fn is_of_element(source: &Source) -> bool {
    source.path.starts_with("src/") || source.path.starts_with("pkg/")
}

fn untested(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod ").map_or(text, |(code, _)| code)
}

/// What stands between each `begin` and the next `end` after it.
fn between<'a>(text: &'a str, begin: &'a str, end: char) -> impl Iterator<Item = &'a str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (inside, after) = rest.split_once(begin)?.1.split_once(end)?;
        rest = after;
        Some(inside)
    })
}

fn words<'a>(texts: impl Iterator<Item = &'a str>) -> Names {
    texts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const ATTRIBUTES =\n  \"src page-size\".split(\" \");\nconst PROPERTIES = [\"data\", \"state\"];\n\
        make(\"div\", \"base\"); ({ part: \"retry\" }); new CustomEvent(\"supra-error\"); \"supra-network\"; \"SN101\" // SN999\n\
        class SupraNetwork extends HTMLElement {\n  static version = 1;\n  static observedAttributes = [];\n  #own = 1;\n\
        \x20 get ready() {\n    return ask(1) {\n  }\n  show(id) {\n  }\n  connectedCallback() {\n  }\n}\n";

    fn names(all: &[&str]) -> Names {
        all.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn names_are_read_off_scripts_and_rust() {
        let rust = "fn a() { el().part(\"card open\"); tell(\"supra-load\"); \"SN205 x\" }\n#[cfg(test)]\nmod tests { \"SN777\" }";
        let sources = [Source::new("pkg/supranet.js", SCRIPT), Source::new("src/view/card.rs", rust)];
        assert_eq!(attributes(&sources), names(&["src", "page-size"]));
        assert_eq!(members(&sources), names(&["SupraNetwork.version", "data", "ready", "show(id)", "state"]));
        assert_eq!(events(&sources), names(&["supra-error", "supra-load"]));
        assert_eq!(parts(&sources), names(&["base", "card", "open", "retry"]));
        assert_eq!(codes(&sources), names(&["SN101", "SN205"]));
    }

    #[test]
    fn a_part_that_is_not_spelled_out_is_noticed() {
        let parts = parts(&[Source::new("src/view/card.rs", "fn a() { el().part(name) }")]);
        assert_eq!(parts, names(&[NOT_A_LITERAL]));
    }

    #[test]
    fn variables_are_read_with_what_stands_in_their_place() {
        let style = ":host {\n  --_l: #fff;\n  --_d: #000;\n  --_font: var(--supra-font, a, b);\n  --_x: var(--supra-x, var(--_l));\n\
            \x20 --_x: var(--supra-x, light-dark(var(--_l), var(--_d)));\n  --_h: var(--supra-h, var(--_font));\n}\n";
        let variables = variables(&[Source::new("src/style/tokens.css", style)]);
        assert_eq!(variables["--supra-x"], names(&["#fff", "light-dark(#fff, #000)"]));
        assert_eq!(variables["--supra-font"], names(&["a, b"]));
        assert_eq!(variables["--supra-h"], names(&["var(--supra-font)"]));
    }
}
