//! Two files record by record: which came, which went, which have another id, and which changed.
//!
//! Knows nothing of how that is said.

use super::fields::{FieldChange, compare};
use super::records::{Record, Records, fields};
use serde_json::Value;
use std::collections::HashMap;
use supranet_core::raw::List;
use supranet_core::shape::{self, Kind};

/// All differences between two files.
pub struct Changes {
    /// Those of the fields at the top.
    pub dataset: Vec<FieldChange>,
    /// Those of the lists, in the order in which they matter to a reader.
    pub lists: Vec<(List, ListChanges)>,
}

/// The differences between two lists.
#[derive(Default)]
pub struct ListChanges {
    /// What came.
    pub added: Vec<Named>,
    /// What went.
    pub removed: Vec<Named>,
    /// What has another id now: the id before, and as it is now.
    pub renamed: Vec<(String, Named)>,
    /// What changed otherwise.
    pub changed: Vec<(Named, Vec<FieldChange>)>,
}

/// A record by its id and name.
#[derive(Clone)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// Ids before, each with the key of its list, and the ids now.
type Renames = HashMap<(&'static str, String), String>;

/// The lists in the order of a reader.
const ORDER: [List; 6] =
    [List::Initiatives, List::Agreements, List::Organisations, List::Sources, List::Areas, List::Places];

impl Changes {
    /// Whether there is no difference.
    pub fn is_empty(&self) -> bool {
        self.dataset.is_empty() && self.lists.iter().all(|(_, list)| list.is_empty())
    }
}

impl ListChanges {
    /// Whether there is no difference.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.renamed.is_empty() && self.changed.is_empty()
    }
}

/// Compares two files.
pub fn changes(old: &Records, new: &Records) -> Changes {
    let mut renames = Renames::new();
    // Agreements come last, as they are known by their ends, which may have other ids themselves.
    for list in [List::Areas, List::Places, List::Sources, List::Organisations, List::Initiatives, List::Agreements] {
        find_renames(old, new, list, &mut renames);
    }
    let lists = ORDER.map(|list| (list, of_list(old, new, list, &renames)));
    let top = follow_record(&old.top, &renames, shape::DATASET);
    Changes { dataset: compare(shape::DATASET, &top, &new.top, old, new), lists: lists.into() }
}

fn of_list(old: &Records, new: &Records, list: List, renames: &Renames) -> ListChanges {
    let named = |of: &Records, id: &str| Named { id: id.into(), name: of.name(list, id).unwrap_or_default() };
    let mut changes = ListChanges::default();
    let mut kept = HashMap::new();
    for (id, record) in old.list(list) {
        let renamed = renames.get(&(list.key(), id.clone()));
        match new.find(list, renamed.unwrap_or(id)) {
            Some(_) => {
                kept.insert(renamed.unwrap_or(id).as_str(), record);
            }
            None => changes.removed.push(named(old, id)),
        }
        changes.renamed.extend(renamed.map(|now| (id.clone(), named(new, now))));
    }
    let fields = fields(list);
    for (id, record) in new.list(list) {
        let Some(before) = kept.get(id.as_str()) else {
            changes.added.push(named(new, id));
            continue;
        };
        let found = compare(&fields, &follow_record(before, renames, &fields), record, old, new);
        if !found.is_empty() {
            changes.changed.push((named(new, id), found));
        }
    }
    changes
}

/// Notes which of the ids that went stand for one that came: where both alone have the same name.
fn find_renames(old: &Records, new: &Records, list: List, renames: &mut Renames) {
    let identities = |of: &Records, other: &Records, renames: &Renames| {
        let mut ids: HashMap<String, Vec<String>> = HashMap::new();
        for (id, record) in of.list(list).iter().filter(|(id, _)| other.find(list, id).is_none()) {
            if let Some(identity) = identity(list, record, renames) {
                ids.entry(identity).or_default().push(id.clone());
            }
        }
        ids
    };
    let came = identities(new, old, &Renames::new());
    for (identity, went) in identities(old, new, renames) {
        if let ([before], Some([now])) = (went.as_slice(), came.get(&identity).map(Vec::as_slice)) {
            renames.insert((list.key(), before.clone()), now.clone());
        }
    }
}

/// What makes a record the same under another id; nothing where it says too little.
fn identity(list: List, record: &Record, renames: &Renames) -> Option<String> {
    let keys: &[&str] = match list {
        List::Areas | List::Places => &["label"],
        List::Organisations | List::Initiatives => &["name"],
        List::Sources => &["title", "url"],
        List::Agreements => &["ends", "kind", "signed", "announced"],
    };
    let needed = record.get(*keys.first()?)?;
    let mut parts: Vec<Value> = keys.iter().map(|key| record.get(*key).cloned().unwrap_or_default()).collect();
    if list == List::Agreements {
        let mut ends: Vec<String> = needed.as_array()?.iter().filter_map(Value::as_str).map(String::from).collect();
        ends.iter_mut().for_each(|end| follow_party(end, renames));
        ends.sort();
        parts[0] = ends.into();
    }
    Some(Value::from(parts).to_string())
}

/// A record of the file before with the ids of now where it refers to others: a new id is told once.
fn follow_record(record: &Record, renames: &Renames, fields: &[shape::Field]) -> Record {
    let mut record = record.clone();
    for field in fields {
        if let Some(value) = record.get_mut(field.key) {
            follow(value, field.kind, renames);
        }
    }
    record
}

fn follow(value: &mut Value, kind: Kind, renames: &Renames) {
    match (kind, value) {
        (Kind::Ref(list), Value::String(id)) => {
            if let Some(now) = renames.get(&(list.key(), id.clone())) {
                id.clone_from(now);
            }
        }
        (Kind::Party, Value::String(id)) => follow_party(id, renames),
        (Kind::Many(kind), Value::Array(items)) => items.iter_mut().for_each(|item| follow(item, *kind, renames)),
        (Kind::Record(fields), Value::Object(record)) => *record = follow_record(record, renames, fields),
        _ => {}
    }
}

fn follow_party(id: &mut String, renames: &Renames) {
    let now = |list: List| renames.get(&(list.key(), id.clone()));
    if let Some(now) = now(List::Initiatives).or_else(|| now(List::Organisations)).cloned() {
        *id = now;
    }
}
