//! Edits of the glue that wasm-bindgen wrote. Each names the one line it expects and refuses any other shape.
//! Knows nothing of the module.

use anyhow::{Result, bail, ensure};

/// Puts the guard before the glue and lets every export of the instance go through it.
///
/// # Errors
/// The line that assigns the exports is not there exactly once.
pub fn with_guard(glue: &str, guard: &str) -> Result<String> {
    let guarded = replace_line(glue, "wasm = instance.exports;", "wasm = guard(instance.exports);")?;
    Ok(format!("{guard}\n{guarded}"))
}

/// What wasm-bindgen writes to start a module begins with the one line and ends with the other.
const START: [&str; 2] =
    ["async function __wbg_load(module, imports) {", "export { initSync, __wbg_init as default };"];
/// A module is started when it is compiled, and in no other way.
const OWN_START: &str = "async function __wbg_init(module) {
    return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
export { __wbg_init as default };";

/// Takes away what fetches a module, which the entry does with a pin, and what starts one while the page waits.
///
/// # Errors
/// The lines that begin and end it are not there exactly once.
pub fn with_own_start(glue: &str) -> Result<String> {
    let [begin, end] = START;
    let is_one = |line| glue.lines().filter(|own| own.trim() == line).count() == 1 && glue.matches(line).count() == 1;
    let parts = glue.split_once(begin).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (true, true, Some((before, after))) = (is_one(begin), is_one(end), parts) else {
        bail!("the glue does not start its module as it did: wasm-bindgen writes it otherwise now, see pkg/glue.rs");
    };
    Ok(format!("{before}{OWN_START}{after}"))
}

/// Knows the page's window by itself: MooTools puts another `Window` in the place of the browser's, of which none is one.
///
/// # Errors
/// The line that asks is not there exactly once.
pub fn with_any_window(glue: &str) -> Result<String> {
    replace_line(glue, "result = arg0 instanceof Window;", "result = arg0 === self;")
}

fn replace_line(text: &str, line: &str, by: &str) -> Result<String> {
    let count = text.lines().filter(|candidate| candidate.trim() == line).count();
    ensure!(
        count == 1 && text.matches(line).count() == 1,
        "the glue has the line `{line}` {count} times, not once: wasm-bindgen writes it otherwise now, see pkg/glue.rs"
    );
    Ok(text.replacen(line, by, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "    wasm = instance.exports;\n";

    #[test]
    fn the_one_line_is_guarded() -> Result<()> {
        let glue = with_guard(&format!("a\n{LINE}b"), "function guard() {}")?;
        assert_eq!(glue, "function guard() {}\na\n    wasm = guard(instance.exports);\nb");
        Ok(())
    }

    #[test]
    fn a_window_is_known_whatever_the_page_calls_so() -> Result<()> {
        assert_eq!(with_any_window("a\n  result = arg0 instanceof Window;\nb")?, "a\n  result = arg0 === self;\nb");
        assert!(with_any_window("result = arg0 instanceof Element;").is_err());
        Ok(())
    }

    #[test]
    fn no_such_line_is_refused() {
        assert!(with_guard("a\nb", "").is_err());
        assert!(with_guard("// not wasm = instance.exports; here", "").is_err());
    }

    #[test]
    fn two_such_lines_are_refused() {
        assert!(with_guard(&LINE.repeat(2), "").is_err());
    }

    #[test]
    fn what_fetches_a_module_goes() -> Result<()> {
        let glue = format!("x\n{}\n}}\nfunction initSync() {{}}\n{}\ny", START[0], START[1]);
        assert_eq!(with_own_start(&glue)?, format!("x\n{OWN_START}\ny"));
        for missing in START {
            assert!(with_own_start(&glue.replace(missing, "")).is_err(), "{missing}");
        }
        assert!(with_own_start(&format!("{glue}\n{}", START[1])).is_err());
        Ok(())
    }
}
