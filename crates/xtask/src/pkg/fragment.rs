//! The shared dataset as plain HTML, once in each language, by the `supranet` command.
//! Knows nothing of the markup.

use anyhow::Result;

use super::files::Files;
use crate::run;
use crate::workspace::Workspace;

/// Adds a fragment for each language pack that is there.
///
/// # Errors
/// The command does not compile, or refuses the dataset.
pub fn add(workspace: &Workspace, files: &mut Files) -> Result<()> {
    let language = |name: &str| Some(name.strip_prefix("lang/")?.strip_suffix(".json")?.to_owned());
    let languages: Vec<String> = files.names().filter_map(language).collect();
    for language in languages {
        let args =
            ["run", "--quiet", "--package", "supranet-cli", "--", "render", "--lang", &language, "data/supranet.json"];
        let fragment = run::output(&mut run::cargo(&workspace.root, &args))?;
        files.add(format!("fragment.{language}.html"), fragment.into_bytes());
    }
    Ok(())
}
