//! One thing of the graph, property by property: what is not stated is left out.
//!
//! Knows nothing of datasets.

use crate::shown::Text;
use serde_json::{Map, Value, json};
use supranet_core::model::PartialDate;

/// A thing being told.
pub struct Node(Map<String, Value>);

impl Node {
    /// A thing of a type with a name in the graph.
    pub fn new(kind: &str, id: &str) -> Self {
        let mut node = Map::new();
        node.insert("@type".into(), kind.into());
        node.insert("@id".into(), id.into());
        Self(node)
    }

    /// States a property where there is a value.
    pub fn set(mut self, property: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(property.into(), value.into());
        }
        self
    }

    /// States a date as precisely as it is known: those of schema.org are of ISO 8601, which may be a month or a year.
    pub fn date(self, property: &str, date: Option<PartialDate>) -> Self {
        self.set(property, date.map(PartialDate::iso))
    }

    /// States a text, with its language where that is not the shown one.
    pub fn text(self, property: &str, text: Option<Text>) -> Self {
        self.set(property, text.map(said))
    }

    /// States a property with as many values as there are.
    pub fn many(self, property: &str, mut values: Vec<Value>) -> Self {
        match values.len() {
            0 => self,
            1 => self.set(property, values.pop()),
            _ => self.set(property, Some(values)),
        }
    }

    /// The thing as JSON.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A text, with its language where that is not the shown one.
pub fn said(text: Text) -> Value {
    match text.language {
        Some(language) => json!({"@language": language, "@value": text.text}),
        None => text.text.into(),
    }
}

/// A thing that is told elsewhere in the graph.
pub fn to(id: &str) -> Value {
    json!({"@id": id})
}
