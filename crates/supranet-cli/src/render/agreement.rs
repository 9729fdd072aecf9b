//! One agreement, with its renewals, as an item of a card's list.
//!
//! Knows nothing of the card around it.

use super::card::areas;
use super::{Terms, around, joined, link, name, party, text};
use crate::shown::{Chain, Shown, Text};
use maud::{Markup, html};
use supranet_core::locale::Locale as _;
use supranet_core::model::{
    Agreement, Confidence, FollowUp, InitiativeIdx, LocalizedText, PartialDate, Signatory, SourceIdx,
};

/// An agreement on a card: one line, and behind a disclosure what is known of each paper, then the sources of all.
pub fn agreement(shown: &Shown, card: InitiativeIdx, chain: &Chain) -> Markup {
    let papers: Vec<&Agreement> = chain.papers.iter().map(|at| shown.network.agreement(*at)).collect();
    let mut stated: Vec<SourceIdx> = Vec::new();
    for at in papers.iter().flat_map(|paper| &paper.sources) {
        if !stated.contains(at) {
            stated.push(*at);
        }
    }
    let mut last = Terms::default();
    last.add(shown.words.get("field.sources"), sources(shown, &stated));
    let other = name(&shown.name(chain.other));
    html! {
        li.supra-agreement {
            p {
                strong { (party(shown, chain.other, card)) }
                @if let Some(place) = shown.place_of(chain.other) { ", " (place) }
                @for (nth, paper) in papers.iter().enumerate() {
                    @if nth == 0 {
                        ". " (shown.words.word("agreement", paper.kind.key())) ". " (shown.when(paper)) "."
                    } @else {
                        " " (shown.renewed(paper)) "."
                    }
                }
            }
            details {
                summary { (around(shown.words.get("details.of"), &other)) }
                @for (nth, paper) in papers.iter().enumerate() {
                    @if nth > 0 { p { (shown.renewed(paper)) } }
                    (told(shown, paper).markup())
                }
                (last.markup())
            }
        }
    }
}

/// What one paper states.
fn told(shown: &Shown, paper: &Agreement) -> Terms {
    let mut terms = Terms::default();
    let words = |list: &[LocalizedText]| list.iter().filter_map(|own| shown.text(own)).map(|own| text(&own)).collect();
    let one = |own: &LocalizedText| words(std::slice::from_ref(own));
    let mut add = |key: &str, values| terms.add(shown.words.get(key), values);
    add("field.ended", paper.ended.map(|date| vec![html! { (shown.locale.date(date)) }]).unwrap_or_default());
    add("field.place", one(&paper.place));
    add("field.event", one(&paper.event));
    add("field.signatories", paper.signatories.iter().map(|who| signatory(shown, who)).collect());
    add("field.signing-bodies", paper.signing_bodies.iter().map(|own| name(&shown.name(*own))).collect());
    add("field.topics", words(&paper.topics));
    add("field.areas", areas(shown, &paper.areas).iter().map(text).collect());
    add("field.follow-ups", paper.follow_ups.iter().map(|what| follow_up(shown, what)).collect());
    reviewed(shown, paper.confidence, paper.checked, &mut terms);
    terms
}

fn signatory(shown: &Shown, who: &Signatory) -> Markup {
    let role = shown.text(&who.role_at_signing).map(|role| text(&role));
    let role = role.or_else(|| who.organisation.map(|party| name(&shown.name(party))));
    let who = name(&Text { text: who.name.clone(), language: None });
    joined([Some(who), role.map(|role| around(shown.words.get("signatory"), &role))])
}

fn follow_up(shown: &Shown, what: &FollowUp) -> Markup {
    let address = what.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")).or_else(|| what.url.clone());
    let note = joined([
        Some(html! { (shown.words.word("follow-up", what.kind.key())) }),
        shown.text(&what.place).map(|place| text(&place)),
        shown.period(what.date, what.until).map(|period| html! { (period) }),
    ]);
    let language =
        Some(shown.network.default_language.clone()).filter(|own| !own.is_empty() && own != shown.locale.language());
    let title = text(&Text { text: what.title.clone(), language });
    html! { (link(address.as_deref(), &title)) ". " (note) }
}

/// How sure the facts are, where not very, and when they were compared with their sources.
pub fn reviewed(shown: &Shown, confidence: Option<Confidence>, checked: Option<PartialDate>, terms: &mut Terms) {
    if let Some(confidence) = confidence.filter(|own| *own != Confidence::High) {
        let words = shown.words.word("confidence", confidence.key());
        terms.add(shown.words.get("field.confidence"), vec![html! { (words) }]);
    }
    let date = checked.map(|date| vec![html! { (shown.locale.date(date)) }]);
    terms.add(shown.words.get("field.checked"), date.unwrap_or_default());
}

/// Sources with their publishers, dates and languages; that none is stated where there is none.
pub fn sources(shown: &Shown, list: &[SourceIdx]) -> Vec<Markup> {
    if list.is_empty() {
        return vec![html! { (shown.words.get("not-stated")) }];
    }
    let told = |at: &SourceIdx| {
        let source = &shown.network.sources[at.at()];
        let publisher = source.publisher.clone().filter(|own| !own.is_empty());
        let tongue =
            |tag: &String| html! { (shown.words.fill("in", &[("language", &shown.locale.language_name(tag))])) };
        let note = joined([
            publisher.map(|text| name(&Text { text, language: None })),
            source.published.map(|date| html! { (shown.locale.date(date)) }),
            source.language.as_ref().map(tongue),
        ]);
        let title = link(source.url.as_deref(), &text(&shown.source(*at)));
        html! { (title) @if !note.0.is_empty() { ". " (note) } }
    };
    list.iter().map(told).collect()
}
