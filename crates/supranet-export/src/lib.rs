//! What few pages want: what is found in the widget as the text of a file, and what `debug` says of the page.
//!
//! A WebAssembly module of its own, which a page loads when a visitor first wants a file: it reads the data again and is
//! told what was found in it. Knows nothing of filters.

#[cfg(target_family = "wasm")]
mod page;

use js_sys::{Array, Uint8Array};
use std::collections::HashMap;
use supranet_core::export::{Found, FoundCard, csv, ris};
use supranet_core::model::{AgreementIdx, AgreementKind, InitiativeIdx, Network};
use supranet_core::raw::{self, Node};
use supranet_core::validate;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller than the allocator of the standard library.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What is found in files, each a `Uint8Array`, in a format: `csv`, `json` or `ris`. `taken` says what is found, as the
/// widget's `take` does. Nothing for another format.
#[wasm_bindgen]
#[must_use]
pub fn write(files: &Array, format: &str, taken: &str) -> Option<String> {
    let bytes: Vec<Vec<u8>> = files.iter().map(|file| Uint8Array::new(&file).to_vec()).collect();
    written(&bytes, format, taken)
}

/// The same for bytes.
#[must_use]
pub fn written(files: &[Vec<u8>], format: &str, taken: &str) -> Option<String> {
    // What the widget could not read either is not in its list.
    let files: Vec<_> = files.iter().filter_map(|bytes| raw::parse(bytes).ok()).collect();
    let (network, _) = validate::networks(&files);
    let taken = raw::node(taken.as_bytes()).ok()?;
    let cards = cards(&network, taken.clone());
    let word = |kind: AgreementKind| {
        let kinds = member(&taken, "kinds");
        kinds.and_then(|kinds| text(&member(&kinds, kind.key())?)).unwrap_or_else(|| kind.key().into())
    };
    let language = member(&taken, "language").and_then(|own| text(&own)).unwrap_or_default();
    let found = Found { network: &network, cards: &cards, language: &language, kind: &word };
    match format {
        "csv" => Some(csv(&found)),
        "ris" => Some(ris(&found)),
        "json" => Some(validate::part(&files, &network, &found.as_part())),
        _ => None,
    }
}

/// The cards: a list of an id and its agreements, each an id and which of its ends is the other one.
fn cards(network: &Network, taken: Node<'_>) -> Vec<FoundCard> {
    let positions = |ids: Vec<&str>| -> HashMap<String, u32> {
        ids.into_iter().enumerate().map(|(at, id)| (id.to_owned(), at as u32)).collect()
    };
    let initiatives = positions(network.initiatives.iter().map(|own| own.id.as_str()).collect());
    let agreements = positions(network.agreements.iter().map(|own| own.id.as_str()).collect());
    let agreement = |node: Node<'_>| {
        let [id, end] = <[Node<'_>; 2]>::try_from(items(node)).ok()?;
        let at = AgreementIdx(*agreements.get(&text(&id)?)?);
        let ends = network.agreement(at).ends;
        Some((at, if matches!(end, Node::Number("0")) { ends[0] } else { ends[1] }))
    };
    let card = |node: Node<'_>| {
        let [id, matching] = <[Node<'_>; 2]>::try_from(items(node)).ok()?;
        let initiative = InitiativeIdx(*initiatives.get(&text(&id)?)?);
        Some(FoundCard { initiative, agreements: items(matching).into_iter().filter_map(agreement).collect() })
    };
    member(&taken, "cards").map(items).unwrap_or_default().into_iter().filter_map(card).collect()
}

fn member<'n>(node: &Node<'n>, key: &str) -> Option<Node<'n>> {
    if let Node::Object(inside) = node { inside.find(key) } else { None }
}

fn items(node: Node<'_>) -> Vec<Node<'_>> {
    if let Node::Array(inside) = node { inside.members().map(|(_, item)| item).collect() } else { Vec::new() }
}

fn text(node: &Node<'_>) -> Option<String> {
    if let Node::String(text) = node { Some(text.clone().into_owned()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::written;

    const DATA: &str = r#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}, "country": "SE"},
        {"id": "b", "name": {"en": "B", "sv": "Be"}, "country": "DK"}],
        "agreements": [{"id": "x", "ends": ["b", "a"], "kind": "mou"}]}"#;
    const TAKEN: &str = r#"{"language": "sv", "kinds": {"mou": "Avtal"}, "cards": [["a", [["x", 0]]]]}"#;

    fn file(format: &str) -> Option<String> {
        written(&[DATA.into(), b"<h1>".into()], format, TAKEN)
    }

    #[test]
    fn what_the_widget_found_is_written_in_its_language_and_words() {
        let table = file("csv").unwrap_or_default();
        assert_eq!(table.lines().count(), 2);
        assert!(table.contains("\"mou\",\"b\",\"Be\",\"DK\""), "{table}");
        let references = file("ris").unwrap_or_default();
        assert!(references.contains("TI  - Avtal: Be – A\r\n"), "{references}");
        let dataset = file("json").unwrap_or_default();
        assert!(
            dataset.contains(r#""initiatives":[{"id":"a""#) && dataset.contains(r#""organisations":[{"id":"b""#),
            "{dataset}"
        );
    }

    #[test]
    fn another_format_is_none() {
        assert_eq!(file("pdf"), None);
        assert_eq!(written(&[DATA.into()], "csv", "no JSON"), None);
    }
}
