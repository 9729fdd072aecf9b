//! The host pages of `tests/pages/hosts/`: what a behaviour opens, and what is done with the widget on each of them.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::widget::{self, CARD, CLEAR, COUNTRY, SEARCH, STATUS};
use crate::{
    harness::{Engine, Stage, workspace},
    page::{HostPage, Page, Part, Picture},
};

/// What pages with old frameworks can live with, and the least that the widget needs.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; base-uri 'self'; form-action 'none'";
const CONTENT: &str = include_str!("../../../pages/content.html");
/// Where the element stands on each of them.
const PLACE: &str = "#place";
/// The column of the page, and beside it the place.
const WINDOW: (u32, u32) = (1480, 1000);
/// The share of pixels that may differ.
const MOST: f64 = 0.001;

/// A page, its file, and the engines that show it besides Chromium.
pub(crate) struct Host {
    name: &'static str,
    html: &'static str,
    everywhere: bool,
}

macro_rules! hosts {
    ($($name:literal $(in $everywhere:literal)?),* $(,)?) => {
        &[$(Host {
            name: $name,
            html: include_str!(concat!("../../../pages/hosts/", $name, ".html")),
            everywhere: false $(|| $everywhere)?,
        }),*]
    };
}

/// Pages with a style of their own, or a way of their own to be read.
pub(crate) const STYLED: &[Host] = hosts![
    "unset",
    "reset" in true,
    "inherited" in true,
    "bootstrap3",
    "bootstrap4",
    "bootstrap5" in true,
    "tailwind",
    "govuk" in true,
    "quirks" in true,
    "rtl",
];
/// Pages whose scripts, names or addresses are in the way.
pub(crate) const SCRIPTED: &[Host] =
    hosts!["prototype" in true, "mootools", "jquery", "zone", "patched", "enumerable", "base", "clobbered"];
/// What they are compared with.
const PLAIN: &str = include_str!("../../../pages/hosts/plain.html");

impl Host {
    fn is_tried_in(&self, engine: Engine) -> bool {
        self.everywhere || engine == Engine::Chromium
    }

    async fn try_on(&self, stage: &Stage, plain: &Seen) -> Result<()> {
        let seen = see(stage, self.html).await?;
        let looks = seen.assert_page_unchanged().and_then(|()| seen.assert_looks_as_on(plain));
        if looks.is_err() {
            seen.page.screenshot(self.name).await?;
        }
        let works = seen.assert_it_works().await;
        looks.and(works)
    }
}

/// A page as it came to look with the widget on it.
struct Seen {
    page: Page,
    before: Picture,
    after: Picture,
    place: Part,
    reports: usize,
}

fn page(html: &str) -> HostPage {
    let html = html.replace("<!-- content -->", CONTENT);
    let npm = workspace().join(".tools/npm/node_modules");
    HostPage::written(&html)
        .policy(POLICY)
        .attribute("src", "data.json")
        .slot(widget::FALLBACK)
        .file("data.json", widget::SMALL)
        // Where `<base>` points.
        .file("elsewhere/data.json", widget::SMALL)
        .scenario(|all| {
            all.folder("pages", workspace().join("tests/pages/hosts"))
                .folder("npm", npm)
                .folder("debian", "/usr/share/javascript")
        })
}

/// Opens a page without the snippet's script, takes a picture, lets the script come, and takes another with the cards up.
async fn see(stage: &Stage, html: &str) -> Result<Seen> {
    let page = stage.open(page(html)).await?;
    ensure!(page.resize(WINDOW.0, WINDOW.1).await? == WINDOW, "the window is too small");
    let place = page.part_of(PLACE).await?;
    let before = page.picture().await?;
    let reports = page.policy_reports().await?.len();
    let script = "document.querySelector('head').append(Object.assign(document.createElement('script'), {type: 'module', src: args[0]}))";
    page.run::<()>(script, vec![json!(page.site().url("dist/supranet.js"))]).await?;
    if let Err(error) = page.wait_for_count(CARD, 9).await {
        let said =
            (page.recorded("console").await?, page.recorded("errors").await?, page.recorded("rejections").await?);
        return Err(error.context(format!("the page has heard {said:?}")));
    }
    widget::wait_until_laid_out(&page).await?;
    let after = page.picture().await?;
    ensure!(page.part_of(PLACE).await? == place, "the place of the element has changed");
    Ok(Seen { page, before, after, place, reports })
}

/// On each of these pages: the widget works, the page keeps its pixels, and the widget those that it has on a plain page.
pub(crate) async fn assert_at_home_on(stage: &Stage, hosts: &[Host]) -> Result<()> {
    let plain = see(stage, PLAIN).await.context("plain")?;
    plain.assert_page_unchanged().context("plain")?;
    plain.assert_it_works().await.context("plain")?;
    let mut faults = Vec::new();
    for host in hosts.iter().filter(|host| host.is_tried_in(stage.engine)) {
        if let Err(error) = host.try_on(stage, &plain).await {
            faults.push(format!("{}: {error:#}", host.name));
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    Ok(())
}

impl Seen {
    /// Around the element, the page is what it was.
    fn assert_page_unchanged(&self) -> Result<()> {
        let (share, where_) = self.after.difference(&self.before, self.after.all(), Some(self.place))?;
        ensure!(share <= MOST, "the page looks otherwise with the widget on it: {where_}");
        Ok(())
    }

    /// The element is what it is on another page.
    fn assert_looks_as_on(&self, plain: &Self) -> Result<()> {
        ensure!(self.place == plain.place, "the element stands elsewhere: {:?}", self.place);
        let (share, where_) = self.after.difference(&plain.after, self.place, None)?;
        ensure!(share <= MOST, "the widget looks otherwise than on a plain page: {where_}");
        Ok(())
    }

    /// A visitor asks for a country, types, opens a card; and the page has heard of no fault.
    async fn assert_it_works(&self) -> Result<()> {
        let page = &self.page;
        page.wait_for_text(STATUS, "9 initiatives").await?;
        widget::choose(page, COUNTRY, "Sweden").await?;
        page.wait_for_text(STATUS, "3 of 9 initiatives").await?;
        page.type_into(SEARCH, "Genomic Medicine").await?;
        page.wait_for_text(STATUS, "1 of 9 initiatives").await?;
        page.click(CLEAR).await?;
        page.wait_for_text(STATUS, "9 initiatives").await?;
        page.click(&widget::inside_card("gms", "> details > summary")).await?;
        page.wait_for_count(&widget::inside_card("gms", "> details[open] dl"), 1).await.context("the card opens")?;
        page.assert_no_error().await?;
        let reports = page.policy_reports().await?;
        ensure!(reports.len() == self.reports, "policy reports: {:#?}", reports.get(self.reports..));
        let told = widget::events(page, "supra-error").await?;
        ensure!(told.is_empty(), "the page is told of {told:?}");
        page.point_at_nothing().await
    }
}
