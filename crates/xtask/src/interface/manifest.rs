//! `pkg/custom-elements.json`: the one place that says what the element has, and what each of it is for.
//! Knows nothing of what is made from it.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::workspace::Workspace;

/// Where it stands.
pub const PATH: &str = "pkg/custom-elements.json";

/// The element, as in the Custom Elements Manifest; `x-codes` and `x-set` are keys of our own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Element {
    /// The name of its type.
    pub name: String,
    /// The name of its tag.
    pub tag_name: String,
    /// What it is for, in one sentence.
    pub description: String,
    /// What stands in its tag.
    pub attributes: Vec<Attribute>,
    /// What scripts get, set and call.
    pub members: Vec<Member>,
    /// What it tells the page.
    pub events: Vec<Event>,
    /// What a page's stylesheet reaches.
    pub css_parts: Vec<Named>,
    /// What a page's stylesheet sets.
    pub css_properties: Vec<Variable>,
    /// What can fail.
    #[serde(rename = "x-codes")]
    pub codes: Vec<Code>,
}

/// Something with no more than a name.
#[derive(Debug, Deserialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
}

/// A type, as TypeScript writes it.
#[derive(Debug, Deserialize)]
pub struct Type {
    /// The TypeScript.
    pub text: String,
}

/// An attribute.
#[derive(Debug, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// The type of its values.
    #[serde(rename = "type")]
    pub is: Type,
    /// What stands where it is absent: a value where it is one word, else a sentence.
    pub default: Option<String>,
    /// What it sets.
    pub description: String,
}

/// A property or a method.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Member {
    /// A property.
    Field(Field),
    /// A method.
    Method(Method),
}

/// A property.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The type that is read.
    #[serde(rename = "type")]
    pub is: Type,
    /// The type that is set, where it is another.
    #[serde(rename = "x-set")]
    pub set: Option<Type>,
    /// Whether it cannot be set.
    #[serde(default)]
    pub readonly: bool,
    /// Whether it is of the class.
    #[serde(default, rename = "static")]
    pub is_static: bool,
    /// What it is.
    pub description: String,
}

/// A method.
#[derive(Debug, Deserialize)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// What it takes.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// What it gives back.
    #[serde(rename = "return")]
    pub back: Return,
    /// What it does.
    pub description: String,
}

/// What a method takes.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub is: Type,
}

/// What a method gives back.
#[derive(Debug, Deserialize)]
pub struct Return {
    /// Its type.
    #[serde(rename = "type")]
    pub is: Type,
}

/// An event.
#[derive(Debug, Deserialize)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub is: Type,
    /// When it comes, and what its `detail` holds.
    pub description: String,
}

/// A CSS variable.
#[derive(Debug, Deserialize)]
pub struct Variable {
    /// Its name, with the dashes.
    pub name: String,
    /// What stands where the page sets none.
    pub default: String,
    /// What it is of.
    pub description: String,
}

/// A code of a failure.
#[derive(Debug, Deserialize)]
pub struct Code {
    /// The code.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// What helps, where something does.
    pub remedy: Option<String>,
}

/// The part of the file that is read here.
#[derive(Deserialize)]
struct Manifest {
    modules: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    declarations: Vec<Element>,
}

impl Element {
    /// Reads the manifest's only element.
    ///
    /// # Errors
    /// The file is missing, is not such a manifest, or has more than one element.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let manifest: Manifest = serde_json::from_str(&workspace.read(PATH)?).context(PATH)?;
        let mut all = manifest.modules.into_iter().flat_map(|module| module.declarations);
        let first = all.next().with_context(|| format!("{PATH} has no declaration"))?;
        ensure!(all.next().is_none(), "{PATH} has more than one declaration");
        Ok(first)
    }
}

impl Member {
    /// How a page writes it: `data`, `show(id)`, `SupraNetwork.version`.
    pub fn call(&self, of: &str) -> String {
        match self {
            Self::Field(field) if field.is_static => format!("{of}.{}", field.name),
            Self::Field(field) => field.name.clone(),
            Self::Method(method) => {
                let names: Vec<_> = method.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
                format!("{}({})", method.name, names.join(", "))
            }
        }
    }

    /// What it is or does.
    pub fn description(&self) -> &str {
        match self {
            Self::Field(field) => &field.description,
            Self::Method(method) => &method.description,
        }
    }
}
