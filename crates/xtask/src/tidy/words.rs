//! Words that may stand nowhere, or only in some files.
//! Knows nothing of layers.

use anyhow::Result;

use super::source::{Source, assert_none, line_of, sources};

/// A word, where it may not stand, where it may, and why.
struct Word {
    word: &'static str,
    within: &'static [&'static str],
    why: &'static str,
}

const PAGE: [&str; 2] = ["src/", "pkg/"];

const WORDS: [Word; 7] = [
    Word { word: "innerHTML", within: &PAGE, why: "Trusted Types refuse it" },
    Word { word: "inner_html", within: &PAGE, why: "Trusted Types refuse it" },
    Word { word: "template!", within: &PAGE, why: "it goes through innerHTML" },
    Word {
        word: "style=",
        within: &["src/"],
        why: "a strict policy blocks style attributes; use `class:` or `style:--name=`",
    },
    Word { word: "eval(", within: &PAGE, why: "a strict policy blocks it" },
    Word { word: "new Function", within: &PAGE, why: "a strict policy blocks it" },
    Word { word: "document.write", within: &PAGE, why: "it breaks the host page" },
];

fn forbidden(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources {
        for rule in WORDS.iter().filter(|rule| rule.within.iter().any(|prefix| source.path.starts_with(prefix))) {
            for (at, _) in source.uncommented.match_indices(rule.word).filter(|(at, _)| whole(&source.uncommented, *at))
            {
                let line = line_of(&source.uncommented, at);
                offences.push(format!("{}:{line} `{}`: {}", source.path, rule.word, rule.why));
            }
        }
    }
    offences
}

/// `eval(` is not `medieval(`, nor is `data-style=` `style=`.
fn whole(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-')
}

/// The only places for literal colours. The plain HTML has no tokens: each rule has its fallback.
const COLOURS: [&str; 3] = ["pkg/fragment.css", "src/style/tokens.css", "pkg/themes/"];
const COLOUR_FUNCTIONS: [&str; 9] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
/// Of the named ones those that people write; `transparent` and `currentColor` are no colours of their own.
const COLOUR_NAMES: [&str; 12] =
    ["black", "white", "red", "green", "blue", "gray", "grey", "yellow", "orange", "purple", "navy", "silver"];

fn colours(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| PAGE.iter().any(|prefix| source.path.starts_with(prefix))) {
        // Tests reckon with colours that nobody is shown.
        if source.is_test() || COLOURS.iter().any(|prefix| source.path.starts_with(prefix)) {
            continue;
        }
        let css = source.path.ends_with(".css");
        for (number, line) in source.uncommented.lines().enumerate() {
            let value = if css { line.split_once(':').map_or("", |(_, value)| value) } else { line };
            let function =
                COLOUR_FUNCTIONS.iter().any(|word| value.match_indices(word).any(|(at, _)| whole(value, at)));
            let name =
                css && value.split(|letter: char| !letter.is_alphanumeric() && letter != '-').any(is_colour_name);
            if function || name || (css && has_hex(value)) || quoted_hex(value) {
                offences.push(format!("{}:{} has a colour: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    offences
}

fn is_colour_name(word: &str) -> bool {
    COLOUR_NAMES.contains(&word)
}

/// `#fff`, `#1a2b3c`, with or without alpha.
fn has_hex(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let digits = text[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

fn quoted_hex(text: &str) -> bool {
    text.split('"').skip(1).step_by(2).any(|string| string.starts_with('#') && has_hex(string))
}

/// `view!` without a global class makes inert HTML of static parts, and that goes through `innerHTML`.
fn views_without_class(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/") && source.path.ends_with(".rs")) {
        for (at, word) in source.code.match_indices("view!") {
            let inside = source.code[at + word.len()..].trim_start().trim_start_matches(['{', '(', '[']).trim_start();
            if whole(&source.code, at) && !inside.starts_with("class") {
                offences.push(format!("{}:{} `view!` without `class = …,`", source.path, line_of(&source.code, at)));
            }
        }
    }
    offences
}

/// Sides of the page; a sheet names those of the text (`inline-start`), so that it turns with the language.
const SIDES: [&str; 2] = ["left", "right"];

fn sides(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/style/") && source.path.ends_with(".css"))
    {
        for (number, line) in source.uncommented.lines().enumerate() {
            if line.split(|letter: char| !letter.is_alphanumeric()).any(|word| SIDES.contains(&word)) {
                offences.push(format!("{}:{} names a side of the page: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    offences
}

#[test]
fn sheets_name_no_side_of_the_page() -> Result<()> {
    assert_none("a sheet turns with the language", &sides(&sources()?));
    Ok(())
}

#[test]
fn a_side_of_the_page_is_found() {
    for text in ["margin-left: 1em;", "  text-align: right;", "left: 0;", "border-top-right-radius: 1em;"] {
        assert_eq!(sides(&[Source::new("src/style/cards.css", text)]).len(), 1, "{text}");
    }
    assert!(
        sides(&[Source::new("src/style/cards.css", "text-align: start; /* left */ inset-inline-end: 0;")]).is_empty()
    );
}

#[test]
fn no_forbidden_word() -> Result<()> {
    assert_none("forbidden words", &forbidden(&sources()?));
    Ok(())
}

#[test]
fn a_forbidden_word_is_found() {
    for rule in &WORDS {
        let text = format!("fn a() {{ b.{} \"x\" }}", rule.word);
        assert_eq!(forbidden(&[Source::new("src/view/a.rs", &text)]).len(), 1, "{}", rule.word);
        assert!(forbidden(&[Source::new("src/view/a.rs", &format!("// {}", rule.word))]).is_empty());
    }
    assert!(forbidden(&[Source::new("src/a.rs", "medieval(data-style=1)")]).is_empty());
}

#[test]
fn colours_stand_in_tokens_and_themes() -> Result<()> {
    assert_none("a colour is a token", &colours(&sources()?));
    Ok(())
}

#[test]
fn a_colour_is_found() {
    for (path, text) in [
        ("src/style/cards.css", "a { color: #fff; }"),
        ("src/style/cards.css", "  border: 1px solid white;"),
        ("src/style/cards.css", "  background: light-dark(oklch(1 0 0), var(--a));"),
        ("src/view/card.rs", "let fill = \"#1a2b3c\";"),
        ("pkg/supranet.js", "a = \"rgb(1,2,3)\";"),
    ] {
        assert_eq!(colours(&[Source::new(path, text)]).len(), 1, "{text}");
    }
    for (path, text) in [
        ("src/style/tokens.css", "--a: #fff;"),
        ("src/style/cards.css", "  white-space: nowrap; color: var(--supra-white, currentColor);"),
        ("src/view/card.rs", "let id = \"#card\"; let red = 1;"),
        ("src/style/tests/themes.rs", "let fill = \"#1a2b3c\";"),
    ] {
        assert_eq!(colours(&[Source::new(path, text)]), Vec::<String>::new());
    }
}

#[test]
fn each_view_has_its_class() -> Result<()> {
    assert_none("inert HTML goes through innerHTML", &views_without_class(&sources()?));
    Ok(())
}

#[test]
fn a_view_without_class_is_found() {
    let found = |code: &str| views_without_class(&[Source::new("src/view/a.rs", code)]).len();
    assert_eq!(found("view! { <p>\"a\"</p> }"), 1);
    assert_eq!(found("view! { class = \"sn\", <p>\"a\"</p> } view! {\n <b/> }"), 1);
    assert_eq!(found("review!{ } // view! { }"), 0);
}
