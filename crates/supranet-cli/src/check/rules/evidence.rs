//! Evidence for a field that its record does not have.
//!
//! Knows nothing of whether the source says it.

use super::{Found, Rule};
use crate::check::record::Record;
use supranet_core::raw::Node;
use supranet_core::shape::Kind;

pub struct Evidence;

impl Rule for Evidence {
    fn record(&mut self, record: &Record<'_>, found: &mut Found) {
        let Some(object) = record.object else { return };
        let Some(list) = record.part(None, "evidence") else { return };
        for (at, value) in record.values.iter().enumerate().skip(list) {
            let is_of_evidence = value.parent.is_some_and(|entry| record.values[entry].parent == Some(list));
            if let (true, Kind::Text, Some("field"), Some(field)) =
                (is_of_evidence, value.kind, value.key(), value.text())
                && !states(&Node::Object(object), field)
            {
                let message = format!(
                    "the record states no \"{field}\"; name a field that it has, such as name or funding[0].amount"
                );
                found.warn(record, at, "unknown-field", message);
            }
        }
    }
}

/// Whether a path leads to a value: `funding[0].amount`.
fn states(node: &Node<'_>, path: &str) -> bool {
    match node {
        _ if path.is_empty() => !matches!(node, Node::Null),
        Node::Array(items) => {
            let Some((index, rest)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) else {
                return false;
            };
            let item = index.parse().ok().and_then(|index: usize| items.members().nth(index));
            item.is_some_and(|(_, item)| states(&item, rest))
        }
        Node::Object(inside) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            let end = path.find(['.', '[']).unwrap_or(path.len());
            let (key, rest) = path.split_at(end);
            inside.find(key).is_some_and(|member| states(&member, rest))
        }
        _ => false,
    }
}
