//! What is found, to be taken along: as a file, or as words to cite a card with.
//!
//! Knows nothing of files themselves, nor of markup.

use super::card::shown;
use super::{Address, Store};
use crate::browser::files::save;
use crate::browser::history::{Where, address_with, parameters};
use leptos::prelude::*;
use supranet_core::export::{Found, csv, ris};
use supranet_core::filter::address::{self, Place};
use supranet_core::join::concat;
use supranet_core::locale::Locale as _;
use supranet_core::model::{InitiativeIdx, PartialDate};
use supranet_core::{raw, validate};

/// What a list can be saved as: the public name, what it is called, and the type of the file.
pub const FORMATS: [(&str, &str, &str); 3] = [
    ("csv", "CSV", "text/csv;charset=utf-8"),
    ("json", "JSON", "application/json"),
    ("ris", "RIS", "application/x-research-info-systems"),
];

impl Store {
    /// What is found, as the text of a file; nothing for a format that there is not.
    #[must_use]
    pub fn export(&self, format: &str) -> Option<String> {
        let data = &self.data;
        let kind = |kind| data.strings.agreement(kind);
        let outcome = self.outcome.read_untracked();
        let (network, index) = (&data.network, &data.index);
        let found = Found { network, index, outcome: &outcome, language: data.locale().language(), kind: &kind };
        match format {
            "csv" => Some(csv(&found)),
            "ris" => Some(ris(&found)),
            "json" => {
                let bytes = data.files.bytes();
                let mut files = Vec::new();
                for bytes in &bytes {
                    files.extend(raw::parse(bytes).ok());
                }
                Some(validate::part(&files, network, &found.as_part()))
            }
            _ => None,
        }
    }

    /// Lets the visitor save what is found.
    pub fn save(&self, format: &str, kind: &str) {
        let id = self.data.network.id.as_deref().unwrap_or("supranet");
        if let Some(text) = self.export(format) {
            save(&concat(&[id, ".", format]), kind, &text);
        }
    }

    /// Words to cite a card with: what it is called, in which list of which day, under which licence and where.
    #[must_use]
    pub fn citation(&self, card: InitiativeIdx) -> String {
        let network = &self.data.network;
        let initiative = network.initiative(card);
        let settings = self.settings();
        let address = match &settings.address {
            Some(Address { place, prefix }) => {
                let data = network.updated.map(PartialDate::iso);
                let (filter, card) = (settings.presets.clone(), Some(initiative.id.clone()));
                let stated = Place { filter, card, data, ..Place::default() };
                let own = address::write(&parameters(*place), prefix, &stated, &settings.presets);
                address_with(*place, &own)
            }
            None => address_with(Where::Hash, ""),
        };
        let mut words = String::new();
        for part in [
            shown(&self.data, &initiative.name).text,
            self.heading().text,
            self.updated().unwrap_or_default(),
            network.license.clone().unwrap_or_default(),
        ] {
            if !part.is_empty() {
                words.push_str(&part);
                words.push_str(". ");
            }
        }
        words.push_str(&address);
        words
    }
}
