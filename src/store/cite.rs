//! What opens below an agreement: each term with what is stated of it, and where.
//!
//! Knows nothing of markup. What a reader would look for and no source states is said to be so.

use super::Data;
use super::card::{Entry, EntryValue, Words, plain, shown};
use crate::i18n::keys;
use supranet_core::locale::Locale as _;
use supranet_core::model::{Agreement, FollowUp, LocalizedText, PartialDate, Quote, Signatory, SourceIdx};

/// The entries of an agreement with its renewals, in reading order.
pub(super) fn entries(data: &Data, agreement: &Agreement, renewals: &[&Agreement]) -> Vec<Entry> {
    let date = |date: Option<PartialDate>| date.map(|date| value(plain(data.locale.date(date)))).into_iter().collect();
    let texts = |texts: &[LocalizedText]| texts.iter().map(|text| value(shown(data, text))).collect();
    let text = |text: &LocalizedText| if text.is_empty() { Vec::new() } else { vec![value(shown(data, text))] };
    let areas = agreement.areas.iter().map(|area| value(shown(data, &data.network.areas[area.at()].label)));
    let sources = agreement.sources.iter().chain(renewals.iter().flat_map(|renewal| &renewal.sources));
    let renewal = |renewal: &&Agreement| value(plain(super::card::renewed(data, renewal)));

    let stated = [
        (keys::FIELD_KIND, vec![value(plain(data.strings.agreement(agreement.kind)))], false),
        (keys::FIELD_SOURCE_WORD, text(&agreement.source_word), false),
        (keys::FIELD_SIGNED, date(agreement.signed), true),
        (keys::FIELD_ANNOUNCED, date(agreement.announced), false),
        (keys::FIELD_ENDED, date(agreement.ended), false),
        (keys::FIELD_PLACE, agreement.place.iter().map(|place| value(plain(place))).collect(), true),
        (keys::FIELD_EVENT, text(&agreement.event), false),
        (keys::FIELD_SIGNATORIES, agreement.signatories.iter().map(|who| signatory(data, who)).collect(), true),
        (keys::FIELD_TOPICS, texts(&agreement.topics), false),
        (keys::FIELD_AREAS, areas.collect(), true),
        (keys::FIELD_RENEWALS, renewals.iter().map(renewal).collect(), false),
        (keys::FIELD_FOLLOW_UPS, agreement.follow_ups.iter().map(|what| follow_up(data, what)).collect(), false),
        (keys::FIELD_QUOTES, agreement.quotes.iter().map(|said| quote(data, said)).collect(), false),
        (keys::FIELD_SOURCES, once(sources).map(|at| source(data, at)).collect(), true),
    ];
    let entry = |(key, mut values, looked_for): (&str, Vec<EntryValue>, bool)| {
        if values.is_empty() && looked_for {
            values.push(value(plain(data.strings.get(keys::NOT_STATED))));
        }
        (!values.is_empty()).then(|| Entry { term: data.strings.get(key).into(), values })
    };
    stated.into_iter().filter_map(entry).collect()
}

fn value(words: Words) -> EntryValue {
    EntryValue { words, url: None }
}

fn once<'s>(sources: impl Iterator<Item = &'s SourceIdx>) -> impl Iterator<Item = SourceIdx> {
    let mut once: Vec<SourceIdx> = Vec::new();
    sources.for_each(|at| {
        if !once.contains(at) {
            once.push(*at);
        }
    });
    once.into_iter()
}

fn signatory(data: &Data, who: &Signatory) -> EntryValue {
    if who.role_at_signing.is_empty() {
        return value(plain(&who.name));
    }
    let role = shown(data, &who.role_at_signing).text;
    value(plain(data.strings.fill(keys::SIGNATORY, &[("name", &who.name), ("role", &role)])))
}

fn follow_up(data: &Data, what: &FollowUp) -> EntryValue {
    let kind = data.strings.follow_up(what.kind);
    let date = what.date.map(|date| data.locale.date(date));
    let place = what.place.clone();
    let rest: Vec<String> = [place, date].into_iter().flatten().collect();
    let after = if rest.is_empty() { String::new() } else { [" (", &rest.join(", "), ")"].concat() };
    EntryValue {
        words: plain([&kind, ": ", &what.title, &after].concat()),
        url: what.doi.as_ref().map(|doi| ["https://doi.org/", doi].concat()).or_else(|| what.url.clone()),
    }
}

fn quote(data: &Data, said: &Quote) -> EntryValue {
    let speaker = said.speaker.as_ref().map(|speaker| [" – ", speaker].concat()).unwrap_or_default();
    let language = said.language.clone().filter(|own| own != data.locale.language());
    value(Words { text: ["“", &said.text, "”", &speaker].concat(), language })
}

fn source(data: &Data, at: SourceIdx) -> EntryValue {
    let source = &data.network.sources[at.at()];
    let published = source.published.map(|date| data.locale.date(date));
    let parts = [source.title.clone(), source.publisher.clone(), published];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { source.id.clone() } else { parts.join(", ") };
    EntryValue { words: plain(text), url: source.url.clone() }
}
