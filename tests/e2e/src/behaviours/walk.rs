//! The walk by keyboard: every action that a mouse can do, on which control, and the behaviour that proves it by keys
//! alone. A walk fails where a control is shown that no action names, where the focus is lost or not seen, and where an
//! action that it is to prove was not done. It knows nothing of how the widget looks.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::widget::{CHIP, CLEAR, MORE, RETRY, SEARCH, SHOW_HIDDEN};
use crate::page::{HostPage, Page};

pub(crate) const FILTERS_WALK: &str = "every_filter_is_worked_by_keyboard_alone";
pub(crate) const CARDS_WALK: &str = "every_card_is_worked_by_keyboard_alone";
const FILTERS_WORK: &str = "filters_work_by_keyboard_alone";
const ESCAPE_CLOSES: &str = "escape_closes_and_leads_back";

/// What a visitor can do, the control it is done with, and the file of the behaviour in which keys alone do it.
type Action = (&'static str, &'static str, &'static str);

pub(crate) const SKIP: &str = ".skip";
pub(crate) const OPEN_FILTERS: &str = "#open-filters";
pub(crate) const GROUP: &str = "[part=facet] > summary";
pub(crate) const CHECK: &str = "[part=facet] input[type=checkbox]";
pub(crate) const FIND: &str = "[part=facet] input[type=search]";
pub(crate) const ALL_OR_FEWER: &str = "[part=facet] button.rest";
pub(crate) const FROM: &str = "#from";
pub(crate) const TO: &str = "#to";
pub(crate) const SORT: &str = "#sort";
pub(crate) const COUNTRY_WORD: &str = ".place button[aria-pressed]";
pub(crate) const AREA_WORD: &str = ".areas button[aria-pressed]";
pub(crate) const TOLD_WORD: &str = "dd button[aria-pressed]";
pub(crate) const PARTNER: &str = "[part=agreement] button.partner";
pub(crate) const LEAD: &str = "dd button.lead";
pub(crate) const UNFOLD: &str = ".agreements + div > button.rest";
pub(crate) const AGREEMENT: &str = "[part=agreement] summary";
pub(crate) const CARD_DETAILS: &str = "[part=card] > details > summary";
pub(crate) const CITATION: &str = "[id^=cite-]";
pub(crate) const CITE: &str = "[part=copy-citation]";
pub(crate) const LINK_OUT: &str = "[part=card] a[href]";
pub(crate) const COPY_LINK: &str = "[part=copy-link]";
pub(crate) const LINK: &str = "#link";
pub(crate) const SAVE: &str = "[part=export]";

#[rustfmt::skip]
const ACTIONS: &[Action] = &[
    ("skip past the filters", SKIP, FILTERS_WALK),
    ("search", SEARCH, FILTERS_WORK),
    ("empty the search by Escape", SEARCH, ESCAPE_CLOSES),
    ("open and close a facet", GROUP, FILTERS_WALK),
    ("choose and unchoose", CHECK, FILTERS_WALK),
    ("choose a parent of which a part was chosen", CHECK, FILTERS_WALK),
    ("search inside a long facet", FIND, FILTERS_WALK),
    ("see all of a long facet, and fewer again", ALL_OR_FEWER, FILTERS_WALK),
    ("choose the first year", FROM, FILTERS_WALK),
    ("choose the last year", TO, FILTERS_WALK),
    ("sort", SORT, FILTERS_WALK),
    ("open the filters of a narrow column", OPEN_FILTERS, FILTERS_WALK),
    ("close the filters of a narrow column by Escape", CHECK, FILTERS_WALK),
    ("take a filter away", CHIP, FILTERS_WORK),
    ("clear all filters", CLEAR, FILTERS_WORK),
    ("try again after a failure", RETRY, FILTERS_WALK),
    ("choose the country of a card", COUNTRY_WORD, CARDS_WALK),
    ("choose an area of a card", AREA_WORD, CARDS_WALK),
    ("choose a word of the details", TOLD_WORD, CARDS_WALK),
    ("go to a partner's card and back by Escape", PARTNER, ESCAPE_CLOSES),
    ("go from the details to another card and back by Escape", LEAD, CARDS_WALK),
    ("unfold the other agreements, and fold them", UNFOLD, CARDS_WALK),
    ("open an agreement", AGREEMENT, CARDS_WALK),
    ("open the details of a card", CARD_DETAILS, CARDS_WALK),
    ("close by Escape from inside outwards", TOLD_WORD, CARDS_WALK),
    ("copy the citation", CITE, CARDS_WALK),
    ("read the citation in its field, and close by Escape", CITATION, CARDS_WALK),
    ("follow a link", LINK_OUT, CARDS_WALK),
    ("show more cards", MORE, CARDS_WALK),
    ("lift the filters that hide a card", SHOW_HIDDEN, CARDS_WALK),
    ("copy a link", COPY_LINK, CARDS_WALK),
    ("read the link in its field", LINK, CARDS_WALK),
    ("save as a file", SAVE, CARDS_WALK),
];

/// Fifteen initiatives, so that facets are long; cards page by page; a link, an address for errors.
pub(crate) fn page() -> Result<HostPage> {
    let mut data: serde_json::Value = serde_json::from_str(super::widget::SMALL)?;
    let initiatives = data["initiatives"].as_array_mut().context("the small dataset has no initiatives")?;
    for country in ["AT", "BE", "CH", "ES", "FI", "IT"] {
        initiatives.push(
            json!({"id": country.to_lowercase(), "name": {"en": format!("Number {country}")}, "country": country}),
        );
    }
    Ok(around(super::widget::page_on(&data.to_string()).attribute("feedback", "mailto:a@example.org")))
}

/// A page with something before and after the element that takes the focus.
pub(crate) fn around(host: HostPage) -> HostPage {
    let host = host.attribute("url", "query").attribute("loading", "eager");
    host.before("<p><a id=\"before\" href=\"#b\">Before</a></p>")
        .after("<p><a id=\"behind\" href=\"#a\">Behind</a></p>")
}

/// A visitor without a mouse.
pub(crate) struct Walk<'page> {
    page: &'page Page,
    proves: &'static str,
    done: BTreeSet<&'static str>,
}

impl<'page> Walk<'page> {
    /// Begins on what stands before the element in the page.
    pub(crate) async fn begin(page: &'page Page, proves: &'static str) -> Result<Self> {
        page.run::<()>("document.getElementById('before').focus()", vec![]).await?;
        Ok(Self { page, proves, done: BTreeSet::new() })
    }

    /// Goes on from where the focus is, and is to prove nothing.
    pub(crate) fn stay(page: &'page Page) -> Self {
        Self { page, proves: "", done: BTreeSet::new() }
    }

    /// The same visitor on another page.
    pub(crate) async fn go_on(self, page: &Page) -> Result<Walk<'_>> {
        let Self { proves, done, .. } = self;
        Ok(Walk { done, ..Walk::begin(page, proves).await? })
    }

    /// Goes by Tab, or by Shift and Tab where it is before, to the first that matches and whose words begin so.
    pub(crate) async fn to_one(&self, css: &str, words: &str) -> Result<()> {
        let page = self.page;
        // Firefox stops at lists that scroll, too: those come on top.
        const EXTRA: usize = 12;
        for _ in 0..EXTRA {
            let stops =
                page.stops_to(css, words).await?.with_context(|| format!("there is no stop {css:?} {words:?}"))?;
            if stops == 0 {
                return self.lands(css).await;
            }
            for _ in 0..stops.unsigned_abs() {
                match stops > 0 {
                    true => page.press(&[Key::Tab]).await?,
                    false => page.press_with(Key::Shift, Key::Tab).await?,
                }
            }
        }
        bail!("Tab does not come to {css:?} {words:?}")
    }

    /// Goes to the first that matches.
    pub(crate) async fn to(&self, css: &str) -> Result<()> {
        self.to_one(css, "").await
    }

    /// The focus comes to be on this, one sees it, and all that could have it now has an action.
    pub(crate) async fn lands(&self, css: &str) -> Result<()> {
        self.page.wait_for_focus(css).await?;
        self.page.wait_until("all is laid out", super::widget::ALL_LAID_OUT, vec![]).await?;
        self.page.assert_focus_is_seen().await?;
        self.knows_all().await
    }

    /// Does what one of the actions says, with the control that has the focus.
    pub(crate) async fn does(&mut self, what: &str, keys: &[Key]) -> Result<()> {
        let (what, css, _) = self.may(what)?;
        ensure!(self.page.has_focus(css).await?, "to {what:?} the focus is not on {css:?}");
        self.page.press(keys).await?;
        self.done.insert(what);
        Ok(())
    }

    fn may(&self, what: &str) -> Result<Action> {
        let action = ACTIONS.iter().find(|action| action.0 == what && action.2 == self.proves);
        action.copied().with_context(|| format!("{what:?} is no action of {}", self.proves))
    }

    /// Every control that is there has an action.
    pub(crate) async fn knows_all(&self) -> Result<()> {
        let known: Vec<&str> = ACTIONS.iter().map(|action| action.1).collect();
        let unknown = self.page.stops_beside(&known).await?;
        ensure!(unknown.is_empty(), "no action of the walk by keyboard names these: {unknown:#?}");
        Ok(())
    }

    /// From its first stop Shift and Tab leave the element, from its last stop Tab does: nothing holds the visitor.
    pub(crate) async fn comes_in_and_out(&self) -> Result<()> {
        let page = self.page;
        page.run::<()>("document.getElementById('before').focus()", vec![]).await?;
        page.press(&[Key::Tab]).await?;
        ensure!(page.stops_to("*", "").await? == Some(0), "Tab does not come to the first stop of the element");
        page.press_with(Key::Shift, Key::Tab).await?;
        ensure!(at(page, "before").await?, "Shift and Tab do not leave the element at its begin");
        page.run::<()>("document.getElementById('behind').focus()", vec![]).await?;
        page.press_with(Key::Shift, Key::Tab).await?;
        ensure!(page.focused().await?.is_some(), "Shift and Tab do not come to the last stop of the element");
        page.press(&[Key::Tab]).await?;
        ensure!(at(page, "behind").await?, "Tab does not leave the element at its end");
        page.run::<()>("document.getElementById('before').focus()", vec![]).await
    }

    /// All that this walk is to prove was done; what others prove, they are there to prove.
    pub(crate) fn ends(self) -> Result<()> {
        for (what, _, by) in ACTIONS {
            ensure!(*by != self.proves || self.done.contains(what), "not done: {what}");
            let sentence = by.replace('_', " ");
            ensure!(super::ALL.iter().any(|one| one.sentence() == sentence), "{what}: there is no behaviour {by}");
        }
        Ok(())
    }
}

/// Has this of the page the focus?
async fn at(page: &Page, id: &str) -> Result<bool> {
    page.run("return document.activeElement.id === args[0]", vec![json!(id)]).await
}
