//! The part of `supra-network.d.ts` that follows from the manifest: attributes, events, codes and the element itself.
//! Knows nothing of the values' shapes, which stand by hand above it.

use std::fmt::Write as _;

use super::manifest::{Element, Field, Member, Method};

/// The TypeScript.
pub fn types(element: &Element) -> String {
    let blocks = [
        codes(element),
        attributes(element),
        events(element),
        interface(element),
        jsx(element),
        class(element),
        page(element),
    ];
    blocks.join("\n")
}

/// A comment above what it is about, and what stands where that is absent.
fn comment(indent: &str, text: &str, default: Option<&str>) -> String {
    let sentence = sentence(text);
    match default {
        None => format!("{indent}/** {sentence} */\n"),
        Some(default) => format!("{indent}/**\n{indent} * {sentence}\n{indent} * @default {default}\n{indent} */\n"),
    }
}

/// With a capital and a full stop, which cells of a table do without.
fn sentence(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}.", first.to_uppercase())
}

fn codes(element: &Element) -> String {
    let mut text = String::from("/** Codes of failures. */\nexport type SupraCode =");
    for own in &element.codes {
        write!(text, "\n{}  | \"{}\"", comment("  ", &own.meaning, None), own.code).ok();
    }
    text + ";\n"
}

fn attributes(element: &Element) -> String {
    let mut text = comment("", &format!("Attributes of `<{}>`, as a template may have them", element.tag_name), None);
    writeln!(text, "export interface {}Attributes {{", element.name).ok();
    for own in &element.attributes {
        text += &comment("  ", &own.description, own.default.as_deref());
        let quote = if own.name.contains('-') { "\"" } else { "" };
        writeln!(text, "  {quote}{}{quote}?: {};", own.name, own.is.text).ok();
    }
    text + "}\n"
}

fn events(element: &Element) -> String {
    let mut text =
        comment("", &format!("Events of `<{}>`; they bubble, out of shadow trees too", element.tag_name), None);
    writeln!(text, "export interface {}EventMap {{", element.name).ok();
    for own in &element.events {
        text += &comment("  ", &own.description, None);
        writeln!(text, "  \"{}\": {};", own.name, own.is.text).ok();
    }
    text + "}\n"
}

fn interface(element: &Element) -> String {
    let mut text = comment("", &element.description, None);
    writeln!(text, "export interface {} extends HTMLElement {{", element.name).ok();
    for own in &element.members {
        match own {
            Member::Field(own) if !own.is_static => text += &field(own),
            Member::Field(_) => {}
            Member::Method(own) => text += &method(own),
        }
    }
    text + "}\n"
}

fn field(own: &Field) -> String {
    let (Field { name, description, .. }, is) = (own, &own.is.text);
    let comment = comment("  ", description, None);
    match &own.set {
        Some(set) => format!("{comment}  get {name}(): {is};\n  set {name}(value: {});\n", set.text),
        None if own.readonly => format!("{comment}  readonly {name}: {is};\n"),
        None => format!("{comment}  {name}: {is};\n"),
    }
}

fn method(own: &Method) -> String {
    let parameters: Vec<_> = own.parameters.iter().map(|own| format!("{}: {}", own.name, own.is.text)).collect();
    let comment = comment("  ", &own.description, None);
    format!("{comment}  {}({}): {};\n", own.name, parameters.join(", "), own.back.is.text)
}

/// What a script may set, and with it what JSX may.
fn jsx(element: &Element) -> String {
    let name = &element.name;
    let mut text = comment("", "What a script may set, as a template may", None);
    writeln!(text, "export interface {name}Properties {{").ok();
    for own in &element.members {
        if let Member::Field(Field { name, is, set, description, readonly: false, is_static: false }) = own {
            let is = set.as_ref().unwrap_or(is);
            writeln!(text, "{}  {name}?: {};", comment("  ", description, None), is.text).ok();
        }
    }
    text += "}\n\n";
    text += &comment("", "Attributes, properties and events, as React and Preact have them in JSX", None);
    writeln!(text, "export type {name}Jsx = {name}Attributes & {name}Properties & {{").ok();
    writeln!(text, "  [Name in keyof {name}EventMap as `on${{Name}}`]?: (event: {name}EventMap[Name]) => void;\n}};")
        .ok();
    text
}

fn class(element: &Element) -> String {
    let name = &element.name;
    let mut text = comment("", "The class, as the page's registry of elements gives it", None);
    writeln!(text, "export interface {name}Constructor {{\n  new (): {name};\n  readonly prototype: {name};").ok();
    for own in &element.members {
        if let Member::Field(own) = own
            && own.is_static
        {
            text += &field(own);
        }
    }
    text + "}\n"
}

fn page(element: &Element) -> String {
    let Element { name, tag_name: tag, .. } = element;
    format!(
        "declare global {{\n  interface HTMLElementTagNameMap {{\n    \"{tag}\": {name};\n  }}\n  \
         interface GlobalEventHandlersEventMap extends {name}EventMap {{}}\n  \
         interface CustomElementRegistry {{\n    get(name: \"{tag}\"): {name}Constructor | undefined;\n    \
         whenDefined(name: \"{tag}\"): Promise<{name}Constructor>;\n  }}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_a_sentence_with_the_default_below() {
        assert_eq!(comment("", "the words", None), "/** The words. */\n");
        assert_eq!(comment("", "`a` or `b`.", Some("a")), "/**\n * `a` or `b`.\n * @default a\n */\n");
        assert_eq!(sentence("ångström"), "Ångström.");
    }
}
