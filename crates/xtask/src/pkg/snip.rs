//! Takes the bodies out of functions that are linked and never run, and lets nothing in that is dear and needless.
//! Knows nothing of the widget; what goes is a table, with the reason beside each name.
//!
//! The linker keeps them because a call stands in the code, behind a condition that only the author of a dependency
//! knows to be false, or because a table of functions holds them. What is left of each is a trap.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, InstrSeqBuilder, Module};

/// Parts of mangled names: with `panic=abort` a panic ends in a trap, and what it says first goes to a console that is not
/// there. Here the trap comes at once.
const PANICS: [&str; 2] = ["4core9panicking", "3std9panicking"];

/// Parts of mangled names of functions that nothing calls any more when panics say nothing. That is checked: whoever
/// formats a text or a number brings 3 kB with it, and has `supranet_core::join` instead.
const UNUSED: [&str; 6] =
    ["4core3fmt", "5alloc3fmt", "as$u20$core..fmt..", "5Debug3fmt", "7Display3fmt", "4core3str5count14do_count_chars"];

/// Who may call them all the same: it never does.
const NEVER_CALL: [(&str, &str); 1] =
    [("18serde_wasm_bindgen5error5Error3new", "of a number beyond 2^53, which no detail of an event has")];

/// Parts of mangled names of what may not be linked, how many bytes of brotli it is, and what to write instead.
const NOT_LINKED: [(&str, &str); 3] = [
    ("8dlmalloc", "3 kB: std has an allocator of its own for who asks for the current thread; ask for none"),
    ("16slice_error_fail", "4 kB: cut texts with `get(..)`, not with `[..]`"),
    ("11StrSearcher", "2 kB: look for a letter of ASCII or go through the letters, not for a text in a text"),
];

/// Empties the functions of the tables, and returns how many there were.
///
/// # Errors
/// A row matches nothing, as a dependency has changed; or something calls what is to be unused.
pub fn snip(module: &mut Module) -> Result<usize> {
    let mut snipped = HashSet::new();
    for name in PANICS.into_iter().chain(UNUSED) {
        let ids: Vec<_> = named(module, name).collect();
        ensure!(!ids.is_empty(), "no function is called `{name}` any more: mend the tables of pkg/snip.rs");
        snipped.extend(ids);
    }
    for id in &snipped {
        emptied(module, *id).unreachable();
    }
    let unused: HashSet<_> = UNUSED.into_iter().flat_map(|name| named(module, name)).collect();
    for function in module.funcs.iter() {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let mut calls = Calls::default();
        dfs_in_order(&mut calls, local, local.entry_block());
        for id in calls.0.intersection(&unused) {
            let [caller, called] = [function, module.funcs.get(*id)].map(|own| own.name.as_deref().unwrap_or_default());
            let may = NEVER_CALL.iter().any(|(name, _)| caller.contains(name));
            ensure!(may, "`{caller}` calls `{called}`, which the package is made without (pkg/snip.rs)");
        }
    }
    Ok(snipped.len())
}

/// The functions that a function calls by name.
#[derive(Default)]
struct Calls(HashSet<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.0.insert(*id);
    }
}

/// Makes sure that nothing is linked that is dear and easily done without.
///
/// # Errors
/// Something is; what to write instead is said.
pub fn not_linked(module: &Module) -> Result<()> {
    for (name, instead) in NOT_LINKED {
        ensure!(named(module, name).next().is_none(), "`{name}` is linked again ({instead}), see pkg/snip.rs");
    }
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
    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, ValType};

    fn add_function(module: &mut Module, name: &str, calls: Option<FunctionId>) -> FunctionId {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        let mut body = function.name(name.into()).func_body();
        match calls {
            Some(id) => body.call(id),
            None => body.i32_const(7),
        };
        function.finish(vec![], &mut module.funcs)
    }

    fn one_of_each_row() -> (Module, Vec<FunctionId>) {
        let mut module = Module::default();
        let rows = PANICS.into_iter().chain(UNUSED);
        let ids = rows.map(|name| add_function(&mut module, &format!("_ZN6prefix{name}17h0E"), None)).collect();
        (module, ids)
    }

    #[test]
    fn a_function_of_the_tables_is_left_as_a_trap() -> Result<()> {
        let (mut module, ids) = one_of_each_row();
        assert_eq!(snip(&mut module)?, ids.len());
        for (_, function) in module.funcs.iter_local() {
            let instructions = &function.block(function.entry_block()).instrs;
            assert!(matches!(instructions.as_slice(), [(Instr::Unreachable(_), _)]));
        }
        Ok(())
    }

    #[test]
    fn who_panics_may_and_who_formats_is_an_error() -> Result<()> {
        let (mut module, ids) = one_of_each_row();
        add_function(&mut module, "panics", Some(ids[0]));
        add_function(&mut module, NEVER_CALL[0].0, Some(ids[PANICS.len()]));
        snip(&mut module)?;
        let (mut module, ids) = one_of_each_row();
        add_function(&mut module, "formats", Some(ids[PANICS.len()]));
        assert!(snip(&mut module).is_err_and(|error| error.to_string().contains("formats")));
        Ok(())
    }

    #[test]
    fn what_is_dear_and_needless_is_an_error() -> Result<()> {
        not_linked(&Module::default())?;
        for (name, _) in NOT_LINKED {
            let mut module = Module::default();
            add_function(&mut module, &format!("_RNvMs0_NtCs_{name}6malloc"), None);
            assert!(not_linked(&module).is_err());
        }
        Ok(())
    }

    #[test]
    fn a_row_that_matches_nothing_is_an_error() {
        let mut module = Module::default();
        add_function(&mut module, "something_else", None);
        assert!(snip(&mut module).is_err());
    }
}
