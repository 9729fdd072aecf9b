//! Edits of the glue that wasm-bindgen wrote. Each names the one line it expects and refuses any other shape.
//! Knows nothing of the module.

use anyhow::{Result, ensure};

/// Puts the guard before the glue and lets every export of the instance go through it.
///
/// # Errors
/// The line that assigns the exports is not there exactly once.
pub fn with_guard(glue: &str, guard: &str) -> Result<String> {
    let guarded = replace_line(glue, "wasm = instance.exports;", "wasm = guard(instance.exports);")?;
    Ok(format!("{guard}\n{guarded}"))
}

/// Takes away the synchronous start, which would block the page, so that a bundler drops its code.
///
/// # Errors
/// The line that exports it is not there exactly once.
pub fn without_sync_start(glue: &str) -> Result<String> {
    replace_line(glue, "export { initSync, __wbg_init as default };", "export { __wbg_init as default };")
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
    fn no_such_line_is_refused() {
        assert!(with_guard("a\nb", "").is_err());
        assert!(with_guard("// not wasm = instance.exports; here", "").is_err());
    }

    #[test]
    fn two_such_lines_are_refused() {
        assert!(with_guard(&LINE.repeat(2), "").is_err());
    }

    #[test]
    fn the_synchronous_start_goes() -> Result<()> {
        let glue = without_sync_start("x\nexport { initSync, __wbg_init as default };")?;
        assert_eq!(glue, "x\nexport { __wbg_init as default };");
        assert!(without_sync_start("export { __wbg_init as default };").is_err());
        Ok(())
    }
}
