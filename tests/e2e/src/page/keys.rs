//! Keyboard, focus, and what a screen reader is told. It knows nothing of the mouse.

use anyhow::{Context, Result, bail};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::{Key, RequestData, SessionId, WebElement, common::command::FormatRequestData};

use super::Page;

/// `GET /session/{id}/element/{id}/{property}`: two endpoints that thirtyfour has no method for.
#[derive(Debug)]
struct Computed {
    element: WebElement,
    property: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let (element, property) = (self.element.element_id(), self.property);
        RequestData::new(Method::GET, format!("session/{session}/element/{element}/{property}"))
    }
}

impl Page {
    /// The role that assistive technology is told.
    pub(crate) async fn role(&self, css: &str) -> Result<String> {
        self.computed(css, "computedrole").await
    }

    /// The name that assistive technology is told.
    pub(crate) async fn name(&self, css: &str) -> Result<String> {
        self.computed(css, "computedlabel").await
    }

    async fn computed(&self, css: &str, property: &'static str) -> Result<String> {
        self.computed_of(self.find(css).await?, property).await
    }

    pub(super) async fn computed_of(&self, element: WebElement, property: &'static str) -> Result<String> {
        let command = Computed { element, property };
        let answer = self.browser().cmd(command).await?.value_json()?;
        answer.as_str().map(str::to_owned).with_context(|| format!("{property} is {answer}"))
    }

    /// Presses and releases keys one after the other, wherever the focus is.
    pub(crate) async fn press(&self, keys: &[Key]) -> Result<()> {
        for key in keys {
            self.browser().action_chain().key_down(key.value()).key_up(key.value()).perform().await?;
        }
        Ok(())
    }

    /// Presses a key while a modifier is held: `page.press_with(Key::Shift, Key::Tab)`.
    pub(crate) async fn press_with(&self, modifier: Key, key: Key) -> Result<()> {
        let (modifier, key) = (modifier.value(), key.value());
        let chain = self.browser().action_chain().key_down(modifier).key_down(key).key_up(key).key_up(modifier);
        Ok(chain.perform().await?)
    }

    /// Types text wherever the focus is.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.browser().action_chain().send_keys(text).perform().await?)
    }

    /// The element inside the shadow root that has the focus; `None` when it is outside.
    pub(crate) async fn focused(&self) -> Result<Option<WebElement>> {
        if !self.has_focus(":focus").await? {
            return Ok(None);
        }
        Ok(self.find_all(":focus").await?.into_iter().next())
    }

    /// Presses Tab from the start of the page until the focus has left the element again, and tells each stop inside
    /// as a screen reader would: `button Clear`.
    pub(crate) async fn tab_stops(&self) -> Result<Vec<String>> {
        const MOST: usize = 500;
        self.run::<()>(
            "document.activeElement && document.activeElement.blur(); getSelection().removeAllRanges()",
            vec![],
        )
        .await?;
        let mut stops = Vec::new();
        for _ in 0..MOST {
            self.press(&[Key::Tab]).await?;
            match self.focused().await? {
                Some(element) => {
                    let role = self.computed_of(element.clone(), "computedrole").await?;
                    stops.push(format!("{role} {}", self.computed_of(element, "computedlabel").await?));
                }
                None if !stops.is_empty() => return Ok(stops),
                None => {}
            }
        }
        bail!("the focus does not leave the element, or never gets there: {stops:?}")
    }

    /// Does the element inside the shadow root that has the focus match this selector?
    pub(crate) async fn has_focus(&self, css: &str) -> Result<bool> {
        let active: Value = self
            .run("const a = root && root.activeElement; return !!a && a.matches(args[0])", vec![json!(css)])
            .await?;
        Ok(active == json!(true))
    }

    /// Waits until the focus is on what this selector matches.
    pub(crate) async fn wait_for_focus(&self, css: &str) -> Result<()> {
        let script = "const a = root && root.activeElement; return !!a && a.matches(args[0])";
        self.wait_until(&format!("{css:?} has the focus"), script, vec![json!(css)]).await
    }
}
