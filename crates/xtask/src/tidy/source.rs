//! The tree as the rules see it: files with their comments, strings and tests told apart.
//! Knows nothing of the rules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// Where sources are, below the root.
const FOLDERS: [&str; 4] = ["src", "crates", "tests", "pkg"];
/// Folders that hold what was built or fetched.
const NOT_OURS: [&str; 4] = ["dist", "target", "node_modules", "data"];
const KINDS: [&str; 4] = ["rs", "js", "css", "ts"];

/// A file of the tree.
#[derive(Debug)]
pub struct Source {
    /// From the root, with `/`.
    pub path: String,
    /// As it is.
    pub text: String,
    /// With comments blanked out; lines stay where they are.
    pub uncommented: String,
    /// With comments, strings and, in Rust, the tests at the end blanked out.
    pub code: String,
}

impl Source {
    /// Reads a text as the file `path`.
    pub fn new(path: &str, text: &str) -> Self {
        let rust = path.ends_with(".rs");
        let uncommented = blank(text, rust, false);
        let mut code = blank(text, rust, true);
        if rust && let Some(at) = code.find("#[cfg(test)]\nmod ") {
            code.truncate(at);
        }
        Self { path: path.to_owned(), text: text.to_owned(), uncommented, code }
    }

    /// Does it hold nothing but tests?
    pub fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part.trim_end_matches(".rs") == "tests")
    }
}

/// All sources, sorted by path.
pub fn sources() -> Result<Vec<Source>> {
    let workspace = Workspace::find()?;
    let mut all = Vec::new();
    for folder in FOLDERS {
        collect(&workspace.root, &workspace.path(folder), &mut all)?;
    }
    if workspace.path("build.rs").is_file() {
        all.push(Source::new("build.rs", &workspace.read("build.rs")?));
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(all)
}

fn collect(root: &Path, folder: &Path, all: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(root, &path, all)?;
            }
        } else if KINDS.iter().any(|kind| name.ends_with(&format!(".{kind}"))) {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let relative = path.strip_prefix(root)?.components().map(|part| part.as_os_str().to_string_lossy());
            all.push(Source::new(&relative.collect::<Vec<_>>().join("/"), &text));
        }
    }
    Ok(())
}

/// The line of a place in a text, counted from one.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Fails with a list, one offence a line, unless there is none.
pub fn assert_none(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}:\n  {}\n", offences.join("\n  "));
}

/// Blanks comments and, on demand, what stands between quotes. Good enough for formatted sources: it knows escapes,
/// raw strings and that `'a` may be a lifetime, and nothing of JavaScript's regular expressions.
fn blank(text: &str, rust: bool, strings: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (length, hide) = match letter {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), true),
            '/' if rest.starts_with("/*") => (rest.find("*/").map_or(rest.len(), |at| at + 2), true),
            'r' if rust && !ends_with_name(&out) && raw_string(rest).is_some() => {
                (raw_string(rest).unwrap_or(1), strings)
            }
            '"' | '`' => (quoted(rest, letter), strings),
            '\'' if !rust || is_char(rest) => (quoted(rest, letter), strings),
            _ => (letter.len_utf8(), false),
        };
        let (token, after) = rest.split_at(length);
        if hide {
            out.extend(token.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(token);
        }
        rest = after;
    }
    out
}

fn ends_with_name(text: &str) -> bool {
    text.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
}

fn raw_string(rest: &str) -> Option<usize> {
    let hashes = rest[1..].chars().take_while(|letter| *letter == '#').count();
    let inside = rest[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + inside.find(&end).map_or(inside.len(), |at| at + end.len()))
}

fn is_char(rest: &str) -> bool {
    let mut letters = rest.chars().skip(1);
    match letters.next() {
        Some('\\') => true,
        Some(_) => letters.next() == Some('\''),
        None => false,
    }
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        if letter == quote && !escaped {
            return at + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_strings_and_tests_are_told_apart() {
        let source = Source::new(
            "src/a.rs",
            "//! web_sys\nfn a<'a>(q: char) -> &'a str { /* js_sys */ if q == '\"' { \"leptos\" } else { r#\"se\"rde\"# } }\n\
             #[cfg(test)]\nmod tests { use raw; }\n",
        );
        assert!(source.uncommented.contains("leptos") && !source.uncommented.contains("_sys"));
        for word in ["leptos", "serde", "js_sys", "raw;"] {
            assert!(!source.code.contains(word), "{word}");
        }
        assert!(source.code.contains("fn a<'a>") && source.code.contains("else {"));
    }

    #[test]
    fn lines_stay_where_they_are() {
        let source = Source::new("pkg/a.js", "/* one\n two */\nlet a = `x\ny`; // z\nlet b;");
        assert_eq!(source.code.find("let b").map(|at| line_of(&source.code, at)), Some(5));
        assert_eq!(source.text.len(), source.code.len());
    }

    #[test]
    fn the_tree_is_found() -> Result<()> {
        let all = sources()?;
        for path in ["crates/xtask/src/tidy/source.rs", "src/lib.rs", "pkg/guard.js"] {
            assert!(all.iter().any(|source| source.path == path), "{path}");
        }
        assert!(!all.iter().any(|source| source.path.contains("/dist/")));
        Ok(())
    }
}
