//! Each module looks only up: the table of DESIGN.md, section 2, last column.
//! Knows nothing of cargo's dependencies.

use anyhow::Result;

use super::source::{Source, assert_none, line_of, sources};

/// Some files, and what they never name.
struct Layer {
    /// Paths begin with one of these.
    within: &'static [&'static str],
    /// … and with none of these.
    but: &'static [&'static str],
    /// Crates, types and macros: as a word, anywhere in the code.
    words: &'static [&'static str],
    /// Modules of ours: in a path or in a `use`.
    modules: &'static [&'static str],
}

const CORE: &str = "crates/supranet-core/src/";
const BROWSER: [&str; 3] = ["web_sys", "js_sys", "wasm_bindgen"];
const GLUE: [&str; 8] =
    ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo_events", "gloo_timers", "gloo_utils", "serde_wasm_bindgen"];

const LAYERS: [Layer; 14] = [
    Layer { within: &[CORE], but: &[], words: &GLUE, modules: &[] },
    Layer {
        within: &[CORE],
        but: &["crates/supranet-core/src/raw"],
        words: &["serde", "serde_json", "hifijson", "Deserialize"],
        modules: &[],
    },
    Layer {
        within: &["crates/supranet-core/src/error", "crates/supranet-core/src/raw"],
        but: &[],
        words: &[],
        modules: &["model", "validate", "merge", "locale", "facet", "index", "filter", "query", "layout"],
    },
    Layer {
        within: &["crates/supranet-core/src/model"],
        but: &[],
        words: &[],
        modules: &["raw", "validate", "merge", "locale", "facet", "index", "filter", "query", "layout"],
    },
    Layer {
        within: &["crates/supranet-core/src/order"],
        but: &[],
        words: &[],
        modules: &[
            "raw", "model", "shape", "validate", "merge", "locale", "facet", "index", "filter", "query", "layout",
        ],
    },
    Layer {
        within: &["crates/supranet-core/src/shape"],
        but: &[],
        words: &[],
        modules: &["validate", "merge", "locale", "facet", "index", "filter", "query", "layout"],
    },
    Layer {
        within: &["crates/supranet-core/src/validate", "crates/supranet-core/src/merge"],
        but: &[],
        words: &[],
        modules: &["facet", "index", "filter", "query", "layout"],
    },
    Layer {
        within: &["crates/supranet-core/src/locale", "crates/supranet-core/src/facet"],
        but: &[],
        words: &[],
        modules: &["raw", "validate", "merge", "index", "filter", "query", "layout"],
    },
    Layer {
        within: &["crates/supranet-core/src/index"],
        but: &[],
        words: &[],
        modules: &["raw", "validate", "merge", "filter", "query", "layout"],
    },
    Layer {
        within: &[
            "crates/supranet-core/src/filter",
            "crates/supranet-core/src/query",
            "crates/supranet-core/src/layout",
        ],
        but: &[],
        words: &[],
        modules: &["raw", "validate", "merge"],
    },
    Layer { within: &["src/i18n", "src/style"], but: &[], words: &["leptos", "web_sys"], modules: &[] },
    // Full paths and re-exports, such as `leptos::web_sys`, are the same word.
    Layer { within: &["src/"], but: &["src/browser", "src/element"], words: &BROWSER, modules: &[] },
    Layer { within: &["src/browser", "src/element", "src/store"], but: &[], words: &[], modules: &["view"] },
    Layer { within: &["src/view"], but: &[], words: &[], modules: &["raw", "validate"] },
];

/// File, name, and why it may stand there all the same.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    ("src/element.rs", "view", "the element mounts the root view: one call, and nothing else of it is named"),
    (
        "src/browser/dom/element.rs",
        "view",
        "Leptos keeps the traits that a view of ours implements in a module of that name",
    ),
];

fn offences(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| source.path.ends_with(".rs") && !source.is_test()) {
        for layer in LAYERS.iter().filter(|layer| layer.holds(&source.path)) {
            let words = layer.words.iter().map(|word| (*word, names_word(&source.code, word)));
            let modules = layer.modules.iter().map(|module| (*module, names_module(&source.code, module)));
            for (name, at) in words.chain(modules) {
                let excepted = EXCEPTIONS.iter().any(|(path, excepted, _)| *path == source.path && *excepted == name);
                if let Some(at) = at.filter(|_| !excepted) {
                    offences.push(format!("{}:{} names {name}", source.path, line_of(&source.code, at)));
                }
            }
        }
    }
    offences
}

impl Layer {
    fn holds(&self, path: &str) -> bool {
        let begins = |all: &[&str]| all.iter().any(|prefix| path.starts_with(prefix));
        begins(self.within) && !begins(self.but)
    }
}

/// Where `word` stands as a whole word.
fn names_word(code: &str, word: &str) -> Option<usize> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .find(|at| !code[..*at].ends_with(is_name) && !code[at + word.len()..].starts_with(is_name))
}

/// Where `module` stands in a path (`module::`), or in a `use` of ours: a variable or a method may have the same name.
fn names_module(code: &str, module: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = names_word(&code[from..], module).map(|at| at + from) {
        if code[at + module.len()..].starts_with("::") || in_use_of_ours(&code[..at]) {
            return Some(at);
        }
        from = at + module.len();
    }
    None
}

fn in_use_of_ours(before: &str) -> bool {
    let statement = before.rsplit(';').next().unwrap_or_default();
    let Some(at) = statement.rfind("use ") else { return false };
    let path = &statement[at + "use ".len()..];
    let ours = ["crate::", "super::", "self::", "supranet_core::"].iter().any(|prefix| path.starts_with(prefix));
    // A name after a module's own path, as in `use crate::model::{Filter as filter}`, is no module of ours.
    ours && path.matches("::").count() == 1
}

#[test]
fn each_module_looks_only_up() -> Result<()> {
    assert_none("DESIGN.md, section 2", &offences(&sources()?));
    Ok(())
}

#[test]
fn a_look_down_is_found() {
    for (path, code) in [
        ("crates/supranet-core/src/model.rs", "use serde::Serialize;"),
        ("crates/supranet-core/src/query.rs", "#[derive(Deserialize)] struct A;"),
        ("crates/supranet-core/src/index/text.rs", "fn a() { crate::filter::run() }"),
        ("crates/supranet-core/src/validate.rs", "use crate::{model, facet};"),
        ("crates/supranet-core/src/locale.rs", "use js_sys::Intl;"),
        ("src/i18n.rs", "use leptos::prelude::*;"),
        ("src/lib.rs", "use leptos::web_sys;"),
        ("src/store/card.rs", "use crate::view::card;"),
        ("src/browser/dom.rs", "use crate::view;"),
        ("src/view/card.rs", "fn a() { supranet_core::raw::read() }"),
    ] {
        assert_eq!(offences(&[Source::new(path, code)]).len(), 1, "{path}: {code}");
    }
}

#[test]
fn the_same_word_for_something_else_is_fine() {
    for (path, code) in [
        ("crates/supranet-core/src/index.rs", "let filter = list.iter().filter(|a| a.query); // crate::query::run"),
        ("crates/supranet-core/src/validate.rs", "use crate::model::{index, Network};"),
        ("src/view/card.rs", "view! { <p>\"raw::\"</p> }"),
        ("src/store.rs", "fn a(view: View) { use_it(view) }"),
    ] {
        assert_eq!(offences(&[Source::new(path, code)]), Vec::<String>::new());
    }
}

#[test]
fn each_exception_is_needed() -> Result<()> {
    let all = sources()?;
    for (path, name, _) in EXCEPTIONS {
        let needed = all.iter().any(|source| {
            source.path == path
                && (names_word(&source.code, name).is_some() || names_module(&source.code, name).is_some())
        });
        assert!(needed, "{path} does not name {name} any more: take the exception out");
    }
    Ok(())
}
