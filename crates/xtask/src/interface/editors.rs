//! `html-custom-data.json`: what Visual Studio Code and its kin offer inside the tag.
//! Knows nothing of where the file stands.

use anyhow::Result;
use serde_json::{Value, json};

use super::manifest::{Attribute, Element};

/// The file; `types` is the TypeScript in which types have names.
///
/// # Errors
/// Never in practice: it is all strings.
pub fn custom_data(element: &Element, types: &str) -> Result<String> {
    let attributes: Vec<_> = element.attributes.iter().map(|own| attribute(own, types)).collect();
    let tag = json!({"name": element.tag_name, "description": element.description, "attributes": attributes});
    let mut file = json!({"version": 1.1, "tags": [tag]});
    // What else is built with this decides whether keys keep their order.
    file.sort_all_objects();
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

fn attribute(own: &Attribute, types: &str) -> Value {
    let Attribute { name, is, description, default } = own;
    let description = match default {
        Some(default) => format!("{description}. Default: {default}"),
        None => description.clone(),
    };
    let values = values(&is.text, types);
    let mut attribute = json!({"name": name, "description": description});
    if values.iter().all(String::is_empty) && !values.is_empty() {
        attribute["valueSet"] = json!("v");
    } else if !values.is_empty() {
        attribute["values"] = values.iter().map(|value| json!({"name": value})).collect();
    }
    attribute
}

/// The texts and numbers that a type names, itself (`"lazy" | "eager"`) or under a name that `types` gives it.
fn values(of: &str, types: &str) -> Vec<String> {
    let named = |part: &str| {
        let (_, after) = types.split_once(&format!("export type {part} ="))?;
        after.split(';').next().map(str::to_owned)
    };
    let all: Vec<_> = of.split('|').map(str::trim).map(|part| named(part).unwrap_or_else(|| part.to_owned())).collect();
    all.iter().flat_map(|part| part.split('|')).filter_map(literal).collect()
}

fn literal(part: &str) -> Option<String> {
    let part = part.trim();
    let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let text = part.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    text.or(is_number.then_some(part)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_closed_list_are_offered() {
        let types = "export type Sort =\n  | \"name\"\n  | \"links\";\nexport type View = \"cards\";\n\
                     export type Level = 1 | 2;\n";
        assert_eq!(values("\"lazy\" | \"eager\"", types), ["lazy", "eager"]);
        assert_eq!(values("Sort", types), ["name", "links"]);
        assert_eq!(values("Level | `${Level}`", types), ["1", "2"]);
        assert_eq!(values("number | `${number}`", types), Vec::<String>::new());
        assert_eq!(values("\"\" | boolean", types), [""]);
    }
}
