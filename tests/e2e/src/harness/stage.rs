//! What a behaviour is given: a clean browser session and a server of its own, which makes it an origin of its own.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use supranet_dev_server::{Scenario, Server, Site};
use thirtyfour::session::handle::SessionHandle;

use super::Engine;
use crate::page::{HostPage, Page};

const RESET: Duration = Duration::from_secs(10);
/// What each trial starts with.
const WINDOW: (u32, u32) = (1280, 900);

/// A browser, a server, and the sites that a trial has opened on it.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) engine: Engine,
    pub(crate) browser: Arc<SessionHandle>,
    pub(crate) server: Arc<Server>,
    sites: Arc<Mutex<Vec<Arc<Site>>>>,
}

impl Stage {
    pub(super) async fn new(engine: Engine, browser: Arc<SessionHandle>) -> Result<Self> {
        let server = Arc::new(Server::start().await?);
        Ok(Self { engine, browser, server, sites: Arc::default() })
    }

    /// Serves a host page, opens it, and waits until it has loaded (or as little as it asks for).
    pub(crate) async fn open(&self, page: HostPage) -> Result<Page> {
        let (scenario, visit) = page.build()?;
        let site = self.site(scenario);
        self.visit(&site, &site.url(&visit.address), visit.until_loaded).await
    }

    /// Serves a scenario for the rest of the trial.
    pub(crate) fn site(&self, scenario: Scenario) -> Arc<Site> {
        let site = Arc::new(self.server.scenario(scenario));
        self.sites().push(Arc::clone(&site));
        site
    }

    /// Opens an address of a site, in a new document: an address that differs from the shown one by its hash only is not for this.
    pub(crate) async fn visit(&self, site: &Arc<Site>, url: &str, until_loaded: bool) -> Result<Page> {
        let page = Page::new(self.clone(), Arc::clone(site));
        page.leave_for(url).await?;
        let there = "return location.pathname === new URL(args[0]).pathname \
                     && (args[1] ? document.readyState === 'complete' : !!window.__host)";
        page.wait_until(&format!("{url} is open"), there, vec![json!(url), json!(until_loaded)]).await?;
        Ok(page)
    }

    pub(super) fn sites(&self) -> MutexGuard<'_, Vec<Arc<Site>>> {
        self.sites.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the session as good as new: no page, no cookie, one window of the usual size, nothing emulated.
    pub(super) async fn reset(&self) -> Result<()> {
        tokio::time::timeout(RESET, self.reset_all()).await.context("the browser does not answer")?
    }

    async fn reset_all(&self) -> Result<()> {
        let page = Page::new(self.clone(), self.site(Scenario::new()));
        self.browser.delete_all_cookies().await.ok();
        page.leave_for("about:blank").await?;
        ensure!(self.browser.windows().await?.len() == 1, "the last trial left windows open");
        page.stop_emulating().await?;
        page.resize(WINDOW.0, WINDOW.1).await?;
        self.sites().clear();
        Ok(())
    }
}
