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

/// The texts that a type names, itself (`"lazy" | "eager"`) or under a name that `types` gives it.
fn values(of: &str, types: &str) -> Vec<String> {
    let named = types.split_once(&format!("export type {of} =")).and_then(|(_, after)| after.split(';').next());
    let text = |part: &str| Some(part.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned());
    named.unwrap_or(of).split('|').filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_closed_list_are_offered() {
        let types = "export type Sort =\n  | \"name\"\n  | \"links\";\nexport type View = \"cards\";\n";
        assert_eq!(values("\"lazy\" | \"eager\"", types), ["lazy", "eager"]);
        assert_eq!(values("Sort", types), ["name", "links"]);
        assert_eq!(values("number | `${number}`", types), Vec::<String>::new());
        assert_eq!(values("\"\" | boolean", types), [""]);
    }
}
