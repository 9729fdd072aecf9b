//! The records of the file, field for field, as far as they are made up. What is not stated is left out.
//!
//! Knows nothing of what stands in them.

use serde::{Serialize, Serializer};

/// A text in several languages.
#[derive(Debug, Clone, Default)]
pub struct Texts(pub Vec<(&'static str, String)>);

impl Texts {
    /// A text in English.
    #[must_use]
    pub fn english(text: String) -> Self {
        Self(vec![("en", text)])
    }

    /// Whether no language has it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(language, text)| (language, text)))
    }
}

/// Declares the type of a record; every field may be left out.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty = $absent:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs, reason = "the fields are those of the format, version 1")]
        pub struct $name {
            $(#[serde(skip_serializing_if = $absent)] pub $field: $kind,)*
        }
    )*};
}

records! {
    /// A disease area.
    Area {
        id: String = "String::is_empty",
        label: Texts = "Texts::is_empty",
        parent: Option<String> = "Option::is_none",
    }

    /// A place smaller than a country.
    Place {
        code: String = "String::is_empty",
        label: Texts = "Texts::is_empty",
        lat: Option<f64> = "Option::is_none",
        lon: Option<f64> = "Option::is_none",
    }

    /// An organisation.
    Organisation {
        id: String = "String::is_empty",
        name: Texts = "Texts::is_empty",
        abbreviation: Option<String> = "Option::is_none",
        kind: Option<&'static str> = "Option::is_none",
        country: Option<&'static str> = "Option::is_none",
        parent: Option<String> = "Option::is_none",
    }

    /// An initiative.
    Initiative {
        id: String = "String::is_empty",
        name: Texts = "Texts::is_empty",
        alt_names: Vec<String> = "Vec::is_empty",
        abbreviation: Option<String> = "Option::is_none",
        country: Option<&'static str> = "Option::is_none",
        place: Option<&'static str> = "Option::is_none",
        scope: Option<&'static str> = "Option::is_none",
        kind: Option<&'static str> = "Option::is_none",
        status: Option<&'static str> = "Option::is_none",
        parent: Option<String> = "Option::is_none",
        host: Option<String> = "Option::is_none",
        lead_bodies: Vec<String> = "Vec::is_empty",
        participants: Vec<String> = "Vec::is_empty",
        member_countries: Vec<&'static str> = "Vec::is_empty",
        member_of: Vec<String> = "Vec::is_empty",
        summary: Texts = "Texts::is_empty",
        focus: Vec<Texts> = "Vec::is_empty",
        areas: Vec<&'static str> = "Vec::is_empty",
        started: Option<String> = "Option::is_none",
        ended: Option<String> = "Option::is_none",
        figures: Vec<Figure> = "Vec::is_empty",
        url: Option<String> = "Option::is_none",
        sources: Vec<String> = "Vec::is_empty",
        confidence: Option<&'static str> = "Option::is_none",
        funding: Vec<Funding> = "Vec::is_empty",
        evidence: Vec<Evidence> = "Vec::is_empty",
    }

    /// A number that describes an initiative.
    Figure {
        label: Texts = "Texts::is_empty",
        value: Option<usize> = "Option::is_none",
        source: Option<String> = "Option::is_none",
    }

    /// A grant.
    Funding {
        funder: Option<String> = "Option::is_none",
        amount: Option<usize> = "Option::is_none",
        currency: Option<&'static str> = "Option::is_none",
        source: Option<String> = "Option::is_none",
    }

    /// Where one field is stated.
    Evidence {
        field: &'static str = "str::is_empty",
        source: String = "String::is_empty",
    }

    /// An agreement.
    Agreement {
        id: String = "String::is_empty",
        ends: Vec<String> = "Vec::is_empty",
        level: Option<&'static str> = "Option::is_none",
        kind: Option<&'static str> = "Option::is_none",
        signed: Option<String> = "Option::is_none",
        announced: Option<String> = "Option::is_none",
        place: Option<String> = "Option::is_none",
        signatories: Vec<Signatory> = "Vec::is_empty",
        topics: Vec<Texts> = "Vec::is_empty",
        areas: Vec<&'static str> = "Vec::is_empty",
        renews: Option<String> = "Option::is_none",
        follow_ups: Vec<FollowUp> = "Vec::is_empty",
        quotes: Vec<Quote> = "Vec::is_empty",
        sources: Vec<String> = "Vec::is_empty",
        confidence: Option<&'static str> = "Option::is_none",
    }

    /// A person who signed.
    Signatory {
        name: String = "String::is_empty",
        organisation: Option<String> = "Option::is_none",
    }

    /// What came of an agreement.
    FollowUp {
        kind: Option<&'static str> = "Option::is_none",
        title: String = "String::is_empty",
        date: Option<String> = "Option::is_none",
    }

    /// What somebody said.
    Quote {
        text: String = "String::is_empty",
        language: Option<&'static str> = "Option::is_none",
        source: Option<String> = "Option::is_none",
    }

    /// Where facts are stated.
    Source {
        id: String = "String::is_empty",
        title: Option<String> = "Option::is_none",
        url: Option<String> = "Option::is_none",
        language: Option<&'static str> = "Option::is_none",
    }
}
