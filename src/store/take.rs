//! What is found, to be taken along: as a file, or as words to cite a card with.
//!
//! Knows nothing of files: what writes them is loaded when one is first wanted, and is told here what is found.

use super::words::shown;
use super::{Address, Store};
use crate::browser::history::{Where, address_with, parameters};
use leptos::prelude::*;
use supranet_core::filter::address::{self, Place};
use supranet_core::join::{concat, digits};
use supranet_core::locale::Locale as _;
use supranet_core::model::{AgreementKind, InitiativeIdx, PartialDate};
use supranet_core::write::{Json, quoted};

/// What a list can be saved as: the public name, and what it is called.
pub const FORMATS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("ris", "RIS")];

impl Store {
    /// What is found, for what writes files: the language, what kinds of agreements are called in it, and the cards, each
    /// its id and its agreements that match, each of them its id and which of its ends is the other one.
    pub(super) fn taken(&self) -> String {
        let data = &self.data;
        let (outcome, network, index) = (self.outcome.read_untracked(), &data.network, &data.index);
        let mut kinds = Json::object();
        for kind in AgreementKind::ALL {
            kinds.member(kind.key(), &quoted(&data.strings.agreement(*kind)));
        }
        let mut cards = Json::list();
        for at in &outcome.order {
            let mut agreements = Json::list();
            for link in index.relations.links_of(*at) {
                if outcome.is_matching(link) {
                    let (agreement, other) = index.relations.link(link);
                    let agreement = network.agreement(agreement);
                    let mut pair = Json::list();
                    pair.item(&quoted(&agreement.id));
                    pair.item(&digits(u64::from(agreement.ends[1] == other)));
                    agreements.item(&pair.end());
                }
            }
            let mut card = Json::list();
            card.item(&quoted(&network.initiative(*at).id));
            card.item(&agreements.end());
            cards.item(&card.end());
        }
        let mut taken = Json::object();
        taken.member("language", &quoted(data.locale().language()));
        taken.member("kinds", &kinds.end());
        taken.member("cards", &cards.end());
        taken.end()
    }

    /// Lets the visitor save what is found.
    pub fn save(&self, format: &str) {
        let id = self.data.network.id.as_deref().unwrap_or("supranet");
        self.page.get().save(format, &concat(&[id, ".", format]));
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
