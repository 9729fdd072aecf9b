//! The page in a frame: its script learns which attributes the element has, and its addresses change with what they lead to.
//! Knows nothing of how the files are made.

use anyhow::{Result, ensure};
use serde_json::json;

use super::files::Files;
use crate::interface::manifest::Element;
use crate::workspace::Workspace;

/// What the page is called.
pub const PAGE: &str = "embed.html";
/// What it loads by its contents, and whether browsers are to refuse another file: a sheet of an origin that is none cannot be
/// compared. `embed-frame.css` is not among them: whoever hosts a copy may add variables to it.
const LOADS: [(&str, bool); 3] = [("supra-network.css", false), ("embed-frame.js", true), ("supranet.js", true)];

/// The names of the element's attributes, as JavaScript.
///
/// # Errors
/// The manifest is wrong.
pub fn attributes(workspace: &Workspace) -> Result<String> {
    let names: Vec<String> = Element::read(workspace)?.attributes.into_iter().map(|one| one.name).collect();
    Ok(json!(names).to_string())
}

/// The page with the address and the hash of each file that it loads.
///
/// # Errors
/// It does not load each of them once, or one is not in the package.
pub fn page(files: &Files, source: &str) -> Result<Vec<u8>> {
    let mut page = source.to_owned();
    for (name, is_pinned) in LOADS {
        let address = format!("=\"{name}\"");
        ensure!(page.matches(&address).count() == 1, "{PAGE} does not load {name} once");
        let hash = files.pin(name)?;
        let tag: String = hash.chars().take(8).collect();
        let pin = if is_pinned { format!(" integrity=\"sha256-{hash}\"") } else { String::new() };
        page = page.replace(&address, &format!("=\"{name}?{tag}\"{pin}"));
    }
    Ok(page.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_what_it_loads_by_its_contents() -> Result<()> {
        let workspace = Workspace::find()?;
        let mut files = Files::default();
        for (name, _) in LOADS {
            files.add(name, name.into());
        }
        let source = workspace.read("pkg/embed.html")?;
        let made = String::from_utf8(page(&files, &source)?)?;
        assert_eq!(made.matches(" integrity=\"sha256-").count(), 2);
        assert!(!made.contains("=\"supranet.js\"") && made.contains("=\"supranet.js?"));
        assert!(page(&files, &source.replace("supranet.js", "other.js")).is_err());
        Ok(())
    }

    #[test]
    fn the_frame_takes_each_attribute() -> Result<()> {
        let names: Vec<String> = serde_json::from_str(&attributes(&Workspace::find()?)?)?;
        for name in ["src", "country", "page-size", "url-prefix", "debug"] {
            assert!(names.iter().any(|one| one == name), "{name}");
        }
        Ok(())
    }
}
