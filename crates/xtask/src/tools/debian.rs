//! Browsers, their drivers, and two libraries of host pages that npm does not have, from Debian's packages: installed when this runs as root, otherwise asked for.
//! Knows nothing of what is tested in them.

use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// What the checks in browsers need, besides geckodriver: the package, and a file that is there once it is installed.
const PACKAGES: [(&str, &str); 8] = [
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    ("xvfb", "/usr/bin/Xvfb"),
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    ("libjs-mootools", "/usr/share/javascript/mootools/mootools-core-nc.js"),
    ("libjs-prototype", "/usr/share/javascript/prototype/prototype.js"),
];

/// What somebody must do by hand before this can go on.
#[derive(Debug)]
pub struct ByHand(String);

impl std::fmt::Display for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ByHand {}

/// Installs the browsers that are missing.
///
/// # Errors
/// [`ByHand`] when this is not root or there is no apt-get; otherwise what apt-get said.
pub fn ensure_browsers() -> Result<()> {
    let missing = missing(|file| std::path::Path::new(file).exists());
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root() || !run::exists("apt-get") {
        return Err(ByHand(by_hand(&missing)).into());
    }
    run::timed(&format!("installing {} from Debian's packages", missing.join(", ")), "2 min", || {
        apt(&["update"])?;
        apt(&[["install", "--yes", "--no-install-recommends"].as_slice(), &missing].concat())
    })
}

fn missing(exists: impl Fn(&str) -> bool) -> Vec<&'static str> {
    PACKAGES.iter().filter(|(_, file)| !exists(file)).map(|(package, _)| *package).collect()
}

fn by_hand(missing: &[&str]) -> String {
    let list = missing.join(" ");
    format!(
        "missing for the checks in browsers: {list}\ninstall them with:\n  sudo apt-get update && sudo apt-get install --yes {list}"
    )
}

fn apt(arguments: &[&str]) -> Result<()> {
    run::run_quietly(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet").args(arguments))
        .context("apt-get failed")
}

fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_asked_for() {
        assert_eq!(missing(|file| !file.contains("chrom")), ["chromium", "chromium-driver"]);
        assert!(missing(|_| true).is_empty());
        assert!(by_hand(&["xvfb"]).ends_with("apt-get install --yes xvfb"));
    }
}
