//! Contrast of the colours of the sheet and of each theme, by the formula of WCAG 2, for each pair that the sheet makes.
//!
//! Knows nothing of pages: colours that a host sets are the host's.

mod colour;
mod fragment;
mod themes;
mod vision;

use self::colour::{Declarations, Scheme, Seen, contrast};
use super::SHEET;

/// What it can stand on or beside, and where that is so.
type Grounds = &'static [(&'static str, &'static str)];

/// A text, and what it can stand on.
const TEXTS: [(&str, Grounds); 7] = [
    (
        "text",
        &[
            ("page", "names of filters and of their choices"),
            ("filters", "the same, on a ground of their own"),
            ("card", "what a card says"),
            ("surface", "fields"),
            ("soft", "choices under the pointer"),
            ("badge", "disease areas"),
            ("notice", "offers, the empty list"),
            ("mark", "words searched"),
        ],
    ),
    (
        "muted",
        &[
            ("page", "the count, hints, the footer"),
            ("filters", "hints, numbers of choices"),
            ("card", "places, facts, terms"),
            ("surface", "the hint in a field"),
            ("soft", "numbers of choices under the pointer"),
            ("mark", "words searched in a place or an abbreviation"),
        ],
    ),
    (
        "link",
        &[
            ("page", "the button for all choices"),
            ("filters", "the same, on a ground of its own"),
            ("card", "links, what opens"),
            ("mark", "words searched in a link"),
        ],
    ),
    (
        "selected",
        &[
            ("card", "what an agreement fits, a place that is chosen"),
            ("badge", "a disease area that is chosen"),
            ("mark", "words searched in it"),
        ],
    ),
    ("heading-text", &[("page", "the widget's heading"), ("card", "titles"), ("mark", "words searched in a title")]),
    ("button-text", &[("button", "buttons")]),
    ("chip-text", &[("chip", "chosen filters")]),
];

/// A line or a shape that says something, and what it can stand beside.
const SHAPES: [(&str, Grounds); 3] = [
    ("control", &[("page", "around fields"), ("filters", "around fields"), ("surface", "inside of them")]),
    (
        "selected",
        &[
            ("page", "a check box that is ticked"),
            ("filters", "a check box that is ticked"),
            ("card", "around a disease area that is chosen"),
            ("badge", "inside of it"),
            ("soft", "a check box under the pointer"),
        ],
    ),
    (
        "focus",
        &[
            ("page", "the ring around the count"),
            ("filters", "the ring around a filter"),
            ("card", "the ring inside a card"),
            ("soft", "the ring around a choice under the pointer"),
            ("notice", "the ring around the button of an offer"),
        ],
    ),
];

/// What is seen by its line or by its ground: one of the two is enough.
const BOXES: [(&str, &str, Grounds); 2] = [
    (
        "button-border",
        "button",
        &[
            ("page", "buttons"),
            ("filters", "the button past the filters"),
            ("card", "the button to copy a citation"),
            ("notice", "the button of an offer"),
        ],
    ),
    ("chip-border", "chip", &[("page", "chosen filters")]),
];

/// Lines that say nothing: they part what distance and headings part as well.
const ORNAMENTS: [&str; 4] = ["line", "card-border", "card-edge", "accent"];

const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// The pairs below the least contrast.
fn faint(theme: &Declarations, pairs: &[(&str, &[(&str, &str)])], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for scheme in Scheme::BOTH {
        let seen = Seen::new(theme.clone(), scheme);
        for (name, grounds) in pairs {
            for (ground, place) in *grounds {
                match (seen.colour(name), seen.colour(ground)) {
                    (Some(one), Some(other)) if contrast(one, other) >= least => {}
                    (Some(one), Some(other)) => faint.push(format!(
                        "{scheme:?}: {name} on {ground} is {:.2}, not {least} ({place})",
                        contrast(one, other)
                    )),
                    _ => faint.push(format!("{scheme:?}: {name} or {ground} is no colour")),
                }
            }
        }
    }
    faint
}

/// The boxes of which neither line nor ground is seen.
fn unseen(theme: &Declarations) -> Vec<String> {
    let mut unseen = Vec::new();
    for (line, inside, grounds) in BOXES {
        for pair in grounds {
            let of = |name| faint(theme, &[(name, &[*pair])], SHAPE);
            if !of(line).is_empty() && !of(inside).is_empty() {
                unseen.extend(of(line));
            }
        }
    }
    unseen
}

/// All that is too faint in a theme, where texts need so much contrast.
fn too_faint(theme: &Declarations, text: f64) -> Vec<String> {
    [faint(theme, &TEXTS, text), faint(theme, &SHAPES, SHAPE), unseen(theme)].concat()
}

#[test]
fn all_can_be_read_and_seen() {
    assert_eq!(too_faint(&Declarations::new(), TEXT), Vec::<String>::new());
}

#[test]
fn what_is_faint_is_found() {
    let set = |name: &str, value: &str| Declarations::from([(format!("--supra-{name}"), value.to_owned())]);
    for (name, value) in [
        ("text-muted", "#aaaaaa"),
        ("link", "light-dark(#0b4f8a, #333333)"),
        ("control", "#c0c0c0"),
        ("focus", "#ffffff"),
        ("button-text", "#808080"),
        ("chip-text", "pink"),
    ] {
        assert!(!too_faint(&set(name, value), TEXT).is_empty(), "{name}: {value}");
    }
    let mut pale = set("button-border", "#fdfdfd");
    pale.insert("--supra-button-background".into(), "#fafafa".into());
    assert!(!unseen(&pale).is_empty());
    // A dark button needs no line.
    pale.insert("--supra-button-background".into(), "#777777".into());
    assert_eq!(unseen(&pale), Vec::<String>::new());
}

/// The tokens that a property takes, as in `color:var(--_muted)`.
fn used(property: &str) -> Vec<&'static str> {
    let declarations = SHEET.split(['{', ';', '}']).filter(|one| !one.starts_with("--"));
    let values = declarations.filter_map(|one| one.split_once(':')).filter(|(name, _)| *name == property);
    let tokens = values.flat_map(|(_, value)| value.split("var(--_").skip(1));
    let mut used: Vec<&str> = tokens.filter_map(|rest| rest.split(')').next()).collect();
    used.retain(|token| !["focus-width"].contains(token));
    used.sort_unstable();
    used.dedup();
    used
}

#[test]
fn the_tables_name_every_colour_that_the_sheet_uses() {
    let texts: Vec<&str> = TEXTS.iter().map(|(name, _)| *name).collect();
    let boxes = BOXES.iter().map(|(_, inside, _)| *inside);
    let grounds = TEXTS.iter().flat_map(|(_, grounds)| grounds.iter().map(|(ground, _)| *ground)).chain(boxes);
    let lines = BOXES.iter().map(|(line, ..)| *line);
    let shapes = SHAPES.iter().map(|(name, _)| *name).chain(ORNAMENTS).chain(lines);
    for (properties, known) in [
        (&["color"][..], texts.clone()),
        (&["background", "background-color"], grounds.collect()),
        (
            &["border", "border-color", "border-block-start", "border-inline-start", "outline", "accent-color"],
            shapes.collect(),
        ),
    ] {
        for property in properties {
            for name in used(property) {
                assert!(known.contains(&name), "{property}: var(--_{name}) stands in no table");
            }
        }
    }
    let mut texts = texts;
    texts.sort_unstable();
    assert_eq!(used("color"), texts);
}
