//! Blanks what panics would say of where they were: file, line and column of every place that can panic.
//! Knows nothing of the widget, nor of the code that refers to them.
//!
//! As panics end at once (`snip`), nobody reads these places. Each is four numbers in the data: address and length of the
//! file's name, line, column. Zeros cost a compressed module nothing; a place that were read all the same has no name.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Result, ensure};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

/// `core::panic::Location` in WebAssembly.
const SIZE: usize = 16;
/// No source has more lines or columns.
const MOST_LINES: u32 = 100_000;
const MOST_COLUMNS: u32 = 1_000;

/// Blanks them, and returns how many there were.
///
/// # Errors
/// There is none: they look otherwise now.
pub fn blank(module: &mut Module) -> Result<usize> {
    let mut places = 0;
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { continue };
        places += blank_in(&mut data.value, usize::try_from(start)?);
    }
    ensure!(places > 0, "the module names no place of a panic: mend pkg/places.rs");
    Ok(places)
}

/// The same in memory that begins at an address.
fn blank_in(memory: &mut [u8], start: usize) -> usize {
    let first = start.next_multiple_of(4) - start;
    let mut found = BTreeMap::new();
    for at in (first..memory.len().saturating_sub(SIZE - 1)).step_by(4) {
        if let Some(name) = name_of(memory, start, at) {
            found.insert(at, name);
        }
    }
    for (at, name) in &found {
        memory[*at..at + SIZE].fill(0);
        memory[name.clone()].fill(0);
    }
    found.len()
}

/// Where the file's name stands, if what is here is a place.
fn name_of(memory: &[u8], start: usize, at: usize) -> Option<Range<usize>> {
    let number = |word: usize| {
        let bytes = memory.get(at + 4 * word..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes))
    };
    let (address, length, line, column) = (number(0)?, number(1)?, number(2)?, number(3)?);
    let begin = (address as usize).checked_sub(start)?;
    let name = begin..begin + length as usize;
    let is_source = memory.get(name.clone())?.ends_with(b".rs");
    (is_source && (1..MOST_LINES).contains(&line) && (1..MOST_COLUMNS).contains(&column)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Starts at 100: a name, a place that has it, and another that only looks like one.
    fn memory() -> Vec<u8> {
        let mut memory = b"src/lib.rs kept.".to_vec();
        for word in [100_u32, 10, 12, 5, 100, 10, 0, 5] {
            memory.extend(word.to_le_bytes());
        }
        memory
    }

    #[test]
    fn a_place_and_its_name_are_zeros_and_the_rest_stays() {
        let mut blanked = memory();
        assert_eq!(blank_in(&mut blanked, 100), 1);
        assert!(blanked[..10].iter().chain(&blanked[16..32]).all(|byte| *byte == 0));
        assert_eq!((&blanked[10..16], &blanked[32..]), (&memory()[10..16], &memory()[32..]));
    }

    #[test]
    fn a_module_without_any_is_an_error() {
        assert!(blank(&mut Module::default()).is_err());
    }
}
