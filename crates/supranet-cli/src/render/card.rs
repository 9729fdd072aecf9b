//! One initiative as an article.
//!
//! Knows nothing of the cards around it.

use super::agreement::{agreement, reviewed, sources};
use super::{Terms, anchor, around, heading, link, name, party, text};
use crate::shown::{Chain, Shown, Text};
use maud::{Markup, html};
use supranet_core::facet::Facet;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Initiative, InitiativeIdx, OrganisationKind, Party, Scope};

/// The card of an initiative; its heading is of this level.
pub fn card(shown: &Shown, at: InitiativeIdx, level: u8) -> Markup {
    let initiative = shown.network.initiative(at);
    let own = name(&shown.name(Party::Initiative(at)));
    let title = html! {
        (link(initiative.url.as_deref(), &own))
        @if let Some(short) = &initiative.abbreviation { " (" span translate="no" { (short) } ")" }
    };
    let place = shown.place(initiative).unwrap_or_else(|| shown.words.get("not-stated").into());
    let label = |key: &str| heading(level + 1, None, &html! { (key) });
    let (of_states, agreements): (Vec<Chain>, Vec<Chain>) =
        shown.chains(at).into_iter().partition(|chain| chain.is_of_state);
    let may_agree = initiative.scope != Some(Scope::Multilateral);
    html! {
        article.supra-card data-country=(shown.values(Facet::Country, at).join(" "))
            data-area=(shown.values(Facet::Area, at).join(" ")) {
            (heading(level, Some(&anchor("card", &initiative.id)), &title))
            p.supra-place { (place) }
            @if let Some(sentence) = fallback(shown, at) { p.supra-note { (sentence) } }
            ul.supra-facts { @for fact in facts(shown, initiative) { li { (fact) } } }
            @if let Some(summary) = shown.text(&initiative.summary) { p.supra-summary { (text(&summary)) } }
            @if !initiative.areas.is_empty() {
                (label(shown.words.get("areas")))
                ul.supra-areas { @for area in areas(shown, &initiative.areas) { li { (text(&area)) } } }
            }
            @if may_agree || !agreements.is_empty() {
                (label(shown.words.get("agreements")))
                @if agreements.is_empty() { p { (shown.words.get("agreements.none")) } }
                @else { (list(shown, at, &agreements)) }
            }
            @if !of_states.is_empty() {
                (label(shown.words.get("agreements.states")))
                (list(shown, at, &of_states))
            }
            details {
                summary { (around(shown.words.get("more.of"), &own)) }
                (about(shown, at).markup())
            }
        }
    }
}

/// That the name or the summary is in another language, as a sentence.
fn fallback(shown: &Shown, at: InitiativeIdx) -> Option<String> {
    let texts = [Some(shown.name(Party::Initiative(at))), shown.text(&shown.network.initiative(at).summary)];
    let mut names: Vec<String> = Vec::new();
    for language in texts.into_iter().flatten().filter_map(|text| text.language) {
        let name = shown.locale.language_name(&language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| shown.words.fill("language.only", &[("language", &names.join(", "))]))
}

fn list(shown: &Shown, at: InitiativeIdx, chains: &[Chain]) -> Markup {
    html! { ul.supra-agreements { @for chain in chains { (agreement(shown, at, chain)) } } }
}

/// Scope, kind and status, in words.
fn facts(shown: &Shown, initiative: &Initiative) -> Vec<String> {
    let scope = initiative.scope.map(|scope| shown.words.word("scope", scope.key()));
    let status = initiative.status.map(|status| shown.words.word("status", status.key()));
    let kind = shown.words.word("kind", initiative.kind.key());
    scope.into_iter().chain([kind]).chain(status).collect()
}

/// The names of disease areas.
pub fn areas(shown: &Shown, areas: &[supranet_core::model::AreaIdx]) -> Vec<Text> {
    areas.iter().filter_map(|at| shown.text(&shown.network.areas[at.at()].label)).collect()
}

/// What the widget tells behind "More", but for figures and grants.
fn about(shown: &Shown, at: InitiativeIdx) -> Terms {
    let initiative = shown.network.initiative(at);
    let relations = &shown.index.relations;
    let term = |key: &str| shown.words.get(key).to_string();
    let parties = |list: &[Party]| list.iter().map(|own| party(shown, *own, at)).collect::<Vec<_>>();
    let initiatives = |list: &[InitiativeIdx]| {
        let list: Vec<Party> = list.iter().map(|own| Party::Initiative(*own)).collect();
        parties(&list)
    };
    let date = |date| vec![html! { (shown.locale.date(date)) }];
    let mut terms = Terms::default();
    let title = shown.name(Party::Initiative(at)).text;
    let mut names: Vec<Text> = Vec::new();
    let own = initiative.name.0.iter().map(|(language, name)| (Some(language.as_str()), name));
    for (language, name) in own.chain(initiative.alt_names.iter().map(|name| (None, name))) {
        if *name != title && !names.iter().any(|other| other.text == *name) {
            names.push(Text { text: name.clone(), language: shown.other_language(language) });
        }
    }
    terms.add(&term("field.alt-names"), names.iter().map(name).collect());
    terms.add(&term("field.started"), initiative.started.map(date).unwrap_or_default());
    terms.add(&term("field.ended"), initiative.ended.map(date).unwrap_or_default());
    let focus = initiative.focus.iter().filter_map(|own| shown.text(own));
    terms.add(&term("field.focus"), focus.map(|own| text(&own)).collect());
    let organisations = |list: &[supranet_core::model::OrganisationIdx]| {
        let list: Vec<Party> = list.iter().map(|own| Party::Organisation(*own)).collect();
        parties(&list)
    };
    // One is under a ministry, and not its guest.
    let is_under =
        initiative.host.is_some_and(|at| shown.network.organisations[at.at()].kind == OrganisationKind::Ministry);
    let host = if is_under { term("field.under") } else { term("field.host") };
    terms.add(&host, organisations(initiative.host.as_slice()));
    terms.add(&term("field.led-by"), organisations(&initiative.lead_bodies));
    terms.add(&term("field.part-of"), initiatives(initiative.parent.as_slice()));
    terms.add(&term("field.parts"), initiatives(relations.parts_of(at)));
    terms.add(&term("field.member-of"), initiatives(&initiative.member_of));
    terms.add(&term("field.members"), initiatives(relations.members_of(at)));
    terms.add(&term("field.participants"), parties(&initiative.participants));
    terms.add(&term("field.countries"), countries(shown, &initiative.member_countries));
    reviewed(shown, initiative.confidence, initiative.checked, &mut terms);
    terms.add(&term("field.sources"), sources(shown, &initiative.sources));
    terms
}

/// Names of countries in the order of the language, in one line.
fn countries(shown: &Shown, codes: &[String]) -> Vec<Markup> {
    let names: Vec<String> = codes.iter().map(|code| shown.locale.country(code)).collect();
    let ranks = shown.locale.ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut sorted: Vec<(u32, String)> = ranks.into_iter().zip(names).collect();
    sorted.sort();
    let line = sorted.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", ");
    if line.is_empty() { Vec::new() } else { vec![html! { (line) }] }
}
