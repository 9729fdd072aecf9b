//! What others have built with the package, put on a host page. It knows nothing of who built it, and how.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};

use super::HostPage;
use crate::harness::workspace;

/// What was built by this name, by `cargo xtask test --only consumers`.
pub(crate) fn built(name: &str) -> Result<PathBuf> {
    let folder = workspace().join(".tools/consumers/built").join(name);
    ensure!(folder.is_dir(), "{} is not there: run `cargo xtask test --only consumers` first", folder.display());
    Ok(folder)
}

/// A host page on which what was built stands in place of the snippet; its files are asked for below `app/`.
pub(crate) fn page_with(name: &str, snippet: &str) -> Result<HostPage> {
    let folder = built(name)?;
    Ok(HostPage::new().snippet(snippet).scenario(|all| all.folder("app", folder)))
}

/// The tags in the head of its page that load it, which begin with `./`.
pub(crate) fn tags(name: &str) -> Result<String> {
    let html = fs::read_to_string(built(name)?.join("index.html"))?;
    let (_, after) = html.split_once("</title>").context("the page that was built has no title")?;
    let (tags, _) = after.split_once("</head>").context("the page that was built has no head")?;
    Ok(tags.replace("=\"./", "=\"app/"))
}

/// The addresses of the modules in it, whatever they are called.
pub(crate) fn modules(name: &str) -> Result<Vec<String>> {
    let (mut modules, mut folders) = (Vec::new(), vec![(built(name)?, "app/".to_owned())]);
    while let Some((folder, address)) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let own = format!("{address}{}", path.file_name().context("a file without a name")?.to_string_lossy());
            if path.is_dir() {
                folders.push((path, format!("{own}/")));
            } else if own.ends_with(".wasm") {
                modules.push(own);
            }
        }
    }
    ensure!(!modules.is_empty(), "{name} was built without a module");
    Ok(modules)
}
