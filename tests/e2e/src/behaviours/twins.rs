//! Two elements on one page to which the same is done, and to one of them something more: what they show can be compared.
//! It knows nothing of what that is.

use anyhow::{Context, Result};
use serde_json::json;
use supranet_dev_server::Fault;

use super::widget::{CARD, CHIP, CLEAR, FACET, MORE, RETRY, SEARCH, SMALL};
use crate::{
    harness::{PATIENCE, Stage, eventually},
    page::{HostPage, Page},
};

/// What is done, and how a script in the element does it.
const STEPS: [(&str, &str); 15] = [
    ("a country is chosen", "root.querySelector(`${facet} input[type=checkbox]`).click()"),
    ("another is chosen", "root.querySelectorAll(`${facet} input[type=checkbox]`)[2].click()"),
    ("a chip is taken away", "root.querySelector(chip).click()"),
    ("all filters are taken away", "root.querySelector(clear).click()"),
    ("more is shown", "root.querySelector(more).click()"),
    ("words are typed", "type('gen')"),
    ("more words are typed", "type('genomic med')"),
    ("the words are taken away", "type('')"),
    ("the order is changed", "sort('links')"),
    ("cards and agreements are opened", "for (const one of root.querySelectorAll(`${card} details`)) one.open = true"),
    ("one card is left", "type('baden')"),
    ("its partner is hidden", "root.querySelector(`${card} [part=agreement] button`).click()"),
    ("nothing is found", "type('zzzz')"),
    ("the language is changed", "element.lang = 'sv'"),
    ("the data fails", "element.setAttribute('src', 'late.json')"),
];
/// The same, once the data can be had again.
const STEPS_AFTER: [(&str, &str); 2] =
    [("it is tried again", "root.querySelector(retry).click()"), ("all is asked for", "element.clear()")];

const PRELUDE: &str = "const [facet, chip, clear, more, card, search, retry] = args;
    const set = (field, value) => { field.value = value; field.dispatchEvent(new Event('input', {bubbles: true})) };
    const type = (words) => set(root.querySelector(search), words);
    const sort = (order) => set(root.querySelector('#sort'), order);";

/// The page with both, and with the script that replaces texts or takes them away.
pub(crate) fn page() -> HostPage {
    let script = "<script type=\"module\" src=\"translator.js\"></script>\n";
    let twin = "<supra-network id=\"twin\" src=\"data.json\" page-size=\"2\" loading=\"eager\"></supra-network>\n";
    let host = HostPage::new().file("data.json", SMALL).file("late.json", SMALL).after(twin);
    let host = host.attribute("id", "own").attribute("src", "data.json").attribute("page-size", "2");
    let host = host.attribute("loading", "eager").fault("late.json", Fault::Status(404, None));
    host.file("translator.js", include_str!("translator.js")).head(script)
}

/// The two, once they are up.
pub(crate) struct Twins {
    pub(crate) own: Page,
    twin: Page,
}

impl Twins {
    pub(crate) async fn open(stage: &Stage, host: HostPage) -> Result<Self> {
        let page = stage.open(host).await?;
        let twins = Self { own: page.inside("#own"), twin: page.inside("#twin") };
        for one in [&twins.own, &twins.twin] {
            one.wait_for_count(CARD, 2).await?;
        }
        Ok(twins)
    }

    /// Does all that a visitor and a page do, step by step: `before` and `after` surround each; `shown` is a script that tells
    /// what must be the same of both afterwards, and another than before.
    pub(crate) async fn through(
        &self,
        shown: &str,
        before: impl AsyncFn(&Page) -> Result<()>,
        after: impl AsyncFn(&Page, &str) -> Result<()>,
    ) -> Result<()> {
        for (name, script) in STEPS.into_iter().chain(STEPS_AFTER) {
            if name == STEPS_AFTER[0].0 {
                self.own.site().clear_fault("late.json");
            }
            before(&self.own).await?;
            self.step(name, script, shown).await?;
            after(&self.own, name).await.with_context(|| name.to_owned())?;
        }
        self.put_back().await?;
        self.same("taken out of the page and put back", shown).await
    }

    async fn step(&self, name: &str, script: &str, shown: &str) -> Result<()> {
        let last: String = self.twin.run(shown, vec![]).await?;
        let names = [FACET, CHIP, CLEAR, MORE, CARD, SEARCH, RETRY].map(|name| json!(name)).to_vec();
        for one in [&self.own, &self.twin] {
            one.run::<()>(&format!("{PRELUDE} {script}"), names.clone()).await.with_context(|| name.to_owned())?;
        }
        let changed = format!("return (() => {{ {shown} }})() !== args[0]");
        self.twin.wait_until(&format!("it shows that {name}"), &changed, vec![json!(last)]).await?;
        self.same(name, shown).await
    }

    /// Waits until a script in the element tells the same of both.
    pub(crate) async fn same(&self, when: &str, shown: &str) -> Result<()> {
        let mut both = (String::new(), String::new());
        let waited = eventually("both show the same", PATIENCE, async || {
            both = (self.own.run(shown, vec![]).await?, self.twin.run(shown, vec![]).await?);
            Ok((both.0 == both.1).then_some(()))
        })
        .await;
        waited.with_context(|| {
            let same = both.0.chars().zip(both.1.chars()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(60)).take(200).collect::<String>();
            format!("{when}: it shows … {} …, and its twin … {} …", near(&both.0), near(&both.1))
        })
    }

    /// Takes both out of the page and puts them back.
    async fn put_back(&self) -> Result<()> {
        let script = "const {parentNode, nextSibling} = element;
            element.remove();
            await new Promise((done) => setTimeout(done));
            parentNode.insertBefore(element, nextSibling)";
        for one in [&self.own, &self.twin] {
            one.run_async::<()>(script, vec![]).await?;
            one.wait_for_count(CARD, 2).await?;
        }
        Ok(())
    }
}
