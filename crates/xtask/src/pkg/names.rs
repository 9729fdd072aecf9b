//! Gives the functions between module and glue one- and two-letter names.
//! Knows nothing of what they do.
//!
//! wasm-bindgen names them `__wbg_createElement_de4a31ed2fb252be`, once in the module and once in the glue, and a hash
//! does not compress. What the glue never calls is no export any more, and wasm-opt can then drop its code.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use walrus::Module;

/// Renames on both sides, and returns the glue to go with the module.
///
/// # Errors
/// The glue does not define exactly the functions that the module imports, each once.
pub fn shorten(module: &mut Module, glue: &str) -> Result<String> {
    let imports = shorten_imports(module);
    let exports = shorten_exports(module, glue);
    let mut edited = String::with_capacity(glue.len());
    let mut defined = 0;
    for word in words(glue) {
        let definition = imports.get(word.text).filter(|_| word.after.starts_with(": function("));
        let call = exports.get(word.text).filter(|_| word.before.ends_with("wasm."));
        defined += usize::from(definition.is_some());
        edited += definition.or(call).map_or(word.text, String::as_str);
    }
    ensure!(
        defined == imports.len(),
        "the module imports {} functions and the glue defines {defined}: wasm-bindgen writes them otherwise now, see pkg/names.rs",
        imports.len()
    );
    Ok(edited)
}

fn shorten_imports(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = Names::default();
    let mut renamed = BTreeMap::new();
    for import in module.imports.iter_mut() {
        let short = names.next();
        renamed.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    renamed
}

fn shorten_exports(module: &mut Module, glue: &str) -> BTreeMap<String, String> {
    let called: Vec<_> = words(glue).filter(|word| word.before.ends_with("wasm.")).map(|word| word.text).collect();
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !called.contains(&export.name.as_str()))
        .map(walrus::Export::id)
        .collect();
    for id in unused {
        module.exports.delete(id);
    }
    let mut names = Names::default();
    let mut renamed = BTreeMap::new();
    for export in module.exports.iter_mut() {
        let short = names.next();
        renamed.insert(std::mem::replace(&mut export.name, short.clone()), short);
    }
    renamed
}

/// `a` … `z`, `aa` … `zz`, `aaa` …
#[derive(Default)]
struct Names(usize);

impl Names {
    fn next(&mut self) -> String {
        const LETTERS: [char; 26] = [
            'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
            'v', 'w', 'x', 'y', 'z',
        ];
        self.0 += 1;
        let (mut rest, mut name) = (self.0, String::new());
        while rest > 0 {
            name.insert(0, LETTERS[(rest - 1) % LETTERS.len()]);
            rest = (rest - 1) / LETTERS.len();
        }
        name
    }
}

/// A stretch of the text, either one identifier or what lies between two, with its surroundings.
struct Word<'a> {
    before: &'a str,
    text: &'a str,
    after: &'a str,
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let named = rest.starts_with(is_name);
        let length = rest.find(|letter| is_name(letter) != named).unwrap_or(rest.len());
        let (before, word) = (&text[..at], &rest[..length]);
        at += length;
        Some(Word { before, text: word, after: &rest[length..] })
    })
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    const GLUE: &str =
        "const import0 = {\n__wbg_log_1f: function(a) { log(a); },\n};\nfunction run(run_it) { wasm.run_it(run_it); }";

    fn module() -> Module {
        let mut module = Module::default();
        let log = module.types.add(&[ValType::I32], &[]);
        module.add_import_func("./bg.js", "__wbg_log_1f", log);
        for name in ["run_it", "unused"] {
            let function = FunctionBuilder::new(&mut module.types, &[], &[]).finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        module
    }

    #[test]
    fn both_sides_get_the_same_short_name() -> Result<()> {
        let mut module = module();
        let glue = shorten(&mut module, GLUE)?;
        assert_eq!(
            glue,
            "const import0 = {\na: function(a) { log(a); },\n};\nfunction run(run_it) { wasm.a(run_it); }"
        );
        assert!(module.imports.iter().all(|import| import.name == "a"));
        Ok(())
    }

    #[test]
    fn what_the_glue_never_calls_is_no_export() -> Result<()> {
        let mut module = module();
        shorten(&mut module, GLUE)?;
        assert_eq!(module.exports.iter().map(|export| export.name.as_str()).collect::<Vec<_>>(), ["a"]);
        Ok(())
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        let arrow = GLUE.replace(": function(a)", ": (a) =>");
        assert!(shorten(&mut module(), &arrow).is_err());
    }

    #[test]
    fn names_go_on_after_z() {
        let mut names = Names(25);
        assert_eq!([names.next(), names.next(), names.next()], ["z", "aa", "ab"]);
    }
}
