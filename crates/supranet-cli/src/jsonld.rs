//! A dataset as linked data, in the words of schema.org.
//!
//! Knows nothing of HTML but how JSON stands inside it. Only terms of `schema-org.txt` are used: a test reads them off.
//! schema.org has no agreement: one is a paper (`CreativeWork`) and, where the full day is stated, its signing (`Event`).

mod agreement;
mod initiative;
mod node;

use crate::output::is_plain;
use crate::render::anchor;
use crate::shown::Shown;
use anyhow::{Context as _, Result, ensure};
use node::Node;
use serde_json::{Value, json};
use supranet_core::model::{AreaIdx, Party, SourceIdx};
use url::Url;

/// An address of a page, as `--base-url` takes it.
///
/// # Errors
/// Where it is none with http or https.
pub fn base_url(text: &str) -> Result<Url> {
    let mut url = Url::parse(text).context("write a whole address such as https://example.org/partners")?;
    ensure!(matches!(url.scheme(), "http" | "https"), "an address with http or https is needed");
    url.set_fragment(None);
    Ok(url)
}

/// Everything that schema.org has words for.
pub fn graph(shown: &Shown, base: Option<&Url>) -> Value {
    let graph = Graph { shown, base: base.map(Url::to_string).unwrap_or_default() };
    let network = &shown.network;
    let mut nodes = vec![graph.dataset()];
    nodes.extend(network.areas.iter().map(|area| {
        Node::new("DefinedTerm", &graph.id("area", &area.id)).text("name", shown.text(&area.label)).done()
    }));
    nodes.extend((0..).zip(&network.organisations).map(|(at, own)| graph.organisation(at, own)));
    shown.cards().for_each(|at| graph.initiative(at, &mut nodes));
    network.agreement_positions().for_each(|at| graph.agreement(at, &mut nodes));
    nodes.extend((0..network.sources.len()).map(|at| graph.source(SourceIdx(at as u32))));
    json!({"@context": "https://schema.org", "@graph": nodes})
}

/// JSON as a text of its own.
pub fn as_text(graph: &Value) -> String {
    format!("{graph:#}\n")
}

/// JSON as it may stand inside a `script` element: nothing in it can end the element or begin another, and no character is
/// one that HTML may not have.
pub fn in_html(graph: &Value) -> String {
    // None of these letters stands outside the strings of JSON.
    let mut text = String::new();
    for letter in graph.to_string().chars() {
        if is_plain(letter) && !matches!(letter, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') {
            text.push(letter);
        } else {
            letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        }
    }
    text
}

/// A dataset being told.
struct Graph<'s> {
    shown: &'s Shown,
    base: String,
}

impl Graph<'_> {
    /// The name of a record: its place in the fragment.
    fn id(&self, of: &str, id: &str) -> String {
        format!("{}#{}", self.base, anchor(of, id))
    }

    fn party_id(&self, party: Party) -> String {
        let network = &self.shown.network;
        match party {
            Party::Initiative(at) => self.id("card", &network.initiative(at).id),
            Party::Organisation(at) => self.id("organisation", &network.organisations[at.at()].id),
        }
    }

    fn parties(&self, parties: impl IntoIterator<Item = Party>) -> Vec<Value> {
        parties.into_iter().map(|party| node::to(&self.party_id(party))).collect()
    }

    fn areas(&self, areas: &[AreaIdx]) -> Vec<Value> {
        areas.iter().map(|at| node::to(&self.id("area", &self.shown.network.areas[at.at()].id))).collect()
    }

    fn sources(&self, sources: &[SourceIdx]) -> Vec<Value> {
        sources.iter().map(|at| node::to(&self.id("source", &self.shown.network.sources[at.at()].id))).collect()
    }

    fn dataset(&self) -> Value {
        let Self { shown, .. } = self;
        let network = &shown.network;
        let count = shown.words.count("results.all", "total", network.initiatives.len(), &shown.locale);
        // An SPDX name is a word; what is a sentence names no page.
        let is_spdx = |own: &&String| own.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-+".contains(&byte));
        let license = network.license.as_ref().filter(is_spdx);
        Node::new("Dataset", &self.id("dataset", network.id.as_deref().unwrap_or_default()))
            .text("name", Some(shown.title()))
            .set("description", Some(format!("{}: {count}", shown.words.get("heading"))))
            .set("identifier", network.id.clone())
            .set("license", license.map(|own| format!("https://spdx.org/licenses/{own}.html")))
            .date("dateModified", network.updated)
            .set("inLanguage", Some(shown.language()))
            .set("url", Some(self.base.clone()).filter(|base| !base.is_empty()))
            .many("publisher", self.parties(network.publisher))
            .many("about", self.parties(shown.cards().map(Party::Initiative)))
            .done()
    }

    fn source(&self, at: SourceIdx) -> Value {
        let source = &self.shown.network.sources[at.at()];
        let publisher = source.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name}));
        Node::new("CreativeWork", &self.id("source", &source.id))
            .text("name", Some(self.shown.source(at)))
            .set("publisher", publisher)
            .set("url", source.url.clone())
            .set("inLanguage", source.language.clone())
            .date("datePublished", source.published)
            .done()
    }
}

#[cfg(test)]
mod tests;
