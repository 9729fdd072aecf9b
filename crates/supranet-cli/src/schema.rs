//! `supranet schema`: the format as a JSON Schema, made from the tables that files are read by.
//!
//! Knows nothing of a file. It is stricter than the reader where that helps who types: a field that the format does
//! not have is ignored when read, and marked by an editor.

use serde_json::{Map, Value, json};
use std::io::{self, Write};
use std::process::ExitCode;
use supranet_core::raw::List;
use supranet_core::shape::{self, Beside, Described, Field, Kind};
use supranet_core::validate;

/// Writes the schema.
pub fn run(out: &mut dyn Write) -> ExitCode {
    match out.write_all(text().as_bytes()) {
        // Who closed the output does not want the rest.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}

/// The schema as it is committed.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

fn schema() -> Value {
    let records = shape::records();
    let mut root = Map::new();
    root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    root.insert("title".into(), "A Supranet dataset, version 1".into());
    let mut definitions = words();
    for record in &records {
        let mut object = object(record, &records);
        if is(record, shape::DATASET) {
            top(&mut object);
            root.append(&mut object);
        } else {
            definitions.insert(name(record), object.into());
        }
    }
    root.insert("$defs".into(), definitions.into());
    root.into()
}

/// What stands in no record of its own.
fn words() -> Map<String, Value> {
    let countries: Vec<String> = validate::countries().collect();
    let language = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";
    let all = json!({
        "text": {"type": "string", "pattern": "\\S"},
        "texts": {
            "description": "A text in several languages: `{\"en\": \"…\", \"sv\": \"…\"}`.",
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"$ref": "#/$defs/language"},
            "additionalProperties": {"$ref": "#/$defs/text"},
        },
        "id": {
            "description": "Lower-case words and numbers joined by hyphens.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        },
        "date": {
            "description": "As exactly as it is known: `2022-04-28`, `2022-04` or `2022`.",
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        },
        "language": {
            "description": "A language by its tag, such as `sv`, `de-CH` or `zh-Hant`.",
            "type": "string",
            "pattern": language,
        },
        "countryCode": {
            "description": "A country by its code of ISO 3166-1, such as `SE`; the United Kingdom is `GB`.",
            "enum": countries,
        },
        "placeCode": {
            "description": "A region or city by its code of ISO 3166-2, such as `DE-BW`.",
            "type": "string",
            "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$",
        },
        "address": {
            "description": "An address with https, http or mailto.",
            "type": "string",
            "pattern": "^(https?://[^/\\s]|mailto:[^@\\s]+@)[^\\s]*$",
        },
    });
    if let Value::Object(all) = all { all } else { Map::new() }
}

fn object(record: &Described, records: &[Described]) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut insert = |key: &str, mut schema: Map<String, Value>, description: &str| {
        schema.insert("description".into(), description.trim().into());
        properties.insert(key.into(), schema.into());
    };
    for field in record.fields {
        insert(field.key, of_field(field, records), field.description);
        if field.required {
            required.push(field.key);
        }
    }
    let (key, description, fields) = shape::beside(Beside::Ends);
    if is(record, fields) {
        let ends = json!({"minItems": 2, "maxItems": 2, "uniqueItems": true});
        let mut schema = of_kind(shape::ENDS, records);
        schema.append(&mut entries(ends));
        insert(key, schema, description);
        required.push(key);
    }
    entries(json!({
        "description": record.description.trim(),
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    }))
}

/// Adds to the single fields at the top what else is there.
fn top(object: &mut Map<String, Value>) {
    let (version, description, _) = shape::beside(Beside::Version);
    let mut properties = entries(json!({
        "$schema": {"description": "Where this schema is, for editors. The widget ignores it.", "type": "string"},
        version: {"description": description, "const": 1},
    }));
    if let Some(Value::Object(single)) = object.get_mut("properties") {
        properties.append(single);
        for (list, description) in shape::lists() {
            let records = shape::records().into_iter().find(|record| is(record, shape::of(list)));
            let items = records.map(|record| reference(&name(&record)));
            let schema = json!({"description": description, "type": "array", "items": items.unwrap_or_default()});
            properties.insert(list.key().into(), schema);
        }
        *single = properties;
    }
    object.insert("required".into(), json!([version, List::Initiatives.key()]));
}

fn of_field(field: &Field, records: &[Described]) -> Map<String, Value> {
    // Texts of a form that the reader does not ask for, but which an editor can help with.
    match (field.kind, field.key) {
        (Kind::Text, "id") => reference("id"),
        (Kind::Text, "language" | "defaultLanguage") => reference("language"),
        (Kind::Text, "currency") => entries(json!({"type": "string", "pattern": "^[A-Z]{3}$"})),
        (Kind::Text, "doi") => entries(json!({"type": "string", "pattern": "^10\\.[0-9.]+/\\S+$"})),
        (kind, _) => of_kind(kind, records),
    }
}

fn of_kind(kind: Kind, records: &[Described]) -> Map<String, Value> {
    match kind {
        Kind::Text => reference("text"),
        Kind::Texts => reference("texts"),
        Kind::Name => entries(json!({"anyOf": [reference("text"), reference("texts")]})),
        Kind::Date => reference("date"),
        Kind::Country => reference("countryCode"),
        Kind::Place => reference("placeCode"),
        Kind::Address => reference("address"),
        Kind::Whole => entries(json!({"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX})),
        Kind::Degrees(most) => entries(json!({"type": "number", "minimum": -most, "maximum": most})),
        Kind::Word(words) => entries(json!({"enum": words})),
        Kind::Ref(_) | Kind::Party => reference("id"),
        Kind::Many(kind) => entries(json!({"type": "array", "items": of_kind(*kind, records)})),
        Kind::Record(fields) => {
            records.iter().find(|record| is(record, fields)).map(|record| reference(&name(record))).unwrap_or_default()
        }
    }
}

fn reference(definition: &str) -> Map<String, Value> {
    entries(json!({"$ref": format!("#/$defs/{definition}")}))
}

fn entries(object: Value) -> Map<String, Value> {
    if let Value::Object(entries) = object { entries } else { Map::new() }
}

/// Whether this record is read by this table. No two tables have the same keys.
fn is(record: &Described, fields: &[Field]) -> bool {
    record.fields.iter().map(|field| field.key).eq(fields.iter().map(|field| field.key))
}

/// `FOLLOW_UP` is `followUp`.
fn name(record: &Described) -> String {
    let mut name = String::new();
    for (at, word) in record.name.to_lowercase().split('_').enumerate() {
        let (first, rest) = word.split_at(1.min(word.len()));
        name.push_str(if at == 0 { first } else { "" });
        name.push_str(&if at == 0 { String::new() } else { first.to_uppercase() });
        name.push_str(rest);
    }
    name
}

#[cfg(test)]
mod tests;
