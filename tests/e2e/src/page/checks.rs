//! What may be claimed of any page with the widget: no reports, no errors, no other requests, nothing stored.
//! Each check says in its error what it found. None of them knows what the widget does.

use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, ensure};
use serde_json::Value;
use supranet_dev_server::Request;

use super::Page;
use crate::harness::{PATIENCE, eventually};

/// The host of the address that [`Page::policy_reports`] asks for, to be refused.
const SENTINEL: &str = "sentinel";
static SENTINELS: AtomicUsize = AtomicUsize::new(0);

impl Page {
    /// No policy report by either way, no uncaught error, no unhandled rejection.
    pub(crate) async fn assert_clean(&self) -> Result<()> {
        let reports = self.policy_reports().await?;
        ensure!(reports.is_empty(), "policy reports: {reports:#?}");
        self.assert_none(&["errors", "rejections", "reports"]).await
    }

    /// No uncaught error and no unhandled rejection: for pages whose policy blocks something on purpose.
    pub(crate) async fn assert_no_error(&self) -> Result<()> {
        self.assert_none(&["errors", "rejections"]).await
    }

    async fn assert_none(&self, kinds: &[&str]) -> Result<()> {
        for what in kinds {
            let mut found = self.recorded(what).await?;
            found.retain(|one| !one.to_string().contains(SENTINEL));
            ensure!(found.is_empty(), "{what} in the host page: {found:#?}");
        }
        Ok(())
    }

    /// What the policy has objected to so far, seen in the page or posted to the server.
    ///
    /// Reports travel on their own, so one more is caused on purpose: when it has arrived, so have those before it,
    /// and it is certain that reports arrive at all. On a page without a policy there is nothing to wait for.
    pub(crate) async fn policy_reports(&self) -> Result<Vec<String>> {
        let sentinel = format!("{SENTINEL}-{}.invalid", SENTINELS.fetch_add(1, Ordering::Relaxed));
        if self.site().has_policy() {
            let ask = "return fetch(`http://${args[0]}/`, {mode: 'no-cors'}).then(() => 'answered', () => 'refused')";
            let answer: String = self.run_async(ask, vec![sentinel.clone().into()]).await?;
            ensure!(answer == "refused", "the policy lets a page ask any address");
            eventually("a policy report arrives", PATIENCE, async || {
                let posted = self.site().reports().iter().any(|report| report.contains(&sentinel));
                let seen = self.recorded("violations").await?.iter().any(|one| one.to_string().contains(&sentinel));
                Ok((posted && seen).then_some(()))
            })
            .await?;
        }
        let seen = self.recorded("violations").await?;
        let mut all: Vec<String> = seen.iter().map(Value::to_string).chain(self.site().reports()).collect();
        all.retain(|report| !report.contains(SENTINEL));
        Ok(all)
    }

    /// The site was asked for nothing but these, the page and its listener, and nobody else was asked.
    /// A path that ends in `*` stands for all that begin so; `//localhost/dist/*` for what was asked of the site by that name.
    pub(crate) async fn assert_only_requested(&self, allowed: &[&str]) -> Result<()> {
        let is_allowed = |path: &str| {
            allowed.iter().chain(&["page.html*", "host.js"]).any(|one| match one.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == *one,
            })
        };
        let requests = self.site().requests();
        let mut others: Vec<String> = requests.iter().map(name_of).filter(|name| !is_allowed(name)).collect();
        others.extend(self.stage.server.strays());
        // What never came here; the rest is in the log above, which is complete sooner than the browser's own.
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)\
                      .filter(name => new URL(name).port !== args[0] && !name.includes(args[1]))";
        let port = self.stage.server.port().to_string();
        let elsewhere: Vec<String> = self.run(script, vec![port.into(), SENTINEL.into()]).await?;
        others.extend(elsewhere);
        ensure!(others.is_empty(), "other requests: {others:#?}");
        Ok(())
    }

    /// No cookie, no storage, no database, no cache, no service worker.
    pub(crate) async fn assert_nothing_stored(&self) -> Result<()> {
        let script = "const stored = {};
            if (document.cookie) stored.cookie = document.cookie;
            for (const name of ['localStorage', 'sessionStorage']) if (window[name].length) stored[name] = Object.keys(window[name]);
            const lists = {
                databases: () => indexedDB.databases ? indexedDB.databases() : [],
                caches: () => window.caches ? caches.keys() : [],
                workers: () => navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : [],
            };
            for (const [name, list] of Object.entries(lists)) { const found = await list(); if (found.length) stored[name] = found.map(one => one.name || String(one)); }
            return stored;";
        let stored: serde_json::Map<String, Value> = self.run_async(script, vec![]).await?;
        ensure!(stored.is_empty(), "stored: {stored:#?}");
        let cookies = self.browser().get_all_cookies().await?;
        ensure!(cookies.is_empty(), "cookies: {cookies:?}");
        Ok(())
    }

    /// Nothing outside the element has moved since the page was parsed.
    pub(crate) async fn assert_nothing_shifted(&self) -> Result<()> {
        let shifts = self.recorded("shifts").await?;
        ensure!(shifts.is_empty(), "moved outside the element: {shifts:#?}");
        Ok(())
    }
}

/// `dist/supranet.js`, or `//localhost/dist/supranet.js` when the site was asked by another name than 127.0.0.1.
fn name_of(request: &Request) -> String {
    let host = request.header("host").and_then(|host| host.split(':').next()).unwrap_or_default();
    if host == "127.0.0.1" { request.path.clone() } else { format!("//{host}/{}", request.path) }
}
