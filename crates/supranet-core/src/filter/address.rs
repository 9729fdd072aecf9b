//! What a visitor sees, as parameters of a page's address, and back.
//!
//! Parameters are what stands behind `?` or `#`, without it; both are treated alike. Knows nothing of the page, of its
//! history or of what the data knows: a value that it does not know stays.

mod encoding;

use super::{Filter, Part, Sort};
use crate::join::{concat, digits};
use encoding::{decode, encode};

/// What an address can say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The question.
    pub filter: Filter,
    /// The view; `None` for the one that the page begins with.
    pub view: Option<String>,
    /// The open card.
    pub card: Option<String>,
    /// The version of the dataset that the address was made with.
    pub data: Option<String>,
}

/// What an address says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// What is stated; the parts that are not are empty.
    pub place: Place,
    /// The parts of the question that are stated, be it as empty.
    pub parts: Vec<Part>,
    /// The parts of the question whose value is none (a year that is no number, an order that does not exist). They are
    /// not stated.
    pub unread: Vec<Part>,
}

impl Stated {
    /// The question, where `presets` stands for what is not stated.
    #[must_use]
    pub fn over(&self, presets: &Filter) -> Filter {
        let mut filter = presets.clone();
        self.parts.iter().for_each(|part| filter.copy_part(*part, &self.place.filter));
        filter
    }

    fn part(&mut self, part: Part, value: &str) {
        let filter = &mut self.place.filter;
        let is_read = match part {
            Part::Facet(facet) => {
                filter.set(facet, value.split(',').map(decode));
                true
            }
            Part::Q => {
                filter.q = decode(value);
                true
            }
            Part::From => read_to(&mut filter.from, &decode(value), year),
            Part::To => read_to(&mut filter.to, &decode(value), year),
            Part::Sort => read_to(&mut filter.sort, &decode(value), Sort::from_key),
        };
        let list = if is_read { &mut self.parts } else { &mut self.unread };
        list.push(part);
    }
}

/// What parameters say; `None` where none of them is ours. Of one that comes twice the first counts.
#[must_use]
pub fn read(parameters: &str, prefix: &str) -> Option<Stated> {
    let mut stated = Stated::default();
    let mut met = Vec::new();
    for parameter in parameters.split('&') {
        let Some((key, value)) = own(parameter, prefix) else { continue };
        if met.contains(&key) {
            continue;
        }
        met.push(key);
        let text = || Some(decode(value)).filter(|text| !text.is_empty());
        match key {
            Key::Part(part) => stated.part(part, value),
            Key::View => stated.place.view = text(),
            Key::Card => stated.place.card = text(),
            Key::Data => stated.place.data = text(),
        }
    }
    (!met.is_empty()).then_some(stated)
}

/// The parameters with ours in them as `place` has them, in place of those that were there. What is not ours stays as it
/// stands, and first. A part that is as in `presets` is left out; one that is empty where its preset is not is written
/// empty.
#[must_use]
pub fn write(parameters: &str, prefix: &str, place: &Place, presets: &Filter) -> String {
    let mut written = Vec::new();
    if !parameters.is_empty() {
        written.extend(parameters.split('&').filter(|parameter| own(parameter, prefix).is_none()).map(String::from));
    }
    let prefix = encode(prefix);
    let mut add = |key: &str, value: &str| written.push(concat(&[&prefix, key, "=", value]));
    for part in Part::ALL {
        if !place.filter.has_same(part, presets) {
            add(part.key(), &value(part, &place.filter));
        }
    }
    for (key, text) in [("view", &place.view), ("card", &place.card), ("data", &place.data)] {
        if let Some(text) = text.as_deref().filter(|text| !text.is_empty()) {
            add(key, &encode(text));
        }
    }
    separated(&written, "&")
}

/// The names of our parameters, behind the prefix.
#[derive(Clone, Copy, PartialEq)]
enum Key {
    Part(Part),
    View,
    Card,
    Data,
}

/// The name and the value, as it stands, of a parameter that is ours. One without `=` never is: in a hash it is the
/// anchor of a heading, whatever it is called.
fn own<'p>(parameter: &'p str, prefix: &str) -> Option<(Key, &'p str)> {
    let (key, value) = parameter.split_once('=')?;
    let key = decode(key);
    let key = match key.strip_prefix(prefix)? {
        "view" => Key::View,
        "card" => Key::Card,
        "data" => Key::Data,
        key => Key::Part(Part::from_key(key)?),
    };
    Some((key, value))
}

/// The value of a part, as it is written.
fn value(part: Part, filter: &Filter) -> String {
    match part {
        Part::Facet(facet) => {
            let values: Vec<String> = filter.sorted(facet).into_iter().map(encode).collect();
            separated(&values, ",")
        }
        Part::From => filter.from.map(|year| digits(year.into())).unwrap_or_default(),
        Part::To => filter.to.map(|year| digits(year.into())).unwrap_or_default(),
        Part::Q => encode(&filter.q),
        Part::Sort => filter.sort.map(Sort::key).unwrap_or_default().into(),
    }
}

/// Reads a value that may be empty; false where it is none.
fn read_to<T>(place: &mut Option<T>, text: &str, read: impl Fn(&str) -> Option<T>) -> bool {
    *place = read(text);
    place.is_some() || text.is_empty()
}

/// A whole number that a year can be.
fn year(text: &str) -> Option<u16> {
    let mut year = None;
    for digit in text.chars() {
        let digit = digit.to_digit(10)? as u16;
        year = Some(year.unwrap_or(0_u16).checked_mul(10)?.checked_add(digit)?);
    }
    year
}

fn separated(parts: &[String], separator: &str) -> String {
    let mut whole = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            whole.push_str(separator);
        }
        whole.push_str(part);
    }
    whole
}
