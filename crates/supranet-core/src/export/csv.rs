//! A table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, which Excel needs to read it as such.
//!
//! Knows nothing of separators of lists that a country prefers: it is a comma everywhere.

use super::Found;
use crate::model::{AgreementIdx, Initiative, PartialDate, Party};

/// The columns, by their public names.
const COLUMNS: [&str; 22] = [
    "initiative_id",
    "initiative",
    "country",
    "place",
    "scope",
    "kind",
    "status",
    "areas",
    "started",
    "ended",
    "url",
    "agreement_id",
    "agreement_kind",
    "partner_id",
    "partner",
    "partner_country",
    "signed",
    "announced",
    "agreement_areas",
    "sources",
    "confidence",
    "checked",
];
/// How many of them are about an agreement alone.
const OF_AGREEMENT: usize = 8;

/// What a spreadsheet would read as the beginning of a formula (OWASP, "CSV Injection"), also in full width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What was found as a table: a row for each agreement on each card, and one for a card without any. Dates are ISO 8601 as
/// precise as stated, countries and places ISO 3166, words those of the format, names in the language asked.
#[must_use]
pub fn csv(found: &Found<'_>) -> String {
    let mut table = Table { text: "\u{feff}".into(), found };
    for column in COLUMNS {
        table.cell(column);
    }
    table.end_row();
    for card in found.cards {
        let initiative = found.network.initiative(card.initiative);
        if card.agreements.is_empty() {
            table.row(initiative, None);
        }
        for link in &card.agreements {
            table.row(initiative, Some(*link));
        }
    }
    table.text
}

struct Table<'f, 'd> {
    text: String,
    found: &'f Found<'d>,
}

impl Table<'_, '_> {
    fn row(&mut self, own: &Initiative, link: Option<(AgreementIdx, Party)>) {
        let found = self.found;
        self.cell(&own.id);
        self.cell(found.said(&own.name));
        self.stated(own.country.as_ref());
        self.stated(own.place.as_ref());
        self.cell(own.scope.map_or("", |scope| scope.key()));
        self.cell(own.kind.key());
        self.cell(own.status.map_or("", |status| status.key()));
        self.cell(&found.areas(&own.areas));
        self.date(own.started);
        self.date(own.ended);
        self.stated(own.url.as_ref());
        let (sources, confidence, checked) = match link {
            Some((at, partner)) => {
                let agreement = found.network.agreement(at);
                let (id, country) = match partner {
                    Party::Initiative(at) => {
                        let partner = found.network.initiative(at);
                        (&partner.id, &partner.country)
                    }
                    Party::Organisation(at) => {
                        let partner = &found.network.organisations[at.at()];
                        (&partner.id, &partner.country)
                    }
                };
                self.cell(&agreement.id);
                self.cell(agreement.kind.key());
                self.cell(id);
                self.cell(found.said(found.network.party_name(partner)));
                self.stated(country.as_ref());
                self.date(agreement.signed);
                self.date(agreement.announced);
                self.cell(&found.areas(&agreement.areas));
                (&agreement.sources, agreement.confidence, agreement.checked)
            }
            None => {
                for _ in 0..OF_AGREEMENT {
                    self.cell("");
                }
                (&own.sources, own.confidence, own.checked)
            }
        };
        self.cell(&found.addresses(sources));
        self.cell(confidence.map_or("", |own| own.key()));
        self.date(checked);
        self.end_row();
    }

    fn stated(&mut self, text: Option<&String>) {
        self.cell(text.map_or("", String::as_str));
    }

    fn date(&mut self, date: Option<PartialDate>) {
        self.cell(&date.map(PartialDate::iso).unwrap_or_default());
    }

    /// A cell, in quotes, so that nothing depends on what is in it.
    #[inline(never)]
    fn cell(&mut self, text: &str) {
        self.text.push_str(if self.text.ends_with('"') { ",\"" } else { "\"" });
        if text.chars().next().is_some_and(|first| FORMULA.contains(&first)) {
            self.text.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                self.text.push('"');
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
    }
}
