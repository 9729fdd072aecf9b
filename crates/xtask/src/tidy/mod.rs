//! The rules of the house, as tests that read the tree and print each offence with file and line.
//! Knows nothing of building; a rule is a row of a table, and each kind of rule is tried on a bad sample.

use std::path::Path;

use anyhow::{Context, Result};

#[cfg(test)]
mod data;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod shape;
#[cfg(test)]
pub mod source;
#[cfg(test)]
mod words;

/// What no built script may contain: each would break the policy that the widget promises to work under.
const NOT_BUILT: [&str; 3] = ["innerHTML", "eval(", "new Function"];

/// Offences in the built package: what the source rules cannot see because a dependency brings it.
///
/// # Errors
/// The folder cannot be read.
pub fn built(dist: &Path) -> Result<Vec<String>> {
    let mut offences = Vec::new();
    for entry in std::fs::read_dir(dist).with_context(|| format!("cannot read {}", dist.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let found = NOT_BUILT.iter().filter(|word| text.contains(**word));
            offences.extend(found.map(|word| format!("{} contains `{word}`", path.display())));
        }
    }
    Ok(offences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_script_with_a_forbidden_word_is_found() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-built-{}", std::process::id()));
        std::fs::create_dir_all(&dist)?;
        std::fs::write(dist.join("good.js"), "a.textContent=b")?;
        assert!(built(&dist)?.is_empty());
        std::fs::write(dist.join("bad.js"), "a.innerHTML=b")?;
        assert_eq!(built(&dist)?.len(), 1);
        std::fs::remove_dir_all(dist)?;
        Ok(())
    }
}
