//! The stylesheet of the plain HTML: it looks as the widget does, with the same variables, and reaches nothing else.
//!
//! Knows nothing of what the fragment is made of.

use super::colour::{declarations, without_comments};
use std::collections::BTreeSet;

const FRAGMENT: &str = include_str!("../../../pkg/fragment.css");
const TOKENS: &str = include_str!("../tokens.css");
/// The fragment has its page's font, and its size, where the widget has its own.
const OF_PAGE: [&str; 2] = ["var(--supra-font, inherit)", "var(--supra-font-size, inherit)"];
/// What the widget has and the fragment has not: chips, marks, what is chosen, notices, and room to keep.
const WITHOUT: [&str; 7] =
    ["chip-background", "chip-border", "chip-text", "mark", "notice-background", "selected", "reserve"];

/// Each use of a variable that hosts set, with what it falls back on, in one way of writing.
fn uses(css: &str) -> BTreeSet<String> {
    let css = without_comments(css).split_whitespace().collect::<Vec<_>>().join(" ");
    let begins = css.match_indices("var(--supra-").map(|(at, _)| at);
    begins.filter_map(|at| whole(&css[at..])).map(str::to_owned).collect()
}

/// A text up to the bracket that closes its first.
fn whole(text: &str) -> Option<&str> {
    let mut open = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open += 1,
            ')' if open == 1 => return text.get(..=at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The widget's, with the colours themselves where they have names there.
fn of_widget() -> BTreeSet<String> {
    let plain = without_comments(TOKENS);
    let first = plain.split("@supports").next().unwrap_or_default();
    let named = declarations(first);
    let mut css = plain.clone();
    for (name, value) in named.iter().filter(|(name, _)| name.starts_with("--_l-") || name.starts_with("--_d-")) {
        css = css.replace(&format!("var({name})"), value);
    }
    uses(&css)
}

#[test]
fn the_fragment_looks_as_the_widget_does() {
    let widget = of_widget();
    let other: Vec<String> =
        uses(FRAGMENT).into_iter().filter(|one| !widget.contains(one) && !OF_PAGE.contains(&one.as_str())).collect();
    assert_eq!(other, Vec::<String>::new(), "the widget has none that falls back so");
}

#[test]
fn the_fragment_takes_each_variable_that_means_something_to_it() {
    let name =
        |one: &str| one.trim_start_matches("var(--supra-").split([',', ')']).next().unwrap_or_default().to_owned();
    let taken: BTreeSet<String> = uses(FRAGMENT).iter().map(|one| name(one)).collect();
    let widget: BTreeSet<String> = of_widget().iter().map(|one| name(one)).collect();
    let left: Vec<&String> = widget.difference(&taken).filter(|one| !WITHOUT.contains(&one.as_str())).collect();
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn the_sheets_on_the_page_reach_nothing_of_it() {
    let selectors = |css: &str| {
        let css = without_comments(css);
        let all = css.split('{').filter_map(|one| one.rsplit(['}', ';']).next().map(|one| one.trim().to_owned()));
        all.filter(|one| !one.is_empty() && !one.starts_with('@')).collect::<Vec<_>>()
    };
    let of_fragment = selectors(FRAGMENT);
    let far: Vec<&String> =
        of_fragment.iter().filter(|all| !all.split(",\n").all(|one| one.starts_with(".supra-"))).collect();
    assert!(of_fragment.len() > 20 && far.is_empty(), "{far:?}");
    let of_element = selectors(include_str!("../../../pkg/supra-network.css"));
    assert!(of_element.iter().all(|one| one.starts_with("supra-network")) && !of_element.is_empty(), "{of_element:?}");
}
