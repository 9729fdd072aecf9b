//! Datasets for the tests: those of the repository, and the same with bad words wherever a text may stand.
//!
//! Knows nothing of what is made of them.

use crate::locale::IcuLocale;
use crate::shown::Shown;
use crate::words::Words;
use serde_json::Value;
use supranet_core::locale::Locale as _;
use supranet_core::raw::List;
use supranet_core::shape::{self, Field, Kind};
use supranet_core::{raw, validate};

/// The shared dataset.
pub const REAL: &str = include_str!("../../../data/supranet.json");
/// Every shape once.
pub const SMALL: &str = include_str!("../../../tests/data/small.json");

/// What people, or those who mean harm, write into texts.
pub const PAYLOADS: [&str; 12] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\"><img/src=x/onerror=alert(1)>",
    "'--><b>",
    "&lt;&amp;&copy&#0;",
    "]]></summary><entry>",
    "\u{0}\u{7}\u{b}\u{fffe}\u{1ffff}",
    "{name}{{date}",
    "\u{202e}\u{2028}\u{2029}",
    "</dd></dl></article></div>",
    "<plaintext><style>*{}</style>",
];

/// A dataset, shown in a language.
pub fn shown(json: &str, language: &str) -> Shown {
    let raw = raw::parse(json.as_bytes()).expect("a dataset");
    let locale = IcuLocale::new(language).expect(language);
    let words = Words::new(locale.language()).expect(language);
    Shown::new(validate::network(raw).0, locale, words)
}

/// A dataset with these words at the beginning of every text, id, address and language.
pub fn hostile(json: &str, payload: &str) -> String {
    let mut dataset: Value = serde_json::from_str(json).expect("JSON");
    spoil_record(&mut dataset, shape::DATASET, payload);
    for list in List::ALL {
        let table = match list {
            List::Areas => shape::AREA,
            List::Places => shape::PLACE,
            List::Organisations => shape::ORGANISATION,
            List::Initiatives => shape::INITIATIVE,
            List::Agreements => shape::AGREEMENT,
            List::Sources => shape::SOURCE,
        };
        for record in dataset[list.key()].as_array_mut().into_iter().flatten() {
            spoil_record(record, table, payload);
            if list == List::Agreements {
                spoil(&mut record["ends"], shape::ENDS, payload);
            }
        }
    }
    dataset.to_string()
}

fn spoil_record(record: &mut Value, fields: &[Field], payload: &str) {
    for field in fields {
        if let Some(value) = record.get_mut(field.key) {
            spoil(value, field.kind, payload);
        }
    }
}

fn spoil(value: &mut Value, kind: Kind, payload: &str) {
    match (kind, value) {
        (Kind::Address, Value::String(text)) => text.push_str(payload),
        (Kind::Text | Kind::Ref(_) | Kind::Party | Kind::Name, Value::String(text)) => text.insert_str(0, payload),
        (Kind::Texts | Kind::Name, Value::Object(texts)) => {
            let of_all = std::mem::take(texts).into_iter();
            texts.extend(of_all.map(|(language, text)| {
                let language = if language == "en" { language } else { format!("{language}{payload}") };
                (language, format!("{payload}{}", text.as_str().unwrap_or_default()).into())
            }));
        }
        (Kind::Many(kind), Value::Array(items)) => items.iter_mut().for_each(|item| spoil(item, *kind, payload)),
        (Kind::Record(fields), record) => spoil_record(record, fields, payload),
        _ => {}
    }
}
