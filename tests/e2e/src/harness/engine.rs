//! The three engines: their names, their drivers, and what a session of each is asked for.

use std::{fmt, path::PathBuf, str::FromStr};

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::workspace;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The driver's program and its arguments for this port.
    pub(super) fn driver(self, port: u16) -> (PathBuf, Vec<String>) {
        match self {
            Self::Chromium => ("chromedriver".into(), vec![format!("--port={port}")]),
            Self::Firefox => {
                let arguments = ["--host", "127.0.0.1", "--websocket-port", "0", "--allow-system-access", "--port"];
                let arguments = arguments.map(str::to_owned).into_iter().chain([port.to_string()]).collect();
                (workspace().join(".tools/bin/geckodriver"), arguments)
            }
            Self::WebKit => ("WebKitWebDriver".into(), vec!["--host=127.0.0.1".to_owned(), format!("--port={port}")]),
        }
    }

    /// Does it need a display to draw on?
    pub(super) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// What a new session is asked for. `none`: pages that never finish loading are among the tests, so the harness waits itself.
    pub(super) fn capabilities(self) -> Value {
        let mut all = json!({
            "pageLoadStrategy": "none",
            "timeouts": {"script": 30_000, "pageLoad": 60_000, "implicit": 0},
        });
        match self {
            Self::Chromium => {
                all["browserName"] = json!("chrome");
                all["goog:chromeOptions"] = json!({"binary": which("chromium"), "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ]});
            }
            Self::Firefox => {
                all["browserName"] = json!("firefox");
                let binary = which("firefox-esr").or_else(|| which("firefox"));
                all["moz:firefoxOptions"] = json!({"binary": binary, "args": ["-headless"], "prefs": {
                    // No start-up traffic, no pages of its own.
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "browser.shell.checkDefaultBrowser": false,
                    "datareporting.policy.dataSubmissionEnabled": false,
                    "app.normandy.enabled": false,
                    // Tab stops at links too, as on Linux by default, whatever the system says.
                    "accessibility.tabfocus": 7,
                }});
            }
            Self::WebKit => all["browserName"] = json!("MiniBrowser"),
        }
        all
    }
}

/// The full path of a program.
fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.to_string() == name.trim()) {
            Some(engine) => Ok(engine),
            None => bail!("no engine {name:?}: chromium, firefox or webkit"),
        }
    }
}
