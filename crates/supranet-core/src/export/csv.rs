//! A table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, which Excel needs to read it as such.
//!
//! Knows nothing of separators of lists that a country prefers: it is a comma everywhere.

use super::Found;
use crate::model::{AgreementIdx, PartialDate, Party};

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

/// What a spreadsheet would read as the beginning of a formula (OWASP, "CSV Injection"), also in full width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What was found as a table: a row for each agreement on each card, and one for a card without any. Dates are ISO 8601 as
/// precise as stated, countries and places ISO 3166, words those of the format, names in the language asked.
#[must_use]
pub fn csv(found: &Found<'_>) -> String {
    let Found { network, index, outcome, .. } = *found;
    let mut table = String::from("\u{feff}");
    row(&mut table, &COLUMNS);
    for card in &outcome.order {
        let mut links = Vec::new();
        for link in index.relations.links_of(*card) {
            if outcome.is_matching(link) {
                links.push(Some(index.relations.link(link)));
            }
        }
        if links.is_empty() {
            links.push(None);
        }
        for link in links {
            initiative_row(&mut table, found, network.initiative(*card), link);
        }
    }
    table
}

fn initiative_row(
    table: &mut String,
    found: &Found<'_>,
    own: &crate::model::Initiative,
    link: Option<(AgreementIdx, Party)>,
) {
    let network = found.network;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = |date: Option<PartialDate>| date.map(PartialDate::iso).unwrap_or_default();
    let mut cells = vec![
        own.id.clone(),
        found.said(&own.name).into(),
        text(&own.country),
        text(&own.place),
        own.scope.map_or("", |scope| scope.key()).into(),
        own.kind.key().into(),
        own.status.map_or("", |status| status.key()).into(),
        found.areas(&own.areas).join("; "),
        date(own.started),
        date(own.ended),
        text(&own.url),
    ];
    let (sources, confidence, checked) = match link {
        Some((at, partner)) => {
            let agreement = network.agreement(at);
            let (id, country) = match partner {
                Party::Initiative(at) => (&network.initiative(at).id, &network.initiative(at).country),
                Party::Organisation(at) => {
                    (&network.organisations[at.at()].id, &network.organisations[at.at()].country)
                }
            };
            cells.extend([
                agreement.id.clone(),
                agreement.kind.key().into(),
                id.clone(),
                found.said(network.party_name(partner)).into(),
                text(country),
                date(agreement.signed),
                date(agreement.announced),
                found.areas(&agreement.areas).join("; "),
            ]);
            (&agreement.sources, agreement.confidence, agreement.checked)
        }
        None => {
            cells.resize(cells.len() + 8, String::new());
            (&own.sources, own.confidence, own.checked)
        }
    };
    cells.push(found.addresses(sources).join("; "));
    cells.push(confidence.map_or("", |own| own.key()).into());
    cells.push(date(checked));
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    row(table, &cells);
}

/// Each cell in quotes, so that none depends on what is in it.
fn row(table: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        table.push_str(if at == 0 { "\"" } else { ",\"" });
        if cell.starts_with(FORMULA) {
            table.push('\'');
        }
        for letter in cell.chars() {
            if letter == '"' {
                table.push('"');
            }
            table.push(letter);
        }
        table.push('"');
    }
    table.push_str("\r\n");
}
