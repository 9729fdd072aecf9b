//! The tables of README.md.
//! Knows nothing of where in the file they stand.

use super::manifest::{Attribute, Element};

/// What stands in a cell that says nothing.
const NOTHING: &str = "–";

/// Every table, by the name in its markers.
pub fn tables(element: &Element) -> Vec<(&'static str, String)> {
    let code = |text: &str| format!("`{text}`");
    let members = element.members.iter().map(|own| vec![code(&own.call(&element.name)), own.description().into()]);
    let events = element.events.iter().map(|own| vec![code(&own.name), own.description.clone()]);
    let variables =
        element.css_properties.iter().map(|own| vec![code(&own.name), own.description.clone(), code(&own.default)]);
    let parts = element.css_parts.iter().map(|own| vec![code(&own.name), own.description.clone()]);
    let codes = element
        .codes
        .iter()
        .map(|own| vec![own.code.clone(), own.meaning.clone(), own.remedy.clone().unwrap_or_else(|| NOTHING.into())]);
    vec![
        ("attributes", table(&["attribute", "values", "default"], attributes(&element.attributes))),
        ("members", table(&["property, method", ""], members)),
        ("events", table(&["event", "when, and its `detail`"], events)),
        ("variables", table(&["variable", "of what", "default"], variables)),
        ("parts", table(&["part", "what it is"], parts)),
        ("codes", table(&["code", "what it means", "what helps"], codes)),
    ]
}

/// Those that follow each other and differ by name alone share a row.
fn attributes(all: &[Attribute]) -> impl Iterator<Item = Vec<String>> {
    all.chunk_by(|one, next| (&one.description, &one.default) == (&next.description, &next.default)).map(|alike| {
        let names: Vec<_> = alike.iter().map(|own| format!("`{}`", own.name)).collect();
        let default = match &alike[0].default {
            None => "none".into(),
            Some(value) if !value.contains(' ') => format!("`{value}`"),
            Some(sentence) => sentence.clone(),
        };
        vec![names.join(", "), alike[0].description.clone(), default]
    })
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = format!("| {} |\n|{}\n", head.join(" | ").trim_end(), "---|".repeat(head.len()));
    for row in rows {
        // A bar would end the cell.
        let cells: Vec<_> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        table += &format!("| {} |\n", cells.join(" | "));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::manifest::Type;
    use super::*;

    fn attribute(name: &str, default: Option<&str>, description: &str) -> Attribute {
        let (default, is) = (default.map(String::from), Type { text: "string".into() });
        Attribute { name: name.into(), is, default, description: description.into() }
    }

    #[test]
    fn alike_attributes_share_a_row_and_a_default_of_one_word_is_a_value() {
        let all = [
            attribute("from", None, "years"),
            attribute("to", None, "years"),
            attribute("url", Some("off"), "`off` | `query`"),
            attribute("lang", Some("that of the page"), "years"),
        ];
        assert_eq!(
            table(&["attribute", "values", "default"], attributes(&all)),
            "| attribute | values | default |\n|---|---|---|\n| `from`, `to` | years | none |\n\
             | `url` | `off` \\| `query` | `off` |\n| `lang` | years | that of the page |\n"
        );
    }
}
