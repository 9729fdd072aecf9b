//! Agreements, renewals and papers of states among them.
//!
//! Knows nothing of what initiatives say but who they are.

use crate::ask;
use crate::cast::{Cast, End};
use crate::initiatives::{date, some, some_areas};
use crate::records::{Agreement, FollowUp, Quote, Signatory, Texts};
use crate::scripts::{MARKED, PLAIN};
use crate::words::{Words, capital, made_up, proper};

const KINDS: [(usize, Option<&str>); 6] = [
    (45, Some("mou")),
    (15, Some("letter-of-intent")),
    (8, Some("declaration")),
    (25, Some("cooperation")),
    (3, Some("other")),
    (4, None),
];
const LEVELS: [(usize, Option<&str>); 4] =
    [(8, Some("programme")), (3, Some("regional")), (4, Some("institute")), (85, None)];
const FOLLOW_UPS: [&str; 4] = ["article", "conference", "workshop", "visit"];

/// The year of the first agreements, and of the last.
const YEARS: [usize; 2] = [2005, 2026];

pub fn record(cast: &Cast, words: &Words, at: usize) -> Agreement {
    let mut draw = cast.draw(ask::AGREEMENT, at);
    let draw = &mut draw;
    let (first, steps) = cast.first_of_chain(at);
    let begun = YEARS[0] + cast.draw(ask::AGREEMENT, first).below(20);
    let year = (begun + 3 * steps).min(YEARS[1]);
    let ends = cast.ends(at);
    // About one in eight has no date.
    let (signed, announced) = match draw.below(100) {
        0..76 => (Some(date(draw, year)), None),
        76..88 => (None, Some(date(draw, year))),
        _ => (None, None),
    };
    let script = if draw.percent(10) { MARKED } else { PLAIN };
    Agreement {
        id: cast.agreement(at),
        level: if cast.is_of_states(first) { Some("state") } else { draw.weighted(&LEVELS).flatten() },
        kind: draw.weighted(&KINDS).flatten(),
        signed,
        announced,
        place: draw.percent(3).then(|| capital(&made_up(draw, script))),
        signatories: some(draw, 6, 2, |draw| Signatory {
            name: format!("{} {}", capital(&made_up(draw, script)), proper(draw, script)),
            organisation: draw.percent(30).then(|| cast.end(ends[0])),
        }),
        topics: some(draw, 45, 1, |draw| {
            let count = 1 + draw.below(3);
            Texts::english(words.text(draw, count))
        }),
        areas: if draw.percent(40) { some_areas(draw, 2) } else { Vec::new() },
        renews: cast.renewed(at).map(|before| cast.agreement(before)),
        follow_ups: some(draw, 1, 2, |draw| FollowUp {
            kind: Some(*draw.one(&FOLLOW_UPS)),
            title: capital(&words.text(draw, 3)),
            date: draw.percent(50).then(|| date(draw, year)),
        }),
        quotes: some(draw, 1, 1, |draw| Quote {
            text: capital(&words.text(draw, 8)),
            language: Some("en"),
            source: Some(cast.source(at)),
        }),
        sources: if draw.percent(30) { vec![cast.source(at)] } else { Vec::new() },
        confidence: draw.percent(10).then_some("high"),
        ends: ends.map(|end: End| cast.end(end)).into(),
    }
}
