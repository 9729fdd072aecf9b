//! Larger text and pages, as visitors set them in their browsers: Chromium by its DevTools protocol, Firefox in itself,
//! WebKitGTK not at all while it runs.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::Page;
use crate::harness::Engine;

/// What an engine's font size is, unless the visitor says otherwise.
const FONT_SIZE: u8 = 16;
/// Firefox's preference for it, in Latin script.
const FIREFOX_FONT_SIZE: &str = "font.size.variable.x-western";

impl Page {
    /// Zooms the page, which is open and so large at 100 %: `2` is 200 %. Not in WebKit: say so in the behaviour.
    pub(crate) async fn zoom(&self, factor: u32, width: u32, height: u32) -> Result<()> {
        let (width, height) = (width / factor, height / factor);
        match self.stage.engine {
            Engine::Chromium => {
                let size = json!({"width": width, "height": height, "deviceScaleFactor": factor, "mobile": false});
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Engine::Firefox => self.firefox_zoom("fullZoom", factor).await?,
            Engine::WebKit => bail!("WebKitGTK's driver cannot zoom"),
        }
        let script = "return Math.abs(innerWidth - args[0]) <= 1 && devicePixelRatio === args[1]";
        self.wait_until(&format!("the page is {width} px wide"), script, vec![json!(width), json!(factor)]).await
    }

    /// Lets the visitor's own font size be so many pixels instead of 16, in pages that are opened next. Not in WebKit.
    pub(crate) async fn prefer_font_size(&self, pixels: u8) -> Result<()> {
        match self.stage.engine {
            Engine::Chromium => {
                self.devtools("Page.setFontSizes", json!({"fontSizes": {"standard": pixels}})).await?;
            }
            Engine::Firefox => self.firefox_preference(FIREFOX_FONT_SIZE, pixels).await?,
            Engine::WebKit => bail!("WebKitGTK takes its font size when it starts"),
        }
        Ok(())
    }

    /// Enlarges the text alone. Firefox only.
    pub(crate) async fn zoom_text(&self, factor: u32) -> Result<()> {
        self.firefox_zoom("textZoom", factor).await
    }

    /// Gives the visitor a style sheet for all pages, or none. Firefox only.
    pub(crate) async fn set_visitors_sheet(&self, css: &str) -> Result<()> {
        let script =
            "const sheets = Cc['@mozilla.org/content/style-sheet-service;1'].getService(Ci.nsIStyleSheetService);
            const prefs = Services.prefs, name = 'supranet.visitors-sheet';
            const before = prefs.getStringPref(name, '');
            if (before) sheets.unregisterSheet(Services.io.newURI(before), sheets.USER_SHEET);
            const now = arguments[0] && `data:text/css,${encodeURIComponent(arguments[0])}`;
            if (now) sheets.loadAndRegisterSheet(Services.io.newURI(now), sheets.USER_SHEET);
            prefs.setStringPref(name, now)";
        self.in_firefox(script, vec![json!(css)]).await
    }

    async fn firefox_zoom(&self, kind: &str, factor: u32) -> Result<()> {
        let script = "const tab = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
            tab[arguments[0]] = arguments[1]";
        self.in_firefox(script, vec![json!(kind), json!(factor)]).await
    }

    /// Takes back what is set here; the size of the page takes a zoom of Chromium's back.
    pub(super) async fn stop_zooming(&self) -> Result<()> {
        match self.stage.engine {
            Engine::Chromium => self.prefer_font_size(FONT_SIZE).await,
            Engine::Firefox => {
                self.set_visitors_sheet("").await?;
                self.zoom_text(1).await?;
                self.firefox_zoom("fullZoom", 1).await?;
                self.prefer_font_size(FONT_SIZE).await
            }
            Engine::WebKit => Ok(()),
        }
    }

    /// The font size of text inside the element, in pixels.
    pub(crate) async fn font_size(&self, css: &str) -> Result<f64> {
        let size: Value = self
            .run("return parseFloat(getComputedStyle(root.querySelector(args[0])).fontSize)", vec![json!(css)])
            .await?;
        Ok(size.as_f64().unwrap_or_default())
    }
}
