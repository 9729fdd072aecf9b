//! An initiative and what stands inside it.
//!
//! Knows nothing of how a value is read.

use super::{
    AREAS, CONFIDENCE, DATE, EVIDENCES, Field, Kind, ORGANISATION_ID, PARTIES, SOURCE_ID, SOURCES, STATUS, TEXT, TEXTS,
    table,
};
use crate::model::{InitiativeKind, Scope};
use crate::raw::List;

table! {
    /// An initiative: a card.
    INITIATIVE {
        /// The id by which records name this initiative. It is part of links to its card, so that it should never change.
        required "id": TEXT,
        /// Its name, in at least one language.
        required "name": TEXTS,
        /// Other names that people look for, former ones too.
        "altNames": Kind::Many(&TEXT),
        /// The short form of its name, such as `GMS`.
        "abbreviation": TEXT,
        /// The country whose initiative it is. May be left out where `place` says it; left out for one of several countries.
        "country": Kind::Country,
        /// The region or city whose initiative it is, by its code of ISO 3166-2; the place itself is described in `places`.
        "place": Kind::Place,
        /// How far it reaches.
        "scope": Kind::Word(Scope::KEYS),
        /// What it is.
        "kind": Kind::Word(InitiativeKind::KEYS),
        /// Whether it runs.
        "status": STATUS,
        /// The initiative that it is part of.
        "parent": Kind::Ref(List::Initiatives),
        /// The organisation that runs it. Agreements of that organisation stand on this card too.
        "host": ORGANISATION_ID,
        /// The organisations that lead it. Agreements of theirs stand on this card too.
        "leadBodies": Kind::Many(&ORGANISATION_ID),
        /// Who takes part: ids of organisations or initiatives.
        "participants": PARTIES,
        /// The countries that are members, for one of several countries.
        "memberCountries": Kind::Many(&Kind::Country),
        /// The initiatives of several countries that it is a member of.
        "memberOf": Kind::Many(&Kind::Ref(List::Initiatives)),
        /// One to three sentences of your own that say what it is.
        "summary": TEXTS,
        /// What it works on, a few words each.
        "focus": Kind::Many(&TEXTS),
        /// The disease areas that it works on.
        "areas": AREAS,
        /// When it began, as exactly as a source says.
        "started": DATE,
        /// When it ended, or is to end.
        "ended": DATE,
        /// Numbers that describe it, such as genomes read.
        "figures": Kind::Many(&Kind::Record(FIGURE)),
        /// Its own page.
        "url": Kind::Address,
        /// Where the record as a whole is stated.
        "sources": SOURCES,
        /// How sure the facts of the record are.
        "confidence": CONFIDENCE,
        /// The day on which the record was last compared with its sources.
        "checked": DATE,
        /// Grants that it received.
        "funding": Kind::Many(&Kind::Record(FUNDING)),
        /// Where single fields of this record are stated.
        "evidence": EVIDENCES,
    }

    /// A number that describes an initiative.
    FIGURE {
        /// What is counted.
        "label": TEXTS,
        /// The number, whole.
        required "value": Kind::Whole,
        /// What one of it is, where the label does not say it.
        "unit": TEXT,
        /// The day for which the number holds.
        "asOf": DATE,
        /// When the number is to be reached, for an aim.
        "horizon": DATE,
        /// Where the number is stated.
        "source": SOURCE_ID,
    }

    /// A grant.
    FUNDING {
        /// Who gives the money.
        "funder": ORGANISATION_ID,
        /// The number of the grant at the funder.
        "reference": TEXT,
        /// The amount, whole, in units of the currency.
        "amount": Kind::Whole,
        /// The code of ISO 4217, such as `SEK`.
        "currency": TEXT,
        /// The first day of the grant.
        "from": DATE,
        /// The last day of the grant.
        "to": DATE,
        /// Whether the grant runs.
        "status": STATUS,
        /// The organisation that answers for the grant.
        "coordinator": ORGANISATION_ID,
        /// What came of it, a sentence each.
        "results": Kind::Many(&TEXTS),
        /// Where the grant is stated.
        "source": SOURCE_ID,
    }
}
