//! Differences as a changelog, and as JSON.
//!
//! Knows nothing of how they were found.

use super::compare::{Changes, Named};
use super::fields::{Change, FieldChange, Told, list_in_words};
use crate::output::plain;
use serde_json::{Map, Value, json};

/// A changelog: a section per list, a line per record, and below it one per field.
pub fn text(changes: &Changes, old: &str, new: &str) -> String {
    if changes.is_empty() {
        return "No difference.\n".into();
    }
    let mut lines = vec![format!("# From {old} to {new}")];
    if !changes.dataset.is_empty() {
        lines.extend([String::new(), "## Dataset".into(), String::new()]);
        lines.extend(changes.dataset.iter().map(|change| format!("- {}", field(change))));
    }
    for (list, of) in changes.lists.iter().filter(|(_, of)| !of.is_empty()) {
        lines.extend([String::new(), format!("## {}", list_in_words(*list)), String::new()]);
        lines.extend(of.added.iter().map(|own| format!("- Added: {}", named(own))));
        lines.extend(of.removed.iter().map(|own| format!("- Removed: {}", named(own))));
        lines.extend(of.renamed.iter().map(|(id, own)| format!("- New id: {}, before {id}", named(own))));
        for (own, fields) in &of.changed {
            lines.push(format!("- Changed: {}", named(own)));
            lines.extend(fields.iter().map(|change| format!("  - {}", field(change))));
        }
    }
    // A text of the file may have lines of its own: each stays on one.
    lines.iter().map(|line| plain(&line.replace('\n', " ")) + "\n").collect()
}

fn named(of: &Named) -> String {
    if of.name.is_empty() { of.id.clone() } else { format!("{} ({})", of.name, of.id) }
}

fn field(change: &FieldChange) -> String {
    let words = |told: &Option<Told>| told.as_ref().map_or("not stated", |told| &told.words).to_string();
    let all = |list: &[Told]| list.iter().map(|told| told.words.as_str()).collect::<Vec<_>>().join(", ");
    let what = match &change.change {
        Change::Value(old, new) => format!("{} → {}", words(old), words(new)),
        Change::Items(came, went) if went.is_empty() => format!("added {}", all(came)),
        Change::Items(came, went) if came.is_empty() => format!("removed {}", all(went)),
        Change::Items(came, went) => format!("added {}; removed {}", all(came), all(went)),
        Change::Order => "in another order".into(),
    };
    format!("{}: {what}", change.words)
}

/// The same as JSON: `dataset` has the fields at the top, each list its `added`, `removed`, `renamed` and `changed`.
pub fn json(changes: &Changes) -> Value {
    let fields = |list: &[FieldChange]| list.iter().map(json_field).collect::<Value>();
    let named = |of: &Named| json!({"id": of.id, "name": of.name});
    let mut all = Map::new();
    all.insert("dataset".into(), fields(&changes.dataset));
    for (list, of) in &changes.lists {
        let renamed = of.renamed.iter().map(|(id, own)| json!({"from": id, "to": own.id, "name": own.name}));
        let changed =
            of.changed.iter().map(|(own, found)| json!({"id": own.id, "name": own.name, "fields": fields(found)}));
        let of = json!({
            "added": of.added.iter().map(named).collect::<Value>(),
            "removed": of.removed.iter().map(named).collect::<Value>(),
            "renamed": renamed.collect::<Value>(),
            "changed": changed.collect::<Value>(),
        });
        all.insert(list.key().into(), of);
    }
    Value::Object(all)
}

fn json_field(change: &FieldChange) -> Value {
    let value = |told: &Option<Told>| told.as_ref().map(|told| told.value.clone()).unwrap_or_default();
    let values = |list: &[Told]| list.iter().map(|told| told.value.clone()).collect::<Value>();
    match &change.change {
        Change::Value(old, new) => json!({"path": change.path, "old": value(old), "new": value(new)}),
        Change::Items(came, went) => json!({"path": change.path, "added": values(came), "removed": values(went)}),
        Change::Order => json!({"path": change.path, "reordered": true}),
    }
}
