//! Window sizes and the visitor's preferences, as far as each engine lets a driver set them:
//! Chromium by its DevTools protocol, Firefox by its preferences, WebKitGTK not at all while it runs.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::{RequestData, SessionId, cdp::Cdp, common::command::FormatRequestData};

use super::Page;
use crate::harness::{Engine, PATIENCE, eventually};

/// After so long without a change, a window is as near to the size asked for as it gets.
const REFUSED: Duration = Duration::from_secs(1);

/// `POST /session/{id}/moz/context`: scripts run in the page, or in Firefox itself.
#[derive(Debug)]
struct FirefoxContext(&'static str);

impl FormatRequestData for FirefoxContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context")).add_body(json!({"context": self.0}))
    }
}

impl Page {
    /// Resizes the window until the page is so large, and returns the size it got. Firefox stops at a width of 500,
    /// WebKit at about 447: a narrower widget is tried there in a narrow column. Chromium goes as low as asked.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<(u32, u32)> {
        if self.stage.engine == Engine::Chromium {
            let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            return self.inner_size().await;
        }
        if self.inner_size().await? == (width, height) {
            return Ok((width, height));
        }
        let frame = self.frame().await?;
        self.browser().set_window_rect(0, 0, width + frame.0, height + frame.1).await?;
        // A size may be refused. What has not changed for a while is then what there is to get.
        let mut last = ((0, 0), Instant::now());
        eventually("the window has a size", PATIENCE, async || {
            let now = self.inner_size().await?;
            if now != last.0 {
                last = (now, Instant::now());
            }
            Ok((now == (width, height) || last.1.elapsed() > REFUSED).then_some(now))
        })
        .await
    }

    async fn inner_size(&self) -> Result<(u32, u32)> {
        self.run("return [innerWidth, innerHeight]", vec![]).await
    }

    async fn frame(&self) -> Result<(u32, u32)> {
        self.run("return [Math.max(0, outerWidth - innerWidth), Math.max(0, outerHeight - innerHeight)]", vec![]).await
    }

    /// Lets the visitor prefer a dark scheme, or a light one. Not in WebKit: say so in the behaviour.
    pub(crate) async fn prefer_dark(&self, dark: bool) -> Result<()> {
        match self.stage.engine {
            Engine::Chromium => self.emulate_media("prefers-color-scheme", if dark { "dark" } else { "light" }).await?,
            // 0 is dark, 1 light, 2 what the system says.
            Engine::Firefox => {
                self.firefox_preference("layout.css.prefers-color-scheme.content-override", u8::from(!dark)).await?
            }
            Engine::WebKit => bail!("WebKitGTK takes its scheme from the desktop when it starts"),
        }
        let query = if dark { "(prefers-color-scheme: dark)" } else { "(prefers-color-scheme: light)" };
        self.wait_until(&format!("{query} matches"), "return matchMedia(args[0]).matches", vec![json!(query)]).await
    }

    /// Sets a media feature (`forced-colors`: `active`, `prefers-reduced-motion`: `reduce`). Chromium only.
    pub(crate) async fn emulate_media(&self, feature: &str, value: &str) -> Result<()> {
        self.emulate_each_media(&[(feature, value)]).await
    }

    /// The same, with several features at once; the others are as they were before any was set.
    pub(crate) async fn emulate_each_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        Ok(())
    }

    /// Calls a method of the DevTools protocol, such as `Emulation.setCPUThrottlingRate`. Chromium only.
    pub(crate) async fn devtools(&self, method: &str, params: Value) -> Result<Value> {
        ensure!(self.stage.engine == Engine::Chromium, "only Chromium speaks the DevTools protocol");
        Ok(Cdp::new(self.browser().clone()).send_raw(method, params).await?)
    }

    /// Sets a number among Firefox's preferences, while it runs.
    pub(super) async fn firefox_preference(&self, name: &str, value: u8) -> Result<()> {
        self.in_firefox("Services.prefs.setIntPref(arguments[0], arguments[1])", vec![json!(name), json!(value)]).await
    }

    /// Runs a script in Firefox itself.
    pub(super) async fn in_firefox(&self, script: &str, args: Vec<Value>) -> Result<()> {
        ensure!(self.stage.engine == Engine::Firefox, "only Firefox runs scripts in itself");
        self.browser().cmd(FirefoxContext("chrome")).await?;
        let done = self.browser().execute(script, args).await;
        self.browser().cmd(FirefoxContext("content")).await?;
        done?;
        Ok(())
    }

    /// Takes back everything that this module has set, the window size apart.
    pub(crate) async fn stop_emulating(&self) -> Result<()> {
        self.stop_zooming().await?;
        match self.stage.engine {
            Engine::Chromium => {
                self.devtools("Emulation.setEmulatedMedia", json!({"media": "", "features": []})).await?;
                self.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
                Ok(())
            }
            Engine::Firefox => self.firefox_preference("layout.css.prefers-color-scheme.content-override", 2).await,
            Engine::WebKit => Ok(()),
        }
    }
}
