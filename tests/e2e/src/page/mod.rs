//! What a behaviour does with an open page, through the open shadow root of `<supra-network>`, and what it may claim of it.
//! It knows nothing of drivers and of other trials.

mod axe;
mod checks;
pub(crate) mod consumer;
mod emulate;
mod fit;
mod focus;
mod host;
mod keys;
mod mirror;
mod picture;
mod print;
mod transcript;
mod zoom;

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use supranet_dev_server::Site;
use thirtyfour::{WebElement, session::handle::SessionHandle};

use crate::harness::{Engine, PATIENCE, Stage, eventually, screenshot_file};

pub(crate) use axe::judgements;
pub(crate) use host::{HostPage, LISTENER, dist};
pub(crate) use mirror::{PLAIN, astray};
pub(crate) use picture::{Part, Picture};

/// An open page and the site it came from. Selectors are looked up inside the element's shadow root.
#[derive(Clone)]
pub(crate) struct Page {
    stage: Stage,
    site: Arc<Site>,
    element: String,
}

impl Page {
    pub(crate) fn new(stage: Stage, site: Arc<Site>) -> Self {
        Self { stage, site, element: "supra-network".to_owned() }
    }

    /// The same page, looking into another element: `page.inside("#second")`.
    pub(crate) fn inside(&self, element: &str) -> Self {
        Self { element: element.to_owned(), ..self.clone() }
    }

    /// The site it came from: requests, reports, faults.
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// The engine that shows it, for what not all can do.
    pub(crate) fn engine(&self) -> Engine {
        self.stage.engine
    }

    /// The WebDriver session, for what has no helper here.
    pub(crate) fn browser(&self) -> &Arc<SessionHandle> {
        &self.stage.browser
    }

    /// Runs the body of a function in the page. It has `args`, `element` (the custom element) and `root` (its shadow root).
    pub(crate) async fn run<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> Result<T> {
        let script = format!("{}const args = arguments;\n{script}", self.prelude());
        let value = self.browser().execute(script, args).await?;
        value.convert().with_context(|| format!("the script returned {}", value.json()))
    }

    /// Runs the body of an async function in the page and waits for its result.
    pub(crate) async fn run_async<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> Result<T> {
        let script = format!(
            "{}const args = arguments, done = args[args.length - 1];\n\
             (async () => {{ {script}\n }})().then(value => done({{value: value === undefined ? null : value}}), error => done({{error: String(error)}}));",
            self.prelude()
        );
        let answer = self.browser().execute_async(script, args).await?;
        let answer = answer.json();
        if let Some(error) = answer.get("error") {
            bail!("the script failed: {error}");
        }
        Ok(serde_json::from_value(answer.get("value").cloned().unwrap_or_default())?)
    }

    fn prelude(&self) -> String {
        format!(
            "const element = document.querySelector({}), root = element && element.shadowRoot;\n",
            json!(self.element)
        )
    }

    /// Goes to another document, and waits until the one before is gone: it is marked, so that it is not taken for the next.
    pub(crate) async fn leave_for(&self, url: &str) -> Result<()> {
        self.wait_until("a page takes a mark", "return window.__left = true", vec![]).await?;
        self.browser().goto(url).await.with_context(|| format!("opening {url}"))?;
        self.wait_until(&format!("the browser leaves for {url}"), "return !window.__left", vec![]).await
    }

    /// Waits until a script (as in [`Page::run`]) returns something true.
    pub(crate) async fn wait_until(&self, what: &str, script: &str, args: Vec<Value>) -> Result<()> {
        eventually(what, PATIENCE, async || {
            let answer: Value = self.run(script, args.clone()).await?;
            let is_false =
                matches!(answer, Value::Null | Value::Bool(false)) || answer == json!(0) || answer == json!("");
            Ok((!is_false).then_some(()))
        })
        .await
    }

    /// Waits for the first match of a selector.
    pub(crate) async fn find(&self, css: &str) -> Result<WebElement> {
        let found = async || Ok(self.find_all(css).await?.into_iter().next());
        eventually(&format!("{css:?} is in the element"), PATIENCE, found).await
    }

    /// Waits for the element that a script (as in [`Page::run`]) returns, and until it can be clicked: for what is told
    /// apart by its words.
    pub(crate) async fn find_by(&self, what: &str, script: &str, args: Vec<Value>) -> Result<WebElement> {
        let script = format!("{}const args = arguments;\n{script}", self.prelude());
        eventually(&format!("{what} is in the element and rests"), PATIENCE, async || {
            let Ok(found) = self.browser().execute(&*script, args.clone()).await?.element() else { return Ok(None) };
            Ok(self.rests(&found).await?.then_some(found))
        })
        .await
    }

    /// Scrolls something into sight and says whether it stays where it is from one picture to the next. What still moves
    /// is missed by a click: WebKit's driver aims first and clicks with a later picture.
    async fn rests(&self, found: &WebElement) -> Result<bool> {
        let script = "const one = args[0];
            one.scrollIntoView({block: 'nearest', inline: 'nearest'});
            const place = () => { const {x, y, width, height} = one.getBoundingClientRect(); return `${[x, y, width, height]}`; };
            const picture = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            await picture();
            const before = place();
            await picture();
            return one.isConnected && place() === before";
        self.run_async(script, vec![found.to_json()?]).await
    }

    /// Every match, now.
    pub(crate) async fn find_all(&self, css: &str) -> Result<Vec<WebElement>> {
        let script = format!("{}return root ? [...root.querySelectorAll(arguments[0])] : []", self.prelude());
        Ok(self.browser().execute(script, vec![json!(css)]).await?.elements()?)
    }

    /// How many there are, now.
    pub(crate) async fn count(&self, css: &str) -> Result<usize> {
        self.run("return root ? root.querySelectorAll(args[0]).length : 0", vec![json!(css)]).await
    }

    /// Waits until there are exactly so many.
    pub(crate) async fn wait_for_count(&self, css: &str, count: usize) -> Result<()> {
        let script = "return (root ? root.querySelectorAll(args[0]).length : 0) === args[1]";
        self.wait_until(&format!("{css:?} is there {count} times"), script, vec![json!(css), json!(count)]).await
    }

    /// Clicks the first match as a mouse does: again, if it was replaced or covered at that moment.
    pub(crate) async fn click(&self, css: &str) -> Result<()> {
        eventually(&format!("{css:?} takes a click"), PATIENCE, async || {
            let found = self.find(css).await?;
            if !self.rests(&found).await? {
                return Ok(None);
            }
            found.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types text into the first match.
    pub(crate) async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        Ok(self.find(css).await?.send_keys(text).await?)
    }

    /// The text of the first match as it is shown, its white space collapsed.
    pub(crate) async fn text(&self, css: &str) -> Result<String> {
        self.find(css).await?;
        let text: String = self.run("return root.querySelector(args[0]).innerText", vec![json!(css)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until the first match shows this text.
    pub(crate) async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        let script = "const found = root && root.querySelector(args[0]); \
                      return !!found && found.innerText.trim().split(/\\s+/).join(' ') === args[1]";
        let what = format!("{css:?} shows {text:?}");
        let waited = self.wait_until(&what, script, vec![json!(css), json!(text)]).await;
        match waited {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("it shows {:?}", self.text(css).await.unwrap_or_default()))),
        }
    }

    /// From now on, scripts and selectors mean the document in this frame of the page (a selector of the page itself).
    pub(crate) async fn enter_frame(&self, css: &str) -> Result<()> {
        let script = "return document.querySelector(arguments[0])";
        let frame = eventually(&format!("the page has a frame {css:?}"), PATIENCE, async || {
            Ok(self.browser().execute(script, vec![json!(css)]).await?.element().ok())
        })
        .await?;
        Ok(frame.enter_frame().await?)
    }

    /// Back to the page that was opened.
    pub(crate) async fn leave_frames(&self) -> Result<()> {
        Ok(self.browser().enter_default_frame().await?)
    }

    /// What the host page's listener recorded under a name: `events`, `console`, `errors`, `resources`, … (`host/listener.js`).
    pub(crate) async fn recorded(&self, what: &str) -> Result<Vec<Value>> {
        self.run("return window.__host ? window.__host[args[0]] : null", vec![json!(what)])
            .await
            .context("no host.js on this page")
    }

    /// Takes a picture: `target/e2e/<name>.png`.
    pub(crate) async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let file = screenshot_file(&format!("{}-{name}", self.stage.engine));
        self.browser().screenshot(&file).await?;
        Ok(file)
    }
}
