//! The scripts and stylesheets that are written by hand: which there are, and what is filled in.
//! Knows nothing of the module that is compiled.

use anyhow::{Result, ensure};
use serde_json::json;

use super::files::Files;
use super::minify::{self, Format};
use super::{Build, ENTRY, frame, pins, version};
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// What filters the fragment is called.
pub const FRAGMENT: &str = "fragment.js";
/// The entry for pages without modules, and what is inside of frames.
const CLASSIC: &str = "supranet.classic.js";
const FRAME: &str = "embed-frame.js";
/// What makes frames, on the page around.
const EMBED: &str = "embed.js";
/// The hand-written scripts of `pkg/`, and how each is put on a page. The entry pins the one before, and the one after it
/// the entry.
const SCRIPTS: [(&str, Format); 5] = [
    (FRAGMENT, Format::Classic),
    (ENTRY, Format::Module),
    (CLASSIC, Format::Classic),
    (FRAME, Format::Module),
    (EMBED, Format::Classic),
];
/// Properties that only the entry itself knows, and that are shortened: 70 bytes of it. No other file and no browser may
/// know one of them by its name.
const OWN_TO_ENTRY: &[&str] = &[
    "again",
    "base",
    "died",
    "emit",
    "fail",
    "files",
    "focused",
    "language",
    "near",
    "restarted",
    "run",
    "settle",
    "stop",
    "urls",
    "waiting",
    "wake",
    "withTexts",
];
/// The hand-written stylesheets of `pkg/`.
const STYLES: [&str; 3] = ["supra-network.css", "embed-frame.css", "fragment.css"];

pub(super) fn add_hand_written(workspace: &Workspace, npm: &Npm, build: Build, files: &mut Files) -> Result<()> {
    for (name, format) in SCRIPTS {
        let defines = match name {
            ENTRY => vec![("FILES", pins(files)?), ("VERSION", version())],
            CLASSIC => {
                let (address, hash) = entry(files)?;
                vec![("ENTRY", json!([address, format!("sha256-{hash}")]).to_string())]
            }
            FRAME => vec![("ATTRIBUTES", frame::attributes(workspace)?), ("ENTRY", json!(entry(files)?.0).to_string())],
            EMBED => vec![("ATTRIBUTES", frame::attributes(workspace)?)],
            _ => Vec::new(),
        };
        let own = if name == ENTRY { OWN_TO_ENTRY } else { &[] };
        let script = minify::script(npm, &workspace.path("pkg").join(name), format, &defines, own, build)?;
        files.add(name, readable(name, script)?);
    }
    for name in STYLES {
        let style = minify::style(npm, &workspace.path("pkg").join(name), build)?;
        files.add(name, readable(name, style)?);
    }
    files.add(frame::PAGE, frame::page(files, &workspace.read(&format!("pkg/{}", frame::PAGE))?)?);
    Ok(())
}

/// The entry's address, which changes with its contents, and its hash.
fn entry(files: &Files) -> Result<(String, String)> {
    let hash = files.pin(ENTRY)?;
    let tag: String = hash.chars().take(8).collect();
    Ok((format!("{ENTRY}?{tag}"), hash.to_owned()))
}

/// A classic script and a stylesheet are read in the encoding of the page where the server names none, and that may be any.
fn readable(name: &str, text: Vec<u8>) -> Result<Vec<u8>> {
    ensure!(text.is_ascii(), "{name} has letters that a page in another encoding would read as others");
    Ok(text)
}
