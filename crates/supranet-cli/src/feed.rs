//! `supranet feed`: the agreements as an Atom feed (RFC 4287), the latest first.
//!
//! Knows nothing of markup beyond that of the feed. No clock: the same input gives the same bytes.

use crate::jsonld;
use crate::output::plain;
use crate::render::slug;
use crate::shown::Shown;
use anyhow::{Context as _, Result};
use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use clap::Args;
use std::cmp::Reverse;
use std::path::PathBuf;
use supranet_core::model::{Agreement, AgreementIdx, PartialDate, Party};
use url::Url;

/// Whoever owns a host name owned it on the first day of this year, for all we know: RFC 4151 wants a date. It must never
/// change, as ids would.
const TAG_YEAR: &str = "2026";

/// The arguments of `supranet feed`.
#[derive(Args)]
#[command(after_help = "\
Agreements stand by the day on which they were signed, else announced, the latest first; those of which no source states
a date stand last, and say so. Each was updated when it was last checked, else on that day, else with the file.

Exit status: 0 when it is printed, 2 where a file cannot be read or is no dataset, where it states no date at all, or
where there are no words of the language.

Examples:
  supranet feed --base-url https://example.org/partners data/supranet.json > agreements.atom
  supranet feed --base-url https://example.org/partnere --lang da data/supranet.json > aftaler.atom")]
pub struct Arguments {
    /// The address of the page that shows the cards: entries lead there, and it makes their ids unique.
    #[arg(long, value_name = "URL", value_parser = jsonld::base_url)]
    pub base_url: Url,
    /// The language of the entries: a tag such as `sv` or `en-GB`.
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
    /// The files; `-` reads the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The feed, and a line for the administrator where part of a file is left out.
///
/// # Errors
/// Where a file cannot be read or is no dataset, states no date at all, or where there are no words of the language.
pub fn run(arguments: &Arguments) -> Result<(String, Option<String>)> {
    let shown = Shown::read(&arguments.files, &arguments.lang)?;
    Ok((feed(&shown, &arguments.base_url)?, shown.left_out))
}

/// All agreements as one feed.
fn feed(shown: &Shown, base: &Url) -> Result<String> {
    let network = &shown.network;
    let mut order: Vec<AgreementIdx> = network.agreement_positions().collect();
    let day = |at: &AgreementIdx| made(network.agreement(*at));
    order.sort_by_key(|at| (Reverse(day(at)), &network.agreement(*at).id));
    let entries = order.iter().map(|at| entry(shown, base, *at)).collect::<Result<Vec<_>>>()?;
    let latest = entries.iter().map(|entry| entry.updated).chain(network.updated.and_then(moment)).max();
    let title = shown.title().text;
    let author = network.publisher.map(|party: Party| shown.name(party).text).unwrap_or_else(|| title.clone());
    let feed = Feed {
        lang: Some(shown.language().into()),
        title: words(&title),
        id: tag(shown, base, ""),
        updated: latest.context("no date is stated at all: write `updated` in the file")?,
        authors: vec![Person { name: plain(&author), ..Person::default() }],
        links: vec![link("alternate", base.as_str())],
        rights: network.license.as_deref().map(words),
        entries,
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(2) };
    let written = feed.write_with_config(Vec::new(), config).context("the feed cannot be written")?;
    Ok(String::from_utf8(written)? + "\n")
}

fn entry(shown: &Shown, base: &Url, at: AgreementIdx) -> Result<Entry> {
    let network = &shown.network;
    let agreement = network.agreement(at);
    let kind = shown.words.word("agreement", agreement.kind.key());
    let [first, second] = agreement.ends.map(|end| shown.name(end).text);
    let mut page = base.clone();
    let cards = agreement.ends.iter().flat_map(|end| shown.index.relations.cards_of_end(network, end));
    if let Some(card) = cards.min() {
        page.query_pairs_mut().append_pair("sn-card", &network.initiative(*card).id);
    }
    let cited = agreement.sources.iter().filter_map(|at| {
        let source = &network.sources[at.at()];
        let title = Some(plain(&shown.source(*at).text));
        Some(Link { hreflang: source.language.as_deref().map(plain), title, ..link("via", source.url.as_ref()?) })
    });
    let topics = agreement.topics.iter().filter_map(|topic| shown.text(topic)).map(|own| own.text);
    // Topics have commas of their own.
    let topics = topics.collect::<Vec<_>>().join("; ");
    let mut summary = format!("{kind}. {}.", shown.when(agreement));
    if !topics.is_empty() {
        summary += &format!(" {}: {topics}.", shown.words.get("field.topics"));
    }
    let updated = agreement.checked.or(made(agreement)).or(network.updated);
    Ok(Entry {
        title: words(&format!("{first} – {second}: {kind}")),
        id: tag(shown, base, &agreement.id),
        updated: updated.and_then(moment).with_context(|| {
            format!("agreement `{}` has no date: write its `checked`, or `updated` of the file", agreement.id)
        })?,
        // No day is claimed that no source states.
        published: made(agreement).filter(|date| date.day().is_some()).and_then(moment),
        summary: Some(words(&summary)),
        links: std::iter::once(link("alternate", page.as_str())).chain(cited).collect(),
        ..Entry::default()
    })
}

/// When an agreement was made, as far as it is stated.
fn made(agreement: &Agreement) -> Option<PartialDate> {
    agreement.signed.or(agreement.announced)
}

/// The first day of what is stated, at its beginning.
fn moment(date: PartialDate) -> Option<FixedDateTime> {
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    format!("{:04}-{month:02}-{day:02}T00:00:00Z", date.year()).parse().ok()
}

/// A name that stays the same wherever the feed is moved to (RFC 4151); of the feed itself without an agreement.
fn tag(shown: &Shown, base: &Url, agreement: &str) -> String {
    let dataset = slug(shown.network.id.as_deref().unwrap_or("dataset"));
    let tag = format!("tag:{},{TAG_YEAR}:{dataset}", base.host_str().unwrap_or_default());
    if agreement.is_empty() { tag } else { format!("{tag}/{}", slug(agreement)) }
}

fn words(text: &str) -> Text {
    Text::plain(plain(text))
}

fn link(rel: &str, address: &str) -> Link {
    Link { rel: rel.into(), href: address.into(), ..Link::default() }
}

#[cfg(test)]
mod tests;
