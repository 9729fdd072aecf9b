//! From the values of a record to the model, in the order of its table.
//!
//! Every literal names all fields of the model, so that a new one does not compile until it is read
//! here, and takes all fields of the table, or a test stops. Knows nothing of the file.

use super::fields::Fields;
use crate::model::{
    Agreement, AgreementIdx, AgreementKind, Area, AreaIdx, Confidence, Evidence, Figure, FollowUp, FollowUpKind,
    Funding, Initiative, InitiativeIdx, InitiativeKind, Level, Network, Organisation, OrganisationIdx,
    OrganisationKind, Party, Place, Quote, Scope, Signatory, Source, SourceIdx, Status,
};

/// The single fields at the top of the file.
pub(super) fn dataset(from: &mut Fields, network: &mut Network) {
    network.id = from.text();
    network.title = from.texts();
    network.updated = from.date();
    network.license = from.text();
    network.default_language = from.text().unwrap_or_else(|| "en".into());
    network.contact = from.text();
    network.publisher = from.party();
    from.done();
}

pub(super) fn area(from: &mut Fields) -> Area {
    let area = Area { id: id(from), label: from.texts(), parent: from.at().map(AreaIdx), note: from.texts() };
    // Codes of other vocabularies are for those who export the file.
    from.checked_only();
    from.done();
    area
}

pub(super) fn place(from: &mut Fields) -> Place {
    let place = Place { code: id(from), label: from.texts() };
    from.checked_only();
    from.checked_only();
    from.done();
    place
}

pub(super) fn source(from: &mut Fields) -> Source {
    let source = Source {
        id: id(from),
        title: from.text(),
        publisher: from.text(),
        url: from.text(),
        file: from.text(),
        language: from.text(),
        published: from.date(),
        retrieved: from.date(),
    };
    from.done();
    source
}

pub(super) fn organisation(from: &mut Fields) -> Organisation {
    let mut organisation = Organisation {
        id: id(from),
        name: from.texts(),
        abbreviation: from.text(),
        kind: from.word(OrganisationKind::ALL).unwrap_or(OrganisationKind::Other),
        country: from.text(),
        place: from.text(),
        parent: from.at().map(OrganisationIdx),
        url: from.text(),
    };
    from.checked_only();
    from.done();
    country_by_place(&mut organisation.country, organisation.place.as_ref());
    organisation
}

pub(super) fn initiative(from: &mut Fields) -> Initiative {
    let mut initiative = Initiative {
        id: id(from),
        name: from.texts(),
        alt_names: from.text_list(),
        abbreviation: from.text(),
        country: from.text(),
        place: from.text(),
        scope: from.word(Scope::ALL),
        kind: from.word(InitiativeKind::ALL).unwrap_or(InitiativeKind::Other),
        status: from.word(Status::ALL),
        parent: from.at().map(InitiativeIdx),
        host: from.at().map(OrganisationIdx),
        lead_bodies: list(from, OrganisationIdx),
        participants: from.parties(),
        member_countries: from.text_list(),
        member_of: list(from, InitiativeIdx),
        summary: from.texts(),
        focus: from.texts_list(),
        areas: list(from, AreaIdx),
        started: from.date(),
        ended: from.date(),
        figures: figures(from),
        url: from.text(),
        sources: list(from, SourceIdx),
        confidence: from.word(Confidence::ALL),
        checked: from.date(),
        funding: funding(from),
        evidence: evidence(from),
    };
    from.done();
    country_by_place(&mut initiative.country, initiative.place.as_ref());
    initiative
}

/// `country` may be left out where `place` says it.
fn country_by_place(country: &mut Option<String>, place: Option<&String>) {
    if let (None, Some((of_place, _))) = (&country, place.and_then(|own| own.split_once('-'))) {
        *country = Some(of_place.into());
    }
}

fn figures(from: &mut Fields) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        figures.push(Figure {
            label: from.texts(),
            value: from.whole().unwrap_or_default(),
            unit: from.text(),
            as_of: from.date(),
            horizon: from.date(),
            source: from.at().map(SourceIdx),
        });
    });
    figures
}

fn funding(from: &mut Fields) -> Vec<Funding> {
    let mut grants = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        grants.push(Funding {
            funder: from.at().map(OrganisationIdx),
            reference: from.text(),
            amount: from.whole(),
            currency: from.text(),
            from: from.date(),
            to: from.date(),
            status: from.word(Status::ALL),
            coordinator: from.at().map(OrganisationIdx),
            results: from.texts_list(),
            source: from.at().map(SourceIdx),
        });
    });
    grants
}

pub(super) fn agreement(from: &mut Fields, ends: [Party; 2]) -> Agreement {
    let agreement = Agreement {
        id: id(from),
        ends,
        signing_bodies: from.parties(),
        level: from.word(Level::ALL),
        kind: from.word(AgreementKind::ALL).unwrap_or(AgreementKind::Other),
        source_word: from.texts(),
        signed: from.date(),
        announced: from.date(),
        ended: from.date(),
        place: from.texts(),
        event: from.texts(),
        signatories: signatories(from),
        topics: from.texts_list(),
        areas: list(from, AreaIdx),
        renews: from.at().map(AgreementIdx),
        follow_ups: follow_ups(from),
        quotes: quotes(from),
        sources: list(from, SourceIdx),
        confidence: from.word(Confidence::ALL),
        // Known when all files are read.
        is_confirmed: false,
        checked: from.date(),
        evidence: evidence(from),
    };
    from.done();
    agreement
}

fn signatories(from: &mut Fields) -> Vec<Signatory> {
    let mut signatories = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        signatories.push(Signatory { name: id(from), role_at_signing: from.texts(), organisation: from.party() });
    });
    signatories
}

fn follow_ups(from: &mut Fields) -> Vec<FollowUp> {
    let mut follow_ups = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        follow_ups.push(FollowUp {
            kind: from.word(FollowUpKind::ALL).unwrap_or(FollowUpKind::Other),
            title: id(from),
            date: from.date(),
            until: from.date(),
            place: from.texts(),
            doi: from.text(),
            url: from.text(),
        });
    });
    follow_ups
}

fn quotes(from: &mut Fields) -> Vec<Quote> {
    let mut quotes = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        quotes.push(Quote {
            text: id(from),
            language: from.text(),
            speaker: from.text(),
            speaker_role: from.texts(),
            source: from.at().map(SourceIdx),
        });
    });
    quotes
}

/// Which source states what, and whether that is sure. The words of the source are checked and do not stay in memory: no
/// view shows them.
fn evidence(from: &mut Fields) -> Vec<Evidence> {
    let mut evidence = Vec::with_capacity(from.ahead());
    from.records(&mut |from| {
        let (field, source) = (id(from), from.at().map(SourceIdx));
        // The words of the source and their language.
        from.checked_only();
        from.checked_only();
        let as_of = from.date();
        let is_sure = matches!(from.word(Confidence::ALL), None | Some(Confidence::High));
        // A remark on what is sure is for those who check the file.
        let note = from.texts();
        let doubt = (!is_sure).then_some(note);
        evidence.extend(source.map(|source| Evidence { field, source, as_of, doubt }));
    });
    evidence
}

/// A text without which there would be no record.
fn id(from: &mut Fields) -> String {
    from.text().unwrap_or_default()
}

fn list<T>(from: &mut Fields, wrap: fn(u32) -> T) -> Vec<T> {
    from.at_list().into_iter().map(wrap).collect()
}
