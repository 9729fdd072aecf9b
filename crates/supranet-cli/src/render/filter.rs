//! What `fragment.js` asks for and says, as JSON in an attribute: the script has no words of its own.
//!
//! Knows nothing of how it is shown.

use crate::shown::Shown;
use serde_json::json;
use supranet_core::facet::Facet;

/// By what the cards can be found; the ids are in an attribute of each, by the facet's key.
const FACETS: [Facet; 2] = [Facet::Country, Facet::Area];

/// The words, and the values that cards have, in the order of the language.
pub fn filter(shown: &Shown) -> String {
    let cards = shown.cards().count();
    // How many there are, and were found, is filled in by the script: somebody may have taken cards away.
    let places = [("matched", "{matched}"), ("total", "{total}")];
    let some = shown.words.counted("results.some", cards, &shown.locale, &places);
    let by = FACETS.map(|facet| {
        let label = shown.words.word("facet", facet.key());
        [vec![facet.key().into(), label], values(shown, facet)].concat()
    });
    json!({
        "filters": shown.words.get("filters"),
        "all": shown.words.fill("facet.all", &[("count", "{total}")]),
        "some": some,
        "empty": shown.words.get("empty"),
        "clear": shown.words.get("clear"),
        "by": by,
    })
    .to_string()
}

/// The values of a facet by which a card is found, what stands above them included: the id, and after a space the name,
/// which says what it is a part of.
fn values(shown: &Shown, facet: Facet) -> Vec<String> {
    let index = shown.index.facet(facet);
    let values = &index.tree.values;
    let label = |at: usize| match values[at].parent {
        Some(above) => {
            let names = [("name", values[at].label.as_str()), ("country", values[above].label.as_str())];
            shown.words.fill("country.at", &names)
        }
        None => values[at].label.clone(),
    };
    let of_cards = |at: &usize| shown.cards().any(|card| index.cards[*at].contains(card.at()));
    (0..values.len()).filter(of_cards).map(|at| format!("{} {}", values[at].id, label(at))).collect()
}
