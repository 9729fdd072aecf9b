//! Areas, places, organisations and sources.
//!
//! Knows nothing of initiatives and agreements.

use crate::cast::Cast;
use crate::records::{Area, Organisation, Place, Source, Texts};
use crate::scripts::{MARKED, PLAIN};
use crate::words::{proper, short};
use crate::{ask, world};

pub fn area(at: usize) -> Area {
    let (id, label, parent) = world::AREAS[at];
    Area {
        id: id.into(),
        label: Texts::english(label.into()),
        parent: parent.map(|parent| world::AREAS[parent].0.into()),
    }
}

pub fn place(at: usize) -> Place {
    let (code, label, [lat, lon]) = world::PLACES[at];
    let degrees = |hundredths: i32| Some(f64::from(hundredths) / 100.0);
    Place { code: code.into(), label: Texts::english(label.into()), lat: degrees(lat), lon: degrees(lon) }
}

/// What organisations are, with what they are called.
const KINDS: [(usize, (&str, &str)); 9] = [
    (30, ("university", "University of {}")),
    (30, ("hospital", "{} University Hospital")),
    (20, ("institute", "{} Institute")),
    (8, ("agency", "{} Health Agency")),
    (6, ("region", "Region {}")),
    (6, ("company", "{} Genomics")),
    (4, ("funder", "{} Foundation")),
    (3, ("ministry", "Ministry of Health of {}")),
    (3, ("alliance", "Alliance {}")),
];

pub fn organisation(cast: &Cast, at: usize) -> Organisation {
    let mut draw = cast.draw(ask::ORGANISATION, at);
    let country = cast.country_of_organisation(at);
    let (kind, name) = match at < cast.states() {
        true => ("state", "State of {}"),
        false => draw.weighted(&KINDS).unwrap_or(("other", "{}")),
    };
    let script = if draw.percent(15) { MARKED } else { PLAIN };
    let own = proper(&mut draw, script);
    let is_part = at > cast.states() && draw.percent(5);
    Organisation {
        id: cast.organisation(at),
        abbreviation: draw.percent(15).then(|| format!("{}{}", &country, short(at).to_ascii_uppercase())),
        // Some have no country, and a few no kind that is stated.
        country: (at < cast.states() || !draw.percent(3)).then_some(country),
        kind: (at < cast.states() || !draw.percent(3)).then_some(kind),
        parent: is_part.then(|| cast.organisation(cast.states() + draw.below(at - cast.states()))),
        name: Texts::english(name.replace("{}", &own)),
    }
}

pub fn source(cast: &Cast, at: usize) -> Source {
    let mut draw = cast.draw(ask::SOURCE, at);
    let own = proper(&mut draw, PLAIN);
    Source {
        id: cast.source(at),
        title: Some(format!("{own} annual report {}", 2010 + draw.below(16))),
        url: Some(format!("https://example.org/{}", short(at))),
        language: draw.percent(20).then_some("en"),
    }
}
