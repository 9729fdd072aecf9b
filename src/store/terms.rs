//! The terms of a card: what each is called, and the field of the file that it is about.
//!
//! Knows nothing of values.

use crate::i18n::keys;

/// A term.
pub(super) struct Term {
    /// The key of its name in the packs.
    pub key: &'static str,
    /// The field of the record whose evidence is cited beside it; empty where the values cite for themselves, or follow
    /// from other records.
    pub field: &'static str,
}

/// Declares the terms.
macro_rules! terms {
    ($($name:ident = $key:ident, $field:literal;)*) => {
        $(pub(super) static $name: Term = Term { key: keys::$key, field: $field };)*
    };
}

terms! {
    ALT_NAMES = FIELD_ALT_NAMES, "altNames";
    ANNOUNCED = FIELD_ANNOUNCED, "announced";
    AREAS = FIELD_AREAS, "areas";
    CHECKED = FIELD_CHECKED, "";
    CONFIDENCE = FIELD_CONFIDENCE, "";
    COUNTRIES = FIELD_COUNTRIES, "memberCountries";
    ENDED = FIELD_ENDED, "ended";
    EVENT = FIELD_EVENT, "event";
    FIGURES = FIELD_FIGURES, "";
    FOCUS = FIELD_FOCUS, "focus";
    FOLLOW_UPS = FIELD_FOLLOW_UPS, "followUps";
    FUNDING = FIELD_FUNDING, "";
    HOST = FIELD_HOST, "host";
    KIND = FIELD_KIND, "kind";
    LED_BY = FIELD_LED_BY, "leadBodies";
    MEMBERS = FIELD_MEMBERS, "";
    MEMBER_OF = FIELD_MEMBER_OF, "memberOf";
    PARTICIPANTS = FIELD_PARTICIPANTS, "participants";
    PARTS = FIELD_PARTS, "";
    PART_OF = FIELD_PART_OF, "parent";
    PLACE = FIELD_PLACE, "place";
    QUOTES = FIELD_QUOTES, "";
    RESULTS = FIELD_RESULTS, "funding";
    SIGNATORIES = FIELD_SIGNATORIES, "signatories";
    SIGNED = FIELD_SIGNED, "signed";
    SIGNING_BODIES = FIELD_SIGNING_BODIES, "signingBodies";
    SOURCES = FIELD_SOURCES, "";
    SOURCE_WORD = FIELD_SOURCE_WORD, "sourceWord";
    STARTED = FIELD_STARTED, "started";
    STATUS = FIELD_STATUS, "status";
    TOPICS = FIELD_TOPICS, "topics";
    UNDER = FIELD_UNDER, "host";
}
