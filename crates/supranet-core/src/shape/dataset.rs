//! The top of the file, and the records that others name.
//!
//! Knows nothing of how a value is read.

use super::{CONFIDENCE, DATE, EVIDENCES, Field, Kind, ORGANISATION_ID, SOURCE_ID, TEXT, TEXTS, table};
use crate::model::OrganisationKind;
use crate::raw::List;

table! {
    /// The single fields at the top of the file.
    DATASET {
        /// A short name for the file, such as the name of who publishes it.
        "id": TEXT,
        /// What the file is about, as a heading.
        "title": TEXTS,
        /// The day of the last change. The widget shows it as the date of the data.
        "updated": DATE,
        /// The licence of the data as its SPDX name, such as `CC-BY-4.0`.
        "license": TEXT,
        /// The language that a text falls back to where it has none that the visitor reads. English where nothing is stated.
        "defaultLanguage": TEXT,
        /// Where corrections are sent: an address with https or mailto.
        "contact": Kind::Address,
        /// Who vouches for the file: the id of an organisation or an initiative.
        "publisher": Kind::Party,
    }

    /// A disease area.
    AREA {
        /// The id by which records name this area.
        required "id": TEXT,
        /// The name that is shown.
        "label": TEXTS,
        /// The wider area that this one is part of. Who chooses that one finds this one too.
        "parent": Kind::Ref(List::Areas),
        /// A remark, such as why the area stands where it does.
        "note": TEXTS,
        /// The codes of this area in vocabularies of others.
        "codes": Kind::Record(CODES),
    }

    /// Codes of a disease area in vocabularies.
    CODES {
        /// The descriptor of the Medical Subject Headings, such as `D009369`.
        "mesh": TEXT,
        /// The id in the Mondo disease ontology, such as `MONDO:0004992`.
        "mondo": TEXT,
        /// The code or range of ICD-10, such as `C00-C97`.
        "icd10": TEXT,
    }

    /// A place smaller than a country, known by its code.
    PLACE {
        /// The code of ISO 3166-2, such as `DE-BW`. Records name the place by it.
        required "code": Kind::Place,
        /// The name that is shown.
        "label": TEXTS,
        /// Degrees north of the equator.
        "lat": Kind::Degrees(90),
        /// Degrees east of Greenwich.
        "lon": Kind::Degrees(180),
    }

    /// An organisation: an end of an agreement, a host, a lead, a signing body.
    ORGANISATION {
        /// The id by which records name this organisation. No initiative has the same.
        required "id": TEXT,
        /// Its name, in at least one language.
        required "name": TEXTS,
        /// The short form of its name, such as `NCT`.
        "abbreviation": TEXT,
        /// What it is. `state` is the state itself, which signs through its ministries.
        "kind": Kind::Word(OrganisationKind::KEYS),
        /// The country that it belongs to. Left out for one of several countries.
        "country": Kind::Country,
        /// The code of ISO 3166-2 of the place smaller than a country that it belongs to, such as `GB-ENG`.
        "place": Kind::Place,
        /// The organisation that it is part of.
        "parent": ORGANISATION_ID,
        /// Its own page.
        "url": Kind::Address,
        /// Where single fields of this record are stated.
        "evidence": EVIDENCES,
    }

    /// Where facts are stated.
    SOURCE {
        /// The id by which records name this source.
        required "id": TEXT,
        /// Its title, in its own language.
        "title": TEXT,
        /// Who published it.
        "publisher": TEXT,
        /// Its address.
        "url": Kind::Address,
        /// The name of a file, where it has no address.
        "file": TEXT,
        /// Its language, such as `da`.
        "language": TEXT,
        /// The day on which it was published.
        "published": DATE,
        /// The day on which it was read.
        "retrieved": DATE,
    }

    /// Where one field of a record is stated: the path of the field inside the record, such as
    /// `funding[0].amount`, and the source.
    EVIDENCE {
        /// The path of the field inside the record, such as `started` or `funding[0].amount`.
        required "field": TEXT,
        /// Where the field is stated.
        required "source": SOURCE_ID,
        /// The words of the source, short and in its own language.
        "quote": TEXT,
        /// The language of the words, such as `fr`.
        "language": TEXT,
        /// The day for which it holds.
        "asOf": DATE,
        /// How sure this one fact is.
        "confidence": CONFIDENCE,
        /// A remark, such as what another source says instead.
        "note": TEXTS,
    }
}
