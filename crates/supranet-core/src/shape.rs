//! The fields of the file, version 1: one table per record.
//!
//! The only place that spells the keys of the format. Knows nothing of how a value is read; `validate`
//! reads every record by its table, and takes the values in the order of the table.

use crate::model::{AgreementKind, Confidence, FollowUpKind, InitiativeKind, Level, OrganisationKind, Scope, Status};
use crate::raw::List;

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key in the file.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the record is left out without it.
    pub required: bool,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text in several languages: `{"en": "…", "sv": "…"}`.
    Texts,
    /// A text that is the same in every language, or one per language.
    Name,
    /// A date of the form `2022-04-28`, `2022-04` or `2022`.
    Date,
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 3166-2.
    Place,
    /// An address with http, https or mailto.
    Address,
    /// A whole number.
    Whole,
    /// Degrees, from minus to plus this.
    Degrees(i64),
    /// A word of a closed list; an unknown one is `other` where the list has that.
    Word(&'static [&'static str]),
    /// The id of a record of a list.
    Ref(List),
    /// The id of an initiative or an organisation.
    Party,
    /// A list.
    Many(&'static Kind),
    /// An object of its own.
    Record(&'static [Field]),
}

/// Declares the table of a record. The record is left out without a `required` field.
macro_rules! table {
    ($($(#[$doc:meta])* $name:ident { $($($required:ident)? $key:literal: $kind:expr,)* })*) => {$(
        $(#[$doc])*
        pub const $name: &[Field] = &[
            $(Field { key: $key, kind: $kind, required: table!(@ $($required)?) },)*
        ];
    )*};
    (@ required) => { true };
    (@) => { false };
}

const TEXT: Kind = Kind::Text;
const TEXTS: Kind = Kind::Texts;
const DATE: Kind = Kind::Date;
const SOURCE_ID: Kind = Kind::Ref(List::Sources);
const ORGANISATION_ID: Kind = Kind::Ref(List::Organisations);
const SOURCES: Kind = Kind::Many(&SOURCE_ID);
const AREAS: Kind = Kind::Many(&Kind::Ref(List::Areas));
const PARTIES: Kind = Kind::Many(&Kind::Party);
/// The ends of an agreement, which stand beside its table as they are read first: it stands or falls with them.
pub const ENDS: Kind = PARTIES;
const EVIDENCES: Kind = Kind::Many(&Kind::Record(EVIDENCE));
const CONFIDENCE: Kind = Kind::Word(Confidence::KEYS);
const STATUS: Kind = Kind::Word(Status::KEYS);

table! {
    /// The single fields at the top of the file.
    DATASET {
        "id": TEXT,
        "title": TEXTS,
        "updated": DATE,
        "license": TEXT,
        "defaultLanguage": TEXT,
        "contact": Kind::Address,
        "publisher": Kind::Party,
    }

    /// A disease area.
    AREA {
        "id": TEXT,
        "label": TEXTS,
        "parent": Kind::Ref(List::Areas),
        "note": TEXTS,
        "codes": Kind::Record(CODES),
    }

    /// Codes of a disease area in vocabularies.
    CODES {
        "mesh": TEXT,
        "mondo": TEXT,
        "icd10": TEXT,
    }

    /// A place smaller than a country, known by its code.
    PLACE {
        required "code": Kind::Place,
        "label": TEXTS,
        "lat": Kind::Degrees(90),
        "lon": Kind::Degrees(180),
    }

    /// An organisation: an end of an agreement, a host, a lead, a signing body.
    ORGANISATION {
        "id": TEXT,
        "name": TEXTS,
        "abbreviation": TEXT,
        "kind": Kind::Word(OrganisationKind::KEYS),
        "country": Kind::Country,
        "parent": ORGANISATION_ID,
        "url": Kind::Address,
        "evidence": EVIDENCES,
    }

    /// An initiative: a card.
    INITIATIVE {
        "id": TEXT,
        "name": TEXTS,
        "altNames": Kind::Many(&TEXT),
        "abbreviation": TEXT,
        "country": Kind::Country,
        "place": Kind::Place,
        "scope": Kind::Word(Scope::KEYS),
        "kind": Kind::Word(InitiativeKind::KEYS),
        "status": STATUS,
        "parent": Kind::Ref(List::Initiatives),
        "host": ORGANISATION_ID,
        "leadBodies": Kind::Many(&ORGANISATION_ID),
        "participants": PARTIES,
        "memberCountries": Kind::Many(&Kind::Country),
        "memberOf": Kind::Many(&Kind::Ref(List::Initiatives)),
        "summary": TEXTS,
        "focus": Kind::Many(&TEXTS),
        "areas": AREAS,
        "started": DATE,
        "ended": DATE,
        "figures": Kind::Many(&Kind::Record(FIGURE)),
        "url": Kind::Address,
        "sources": SOURCES,
        "confidence": CONFIDENCE,
        "checked": DATE,
        "funding": Kind::Many(&Kind::Record(FUNDING)),
        "evidence": EVIDENCES,
    }

    /// A number that describes an initiative.
    FIGURE {
        "label": TEXTS,
        required "value": Kind::Whole,
        "unit": TEXT,
        "asOf": DATE,
        "horizon": DATE,
        "source": SOURCE_ID,
    }

    /// A grant.
    FUNDING {
        "funder": ORGANISATION_ID,
        "reference": TEXT,
        "amount": Kind::Whole,
        "currency": TEXT,
        "from": DATE,
        "to": DATE,
        "status": STATUS,
        "coordinator": ORGANISATION_ID,
        "results": Kind::Many(&TEXTS),
        "source": SOURCE_ID,
    }

    /// An agreement between two parties.
    AGREEMENT {
        "id": TEXT,
        "signingBodies": PARTIES,
        "level": Kind::Word(Level::KEYS),
        "kind": Kind::Word(AgreementKind::KEYS),
        "sourceWord": TEXTS,
        "signed": DATE,
        "announced": DATE,
        "ended": DATE,
        "place": Kind::Name,
        "event": TEXTS,
        "signatories": Kind::Many(&Kind::Record(SIGNATORY)),
        "topics": Kind::Many(&TEXTS),
        "areas": AREAS,
        "renews": Kind::Ref(List::Agreements),
        "followUps": Kind::Many(&Kind::Record(FOLLOW_UP)),
        "quotes": Kind::Many(&Kind::Record(QUOTE)),
        "sources": SOURCES,
        "confidence": CONFIDENCE,
        "checked": DATE,
        "evidence": EVIDENCES,
    }

    /// A person who signed.
    SIGNATORY {
        required "name": TEXT,
        "roleAtSigning": TEXTS,
        "organisation": Kind::Party,
    }

    /// What came of an agreement.
    FOLLOW_UP {
        "kind": Kind::Word(FollowUpKind::KEYS),
        required "title": TEXT,
        "date": DATE,
        "until": DATE,
        "place": Kind::Name,
        "doi": TEXT,
        "url": Kind::Address,
    }

    /// What somebody said, in the language of the source.
    QUOTE {
        required "text": TEXT,
        "language": TEXT,
        "speaker": TEXT,
        "speakerRole": TEXTS,
        "source": SOURCE_ID,
    }

    /// Where facts are stated.
    SOURCE {
        "id": TEXT,
        "title": TEXT,
        "publisher": TEXT,
        "url": Kind::Address,
        "file": TEXT,
        "language": TEXT,
        "published": DATE,
        "retrieved": DATE,
    }

    /// Where one field of a record is stated: the path of the field inside the record, such as
    /// `funding[0].amount`, and the source.
    EVIDENCE {
        required "field": TEXT,
        required "source": SOURCE_ID,
        "quote": TEXT,
        "language": TEXT,
        "asOf": DATE,
        "confidence": CONFIDENCE,
        "note": TEXTS,
    }
}
