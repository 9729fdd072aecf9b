//! `docs/embedding/ids.md` lists the ids that the shared dataset and the format know, no more and no fewer.
//!
//! Knows nothing of what else it says.

use crate::shown::Shown;
use crate::testing::{REAL, shown};
use supranet_core::facet::Facet;

const IDS: &str = include_str!("../../../docs/embedding/ids.md");
const MANIFEST: &str = include_str!("../../../pkg/custom-elements.json");

/// Each id of a facet and its English name, in the order in which the widget shows them.
fn table(of: &Shown, facet: Facet) -> String {
    let values = &of.index.facet(facet).tree.values;
    let name = |at: usize| {
        let own = &values[at];
        match (facet, own.parent) {
            (Facet::Scope | Facet::Status | Facet::Agreement, _) => of.words.word(facet.key(), &own.id),
            (_, None) => own.label.clone(),
            (_, Some(above)) => format!("{}, in: {}", own.label, values[above].label),
        }
    };
    let rows = (0..values.len()).map(|at| format!("| `{}` | {} |\n", values[at].id, name(at)));
    let key = facet.key();
    format!("<!-- {key} -->\n| id | name |\n|---|---|\n{}<!-- /{key} -->\n", rows.collect::<String>())
}

#[test]
fn the_list_of_ids_has_those_of_the_dataset_and_the_format_and_no_others() {
    let shown = shown(REAL, "en");
    let missing: Vec<String> = Facet::ALL
        .map(|facet| table(&shown, facet))
        .into_iter()
        .filter(|table| !IDS.contains(table.as_str()))
        .collect();
    assert!(missing.is_empty(), "put this into docs/embedding/ids.md:\n\n{}", missing.join("\n"));
    assert_eq!(IDS.matches("<!-- /").count(), Facet::ALL.len(), "a table that is none of these");
    for facet in Facet::ALL {
        assert!(MANIFEST.contains(&format!("\"name\": \"{}\"", facet.key())), "no attribute {}", facet.key());
        assert!(shown.index.facet(facet).tree.values.len() > 2, "no ids of {}", facet.key());
    }
}
