//! References for reference managers, in the RIS format (tags of two letters, a line each, lines end with CR LF).
//!
//! Knows nothing of styles of citation.

use super::Found;
use crate::join::{concat, digits};
use crate::model::{Agreement, AreaIdx, Initiative, PartialDate, Source, SourceIdx};

/// What was found as references: each agreement that matches, each initiative, and the sources of both.
#[must_use]
pub fn ris(found: &Found<'_>) -> String {
    let network = found.network;
    let mut file = File { text: String::new(), found };
    let mut cited = vec![false; network.sources.len()];
    let mut is_listed = vec![false; network.agreements.len()];
    for card in found.cards {
        for (at, _) in &card.agreements {
            // It may stand on two cards.
            if !std::mem::replace(&mut is_listed[at.at()], true) {
                let agreement = network.agreement(*at);
                file.agreement(agreement);
                cite(&mut cited, &agreement.sources);
            }
        }
    }
    for card in found.cards {
        let initiative = network.initiative(card.initiative);
        file.initiative(initiative);
        cite(&mut cited, &initiative.sources);
    }
    for (source, is_cited) in network.sources.iter().zip(cited) {
        if is_cited {
            file.source(source);
        }
    }
    file.text
}

fn cite(cited: &mut [bool], sources: &[SourceIdx]) {
    for source in sources {
        cited[source.at()] = true;
    }
}

struct File<'f, 'd> {
    text: String,
    found: &'f Found<'d>,
}

impl File<'_, '_> {
    fn agreement(&mut self, own: &Agreement) {
        let found = self.found;
        let [first, second] = own.ends.map(|end| found.said(found.network.party_name(end)));
        self.begin("GEN", &own.id);
        self.line("TI", &concat(&[&(found.kind)(own.kind), ": ", first, " – ", second]));
        self.date(own.signed.or(own.announced));
        self.line("CY", found.said(&own.place));
        self.end_with(&own.areas, None, &own.sources);
    }

    fn initiative(&mut self, own: &Initiative) {
        let found = self.found;
        self.begin("GEN", &own.id);
        self.line("TI", found.said(&own.name));
        self.line("AB", found.said(&own.summary));
        self.end_with(&own.areas, own.url.as_ref(), &own.sources);
    }

    fn source(&mut self, own: &Source) {
        self.begin("ELEC", &own.id);
        self.stated("TI", own.title.as_ref());
        self.stated("PB", own.publisher.as_ref());
        self.stated("LA", own.language.as_ref());
        self.date(own.published);
        if let Some(retrieved) = own.retrieved {
            self.line("Y2", &slashed(retrieved));
        }
        self.stated("UR", own.url.as_ref());
        self.end();
    }

    fn begin(&mut self, kind: &str, id: &str) {
        self.line("TY", kind);
        self.line("ID", id);
    }

    fn date(&mut self, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.line("PY", &digits(date.year().into()));
            self.line("DA", &slashed(date));
        }
    }

    /// Which list it is from, what it is about and where that is stated.
    fn end_with(&mut self, areas: &[AreaIdx], url: Option<&String>, sources: &[SourceIdx]) {
        let network = self.found.network;
        self.line("T2", self.found.said(&network.title));
        for area in areas {
            self.line("KW", self.found.said(&network.areas[area.at()].label));
        }
        self.stated("UR", url);
        for source in sources {
            self.stated("UR", network.sources[source.at()].url.as_ref());
        }
        self.end();
    }

    fn end(&mut self) {
        self.text.push_str("ER  - \r\n");
    }

    fn stated(&mut self, tag: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.line(tag, value);
        }
    }

    /// A line, where there is something to say. What would end it is a space in it.
    #[inline(never)]
    fn line(&mut self, tag: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.text.push_str(tag);
        self.text.push_str("  - ");
        for letter in value.chars() {
            self.text.push(if letter.is_control() { ' ' } else { letter });
        }
        self.text.push_str("\r\n");
    }
}

/// `2022/04/28/`: what is not stated is left empty between its slashes.
fn slashed(date: PartialDate) -> String {
    let mut text = String::new();
    let mut slashes = 0;
    for letter in date.iso().chars() {
        if letter == '-' {
            slashes += 1;
        }
        text.push(if letter == '-' { '/' } else { letter });
    }
    while slashes < 3 {
        text.push('/');
        slashes += 1;
    }
    text
}
