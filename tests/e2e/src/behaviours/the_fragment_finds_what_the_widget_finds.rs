//! For each country, each disease area and many pairs of them, the cards that `fragment.js` shows are those that the widget
//! finds in the same data: both side by side on one page.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::{
    fragment,
    widget::{self, SHARED},
};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run, not in Firefox: "the same script compares the same ids", not in WebKit: "the same script compares the same ids");

/// Each country alone, each area alone, and each area with every third country.
const COMPARE: &str = "const fragment = document.querySelector('.supra-fragment');
    const lists = [...fragment.querySelectorAll('select')];
    const [countries, areas] = lists.map(list => [...list.options].map(option => option.value));
    const picture = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const differ = [];
    let compared = 0, found = 0;
    for (const [nth, country] of countries.entries()) for (const [at, area] of areas.entries()) {
        if (country && area && (nth + at) % 3) continue;
        [country, area].forEach((value, which) => { lists[which].value = value; lists[which].dispatchEvent(new Event('change')); });
        element.filters = {country: country ? [country] : [], area: area ? [area] : []};
        await picture();
        const shown = [...fragment.querySelectorAll('.supra-card:not([hidden]) > [id]')].map(one => one.id.replace('supra-card-', ''));
        const wanted = element.results.ids;
        if (`${shown.sort()}` !== `${[...wanted].sort()}`) differ.push(`${country} ${area}: ${shown} instead of ${wanted}`);
        compared++;
        found += shown.length;
    }
    return {countries: countries.length - 1, areas: areas.length - 1, offered: element.results.counts, compared, found, differ}";

#[derive(Debug, Deserialize)]
struct Outcome {
    countries: usize,
    areas: usize,
    offered: serde_json::Value,
    compared: usize,
    found: usize,
    differ: Vec<String>,
}

async fn run(stage: Stage) -> Result<()> {
    let host = HostPage::new()
        .file("data.json", SHARED)
        .attribute("src", "data.json")
        .head(fragment::SCRIPT)
        .after(&fragment::markup("en")?);
    let page = widget::open(&stage, host).await?;
    fragment::wait_for_filter(&page.inside(".supra-fragment")).await?;
    let outcome: Outcome = page.run_async(COMPARE, vec![]).await?;
    ensure!(outcome.differ.is_empty(), "{:#?}", outcome.differ);
    // All that the widget offers is offered, and there was something to compare.
    for (facet, offered) in [("country", outcome.countries), ("area", outcome.areas)] {
        let wanted = outcome.offered[facet].as_object().map_or(0, serde_json::Map::len);
        ensure!(offered == wanted, "{facet}: {offered} values are offered, the widget has {wanted}");
    }
    ensure!(outcome.compared > 100 && outcome.found > 150, "{} compared, {} found", outcome.compared, outcome.found);
    page.assert_clean().await
}
