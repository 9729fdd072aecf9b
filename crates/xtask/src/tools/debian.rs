//! Browsers and their drivers, two libraries of host pages that npm does not have, and partners' servers, from Debian's
//! packages: installed when this runs as root, otherwise asked for. Knows nothing of what is tested in them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// A package, and a file that is there once it is installed.
type Package = (&'static str, &'static str);

/// What the checks in browsers need, besides geckodriver.
const BROWSERS: [Package; 8] = [
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    ("xvfb", "/usr/bin/Xvfb"),
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    ("libjs-mootools", "/usr/share/javascript/mootools/mootools-core-nc.js"),
    ("libjs-prototype", "/usr/share/javascript/prototype/prototype.js"),
];

/// What partners serve the package with. Of Apache only the program: the rest of it is a service.
const SERVERS: [Package; 4] = [
    ("nginx", "/usr/sbin/nginx"),
    ("libnginx-mod-http-brotli-static", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    ("apache2-bin", "/usr/sbin/apache2"),
    ("caddy", "/usr/bin/caddy"),
];
/// What asks a server as often as it can.
const LOAD: [Package; 1] = [("wrk", "/usr/bin/wrk")];

/// Asked by Debian's packages before they start a service.
const POLICY: &str = "/usr/sbin/policy-rc.d";
const NO_SERVICE: &str = "#!/bin/sh\n# Put here by `cargo xtask` while it installs packages.\nexit 101\n";

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
    ensure(&BROWSERS)
}

/// Installs the servers that are missing, without starting them.
///
/// # Errors
/// [`ByHand`] when this is not root or there is no apt-get; otherwise what apt-get said.
pub fn ensure_servers() -> Result<()> {
    ensure(&SERVERS)
}

/// The same for what measures them.
///
/// # Errors
/// [`ByHand`] when this is not root or there is no apt-get; otherwise what apt-get said.
pub fn ensure_load() -> Result<()> {
    ensure(&LOAD)
}

fn ensure(packages: &[Package]) -> Result<()> {
    let missing = missing(packages, |file| Path::new(file).exists());
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root() || !run::exists("apt-get") {
        return Err(ByHand(by_hand(&missing)).into());
    }
    run::timed(&format!("installing {} from Debian's packages", missing.join(", ")), "2 min", || {
        let _quiet = NoService::new()?;
        apt(&["update"])?;
        apt(&[["install", "--yes", "--no-install-recommends"].as_slice(), &missing].concat())
    })
}

/// As long as it lives, no package starts a service. Where a machine has rules of its own for that, they stand.
struct NoService(bool);

impl NoService {
    fn new() -> Result<Self> {
        let ours = !Path::new(POLICY).exists();
        if ours {
            fs::write(POLICY, NO_SERVICE).with_context(|| format!("cannot write {POLICY}"))?;
            fs::set_permissions(POLICY, fs::Permissions::from_mode(0o755))?;
        }
        Ok(Self(ours))
    }
}

impl Drop for NoService {
    fn drop(&mut self) {
        if self.0
            && let Err(error) = fs::remove_file(POLICY)
        {
            run::say(&format!("remove {POLICY} by hand, or no package will start a service: {error}"), "");
        }
    }
}

fn missing(packages: &[Package], exists: impl Fn(&str) -> bool) -> Vec<&'static str> {
    packages.iter().filter(|(_, file)| !exists(file)).map(|(package, _)| *package).collect()
}

fn by_hand(missing: &[&str]) -> String {
    let list = missing.join(" ");
    format!(
        "missing for the checks: {list}\ninstall them with:\n  sudo apt-get update && sudo apt-get install --yes {list}"
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
        assert_eq!(missing(&BROWSERS, |file| !file.contains("chrom")), ["chromium", "chromium-driver"]);
        assert!(missing(&BROWSERS, |_| true).is_empty());
        assert!(by_hand(&["xvfb"]).ends_with("apt-get install --yes xvfb"));
    }
}
