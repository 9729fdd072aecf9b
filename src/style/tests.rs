//! Contrast of the default colours, by the formula of WCAG 2, for each pair that the sheet makes.
//!
//! Knows nothing of pages: colours that a host sets are the host's.

use super::SHEET;

const TOKENS: &str = include_str!("tokens.css");
/// Light and dark, as the tokens begin.
const SCHEMES: [&str; 2] = ["--_l-", "--_d-"];

/// A text, what it can stand on, and where that is so.
const TEXTS: [(&str, &[(&str, &str)]); 3] = [
    (
        "text",
        &[
            ("page", "headings, names of filters and of their choices"),
            ("surface", "cards, buttons, fields, chosen filters"),
            ("soft", "disease areas, offers, the empty list, what is under the pointer"),
            ("mark", "words searched"),
        ],
    ),
    (
        "muted",
        &[
            ("page", "the count, hints, numbers of choices, the footer"),
            ("surface", "places, facts, terms, the hint in a field"),
            ("soft", "numbers of choices under the pointer"),
            ("mark", "words searched in a place or an abbreviation"),
        ],
    ),
    (
        "accent",
        &[
            ("page", "the button for all choices"),
            ("surface", "links, what opens, what matches"),
            ("soft", "a disease area that is chosen"),
            ("mark", "words searched in a link"),
        ],
    ),
];

/// A line or a shape that says something, what it can stand beside, and where that is so.
const SHAPES: [(&str, &[(&str, &str)]); 3] = [
    (
        "control",
        &[
            ("page", "around fields, buttons and chosen filters"),
            ("surface", "inside of them"),
            ("soft", "buttons under the pointer"),
        ],
    ),
    (
        "accent",
        &[
            ("page", "a check box that is ticked"),
            ("surface", "around a disease area that is chosen"),
            ("soft", "inside of it; a check box under the pointer"),
        ],
    ),
    (
        "focus",
        &[
            ("page", "the ring around a filter or the count"),
            ("surface", "the ring inside a card"),
            ("soft", "the ring around the button of an offer"),
        ],
    ),
];

/// Lines that say nothing: they part what distance and headings part as well.
const ORNAMENTS: [&str; 1] = ["line"];

const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

fn colour(scheme: &str, name: &str) -> Option<[u8; 3]> {
    let (_, after) = TOKENS.split_once(&format!("{scheme}{name}: #"))?;
    let (digits, _) = after.split_once(';')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    (digits.len() == 6).then_some([part(0)?, part(2)?, part(4)?])
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs below the least contrast.
fn faint(pairs: &[(&str, &[(&str, &str)])], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for scheme in SCHEMES {
        for (name, grounds) in pairs {
            for (ground, place) in *grounds {
                let (Some(one), Some(other)) = (colour(scheme, name), colour(scheme, ground)) else {
                    faint.push(format!("{scheme}{name} or {scheme}{ground} is no colour"));
                    continue;
                };
                let found = contrast(one, other);
                if found < least {
                    faint.push(format!("{scheme}{name} on {ground} is {found:.2}, not {least} ({place})"));
                }
            }
        }
    }
    faint
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.005);
    assert!((contrast([0x0b, 0x4f, 0x8a], [0x0b, 0x4f, 0x8a]) - 1.0).abs() < 1e-9);
}

#[test]
fn texts_can_be_read() {
    assert_eq!(faint(&TEXTS, TEXT), Vec::<String>::new());
}

#[test]
fn controls_and_the_focus_can_be_seen() {
    assert_eq!(faint(&SHAPES, SHAPE), Vec::<String>::new());
}

/// The tokens that a property takes, as in `color:var(--_muted)`.
fn used(property: &str) -> Vec<&'static str> {
    let declarations = SHEET.split(['{', ';', '}']).filter(|one| !one.starts_with("--"));
    let values = declarations.filter_map(|one| one.split_once(':')).filter(|(name, _)| *name == property);
    let mut used: Vec<&str> =
        values.filter_map(|(_, value)| value.split_once("var(--_")?.1.split(')').next()).collect();
    used.sort_unstable();
    used.dedup();
    used
}

#[test]
fn the_tables_name_every_colour_that_the_sheet_uses() {
    let texts: Vec<&str> = TEXTS.iter().map(|(name, _)| *name).collect();
    let grounds: Vec<&str> = TEXTS.iter().flat_map(|(_, grounds)| grounds.iter().map(|(ground, _)| *ground)).collect();
    let shapes: Vec<&str> = SHAPES.iter().map(|(name, _)| *name).chain(ORNAMENTS).collect();
    for (properties, known) in [
        (&["color"][..], texts),
        (&["background", "background-color"], grounds),
        (&["border", "border-color", "border-block-start", "border-inline-start", "outline", "accent-color"], shapes),
    ] {
        for property in properties {
            for name in used(property) {
                assert!(known.contains(&name), "{property}: var(--_{name}) stands in no table");
            }
        }
    }
    assert_eq!(used("color"), ["accent", "muted", "text"]);
}
