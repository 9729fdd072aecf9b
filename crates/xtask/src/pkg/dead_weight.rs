//! Takes exports that nobody uses out of the linked module, before wasm-bindgen makes glue for them.
//! Knows nothing of the widget; what it takes out is a table.
//!
//! Leptos links `server_fn`, which links `wasm-streams`. Its `#[wasm_bindgen]` classes are exported, an export is a
//! root of every garbage collection, and so their code, and the glue for it, stays although no page can reach it.
//! Each macro invocation leaves a program in a custom section, and a program ends with the name of its crate.
//! Here the programs that export something for such a crate go, and the exports of that crate with them.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::{Module, RawCustomSection};

/// Crates whose exported classes no page of ours can reach.
const UNREACHABLE: [&str; 1] = ["wasm-streams"];

const SECTION: &str = "__wasm_bindgen_unstable";

/// What was taken out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Macro invocations.
    pub programs: usize,
    /// Exports of the module.
    pub exports: usize,
}

/// Takes the unreachable exports out. Nothing to take out is fine; half of it is not.
///
/// # Errors
/// The section is not what wasm-bindgen writes, or programs and exports do not belong together.
pub fn remove(module: &mut Module) -> Result<Removed> {
    let mut removed = Removed::default();
    let mut hashes = BTreeSet::new();
    let mut kept_sections = Vec::new();
    while let Some(section) = module.customs.remove_raw(SECTION) {
        let mut kept = Vec::with_capacity(section.data.len());
        for blob in blobs(&section.data)? {
            match unreachable_crate(&blob)? {
                Some(hash) => {
                    removed.programs += 1;
                    hashes.insert(hash);
                }
                None => kept.extend_from_slice(blob.whole),
            }
        }
        kept_sections.push(kept);
    }
    for data in kept_sections {
        module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
    }
    let dead: Vec<_> = module
        .exports
        .iter()
        .filter(|export| hashes.iter().any(|hash| export.name.ends_with(&format!("_{hash}"))))
        .map(walrus::Export::id)
        .collect();
    removed.exports = dead.len();
    for id in dead {
        module.exports.delete(id);
    }
    ensure!(
        (removed.programs == 0) == (removed.exports == 0),
        "{} programs of {UNREACHABLE:?} but {} exports: wasm-bindgen names them otherwise now, see pkg/dead_weight.rs",
        removed.programs,
        removed.exports
    );
    Ok(removed)
}

/// One macro invocation, as the linker laid it into the section.
struct Blob<'a> {
    whole: &'a [u8],
    program: &'a [u8],
}

/// Each is `length, version as JSON, length, program`, lengths in four bytes, little end first.
fn blobs(mut data: &[u8]) -> Result<Vec<Blob<'_>>> {
    let mut all = Vec::new();
    while !data.is_empty() {
        let version = prefixed(data)?;
        let rest = data.get(4 + version.len()..).unwrap_or_default();
        let program = prefixed(rest)?;
        let (whole, next) = data.split_at(8 + version.len() + program.len());
        all.push(Blob { whole, program });
        data = next;
    }
    Ok(all)
}

fn prefixed(data: &[u8]) -> Result<&[u8]> {
    let broken = "a custom section of wasm-bindgen is not as expected, see pkg/dead_weight.rs";
    let (length, rest) = data.split_first_chunk::<4>().context(broken)?;
    rest.get(..usize::try_from(u32::from_le_bytes(*length))?).context(broken)
}

/// The hash of the crate, if this program exports something for a crate of the table.
fn unreachable_crate(blob: &Blob<'_>) -> Result<Option<String>> {
    // Counts of exports, enums and imports come first. What only imports from JavaScript is kept:
    // an import that nobody calls goes by itself.
    if let [0, 0, imports, ..] = blob.program
        && *imports > 0
    {
        return Ok(None);
    }
    for name in UNREACHABLE {
        // `wasm-streams-58a9338f50bce61c`, its length before it and the module path after it.
        let prefix = format!("{name}-");
        let Some(at) = find_last(blob.program, prefix.as_bytes()) else { continue };
        let hash = blob.program.get(at + prefix.len()..at + prefix.len() + 16).unwrap_or_default();
        if hash.len() != 16 || !hash.iter().all(u8::is_ascii_hexdigit) {
            bail!("a program of {name} does not end with a hash any more, see pkg/dead_weight.rs");
        }
        return Ok(Some(String::from_utf8_lossy(hash).into_owned()));
    }
    Ok(None)
}

fn find_last(data: &[u8], needle: &[u8]) -> Option<usize> {
    data.windows(needle.len()).rposition(|window| window == needle)
}
