//! The pages of `www`, under the policy that frames need: none is scrolled sideways, however narrow; the one of the themes links the
//! theme that is chosen, and shows how that is written.

use anyhow::{Result, ensure};
use serde_json::json;
use supranet_dev_server::Scenario;

use super::{frames, stand_in};
use crate::{
    harness::{Stage, behaviour, workspace},
    page::dist,
};

behaviour!(run);

const PAGES: [&str; 5] =
    ["index.html", "partners/index.html", "embed/index.html", "fragment/index.html", "themes/index.html"];
/// Cards, frames, or the filters that `fragment.js` adds.
const IS_UP: &str = "return document.querySelector('iframe, .supra-fragment select') || root?.querySelector('[part=card]')";
const WIDTHS: &str = "const {scrollWidth, clientWidth} = document.scrollingElement; return [scrollWidth, clientWidth]";
const THEMES: &str = "return [...document.querySelectorAll('#theme option')].map(one => one.value)";
const CHOOSE: &str = "const list = document.querySelector('#theme'); list.value = args[0]; list.dispatchEvent(new Event('change'))";
/// The themes that are in force.
const LINKED: &str = "return [...document.styleSheets].filter(one => !one.disabled && one.href?.includes('/themes/') && one.cssRules.length)
    .map(one => one.href.split('/').pop()).filter(name => name !== 'themes.css').join() === args[0]";
const WRITTEN: &str = "return [...document.querySelectorAll('pre')].map(one => one.textContent).join()";

async fn run(stage: Stage) -> Result<()> {
    let www = workspace().join("www");
    let site = stage.site(Scenario::new().folder("supranet", dist()?).folder("", www).policy(&frames::policy("")));
    let page = stage.open(stand_in::page()).await?;
    for name in PAGES {
        page.leave_for(&site.url(name)).await?;
        page.wait_until(&format!("{name} is up"), IS_UP, vec![]).await?;
        for width in [320, 768, 1280] {
            page.resize(width, 800).await?;
            let (wide, room): (u32, u32) = page.run(WIDTHS, vec![]).await?;
            ensure!(wide <= room, "{name} is {wide} px wide in {room}");
        }
    }

    let themes: Vec<String> = page.run(THEMES, vec![]).await?;
    ensure!(themes.len() == 9 && themes[0].is_empty(), "{themes:?}");
    for theme in themes[1..].iter().chain(&themes[..1]) {
        page.run::<()>(CHOOSE, vec![json!(theme)]).await?;
        let file = if theme.is_empty() { String::new() } else { format!("{theme}.css") };
        page.wait_until(&format!("only {theme:?} is on"), LINKED, vec![json!(file)]).await?;
        let written: String = page.run(WRITTEN, vec![]).await?;
        let line = format!("<link rel=\"stylesheet\" href=\"/supranet/themes/{file}\">");
        ensure!(written.contains(&line) != theme.is_empty() && written.matches("<link").count() <= 2, "{theme}: {written}");
        let scheme = format!("scheme=\"{}\"", if theme == "dark" { "dark" } else { "auto" });
        let own: String = page.run("return element.outerHTML.split('>')[0]", vec![]).await?;
        ensure!(own.contains(&scheme) && written.contains(&scheme), "{theme}: {own}: {written}");
    }
    Ok(())
}
