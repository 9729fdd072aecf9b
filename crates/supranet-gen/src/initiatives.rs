//! Initiatives, bodies of several countries among them.
//!
//! Knows nothing of agreements.

use crate::cast::Cast;
use crate::draw::Draw;
use crate::records::{Evidence, Figure, Funding, Initiative, Texts};
use crate::scripts::{MARKED, OTHERS, PLAIN};
use crate::words::{Words, capital, made_up, proper, text};
use crate::{ask, world};

/// What initiatives are called.
const NAMES: [&str; 12] = [
    "{} Genome Initiative",
    "{} Precision Medicine",
    "{} Biobank",
    "Genomic Medicine {}",
    "{} Cohort",
    "{} Programme for Personalised Health",
    "{} Rare Disease Network",
    "{} Cancer Plan",
    "{} Health Data Infrastructure",
    "{} Alliance",
    "{} Newborn Screening Project",
    "{}",
];

/// Languages beside English that are written in Latin letters, with what a name begins with there.
const LANGUAGES: [(&str, &str); 4] =
    [("sv", "Initiativet"), ("da", "Initiativet for"), ("fr", "Initiative"), ("de", "Initiative für")];

const SCOPES: [(usize, Option<&str>); 4] =
    [(2, Some("national")), (38, Some("regional")), (55, Some("institutional")), (5, None)];
const KINDS: [(usize, Option<&str>); 10] = [
    (30, Some("project")),
    (15, Some("programme")),
    (12, Some("biobank")),
    (12, Some("cohort")),
    (10, Some("network")),
    (8, Some("infrastructure")),
    (4, Some("plan")),
    (3, Some("strategy")),
    (2, Some("other")),
    (4, None),
];
const STATUSES: [(usize, Option<&str>); 4] =
    [(70, Some("active")), (10, Some("planned")), (15, Some("ended")), (5, None)];
const CONFIDENCES: [(usize, Option<&str>); 4] =
    [(20, Some("high")), (10, Some("medium")), (3, Some("low")), (67, None)];

pub fn record(cast: &Cast, words: &Words, at: usize) -> Initiative {
    let mut draw = cast.draw(ask::INITIATIVE, at);
    let draw = &mut draw;
    let (name, summary, alt_names) = texts(words, draw);
    let status = draw.weighted(&STATUSES).flatten();
    let started = 2000 + draw.below(25);
    let mut record = Initiative {
        id: cast.initiative(at),
        name,
        summary,
        alt_names,
        abbreviation: draw.percent(20).then(|| (0..3 + draw.below(3)).map(|_| letter(draw)).collect()),
        kind: draw.weighted(&KINDS).flatten(),
        status,
        areas: some_areas(draw, 3),
        started: draw.percent(60).then(|| date(draw, started)),
        ended: (status == Some("ended")).then(|| format!("{}", started + draw.below(5))),
        focus: some(draw, 8, 1, |draw| Texts::english(words.text(draw, 2))),
        url: draw.percent(8).then(|| format!("https://example.org/i/{at}")),
        sources: vec![cast.source(at)],
        confidence: draw.weighted(&CONFIDENCES).flatten(),
        figures: some(draw, 3, 1, |draw| Figure {
            label: Texts::english(words.text(draw, 2)),
            value: Some(draw.below(1_000_000)),
            source: Some(cast.source(at)),
        }),
        funding: some(draw, 2, 1, |draw| Funding {
            funder: Some(cast.organisation(cast.some_organisation(draw))),
            amount: Some(draw.below(500) * 100_000),
            currency: Some("EUR"),
            source: Some(cast.source(at)),
        }),
        evidence: some(draw, 2, 1, |_| Evidence { field: "name", source: cast.source(at) }),
        ..Initiative::default()
    };
    if cast.is_body(at) {
        as_body(cast, draw, at, &mut record);
    } else {
        as_member(cast, draw, at, &mut record);
    }
    record
}

/// A body: its members, those who take part, and what it is part of.
fn as_body(cast: &Cast, draw: &mut Draw, at: usize, record: &mut Initiative) {
    record.scope = Some("multilateral");
    record.member_countries = (0..4 + draw.below(16)).map(|step| world::country(at % 20 + step * 3)).collect();
    let first = draw.below(cast.plan.initiatives);
    let count = 1 + draw.below(6).min(cast.plan.initiatives / 20);
    // Steps of one keep them apart; a body may be among them, and bring its own.
    record.participants = (0..count)
        .map(|step| (first + step) % cast.plan.initiatives)
        .filter(|other| *other != at)
        .map(|other| cast.initiative(other))
        .collect();
    if draw.percent(30) && at + 1 < cast.bodies() {
        record.participants.extend((at + 1 != first).then(|| cast.initiative(at + 1)));
        record.participants.dedup();
    }
    record.participants.extend(draw.percent(50).then(|| cast.organisation(cast.some_organisation(draw))));
    record.parent = (at % 5 == 4).then(|| cast.initiative(at - 1 - draw.below(3)));
}

fn as_member(cast: &Cast, draw: &mut Draw, at: usize, record: &mut Initiative) {
    let country = cast.country(at);
    let places = world::places_of(country);
    record.scope = if cast.is_of_state(at) { Some("national") } else { draw.weighted(&SCOPES).flatten() };
    record.place = (!places.is_empty() && draw.percent(40)).then(|| *draw.one(&places));
    // The place says it too.
    record.country = (record.place.is_none() || !draw.percent(10)).then_some(country);
    record.host = cast.host(at).map(|host| cast.organisation(host));
    record.lead_bodies = some(draw, 4, 1, |draw| cast.organisation(cast.some_organisation(draw)));
    if cast.bodies() > 0 {
        record.member_of = some(draw, 8, 1, |draw| cast.initiative(draw.below(cast.bodies())));
        record.parent = draw.percent(2).then(|| cast.initiative(draw.below(at)));
    }
}

/// Name, summary and other names; some in a second language, and about one in twenty in another script.
fn texts(words: &Words, draw: &mut Draw) -> (Texts, Texts, Vec<String>) {
    let script = if draw.percent(12) { MARKED } else { PLAIN };
    let own = proper(draw, script);
    let mut name = Texts::english(draw.one(&NAMES).replace("{}", &own));
    let count = 4 + draw.below(6);
    let mut summary = Texts::english(format!("{}.", capital(&words.text(draw, count))));
    let mut alt_names = some(draw, 4, 1, |draw| format!("{} {}", proper(draw, script), made_up(draw, MARKED)));
    match draw.below(100) {
        0..5 => {
            let (language, script) = *draw.one(&OTHERS);
            name.0.push((language, text(draw, script, 3)));
            if draw.percent(50) {
                summary.0.push((language, text(draw, script, 5)));
            } else {
                alt_names.push(text(draw, script, 2));
            }
        }
        5..17 => {
            let (language, begin) = *draw.one(&LANGUAGES);
            name.0.push((language, format!("{begin} {own}")));
            if draw.percent(30) {
                summary.0.push((language, capital(&text(draw, MARKED, 5))));
            }
        }
        _ => {}
    }
    (name, summary, alt_names)
}

fn letter(draw: &mut Draw) -> char {
    *draw.one(b"ABCDEFGHIKLMNOPRSTUVWXZ") as char
}

/// Up to so many areas, each once; few are frequent.
pub fn some_areas(draw: &mut Draw, most: usize) -> Vec<&'static str> {
    let mut areas = Vec::new();
    for _ in 0..1 + draw.below(most) {
        let (area, ..) = world::AREAS[draw.low(world::AREAS.len())];
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas
}

/// A date of this year as precise as one is known.
pub fn date(draw: &mut Draw, year: usize) -> String {
    match draw.below(10) {
        0..4 => format!("{year}"),
        4..6 => format!("{year}-{:02}", 1 + draw.below(12)),
        _ => format!("{year}-{:02}-{:02}", 1 + draw.below(12), 1 + draw.below(28)),
    }
}

/// In so many of a hundred records up to `most` items.
pub fn some<T>(draw: &mut Draw, percent: usize, most: usize, mut make: impl FnMut(&mut Draw) -> T) -> Vec<T> {
    if !draw.percent(percent) {
        return Vec::new();
    }
    (0..1 + draw.below(most)).map(|_| make(draw)).collect()
}
