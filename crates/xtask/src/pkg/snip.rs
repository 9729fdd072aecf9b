//! Takes the bodies out of functions that are linked and can never run, and lets no second allocator in.
//! Knows nothing of the widget; what goes is a table, with the reason beside each name.
//!
//! The linker keeps them because a call stands in the code, behind a condition that only the author of a dependency
//! knows to be false. What is left of each is a trap, so that a wrong row is seen in the first test.

use anyhow::{Result, ensure};
use walrus::{FunctionId, InstrSeqBuilder, Module, ValType};

/// Parts of mangled names, and why such a function never runs.
const NEVER_RUN: [(&str, &str); 2] = [
    ("8buildersNtB5_10PadAdapter", "for `{:#?}`, which nobody writes"),
    ("4core3str5count14do_count_chars", "for text padded to a width, which nobody writes"),
];

/// The standard library's own allocator, which must not stand beside the one that the widget declares: std takes it for
/// the handle of a thread, so that whoever asks for the current thread brings it in.
const STD_ALLOCATOR: &str = "8dlmalloc";

/// Empties the functions of the table, and returns how many there were.
///
/// # Errors
/// A row matches nothing: the dependency has changed, and the row with it.
pub fn snip(module: &mut Module) -> Result<usize> {
    let mut snipped = 0;
    for (name, reason) in NEVER_RUN {
        let ids: Vec<_> = named(module, name).collect();
        ensure!(!ids.is_empty(), "no function is called `{name}` any more ({reason}): mend the table of pkg/snip.rs");
        for id in ids {
            emptied(module, id).unreachable();
            snipped += 1;
        }
    }
    Ok(snipped)
}

/// Makes sure that only one allocator would be downloaded.
///
/// # Errors
/// A dependency has begun to ask for the current thread.
pub fn one_allocator(module: &Module) -> Result<()> {
    ensure!(
        named(module, STD_ALLOCATOR).next().is_none(),
        "something asks for the current thread, and std's allocator is linked for it: 3 kB (docs/decisions/001-size.md)"
    );
    Ok(())
}

fn emptied(module: &mut Module, id: FunctionId) -> InstrSeqBuilder<'_> {
    let mut body = module.funcs.get_mut(id).kind.unwrap_local_mut().builder_mut().func_body();
    body.instrs_mut().clear();
    body
}

fn named(module: &Module, name: &str) -> impl Iterator<Item = FunctionId> {
    let is_named = move |own: &&walrus::Function| own.name.as_ref().is_some_and(|own| own.contains(name));
    module.funcs.iter().filter(is_named).map(walrus::Function::id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;
    use walrus::ir::Instr;

    fn add_function(module: &mut Module, name: &str) {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        function.name(name.into()).func_body().i32_const(7);
        function.finish(vec![], &mut module.funcs);
    }

    #[test]
    fn a_function_of_the_table_is_left_as_a_trap() -> Result<()> {
        let mut module = Module::default();
        for (name, _) in NEVER_RUN {
            add_function(&mut module, &format!("_ZN6prefix{name}17h0E"));
        }
        assert_eq!(snip(&mut module)?, NEVER_RUN.len());
        for (_, function) in module.funcs.iter_local() {
            let instructions = &function.block(function.entry_block()).instrs;
            assert!(matches!(instructions.as_slice(), [(Instr::Unreachable(_), _)]));
        }
        Ok(())
    }

    #[test]
    fn a_second_allocator_is_an_error() -> Result<()> {
        let mut module = Module::default();
        one_allocator(&module)?;
        add_function(&mut module, "_RNvMs0_NtCs_8dlmalloc8dlmalloc6malloc");
        assert!(one_allocator(&module).is_err());
        Ok(())
    }

    #[test]
    fn a_row_that_matches_nothing_is_an_error() {
        let mut module = Module::default();
        add_function(&mut module, "something_else");
        assert!(snip(&mut module).is_err());
    }
}
