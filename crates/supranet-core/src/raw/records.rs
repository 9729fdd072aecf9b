//! The records of the file, version 1, field for field.
//!
//! Knows nothing of JSON beyond the names of the fields. Each record is declared once; the
//! declaration gives the type and its reader.

use super::read::{Decimal, List, Node, Path, Read, Text, Texts, Whole, members};
use crate::error::Issue;
use std::borrow::Cow;

/// Declares a record: its fields with their types, and the key of each in the file.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident $key:literal: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name<'a> {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl<'a> $name<'a> {
            fn member(&mut self, key: &str, node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) {
                match key {
                    $($key => Slot::fill(&mut self.$field, node, path, issues),)*
                    _ => {}
                }
            }
        }

        impl<'a> Read<'a> for $name<'a> {
            fn read(node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) -> Option<Self> {
                let mut record = Self::default();
                members(node, path, "an object", issues, &mut |key, node, path, issues| {
                    record.member(&key, node, path, issues);
                })
                .then_some(record)
            }
        }
    };
}

/// A field that takes what could be read and stays empty otherwise.
trait Slot<'a> {
    fn fill(&mut self, node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>);
}

impl<'a, T: Read<'a>> Slot<'a> for Option<T> {
    fn fill(&mut self, node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) {
        *self = T::read(node, path, issues);
    }
}

impl<'a, T> Slot<'a> for Vec<T>
where
    Vec<T>: Read<'a>,
{
    fn fill(&mut self, node: Node<'a>, path: &Path<'_>, issues: &mut Vec<Issue>) {
        *self = Read::read(node, path, issues).unwrap_or_default();
    }
}

/// A list of ids or of plain words.
type Words<'a> = List<Cow<'a, str>>;

/// The whole file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dataset<'a> {
    /// The version of the format; this release reads 1.
    pub version: Whole,
    /// The id of the dataset.
    pub id: Text<'a>,
    /// Its title.
    pub title: Texts<'a>,
    /// The date of the last change.
    pub updated: Text<'a>,
    /// The SPDX name of the licence.
    pub license: Text<'a>,
    /// The language that texts fall back to.
    pub default_language: Text<'a>,
    /// An address for questions and corrections.
    pub contact: Text<'a>,
    /// The id of the organisation or initiative that vouches for the file.
    pub publisher: Text<'a>,
    /// Disease areas.
    pub areas: List<Area<'a>>,
    /// Places smaller than a country.
    pub places: List<Place<'a>>,
    /// Organisations.
    pub organisations: List<Organisation<'a>>,
    /// Initiatives: the cards.
    pub initiatives: List<Initiative<'a>>,
    /// Agreements between two of them.
    pub agreements: List<Agreement<'a>>,
    /// Where the facts are stated.
    pub sources: List<Source<'a>>,
    /// What was left out while reading.
    pub issues: Vec<Issue>,
}

impl<'a> Dataset<'a> {
    /// Reads one of the single fields at the top of the file.
    pub(super) fn read_field(&mut self, key: &str, node: Node<'a>, path: &Path<'_>) {
        let issues = &mut self.issues;
        match key {
            "version" => self.version.fill(node, path, issues),
            "id" => self.id.fill(node, path, issues),
            "title" => self.title.fill(node, path, issues),
            "updated" => self.updated.fill(node, path, issues),
            "license" => self.license.fill(node, path, issues),
            "defaultLanguage" => self.default_language.fill(node, path, issues),
            "contact" => self.contact.fill(node, path, issues),
            "publisher" => self.publisher.fill(node, path, issues),
            _ => {}
        }
    }
}

record! {
    /// A disease area.
    Area {
        /// The id.
        id "id": Text<'a>,
        /// Its name.
        label "label": Texts<'a>,
        /// The id of the wider area.
        parent "parent": Text<'a>,
        /// Codes of the same thing elsewhere.
        codes "codes": Option<Codes<'a>>,
        /// A remark.
        note "note": Texts<'a>,
    }
}

record! {
    /// Codes of a disease area in vocabularies.
    Codes {
        /// Medical Subject Headings.
        mesh "mesh": Text<'a>,
        /// Mondo Disease Ontology.
        mondo "mondo": Text<'a>,
        /// ICD-10, a code or a range.
        icd10 "icd10": Text<'a>,
    }
}

record! {
    /// A place smaller than a country.
    Place {
        /// ISO 3166-2.
        code "code": Text<'a>,
        /// Its name.
        label "label": Texts<'a>,
        /// Latitude of its middle, degrees north.
        lat "lat": Option<Decimal<'a>>,
        /// Longitude of its middle, degrees east.
        lon "lon": Option<Decimal<'a>>,
    }
}

record! {
    /// An organisation: an end of an agreement, a host, a lead, a signing body.
    Organisation {
        /// The id.
        id "id": Text<'a>,
        /// Its name.
        name "name": Texts<'a>,
        /// Its abbreviation.
        abbreviation "abbreviation": Text<'a>,
        /// A word of the closed list.
        kind "kind": Text<'a>,
        /// ISO 3166-1 alpha-2.
        country "country": Text<'a>,
        /// The id of the organisation that it belongs to.
        parent "parent": Text<'a>,
        /// Its own page.
        url "url": Text<'a>,
        /// Where its fields are stated.
        evidence "evidence": List<Evidence<'a>>,
    }
}

record! {
    /// An initiative: a card.
    Initiative {
        /// The id.
        id "id": Text<'a>,
        /// Its name.
        name "name": Texts<'a>,
        /// Other names.
        alt_names "altNames": Words<'a>,
        /// Its abbreviation.
        abbreviation "abbreviation": Text<'a>,
        /// ISO 3166-1 alpha-2.
        country "country": Text<'a>,
        /// ISO 3166-2.
        place "place": Text<'a>,
        /// A word of the closed list.
        scope "scope": Text<'a>,
        /// A word of the closed list.
        kind "kind": Text<'a>,
        /// A word of the closed list.
        status "status": Text<'a>,
        /// The id of the initiative that it is part of.
        parent "parent": Text<'a>,
        /// The id of the organisation that hosts it.
        host "host": Text<'a>,
        /// Ids of the organisations that lead it.
        lead_bodies "leadBodies": Words<'a>,
        /// Ids of organisations or initiatives that take part.
        participants "participants": Words<'a>,
        /// ISO 3166-1 alpha-2 of the countries that are members.
        member_countries "memberCountries": Words<'a>,
        /// Ids of the initiatives that it is a member of.
        member_of "memberOf": Words<'a>,
        /// One to three sentences.
        summary "summary": Texts<'a>,
        /// What it works on.
        focus "focus": List<Texts<'a>>,
        /// Ids of disease areas.
        areas "areas": Words<'a>,
        /// A date.
        started "started": Text<'a>,
        /// A date.
        ended "ended": Text<'a>,
        /// Numbers that describe it.
        figures "figures": List<Figure<'a>>,
        /// Its own page.
        url "url": Text<'a>,
        /// Ids of sources.
        sources "sources": Words<'a>,
        /// Where its fields are stated.
        evidence "evidence": List<Evidence<'a>>,
        /// A word of the closed list.
        confidence "confidence": Text<'a>,
        /// The date on which the record was last compared with its sources.
        checked "checked": Text<'a>,
        /// Grants.
        funding "funding": List<Funding<'a>>,
    }
}

record! {
    /// A number that describes an initiative.
    Figure {
        /// What is counted.
        label "label": Texts<'a>,
        /// The value.
        value "value": Whole,
        /// Its unit.
        unit "unit": Text<'a>,
        /// The date for which it holds.
        as_of "asOf": Text<'a>,
        /// The date by which it is to be reached.
        horizon "horizon": Text<'a>,
        /// The id of the source.
        source "source": Text<'a>,
    }
}

record! {
    /// A grant.
    Funding {
        /// The id of the organisation that pays.
        funder "funder": Text<'a>,
        /// The funder's own number.
        reference "reference": Text<'a>,
        /// The amount, in whole units of the currency.
        amount "amount": Whole,
        /// ISO 4217.
        currency "currency": Text<'a>,
        /// A date.
        from "from": Text<'a>,
        /// A date.
        to "to": Text<'a>,
        /// A word of the closed list.
        status "status": Text<'a>,
        /// The id of the organisation that coordinates.
        coordinator "coordinator": Text<'a>,
        /// What came of it.
        results "results": List<Texts<'a>>,
        /// The id of the source.
        source "source": Text<'a>,
    }
}

record! {
    /// An agreement between two parties.
    Agreement {
        /// The id.
        id "id": Text<'a>,
        /// Ids of two initiatives or organisations.
        ends "ends": Words<'a>,
        /// Ids of the organisations that signed, where they are not the ends.
        signing_bodies "signingBodies": Words<'a>,
        /// A word of the closed list.
        level "level": Text<'a>,
        /// A word of the closed list.
        kind "kind": Text<'a>,
        /// What the source itself calls it.
        source_word "sourceWord": Texts<'a>,
        /// A date.
        signed "signed": Text<'a>,
        /// A date.
        announced "announced": Text<'a>,
        /// A date.
        ended "ended": Text<'a>,
        /// Where it was signed.
        place "place": Text<'a>,
        /// At which occasion it was signed.
        event "event": Texts<'a>,
        /// Who signed.
        signatories "signatories": List<Signatory<'a>>,
        /// What it is about.
        topics "topics": List<Texts<'a>>,
        /// Ids of disease areas.
        areas "areas": Words<'a>,
        /// The id of the agreement that it renews.
        renews "renews": Text<'a>,
        /// What came of it.
        follow_ups "followUps": List<FollowUp<'a>>,
        /// What was said of it.
        quotes "quotes": List<Quote<'a>>,
        /// Ids of sources.
        sources "sources": Words<'a>,
        /// Where its fields are stated.
        evidence "evidence": List<Evidence<'a>>,
        /// A word of the closed list.
        confidence "confidence": Text<'a>,
        /// The date on which the record was last compared with its sources.
        checked "checked": Text<'a>,
    }
}

record! {
    /// A person who signed.
    Signatory {
        /// The name.
        name "name": Text<'a>,
        /// The role on that day.
        role_at_signing "roleAtSigning": Texts<'a>,
        /// The id of the organisation or initiative signed for.
        organisation "organisation": Text<'a>,
    }
}

record! {
    /// What came of an agreement.
    FollowUp {
        /// A word of the closed list.
        kind "kind": Text<'a>,
        /// Its title.
        title "title": Text<'a>,
        /// A date, or the first day.
        date "date": Text<'a>,
        /// Where.
        place "place": Text<'a>,
        /// The DOI of an article, without an address before it.
        doi "doi": Text<'a>,
        /// Its page.
        url "url": Text<'a>,
    }
}

record! {
    /// What somebody said, in the language of the source.
    Quote {
        /// The words.
        text "text": Text<'a>,
        /// Their language, BCP 47.
        language "language": Text<'a>,
        /// Who said them.
        speaker "speaker": Text<'a>,
        /// The id of the source.
        source "source": Text<'a>,
    }
}

record! {
    /// Where facts are stated.
    Source {
        /// The id.
        id "id": Text<'a>,
        /// Its title.
        title "title": Text<'a>,
        /// Who published it.
        publisher "publisher": Text<'a>,
        /// Its address.
        url "url": Text<'a>,
        /// The name of a file, where it has no address.
        file "file": Text<'a>,
        /// Its language, BCP 47.
        language "language": Text<'a>,
        /// A date.
        published "published": Text<'a>,
        /// A date.
        retrieved "retrieved": Text<'a>,
    }
}

record! {
    /// Where one field of a record is stated.
    Evidence {
        /// The path of the field inside the record, such as `funding[0].amount`.
        field "field": Text<'a>,
        /// The id of the source.
        source "source": Text<'a>,
        /// The words of the source.
        quote "quote": Text<'a>,
        /// Their language, BCP 47.
        language "language": Text<'a>,
        /// The date for which it holds.
        as_of "asOf": Text<'a>,
        /// A word of the closed list.
        confidence "confidence": Text<'a>,
        /// A remark.
        note "note": Texts<'a>,
    }
}
