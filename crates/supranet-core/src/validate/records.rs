//! Record by record: from the raw fields to the model.
//!
//! Each raw record is taken apart without `..`, so that a new field does not compile until it is
//! placed here. Knows nothing of other records but their ids.

use super::Check;
use super::values::{To, texts, texts_list, words};
use crate::error::IssueCode;
use crate::model::{
    Agreement, AgreementIdx, AgreementKind, Area, AreaIdx, Confidence, Figure, FollowUp, FollowUpKind, Funding,
    Initiative, InitiativeIdx, InitiativeKind, Level, Organisation, OrganisationIdx, OrganisationKind, Party, Place,
    Quote, Scope, Signatory, Source, SourceIdx, Status,
};
use crate::raw::{self, Decimal, List, Path};
use std::borrow::Cow;

impl<'a> Check<'a> {
    pub(super) fn places(&mut self, raw: List<raw::Place<'a>>) -> Vec<Place> {
        let list = Path::root("places");
        let mut places: Vec<Place> = Vec::with_capacity(raw.len());
        for (position, raw) in raw.into_iter().enumerate() {
            let Some(raw::Place { code, label, lat, lon }) = raw else { continue };
            let path = list.index(position);
            self.degrees(lat, 90, &path.key("lat"));
            self.degrees(lon, 180, &path.key("lon"));
            if code.is_none() {
                self.note(&path.key("code"), IssueCode::Missing, "code");
            }
            let Some(code) = self.place_code(code, &path.key("code")) else { continue };
            if places.iter().any(|place| place.code == code) {
                self.note(&path.key("code"), IssueCode::RepeatedId, code);
                continue;
            }
            places.push(Place { code, label: texts(label) });
        }
        places
    }

    /// Says when a coordinate is out of its range. No view of this release draws a map.
    fn degrees(&mut self, raw: Option<Decimal<'a>>, most: i64, path: &Path<'_>) {
        let Some(Decimal(text)) = raw else { return };
        let whole = text.split('.').next().unwrap_or_default();
        let fits = !text.contains(['e', 'E']) && whole.parse().is_ok_and(|whole: i64| whole.abs() <= most);
        if !fits {
            self.note(path, IssueCode::BadNumber, "degrees out of range");
        }
    }

    pub(super) fn area(&mut self, raw: raw::Area<'a>, path: &Path<'_>) -> Area {
        // Codes of other vocabularies are for those who export the file; no view shows them.
        let raw::Area { id, label, parent, codes: _, note } = raw;
        Area {
            id: id.unwrap_or_default().into_owned(),
            label: texts(label),
            parent: self.reference(parent, &path.key("parent"), To::Area).map(AreaIdx),
            note: texts(note),
        }
    }

    pub(super) fn source(&mut self, raw: raw::Source<'a>, path: &Path<'_>) -> Source {
        let raw::Source { id, title, publisher, url, file, language, published, retrieved } = raw;
        Source {
            id: id.unwrap_or_default().into_owned(),
            title: title.map(Cow::into_owned),
            publisher: publisher.map(Cow::into_owned),
            url: self.address(url, &path.key("url")),
            file: file.map(Cow::into_owned),
            language: language.map(Cow::into_owned),
            published: self.date(published, &path.key("published")),
            retrieved: self.date(retrieved, &path.key("retrieved")),
        }
    }

    pub(super) fn organisation(&mut self, raw: raw::Organisation<'a>, path: &Path<'_>) -> Organisation {
        let raw::Organisation { id, name, abbreviation, kind, country, parent, url, evidence } = raw;
        self.evidence(evidence, path);
        Organisation {
            id: id.unwrap_or_default().into_owned(),
            name: texts(name),
            abbreviation: abbreviation.map(Cow::into_owned),
            kind: self.word(kind, &path.key("kind"), OrganisationKind::from_key).unwrap_or(OrganisationKind::Other),
            country: self.country(country, &path.key("country")),
            parent: self.reference(parent, &path.key("parent"), To::Organisation).map(OrganisationIdx),
            url: self.address(url, &path.key("url")),
        }
    }

    pub(super) fn initiative(&mut self, raw: raw::Initiative<'a>, path: &Path<'_>, places: &[Place]) -> Initiative {
        let raw::Initiative {
            id,
            name,
            alt_names,
            abbreviation,
            country,
            place,
            scope,
            kind,
            status,
            parent,
            host,
            lead_bodies,
            participants,
            member_countries,
            member_of,
            summary,
            focus,
            areas,
            started,
            ended,
            figures,
            url,
            sources,
            evidence,
            confidence,
            checked,
            funding,
        } = raw;
        self.evidence(evidence, path);
        let place = self.place_code(place, &path.key("place"));
        if let Some(code) = &place
            && !places.iter().any(|own| own.code == *code)
        {
            self.unknown(&path.key("place"), "place", code);
        }
        let country_of_place = place.as_ref().and_then(|code| code.split('-').next()).map(String::from);
        Initiative {
            id: id.unwrap_or_default().into_owned(),
            name: texts(name),
            alt_names: words(alt_names),
            abbreviation: abbreviation.map(Cow::into_owned),
            country: self.country(country, &path.key("country")).or(country_of_place),
            place,
            scope: self.word(scope, &path.key("scope"), Scope::from_key),
            kind: self.word(kind, &path.key("kind"), InitiativeKind::from_key).unwrap_or(InitiativeKind::Other),
            status: self.word(status, &path.key("status"), Status::from_key),
            parent: self.reference(parent, &path.key("parent"), To::Initiative).map(InitiativeIdx),
            host: self.reference(host, &path.key("host"), To::Organisation).map(OrganisationIdx),
            lead_bodies: self.references(lead_bodies, &path.key("leadBodies"), To::Organisation, OrganisationIdx),
            participants: self.parties(participants, &path.key("participants")),
            member_countries: self.countries(member_countries, &path.key("memberCountries")),
            member_of: self.references(member_of, &path.key("memberOf"), To::Initiative, InitiativeIdx),
            summary: texts(summary),
            focus: texts_list(focus),
            areas: self.references(areas, &path.key("areas"), To::Area, AreaIdx),
            started: self.date(started, &path.key("started")),
            ended: self.date(ended, &path.key("ended")),
            figures: each(figures, &path.key("figures"), |raw, path| self.figure(raw, path)),
            url: self.address(url, &path.key("url")),
            sources: self.references(sources, &path.key("sources"), To::Source, SourceIdx),
            confidence: self.word(confidence, &path.key("confidence"), Confidence::from_key),
            checked: self.date(checked, &path.key("checked")),
            funding: each(funding, &path.key("funding"), |raw, path| Some(self.funding(raw, path))),
        }
    }

    fn figure(&mut self, raw: raw::Figure<'a>, path: &Path<'_>) -> Option<Figure> {
        let raw::Figure { label, value, unit, as_of, horizon, source } = raw;
        if value.is_none() {
            self.note(&path.key("value"), IssueCode::Missing, "value");
        }
        Some(Figure {
            label: texts(label),
            value: value?,
            unit: unit.map(Cow::into_owned),
            as_of: self.date(as_of, &path.key("asOf")),
            horizon: self.date(horizon, &path.key("horizon")),
            source: self.reference(source, &path.key("source"), To::Source).map(SourceIdx),
        })
    }

    fn funding(&mut self, raw: raw::Funding<'a>, path: &Path<'_>) -> Funding {
        let raw::Funding { funder, reference, amount, currency, from, to, status, coordinator, results, source } = raw;
        Funding {
            funder: self.reference(funder, &path.key("funder"), To::Organisation).map(OrganisationIdx),
            reference: reference.map(Cow::into_owned),
            amount,
            currency: currency.map(Cow::into_owned),
            from: self.date(from, &path.key("from")),
            to: self.date(to, &path.key("to")),
            status: self.word(status, &path.key("status"), Status::from_key),
            coordinator: self.reference(coordinator, &path.key("coordinator"), To::Organisation).map(OrganisationIdx),
            results: texts_list(results),
            source: self.reference(source, &path.key("source"), To::Source).map(SourceIdx),
        }
    }

    pub(super) fn agreement(&mut self, ends: [Party; 2], raw: raw::Agreement<'a>, path: &Path<'_>) -> Agreement {
        let raw::Agreement {
            id,
            // Read before, as the record stands or falls with them.
            ends: _,
            signing_bodies,
            level,
            kind,
            source_word,
            signed,
            announced,
            ended,
            place,
            event,
            signatories,
            topics,
            areas,
            renews,
            follow_ups,
            quotes,
            sources,
            evidence,
            confidence,
            checked,
        } = raw;
        self.evidence(evidence, path);
        Agreement {
            id: id.unwrap_or_default().into_owned(),
            ends,
            signing_bodies: self.parties(signing_bodies, &path.key("signingBodies")),
            level: self.word(level, &path.key("level"), Level::from_key),
            kind: self.word(kind, &path.key("kind"), AgreementKind::from_key).unwrap_or(AgreementKind::Other),
            source_word: texts(source_word),
            signed: self.date(signed, &path.key("signed")),
            announced: self.date(announced, &path.key("announced")),
            ended: self.date(ended, &path.key("ended")),
            place: place.map(Cow::into_owned),
            event: texts(event),
            signatories: each(signatories, &path.key("signatories"), |raw, path| self.signatory(raw, path)),
            topics: texts_list(topics),
            areas: self.references(areas, &path.key("areas"), To::Area, AreaIdx),
            renews: self.reference(renews, &path.key("renews"), To::Agreement).map(AgreementIdx),
            follow_ups: each(follow_ups, &path.key("followUps"), |raw, path| self.follow_up(raw, path)),
            quotes: each(quotes, &path.key("quotes"), |raw, path| self.quote(raw, path)),
            sources: self.references(sources, &path.key("sources"), To::Source, SourceIdx),
            confidence: self.word(confidence, &path.key("confidence"), Confidence::from_key),
            checked: self.date(checked, &path.key("checked")),
        }
    }

    fn signatory(&mut self, raw: raw::Signatory<'a>, path: &Path<'_>) -> Option<Signatory> {
        let raw::Signatory { name, role_at_signing, organisation } = raw;
        if name.is_none() {
            self.note(&path.key("name"), IssueCode::Missing, "name");
        }
        Some(Signatory {
            name: name?.into_owned(),
            role_at_signing: texts(role_at_signing),
            organisation: self.party(organisation, &path.key("organisation")),
        })
    }

    fn follow_up(&mut self, raw: raw::FollowUp<'a>, path: &Path<'_>) -> Option<FollowUp> {
        let raw::FollowUp { kind, title, date, place, doi, url } = raw;
        if title.is_none() {
            self.note(&path.key("title"), IssueCode::Missing, "title");
        }
        Some(FollowUp {
            kind: self.word(kind, &path.key("kind"), FollowUpKind::from_key).unwrap_or(FollowUpKind::Other),
            title: title?.into_owned(),
            date: self.date(date, &path.key("date")),
            place: place.map(Cow::into_owned),
            doi: doi.map(Cow::into_owned),
            url: self.address(url, &path.key("url")),
        })
    }

    fn quote(&mut self, raw: raw::Quote<'a>, path: &Path<'_>) -> Option<Quote> {
        let raw::Quote { text, language, speaker, source } = raw;
        if text.is_none() {
            self.note(&path.key("text"), IssueCode::Missing, "text");
        }
        Some(Quote {
            text: text?.into_owned(),
            language: language.map(Cow::into_owned),
            speaker: speaker.map(Cow::into_owned),
            source: self.reference(source, &path.key("source"), To::Source).map(SourceIdx),
        })
    }

    /// Evidence backs the other fields; it is checked here and shown by no view, so that it does not
    /// stay in memory.
    fn evidence(&mut self, raw: List<raw::Evidence<'a>>, path: &Path<'_>) {
        let path = path.key("evidence");
        for (position, raw) in raw.into_iter().enumerate() {
            let Some(raw) = raw else { continue };
            let raw::Evidence { field, source, quote: _, language: _, as_of, confidence, note: _ } = raw;
            let path = path.index(position);
            for (key, missing) in [("field", field.is_none()), ("source", source.is_none())] {
                if missing {
                    self.note(&path.key(key), IssueCode::Missing, key);
                }
            }
            self.reference(source, &path.key("source"), To::Source);
            self.date(as_of, &path.key("asOf"));
            self.word(confidence, &path.key("confidence"), Confidence::from_key);
        }
    }
}

fn each<R, M>(raw: List<R>, path: &Path<'_>, mut convert: impl FnMut(R, &Path<'_>) -> Option<M>) -> Vec<M> {
    let read = |(position, raw): (usize, Option<R>)| convert(raw?, &path.index(position));
    raw.into_iter().enumerate().filter_map(read).collect()
}
