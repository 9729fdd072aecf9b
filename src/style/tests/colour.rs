//! Colours as the sheet writes them, to colours as they are seen: what stands for a token in a scheme, with what a theme sets.
//!
//! Knows nothing of which colours belong together.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../tokens.css");

/// What the visitor or the page chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];
}

/// Red, green and blue from 0 to 255.
pub type Colour = [f64; 3];

/// Declarations by name.
pub type Declarations = BTreeMap<String, String>;

/// The declarations of a text without comments, the later of two with one name.
pub fn declarations(css: &str) -> Declarations {
    let all = css.split(['{', ';', '}']).filter_map(|one| one.trim().split_once(':'));
    all.map(|(name, value)| (name.trim().into(), value.split_whitespace().collect::<Vec<_>>().join(" "))).collect()
}

/// A page with the sheet and a theme, in one scheme.
pub struct Seen {
    tokens: Declarations,
    theme: Declarations,
    scheme: Scheme,
}

impl Seen {
    /// The sheet as browsers with `light-dark()` read it.
    pub fn new(theme: Declarations, scheme: Scheme) -> Self {
        let modern = TOKENS.split("@supports not").next().unwrap_or_default();
        Self { tokens: declarations(&without_comments(modern)), theme, scheme }
    }

    /// The colour of a token of the sheet, if it is one.
    pub fn colour(&self, token: &str) -> Option<Colour> {
        self.read(&format!("var(--_{token})"), 0)
    }

    fn read(&self, value: &str, depth: usize) -> Option<Colour> {
        if depth > 20 {
            return None;
        }
        let read = |value: &str| self.read(value.trim(), depth + 1);
        if let Some(digits) = value.strip_prefix('#') {
            return hex(digits);
        }
        let (function, inside) = value.strip_suffix(')')?.split_once('(')?;
        let parts = arguments(inside);
        match (function, parts.as_slice()) {
            ("light-dark", [light, dark]) => read(if self.scheme == Scheme::Light { light } else { dark }),
            ("color-mix", ["in srgb", one, other]) => {
                let (one, share) = one.rsplit_once(' ')?;
                let share = share.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
                let (one, other) = (read(one)?, read(other)?);
                Some([0, 1, 2].map(|at| one[at] * share + other[at] * (1.0 - share)))
            }
            ("var", [name, instead @ ..]) => {
                let stated = if name.starts_with("--_") { self.tokens.get(*name) } else { self.theme.get(*name) };
                match (stated, instead) {
                    (Some(value), _) => read(value),
                    // No ground of its own: what is below is seen.
                    (None, ["transparent"]) => self.colour("page"),
                    (None, [instead]) => read(instead),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// A text without comments.
pub fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}

fn hex(digits: &str) -> Option<Colour> {
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(f64::from);
    (digits.len() == 6).then_some([part(0)?, part(2)?, part(4)?])
}

/// What stands between the commas that are in no brackets.
fn arguments(inside: &str) -> Vec<&str> {
    let (mut open, mut begin, mut all) = (0, 0, Vec::new());
    for (at, letter) in inside.char_indices() {
        match letter {
            '(' => open += 1,
            ')' => open -= 1,
            ',' if open == 0 => {
                all.push(inside[begin..at].trim());
                begin = at + 1;
            }
            _ => {}
        }
    }
    all.push(inside[begin..].trim());
    all
}

/// Red, green and blue of a colour by the light that they give, from 0 to 1.
pub fn linear(colour: Colour) -> Colour {
    colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119.0; 3], [255.0; 3]) - 4.48).abs() < 0.005);
    assert!((contrast([11.0, 79.0, 138.0], [11.0, 79.0, 138.0]) - 1.0).abs() < 1e-9);
}

#[test]
fn a_token_is_what_the_theme_sets_or_what_is_made_of_it() {
    let theme = "supra-network { --supra-text: #000000; --supra-background: light-dark(#ffffff, #646464); }";
    let seen = |scheme| Seen::new(declarations(theme), scheme);
    assert_eq!(seen(Scheme::Light).colour("text"), Some([0.0; 3]));
    assert_eq!(seen(Scheme::Dark).colour("page"), Some([100.0; 3]));
    assert_eq!(seen(Scheme::Dark).colour("muted"), Some([25.0; 3]));
    assert_eq!(seen(Scheme::Dark).colour("card"), Some([100.0; 3]));
    assert_eq!(seen(Scheme::Dark).colour("filters"), Some([100.0; 3]));
    assert_eq!(seen(Scheme::Light).colour("radius"), None);
}
