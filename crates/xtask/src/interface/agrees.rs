//! The manifest and the code say the same, and the example for TypeScript uses all of it.
//! Knows nothing of how names are read off the code.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use supranet_core::facet::Facet;
use supranet_core::filter::Sort;

use super::TYPES;
use super::manifest::{Element, Member, PATH, Variable};
use super::stated::{self, Names};
use crate::tidy::source::{Source, assert_none, sources};
use crate::workspace::Workspace;

const EXAMPLE: &str = "tests/types/example.ts";

/// One line for each name that only one of the two has.
fn differences(what: &str, listed: &Names, stated: &Names) -> Vec<String> {
    let missing = stated.difference(listed).map(|name| format!("{what} {name} is not in {PATH}"));
    missing.chain(listed.difference(stated).map(|name| format!("{what} {name} is only in {PATH}"))).collect()
}

/// One line for each variable that has another default than the styles give it. Where the default is a light and a dark
/// one, either may stand by itself.
fn other_defaults(listed: &[Variable], stated: &BTreeMap<String, Names>) -> Vec<String> {
    let mut offences = Vec::new();
    for Variable { name, default, .. } in listed {
        let none = Names::new();
        let stated = stated.get(name).unwrap_or(&none);
        let both = default.strip_prefix("light-dark(").and_then(|both| both.strip_suffix(')')?.split_once(", "));
        let fits =
            |value: &String| value == default || both.is_some_and(|(light, dark)| value == light || value == dark);
        if !stated.contains(default) || !stated.iter().all(fits) {
            offences.push(format!("{name} is {default} in {PATH}, and in the styles {stated:?}"));
        }
    }
    offences
}

fn names<T>(all: &[T], name: impl Fn(&T) -> String) -> Names {
    all.iter().map(name).collect()
}

fn read() -> Result<(Element, Vec<Source>)> {
    let mut sources = sources()?;
    // Both are outside the element: the plain HTML falls back on its page where the widget has a value, and what makes frames
    // has attributes of its own.
    sources.retain(|source| !["pkg/fragment.css", "pkg/embed.js"].contains(&source.path.as_str()));
    Ok((Element::read(&Workspace::find()?)?, sources))
}

#[test]
fn the_manifest_lists_what_the_element_has() -> Result<()> {
    let (element, sources) = read()?;
    let variables = stated::variables(&sources);
    let mut offences = Vec::new();
    for (what, listed, stated) in [
        ("attribute", names(&element.attributes, |own| own.name.clone()), stated::attributes(&sources)),
        ("member", names(&element.members, |own| own.call(&element.name)), stated::members(&sources)),
        ("event", names(&element.events, |own| own.name.clone()), stated::events(&sources)),
        ("part", names(&element.css_parts, |own| own.name.clone()), stated::parts(&sources)),
        ("variable", names(&element.css_properties, |own| own.name.clone()), variables.keys().cloned().collect()),
        ("code", names(&element.codes, |own| own.code.clone()), stated::codes(&sources)),
    ] {
        offences.extend(differences(what, &listed, &stated));
    }
    offences.extend(other_defaults(&element.css_properties, &variables));
    assert_none("what the element has", &offences);
    Ok(())
}

#[test]
fn the_types_name_every_facet_and_every_order() -> Result<()> {
    let types = Workspace::find()?.read(TYPES)?;
    let words = |name: &str| -> Result<Vec<String>> {
        let (_, after) = types.split_once(&format!("export type {name} =")).with_context(|| format!("no {name}"))?;
        let union = after.split(';').next().unwrap_or_default();
        Ok(union.split('"').skip(1).step_by(2).map(str::to_owned).collect())
    };
    assert_eq!(words("SupraFacet")?, Facet::ALL.map(Facet::key));
    assert_eq!(words("SupraSort")?, Sort::ALL.map(Sort::key));
    Ok(())
}

/// The attributes are left to the compiler: the example has an object that must have all of them.
#[test]
fn the_example_uses_every_member_event_and_type() -> Result<()> {
    let workspace = Workspace::find()?;
    let (element, example) = (Element::read(&workspace)?, workspace.read(EXAMPLE)?);
    let members = element.members.iter().map(|own| match own {
        Member::Field(field) => format!(".{}", field.name),
        Member::Method(method) => format!(".{}(", method.name),
    });
    let events = element.events.iter().map(|own| format!("addEventListener(\"{}\"", own.name));
    let types = workspace.read(TYPES)?;
    let exported = types.lines().filter_map(|line| line.strip_prefix("export ")?.split([' ', '<', '=']).nth(1));
    let wanted: Vec<_> = members.chain(events).chain(exported.map(str::to_owned)).collect();
    let unused: Vec<_> = wanted.into_iter().filter(|name| !uses(&example, name)).collect();
    assert_none(&format!("{EXAMPLE} lacks"), &unused);
    Ok(())
}

/// As a whole word: `SupraState` is not used by naming `SupraStateChange`.
fn uses(text: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric();
    let ends = |at: usize| !name.ends_with(is_name) || !text[at + name.len()..].starts_with(is_name);
    text.match_indices(name).any(|(at, _)| ends(at))
}

#[test]
fn a_difference_is_found_on_either_side() {
    let set = |all: &[&str]| names(all, |name| (*name).into());
    assert_eq!(differences("part", &set(&["card"]), &set(&["card"])), Vec::<String>::new());
    assert_eq!(differences("part", &set(&["card", "old"]), &set(&["card", "new"])).len(), 2);
    assert!(!uses("let a: SupraStateChange;", "SupraState") && uses("let a: SupraState;", "SupraState"));
}

#[test]
fn another_default_is_found() {
    let variable =
        |default: &str| [Variable { name: "--supra-a".into(), default: default.into(), description: "a".into() }];
    let stated = |all: &[&str]| BTreeMap::from([("--supra-a".to_owned(), names(all, |value| (*value).into()))]);
    for (listed, found, offences) in [
        ("1em", &["1em"][..], 0),
        ("1em", &["2em"], 1),
        ("1em", &["1em", "2em"], 1),
        ("1em", &[], 1),
        ("light-dark(#fff, #000)", &["#fff", "light-dark(#fff, #000)", "#000"], 0),
        ("light-dark(#fff, #000)", &["#fff", "#000"], 1),
        ("light-dark(#fff, #000)", &["#eee", "light-dark(#fff, #000)"], 1),
    ] {
        assert_eq!(other_defaults(&variable(listed), &stated(found)).len(), offences, "{listed} {found:?}");
    }
}
