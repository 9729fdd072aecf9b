//! An ordinary page of an institution with the snippet in it, under a strict policy. It knows nothing of browsers.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Result, ensure};
use supranet_dev_server::{Fault, File, Scenario};

use crate::harness::workspace;

/// The policy of every host page unless it asks for another: the least the widget needs, and Trusted Types without any policy.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; \
                                 style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
/// Writes down what happens to a page: `host.js`.
pub(crate) const LISTENER: &str = include_str!("listener.js");
const SNIPPET: &str = "<link rel=\"stylesheet\" href=\"dist/supra-network.css\">\n\
                       <script type=\"module\" src=\"dist/supranet.js\"></script>\n";

/// A page to open with [`Stage::open`](crate::harness::Stage::open).
#[derive(Debug, Clone)]
pub(crate) struct HostPage {
    scenario: Scenario,
    root: String,
    attributes: String,
    slot: String,
    snippet: String,
    head: String,
    before: String,
    after: String,
    address: String,
    policy: Option<String>,
    until_loaded: bool,
    uses_dist: bool,
    written: Option<String>,
}

/// How a built page is to be opened.
pub(crate) struct Visit {
    pub(crate) address: String,
    pub(crate) until_loaded: bool,
}

impl HostPage {
    /// The snippet as documented, with the files of `dist`.
    pub(crate) fn new() -> Self {
        Self {
            scenario: Scenario::new(),
            root: " lang=\"en\"".to_owned(),
            attributes: String::new(),
            slot: String::new(),
            snippet: SNIPPET.to_owned(),
            head: String::new(),
            before: String::new(),
            after: String::new(),
            address: "page.html".to_owned(),
            policy: Some(POLICY.to_owned()),
            until_loaded: true,
            uses_dist: true,
            written: None,
        }
    }

    /// A page as it is written, without the snippet: comments in it stand for the listener (without which nothing is
    /// noticed) and the element.
    pub(crate) fn written(html: &str) -> Self {
        Self { written: Some(html.to_owned()), ..Self::new() }
    }

    /// The same page with an element written for a test in place of the widget.
    pub(crate) fn with_stand_in(script: &str, style: &str) -> Self {
        let page = Self { uses_dist: false, ..Self::new() };
        page.file("dist/supranet.js", script).file("dist/supra-network.css", style)
    }

    /// Sets an attribute of the element.
    pub(crate) fn attribute(mut self, name: &str, value: &str) -> Self {
        // Writing to a string cannot fail.
        let _ = write!(self.attributes, " {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;"));
        self
    }

    /// Another language of the page than English, or none.
    pub(crate) fn language(mut self, tag: Option<&str>) -> Self {
        self.root = tag.map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default();
        self
    }

    /// What stands inside the element (HTML).
    pub(crate) fn slot(mut self, html: &str) -> Self {
        self.slot.push_str(html);
        self
    }

    /// Adds to the head, after the listener and before the snippet.
    pub(crate) fn head(mut self, html: &str) -> Self {
        self.head.push_str(html);
        self
    }

    /// Adds to the page before the element.
    pub(crate) fn before(mut self, html: &str) -> Self {
        self.before.push_str(html);
        self
    }

    /// Adds to the page after the element.
    pub(crate) fn after(mut self, html: &str) -> Self {
        self.after.push_str(html);
        self
    }

    /// Replaces the stylesheet and script of the snippet; the element stays.
    pub(crate) fn snippet(mut self, html: &str) -> Self {
        html.clone_into(&mut self.snippet);
        self
    }

    /// Another policy.
    pub(crate) fn policy(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// No policy at all.
    pub(crate) fn without_policy(mut self) -> Self {
        self.policy = None;
        self
    }

    /// Adds a file beside the page.
    pub(crate) fn file(mut self, path: &str, body: impl Into<Vec<u8>>) -> Self {
        self.scenario = self.scenario.file(path, body);
        self
    }

    /// Lets a file fail from the start.
    pub(crate) fn fault(mut self, path: &str, fault: Fault) -> Self {
        self.scenario = self.scenario.fault(path, fault);
        self
    }

    /// Changes the scenario in ways that have no method here.
    pub(crate) fn scenario(mut self, change: impl FnOnce(Scenario) -> Scenario) -> Self {
        self.scenario = change(self.scenario);
        self
    }

    /// Opens the page with a query or hash: `?sn-country=SE`.
    pub(crate) fn address(mut self, suffix: &str) -> Self {
        self.address = format!("page.html{suffix}");
        self
    }

    /// Does not wait for the load event: for files that never arrive.
    pub(crate) fn before_it_has_loaded(mut self) -> Self {
        self.until_loaded = false;
        self
    }

    pub(crate) fn build(self) -> Result<(Scenario, Visit)> {
        let html = self.html();
        let mut scenario = self.scenario.file_as("page.html", File::new("text/html", html)).file("host.js", LISTENER);
        if self.uses_dist {
            scenario = scenario.folder("dist", dist()?);
        }
        if let Some(policy) = &self.policy {
            scenario = scenario.policy(policy);
        }
        Ok((scenario, Visit { address: self.address, until_loaded: self.until_loaded }))
    }

    fn html(&self) -> String {
        let Self { root, attributes, slot, snippet, head, before, after, .. } = self;
        if let Some(html) = &self.written {
            let element = format!("<supra-network{attributes}>{slot}</supra-network>");
            let listener = "<script src=\"host.js\"></script>";
            return html.replace("<!-- listener -->", listener).replace("<!-- element -->", &element);
        }
        format!(
            "<!doctype html>\n<html{root}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>An institution</title>\n\
             <script src=\"host.js\"></script>\n{head}{snippet}</head>\n<body>\n<main>\n<h1>An institution</h1>\n{before}\
             <supra-network{attributes}>{slot}</supra-network>\n<p id=\"after\">What follows.</p>\n{after}</main>\n</body>\n</html>\n"
        )
    }
}

/// What partners host: `pkg/dist`, or the folder that `SUPRANET_DIST` names.
pub(crate) fn dist() -> Result<PathBuf> {
    let folder = std::env::var_os("SUPRANET_DIST").map_or_else(|| workspace().join("pkg/dist"), PathBuf::from);
    let entry = folder.join("supranet.js");
    ensure!(entry.is_file(), "{} is not there: run `cargo xtask pkg` first", entry.display());
    Ok(folder)
}
