//! The themes: nothing but known variables for element and fragment, and colours that can be read in light and in dark.
//!
//! Knows nothing of how the sheet uses a variable.

use super::colour::{Colour, Declarations, Scheme, Seen, declarations, without_comments};
use super::vision::{LACKING, distance};
use super::{TEXT, too_faint};

macro_rules! themes {
    ($($name:literal),* $(,)?) => {
        /// Each by its name, which is public.
        const THEMES: [(&str, &str); 8] =
            [$(($name, include_str!(concat!("../../../pkg/themes/", $name, ".css")))),*];
    };
}

themes!["neutral", "nordic-public", "high-contrast", "dark", "warm", "dense", "large-type", "colour-vision"];

const MANIFEST: &str = include_str!("../../../pkg/custom-elements.json");
/// What the texts of `high-contrast` need (WCAG 2, 1.4.6).
const ENHANCED: f64 = 7.0;
/// How far apart colours with a meaning of their own are to be, in CIELAB.
const APART: f64 = 20.0;
/// The element, and the plain HTML where it stands alone: inside the element it takes what is set on that.
const RULE: &str = "supra-network, .supra-fragment:not(supra-network *) {";
const MODERN: &str = "@supports (color: light-dark(#000, #fff)) {";

/// What a theme says of screens alone, if it does not say it of paper.
fn on_screen(css: &str) -> Option<&str> {
    css.trim().strip_prefix("@media screen {")?.strip_suffix('}')
}

/// The declarations of a theme: those for all browsers, and those for browsers with `light-dark()`. Or what is wrong.
fn read(css: &str) -> Result<(Declarations, Declarations), String> {
    let css = without_comments(css);
    let css = on_screen(&css).unwrap_or(&css);
    let (all, modern) = match css.split_once(MODERN) {
        Some((all, modern)) => (all, modern.trim().strip_suffix('}').ok_or("the second part has no end")?),
        None => (css, ""),
    };
    let inside = |part: &str| -> Result<Declarations, String> {
        let part = part.trim();
        let inside = part.strip_prefix(RULE).and_then(|rest| rest.strip_suffix('}'));
        let inside = inside.ok_or_else(|| format!("not one rule for the element: {part}"))?;
        match inside.contains(['{', '}', '@']) {
            true => Err(format!("more than one rule: {part}")),
            false => Ok(declarations(inside)),
        }
    };
    Ok((inside(all)?, if modern.is_empty() { Declarations::new() } else { inside(modern)? }))
}

/// What is no declaration that a theme may have.
fn wrong(declarations: &Declarations) -> Vec<String> {
    let known = |name: &str| name.starts_with("--supra-") && MANIFEST.contains(&format!("\"name\": \"{name}\""));
    let plain = |value: &str| {
        let letter = |letter: char| letter.is_ascii_alphanumeric() || "#%.,-\" ()".contains(letter);
        !value.is_empty() && value.chars().all(letter) && !value.contains("url(") && !value.contains("var(")
    };
    let colours = |value: &str| {
        value.split('#').skip(1).all(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
            [6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
        })
    };
    let is_wrong = |(name, value): &(&String, &String)| !known(name) || !plain(value) || !colours(value);
    declarations.iter().filter(is_wrong).map(|(name, value)| format!("{name}: {value}")).collect()
}

/// What a theme sets where `light-dark()` is known.
fn theme(css: &str) -> Declarations {
    let (mut all, modern) = read(css).unwrap_or_default();
    all.extend(modern);
    all
}

#[test]
fn themes_are_variables_and_nothing_else() {
    for (name, css) in THEMES {
        let (all, modern) =
            read(css).unwrap_or_else(|error| (Declarations::from([(error, name.into())]), Declarations::new()));
        assert_eq!(wrong(&all), Vec::<String>::new(), "{name}");
        assert_eq!(wrong(&modern), Vec::<String>::new(), "{name}");
        assert!(!all.is_empty(), "{name}");
        // Browsers without light-dark() have the same light colours.
        for (variable, value) in modern {
            let light = value.strip_prefix("light-dark(").and_then(|both| both.split(',').next());
            assert_eq!(light, all.get(&variable).map(String::as_str), "{name}: {variable}");
        }
        assert!(!all.values().any(|value| value.contains("light-dark(")), "{name}: only where it is known");
    }
}

#[test]
fn what_is_no_theme_is_found() {
    assert!(wrong(&theme(&format!("{RULE} --supra-text: #ffffff; }}"))).is_empty());
    for inside in [
        "color: #ffffff;",
        "--supra-ink: #ffffff;",
        "--supra-text: #fffff;",
        "--supra-text: url(a.png);",
        "--supra-text: #ffffff !important;",
        "--supra-text: #ffffff; } supra-network { --supra-gap: 0;",
    ] {
        let css = format!("{RULE} {inside} }}");
        assert!(read(&css).is_err() || !wrong(&theme(&css)).is_empty(), "{css}");
    }
    for css in [
        "body { --supra-text: #ffffff; }".into(),
        "supra-network { --supra-text: #ffffff; }".into(),
        format!("@media print {{ {RULE} --supra-text: #ffffff; }} }}"),
    ] {
        assert!(read(&css).is_err(), "{css}");
    }
}

#[test]
fn every_theme_can_be_read_and_seen() {
    for (name, css) in THEMES {
        let text = if name == "high-contrast" { ENHANCED } else { TEXT };
        assert_eq!(too_faint(&theme(css), text), Vec::<String>::new(), "{name}");
    }
}

/// Whether a theme has its own light colours in dark, and is meant to.
#[test]
fn themes_are_dark_where_that_is_asked() {
    for (name, css) in THEMES {
        let page = |scheme| Seen::new(theme(css), scheme).colour("page");
        assert_eq!(page(Scheme::Light) == page(Scheme::Dark), name == "dark", "{name}");
        // Paper is white, and most printers leave grounds out.
        assert_eq!(on_screen(&without_comments(css)).is_some(), name == "dark", "{name}");
    }
}

#[test]
fn meanings_stay_apart_with_fewer_colours() {
    let css = THEMES.iter().find(|(name, _)| *name == "colour-vision").map_or("", |(_, css)| css);
    let mut near = Vec::new();
    for scheme in Scheme::BOTH {
        let seen = Seen::new(theme(css), scheme);
        let all: Vec<(&str, Colour)> = ["accent", "mark", "focus", "text", "page"]
            .iter()
            .filter_map(|name| Some((*name, seen.colour(name)?)))
            .collect();
        assert_eq!(all.len(), 5);
        for (kind, matrix) in LACKING {
            for (at, (one, first)) in all.iter().enumerate() {
                for (other, second) in &all[at + 1..] {
                    let found = distance(matrix, *first, *second);
                    if found < APART {
                        near.push(format!("{scheme:?}, {kind}: {one} and {other} are {found:.1} apart"));
                    }
                }
            }
        }
    }
    assert_eq!(near, Vec::<String>::new());
}
