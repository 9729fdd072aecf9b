//! An agreement and what stands inside it.
//!
//! Knows nothing of how a value is read.

use super::{AREAS, CONFIDENCE, DATE, EVIDENCES, Field, Kind, PARTIES, SOURCE_ID, SOURCES, TEXT, TEXTS, table};
use crate::model::{AgreementKind, FollowUpKind, Level};
use crate::raw::List;

table! {
    /// An agreement between two parties.
    AGREEMENT {
        /// The id by which this agreement is known. It should never change.
        required "id": TEXT,
        /// Who signed, where it was not the ends themselves: ids of organisations or initiatives.
        "signingBodies": PARTIES,
        /// Between whom it is: programmes, states, regions or institutes.
        "level": Kind::Word(Level::KEYS),
        /// What it is. A word that the list does not have is `other`, and `sourceWord` says it.
        "kind": Kind::Word(AgreementKind::KEYS),
        /// What the source itself calls it, in the language of the source.
        "sourceWord": TEXTS,
        /// When it was signed, as exactly as a source says.
        "signed": DATE,
        /// When it was made known, where that is stated.
        "announced": DATE,
        /// When it ended, or is to end.
        "ended": DATE,
        /// Where it was signed: one name for all languages, or one for each.
        "place": Kind::Name,
        /// At which occasion it was signed.
        "event": TEXTS,
        /// The people who signed, where a public source names them.
        "signatories": Kind::Many(&Kind::Record(SIGNATORY)),
        /// What it is about, a few words each.
        "topics": Kind::Many(&TEXTS),
        /// The disease areas that it is about.
        "areas": AREAS,
        /// The earlier agreement that this one renews.
        "renews": Kind::Ref(List::Agreements),
        /// What came of it.
        "followUps": Kind::Many(&Kind::Record(FOLLOW_UP)),
        /// What was said of it, in the language of the source.
        "quotes": Kind::Many(&Kind::Record(QUOTE)),
        /// Where the record as a whole is stated.
        "sources": SOURCES,
        /// How sure the facts of the record are.
        "confidence": CONFIDENCE,
        /// The day on which the record was last compared with its sources.
        "checked": DATE,
        /// Where single fields of this record are stated.
        "evidence": EVIDENCES,
    }

    /// A person who signed.
    SIGNATORY {
        /// The name, as the source writes it.
        required "name": TEXT,
        /// The role on the day of signing.
        "roleAtSigning": TEXTS,
        /// For whom: the id of an organisation or an initiative.
        "organisation": Kind::Party,
    }

    /// What came of an agreement.
    FOLLOW_UP {
        /// What it is.
        "kind": Kind::Word(FollowUpKind::KEYS),
        /// Its title. It counts as written in the default language of the dataset.
        required "title": TEXT,
        /// Its day, or the first of several.
        "date": DATE,
        /// The last day, where there are several.
        "until": DATE,
        /// Where it was: one name for all languages, or one for each.
        "place": Kind::Name,
        /// Its DOI without an address before it, such as `10.1038/s41591-022-01731-6`.
        "doi": TEXT,
        /// Its page.
        "url": Kind::Address,
    }

    /// What somebody said, in the language of the source.
    QUOTE {
        /// The words, without quotation marks around them.
        required "text": TEXT,
        /// The language of the words, such as `sv`.
        "language": TEXT,
        /// Who said them.
        "speaker": TEXT,
        /// The role of the speaker on that day.
        "speakerRole": TEXTS,
        /// Where the words are stated.
        "source": SOURCE_ID,
    }
}
