//! Takes the bodies out of functions that are linked and can never run, and the second of two allocators.
//! Knows nothing of the widget; what goes is a table, with the reason beside each name.
//!
//! The linker keeps them because a call stands in the code, behind a condition that only the author of a dependency
//! knows to be false. What is left of each is a trap, so that a wrong row is seen in the first test.

use anyhow::{Context, Result, ensure};
use walrus::{FunctionId, InstrSeqBuilder, Module, ValType};

/// Parts of mangled names, and why such a function never runs.
const NEVER_RUN: [(&str, &str); 2] = [
    ("8buildersNtB5_10PadAdapter", "for `{:#?}`, which nobody writes"),
    ("4core3str5count14do_count_chars", "for text padded to a width, which nobody writes"),
];

/// The standard library's own allocator. Beside the one that the widget declares, std still asks it for one thing, the
/// handle of the only thread, and all of it would be downloaded for that.
const STD_ALLOC: &str = "8dlmalloc8dlmallocINtB5_8DlmallocNtNtB7_3sys6SystemE6malloc";
const STD_FREE: &str = "8dlmalloc8dlmallocINtB5_8DlmallocNtNtB7_3sys6SystemE4free";
/// For alignments that the handle has not.
const STD_ALIGNED: &str = "8dlmalloc8dlmallocINtB5_8DlmallocNtNtB7_3sys6SystemE8memalign";
/// What Rust code calls for memory: size and alignment in, address out.
const ALLOC: &str = "7___rustc12___rust_alloc";
/// The alignment that std's allocator promises.
const ALIGN: i32 = 8;

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

/// Lets the widget's allocator serve what std asks of its own. The one handle is never given back.
///
/// # Errors
/// std's allocator has other names or parameters now.
pub fn one_allocator(module: &mut Module) -> Result<()> {
    let ours = only(module, ALLOC)?;
    let (alloc, free) = (only(module, STD_ALLOC)?, only(module, STD_FREE)?);
    let kind = module.types.get(module.funcs.get(alloc).ty());
    ensure!(
        // The compiler leaves out the allocator itself, as there is only one.
        kind.params() == [ValType::I32] && kind.results() == [ValType::I32],
        "`{STD_ALLOC}` does not take a size alone: mend pkg/snip.rs"
    );
    let size = module.funcs.get(alloc).kind.unwrap_local().args[0];
    emptied(module, alloc).local_get(size).i32_const(ALIGN).call(ours);
    emptied(module, free);
    emptied(module, only(module, STD_ALIGNED)?).unreachable();
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

fn only(module: &Module, name: &str) -> Result<FunctionId> {
    let mut ids = named(module, name).filter(|id| {
        // `___rust_alloc_zeroed` begins alike.
        !module.funcs.get(*id).name.as_ref().is_some_and(|own| own.contains("___rust_alloc_"))
    });
    let first = ids.next().with_context(|| format!("no function is called `{name}` any more: mend pkg/snip.rs"))?;
    ensure!(ids.next().is_none(), "two functions are called `{name}`: mend pkg/snip.rs");
    Ok(first)
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
    fn the_second_allocator_is_served_by_the_first() -> Result<()> {
        let mut module = Module::default();
        for (name, params) in [(ALLOC, 2), ("_R7___rustc19___rust_alloc_zeroed", 2), (STD_ALLOC, 1), (STD_ALIGNED, 2)] {
            let params = vec![ValType::I32; params];
            let args: Vec<_> = params.iter().map(|kind| module.locals.add(*kind)).collect();
            let mut function = FunctionBuilder::new(&mut module.types, &params, &[ValType::I32]);
            function.name(name.into()).func_body().i32_const(7);
            function.finish(args, &mut module.funcs);
        }
        let mut free = FunctionBuilder::new(&mut module.types, &[], &[]);
        free.name(STD_FREE.into());
        free.finish(vec![], &mut module.funcs);
        one_allocator(&mut module)?;
        let ours = only(&module, ALLOC)?;
        let alloc = module.funcs.get(only(&module, STD_ALLOC)?).kind.unwrap_local();
        let calls = |(instruction, _): &(Instr, _)| matches!(instruction, Instr::Call(call) if call.func == ours);
        assert!(alloc.block(alloc.entry_block()).instrs.iter().any(calls));
        Ok(())
    }

    #[test]
    fn a_row_that_matches_nothing_is_an_error() {
        let mut module = Module::default();
        add_function(&mut module, "something_else");
        assert!(snip(&mut module).is_err());
    }
}
