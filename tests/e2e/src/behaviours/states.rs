//! The states that a visitor can meet the widget in, each brought about in a column of 320 px, and the ways to look at it:
//! schemes of colours, directions, widths. Knows nothing of what is checked in them.

use anyhow::Result;
use serde_json::{Value, json};
use supranet_dev_server::Fault;

use super::widget::{self, CARD, CHIP, EMPTY, FILTERS, NOTICE, RETRY, SEARCH, SHOW_HIDDEN, text};
use crate::{
    harness::{Engine, Stage},
    page::{HostPage, Page},
};

/// How the page looks: the narrow column is 320 px wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
    /// Chromium only.
    Forced,
}

macro_rules! states {
    ($($state:ident = $name:literal,)*) => {
        /// What the widget shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum State { $($state),* }

        impl State {
            pub(crate) const ALL: &[Self] = &[$(Self::$state),*];

            /// As reports and `docs/accessibility` call it.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$state => $name),* }
            }
        }
    };
}

states! {
    Loading = "loading",
    Ready = "ready",
    Empty = "empty",
    Partly = "partly bad data",
    Lost = "one of two sources lost",
    Failed = "failed",
    Facets = "every facet open",
    LongFacet = "a long facet",
    Scrolled = "a facet that scrolls in itself",
    Bar = "filters open in a narrow column",
    Skip = "the button past the filters",
    Search = "words searched",
    Chosen = "filters chosen",
    Undated = "agreements without a date left out",
    Card = "a card open",
    Agreement = "an agreement open",
    Folded = "agreements folded",
    Unfolded = "agreements unfolded",
    Cited = "citation copied",
    Linked = "link copied",
    OtherData = "a link of other data",
    Unsaved = "no file made",
    Hidden = "a card hidden by the filters",
    More = "more cards to show",
    Fallback = "a text in another language only",
}

const GONE: &str = "gone.json";
const WRITER: &str = "dist/supranet-export.wasm";
/// The pseudo-locale: the same words, from right to left.
const RTL: &str = "document.querySelector('supra-network').texts = {direction: 'rtl'};";
const WIDTH: &str = "document.querySelector('main').style.inlineSize = args[0]";
const OPEN_BAR: &str =
    "[...root.querySelectorAll(`${args[0]} button`)].find((one) => one.textContent === args[1]).click()";
const OPEN_FACETS: &str = "for (const one of root.querySelectorAll('[part=facet]')) one.open = true";

/// Sixteen countries: more than a facet shows at once.
fn many_countries() -> String {
    let codes = "AT BE BG CI CY CZ DE DK EE ES FI FR GR HU IE SE";
    let record = |code: &str| json!({"id": code, "name": {"en": code}, "country": code});
    json!({"version": 1, "initiatives": codes.split(' ').map(record).collect::<Vec<Value>>()}).to_string()
}

/// Far more initiatives than a list in the filters shows without scrolling.
fn many_initiatives() -> String {
    let record = |at: usize| json!({"id": format!("i-{at}"), "name": {"en": format!("Number {at}")}});
    json!({"version": 1, "initiatives": (0..200).map(record).collect::<Vec<Value>>()}).to_string()
}

/// A page with the widget, from right to left if asked.
pub(crate) fn mirrored(host: HostPage, is_mirrored: bool) -> HostPage {
    if !is_mirrored {
        return host;
    }
    host.file("direction.js", RTL).after("<script src=\"direction.js\"></script>\n")
}

/// Gives the widget so much room.
pub(crate) async fn give_width(page: &Page, is_narrow: bool) -> Result<()> {
    page.run(WIDTH, vec![json!(if is_narrow { "320px" } else { "" })]).await
}

/// Shows the page in a scheme, and waits until all texts have its colours.
pub(crate) async fn give_scheme(page: &Page, scheme: Scheme) -> Result<()> {
    let name = if scheme == Scheme::Dark { "dark" } else { "light" };
    page.run::<()>("element.setAttribute('scheme', args[0])", vec![json!(name)]).await?;
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let is_forced = scheme == Scheme::Forced;
    page.emulate_media("forced-colors", if is_forced { "active" } else { "none" }).await?;
    // The page's own text has the colour of the system, and the widget's has not.
    let coloured = "const colour = (one) => getComputedStyle(one).color, own = colour(document.querySelector('h1'));
        return [...root.querySelectorAll('h2, [part=base], [part=notice]')].every((one) => (colour(one) === own) === args[0])";
    page.wait_until(&format!("the colours are those of {scheme:?}"), coloured, vec![json!(is_forced)]).await
}

impl State {
    /// The state of this name.
    pub(crate) fn named(name: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|state| state.name() == name);
        found.copied().ok_or_else(|| anyhow::anyhow!("there is no state {name:?}"))
    }

    /// Is it one that only a narrow column has?
    pub(crate) fn is_narrow_only(self) -> bool {
        self == Self::Bar
    }

    fn host(self) -> HostPage {
        let small = widget::page;
        match self {
            Self::Loading => small().fault("data.json", Fault::Hang),
            Self::Failed => small().fault("data.json", Fault::Status(404, None)),
            Self::Partly => widget::page_on(widget::PARTLY),
            Self::Lost => HostPage::new()
                .attribute("src", "data.json gone.json")
                .file("data.json", widget::SMALL)
                .fault(GONE, Fault::Status(404, None)),
            Self::Scrolled => widget::page_on(&many_initiatives()).attribute("page-size", "2"),
            Self::LongFacet => widget::page_on(&many_countries()),
            Self::Chosen => small().attribute("area", "solid-tumours,blood-cancer").attribute("country", "SE,DE,NO"),
            Self::Undated => small().attribute("from", "2015"),
            Self::Folded | Self::Unfolded => small().attribute("agreement", "cooperation"),
            Self::Linked => small().attribute("url", "query"),
            Self::OtherData => small().attribute("url", "query").address("?sn-card=zpm&sn-data=2020-01"),
            Self::Unsaved => small().fault(WRITER, Fault::Status(404, None)),
            Self::Hidden => small().attribute("country", "SE"),
            Self::More => small().attribute("page-size", "2"),
            Self::Fallback => small().attribute("lang", "sv"),
            _ => small().attribute("feedback", "mailto:data@example.org?subject={id}"),
        }
    }

    /// Opens a page and does what brings it there, in the narrow column.
    pub(crate) async fn bring(self, stage: &Stage, is_mirrored: bool) -> Result<Page> {
        let page = stage.open(mirrored(self.host(), is_mirrored)).await?;
        give_width(&page, true).await?;
        match self {
            Self::Loading => page.wait_for_text(NOTICE, text("loading")?).await?,
            Self::Failed => drop(page.find(RETRY).await?),
            _ => drop(page.find(CARD).await?),
        }
        self.act(&page).await?;
        let side = if is_mirrored { "rtl" } else { "ltr" };
        let turned = "return [...root.querySelectorAll('[part=base], [part=notice]')].every((one) => getComputedStyle(one).direction === args[0])";
        page.wait_until(&format!("the widget is {side}"), turned, vec![json!(side)]).await?;
        Ok(page)
    }

    async fn act(self, page: &Page) -> Result<()> {
        match self {
            Self::Loading | Self::Failed | Self::Ready | Self::Folded => Ok(()),
            Self::Partly => page.wait_for_text(widget::FOOTER, text("partly")?).await,
            Self::Lost => {
                let said = "return root.querySelector(args[0]).textContent.startsWith(args[1])";
                page.wait_until("a source is said to be lost", said, vec![json!(NOTICE), json!(text("lost")?)]).await
            }
            Self::Bar => open_bar(page).await,
            Self::Facets => {
                open_bar(page).await?;
                page.run(OPEN_FACETS, vec![]).await
            }
            Self::LongFacet => {
                open_bar(page).await?;
                page.type_into("[part=facet] input[type=search]", "zzzz").await?;
                page.wait_for_count("[part=facet]:first-of-type .row", 0).await
            }
            Self::Scrolled => {
                open_bar(page).await?;
                widget::open_facet(page, text("facet.initiative")?).await?;
                let all = text("facet.all")?.replace("{count}", "200");
                widget::button(page, "#facet-initiative", &all).await?.click().await?;
                page.wait_for_count("#facet-initiative .row", 200).await
            }
            Self::Skip => {
                page.run::<()>("root.querySelector('.skip').focus()", vec![]).await?;
                page.wait_for_focus(".skip").await
            }
            Self::Search => {
                open_bar(page).await?;
                page.type_into(SEARCH, "ge").await?;
                drop(page.find("mark").await?);
                page.run::<()>(
                    "root.querySelectorAll('[part=card] details').forEach((one) => { one.open = true })",
                    vec![],
                )
                .await?;
                let drawn =
                    "return [...root.querySelectorAll('[part=card] details')].every((one) => one.querySelector('dl'))";
                page.wait_until("every disclosure is drawn", drawn, vec![]).await
            }
            Self::Empty => {
                open_bar(page).await?;
                page.type_into(SEARCH, "zzzz").await?;
                drop(page.find(EMPTY).await?);
                Ok(())
            }
            Self::Chosen => {
                open_bar(page).await?;
                page.run::<()>(OPEN_FACETS, vec![]).await?;
                page.wait_for_count(CHIP, 5).await
            }
            Self::Undated => page.wait_for_count(CHIP, 1).await,
            Self::Card | Self::Fallback => open_card(page, "body").await,
            Self::OtherData => page.wait_for_count(&widget::inside_card("zpm", "> details[open] dl"), 1).await,
            Self::Agreement => {
                page.click(&widget::inside_card("dngc", "[part=agreement]:first-child summary")).await?;
                page.wait_for_count(&widget::inside_card("dngc", "[part=agreement]:first-child dd dl"), 1).await
            }
            Self::Unfolded => {
                page.click(&widget::inside_card("dngc", "button[aria-expanded]")).await?;
                page.wait_for_count(&widget::inside_card("dngc", "[part=agreement]"), 2).await
            }
            Self::Cited => {
                open_card(page, "gms").await?;
                page.click("[part=copy-citation]").await?;
                page.wait_for_focus("#cite-gms").await
            }
            Self::Linked => {
                page.click("[part=copy-link]").await?;
                page.wait_for_focus("#link").await
            }
            Self::Unsaved => {
                widget::button(page, ".share", "Save as CSV").await?.click().await?;
                page.wait_for_text(NOTICE, text("unsaved")?).await
            }
            Self::Hidden => {
                page.run::<()>("element.show('zpm')", vec![]).await?;
                drop(page.find(SHOW_HIDDEN).await?);
                Ok(())
            }
            Self::More => page.wait_for_count(CARD, 2).await,
        }
    }
}

async fn open_bar(page: &Page) -> Result<()> {
    page.run(OPEN_BAR, vec![json!(FILTERS), json!(text("filters")?)]).await
}

async fn open_card(page: &Page, id: &str) -> Result<()> {
    page.click(&widget::inside_card(id, "> details > summary")).await?;
    page.wait_for_count(&widget::inside_card(id, "> details dl"), 1).await
}
