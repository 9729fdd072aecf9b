//! Takes out of the linked module what wasm-bindgen was told of exports that the linker left out.
//! Knows nothing of the widget; whose exports those are is a table.
//!
//! Each macro invocation leaves a program in a custom section, and a program ends with the name of its crate. Here the
//! programs that export something for a crate of the table go; `link` took the code itself.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::{Module, RawCustomSection};

/// Crates whose exported classes no page of ours can reach.
const UNREACHABLE: [&str; 1] = ["wasm-streams"];

const SECTION: &str = "__wasm_bindgen_unstable";

/// Takes the programs of unreachable exports out, and returns how many there were. None is fine.
///
/// # Errors
/// The section is not what wasm-bindgen writes, or the linker kept an export of such a crate.
pub fn remove_unreachable(module: &mut Module) -> Result<usize> {
    let mut removed = 0;
    let mut hashes = BTreeSet::new();
    let mut kept_sections = Vec::new();
    while let Some(section) = module.customs.remove_raw(SECTION) {
        let mut kept = Vec::with_capacity(section.data.len());
        for blob in blobs(&section.data)? {
            if let Some(hash) = unreachable_crate(&blob)? {
                removed += 1;
                hashes.insert(hash);
            } else {
                kept.extend_from_slice(blob.whole);
            }
        }
        kept_sections.push(kept);
    }
    for data in kept_sections {
        module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
    }
    let stayed =
        module.exports.iter().find(|export| hashes.iter().any(|hash| export.name.ends_with(&format!("_{hash}"))));
    ensure!(
        stayed.is_none(),
        "the linker kept `{}` of {UNREACHABLE:?}: its name belongs in the table of pkg/link.rs",
        stayed.map_or("", |export| &export.name)
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
    let broken = "a custom section of wasm-bindgen is not as expected, see pkg/programs.rs";
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
            bail!("a program of {name} does not end with a hash any more, see pkg/programs.rs");
        }
        return Ok(Some(String::from_utf8_lossy(hash).into_owned()));
    }
    Ok(None)
}

fn find_last(data: &[u8], needle: &[u8]) -> Option<usize> {
    data.windows(needle.len()).rposition(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    const EXPORTING: &[u8] = b"\x01\x01\x12IntoUnderlyingSink\x1dwasm-streams-58a9338f50bce61c\x00";
    const IMPORTING: &[u8] = b"\x00\x00\x07ReadableStream\x1dwasm-streams-58a9338f50bce61c\x00";
    const OURS: &[u8] = b"\x01\x00\x00\x05mount\x19supranet-deef36850532c0d9\x00";

    fn section(programs: &[&[u8]]) -> Vec<u8> {
        let mut data = Vec::new();
        for program in programs {
            for part in [b"{\"version\":1}".as_slice(), program] {
                data.extend_from_slice(&u32::try_from(part.len()).unwrap_or_default().to_le_bytes());
                data.extend_from_slice(part);
            }
        }
        data
    }

    fn module(data: Vec<u8>, export: &str) -> Module {
        let mut module = Module::default();
        module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
        let function = FunctionBuilder::new(&mut module.types, &[], &[]).finish(vec![], &mut module.funcs);
        module.exports.add(export, function);
        module
    }

    #[test]
    fn only_what_exports_for_an_unreachable_crate_goes() -> Result<()> {
        let mut module = module(section(&[EXPORTING, IMPORTING, OURS]), "mount_deef36850532c0d9");
        assert_eq!(remove_unreachable(&mut module)?, 1);
        let kept = module.customs.remove_raw(SECTION).context("the section is gone")?;
        assert_eq!(kept.data, section(&[IMPORTING, OURS]));
        Ok(())
    }

    #[test]
    fn an_export_that_the_linker_kept_is_named() {
        let mut module = module(section(&[EXPORTING]), "brandnew_free_58a9338f50bce61c");
        let error = remove_unreachable(&mut module).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("brandnew_free")));
    }

    #[test]
    fn a_section_of_another_shape_is_refused() {
        assert!(remove_unreachable(&mut module(b"\xff\xff\xff\xffabc".to_vec(), "a")).is_err());
        let no_hash = section(&[b"\x01\x01\x0cwasm-streams-0.5".as_slice()]);
        assert!(remove_unreachable(&mut module(no_hash, "a")).is_err());
    }
}
