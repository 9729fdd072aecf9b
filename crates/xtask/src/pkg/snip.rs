//! Takes the bodies out of functions that are linked and can never run.
//! Knows nothing of the widget; what goes is a table, with the reason beside each name.
//!
//! The linker keeps them because a call stands in the code, behind a condition that only the author of a dependency
//! knows to be false. What is left of each is a trap, so that a wrong row is seen in the first test.

use anyhow::{Result, ensure};
use walrus::Module;

/// Parts of mangled names, and why such a function never runs.
const NEVER_RUN: [(&str, &str); 1] =
    [("add_event_listener_delegated", "Leptos calls it with its feature `delegation`, which a house rule keeps off")];

/// Empties the functions of the table, and returns how many there were.
///
/// # Errors
/// A row matches nothing: the dependency has changed, and the row with it.
pub fn snip(module: &mut Module) -> Result<usize> {
    let mut snipped = 0;
    for (name, reason) in NEVER_RUN {
        let ids: Vec<_> = module
            .funcs
            .iter_local()
            .map(|(id, _)| id)
            .filter(|id| module.funcs.get(*id).name.as_ref().is_some_and(|own| own.contains(name)))
            .collect();
        ensure!(!ids.is_empty(), "no function is called `{name}` any more ({reason}): mend the table of pkg/snip.rs");
        for id in ids {
            let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
            let mut body = function.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
            snipped += 1;
        }
    }
    Ok(snipped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    fn module_with(name: &str) -> Module {
        let mut module = Module::default();
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        function.name(name.into()).func_body().i32_const(7);
        function.finish(vec![], &mut module.funcs);
        module
    }

    #[test]
    fn a_function_of_the_table_is_left_as_a_trap() -> Result<()> {
        let mut module = module_with("_ZN6tachys28add_event_listener_delegated17h0E");
        assert_eq!(snip(&mut module)?, 1);
        let (_, function) = module.funcs.iter_local().next().ok_or_else(|| anyhow::anyhow!("no function"))?;
        assert_eq!(function.block(function.entry_block()).instrs.len(), 1);
        Ok(())
    }

    #[test]
    fn a_row_that_matches_nothing_is_an_error() {
        assert!(snip(&mut module_with("something_else")).is_err());
    }
}
