//! The records of a file as JSON, by their ids, and what they are called.
//!
//! Knows nothing of another file. Of a key or an id that stands twice the first counts, as in the widget; a record
//! without an id has no name by which it could be compared, and `supranet check` names it.

use anyhow::{Context as _, Result};
use serde_json::{Map, Number, Value};
use std::collections::HashMap;
use supranet_core::raw::{self, List, Node};
use supranet_core::shape::{self, Field};

/// A record.
pub type Record = Map<String, Value>;

/// A file.
pub struct Records {
    /// The single fields at its top.
    pub top: Record,
    lists: [Vec<(String, Record)>; List::ALL.len()],
    /// Where the record of an id stands in its list.
    places: [HashMap<String, usize>; List::ALL.len()],
    language: String,
}

impl Records {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no dataset.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self> {
        let raw = raw::parse(bytes).with_context(|| name.to_string())?;
        let mut top = Record::new();
        for (key, node) in &raw.members {
            if List::ALL.into_iter().all(|list| list.key() != key) {
                top.entry(key.as_ref()).or_insert_with(|| value(node.clone()));
            }
        }
        let read = |list: List| {
            let mut records: Vec<(String, Record)> = Vec::new();
            let mut places = HashMap::new();
            for at in 0..raw.len(list) {
                let Value::Object(mut record) = value(raw.record(list, at)) else { continue };
                if let Some(Value::String(id)) = record.remove(id_key(list))
                    && !places.contains_key(&id)
                {
                    places.insert(id.clone(), records.len());
                    records.push((id, record));
                }
            }
            (records, places)
        };
        let language = top.get("defaultLanguage").and_then(Value::as_str).unwrap_or("en").to_string();
        let mut all = Self { top, lists: Default::default(), places: Default::default(), language };
        for list in List::ALL {
            (all.lists[list as usize], all.places[list as usize]) = read(list);
        }
        Ok(all)
    }

    /// The records of a list, in file order.
    pub fn list(&self, list: List) -> &[(String, Record)] {
        &self.lists[list as usize]
    }

    /// A record by its id.
    pub fn find(&self, list: List, id: &str) -> Option<&Record> {
        let place = self.places[list as usize].get(id)?;
        self.list(list).get(*place).map(|(_, record)| record)
    }

    /// What a record is called; an agreement by its ends.
    pub fn name(&self, list: List, id: &str) -> Option<String> {
        let record = self.find(list, id)?;
        if list == List::Agreements {
            let ends = record.get("ends")?.as_array()?.iter().filter_map(Value::as_str);
            let names: Vec<String> = ends.map(|end| self.party(end).unwrap_or_else(|| end.into())).collect();
            return Some(names.join(" – "));
        }
        let key = ["name", "label", "title"].into_iter().find_map(|key| record.get(key))?;
        self.text(key)
    }

    /// What an initiative or an organisation is called.
    pub fn party(&self, id: &str) -> Option<String> {
        self.name(List::Initiatives, id).or_else(|| self.name(List::Organisations, id))
    }

    /// A text in the language of the file, or in the first there is.
    pub fn text(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Object(texts) => texts.get(&self.language).or(texts.values().next())?.as_str().map(String::from),
            _ => None,
        }
    }
}

/// Places are known by their code.
fn id_key(list: List) -> &'static str {
    if list == List::Places { "code" } else { "id" }
}

/// The fields of a list's records; ends of agreements stand beside their table.
pub fn fields(list: List) -> Vec<Field> {
    let table = match list {
        List::Areas => shape::AREA,
        List::Places => shape::PLACE,
        List::Organisations => shape::ORGANISATION,
        List::Initiatives => shape::INITIATIVE,
        List::Agreements => shape::AGREEMENT,
        List::Sources => shape::SOURCE,
    };
    let ends = Field { key: "ends", kind: shape::ENDS, required: true, description: "" };
    let ends = Some(ends).filter(|_| list == List::Agreements);
    ends.into_iter().chain(table.iter().copied()).collect()
}

fn value(node: Node<'_>) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(own) => own.into(),
        Node::Number(digits) => {
            // A number too large for one stays as it is written.
            digits.parse::<Number>().map_or_else(|_| digits.into(), Value::Number)
        }
        Node::String(text) => text.into(),
        Node::Array(inside) => inside.members().map(|(_, item)| value(item)).collect(),
        Node::Object(inside) => {
            let mut object = Map::new();
            for (key, node) in inside.members() {
                object.entry(key.as_ref()).or_insert_with(|| value(node));
            }
            Value::Object(object)
        }
    }
}
