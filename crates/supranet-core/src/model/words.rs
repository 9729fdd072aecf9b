//! The closed lists of the format.
//!
//! Knows nothing of how a word is shown; language packs hold that, by the word's key.

/// Declares a closed list: each word with its key in the file.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $key:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $word,)*
        }

        impl $name {
            /// All words, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$word,)*];
            /// The words as they stand in the file, in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];

            /// The word as it stands in the file.
            #[must_use]
            pub fn key(self) -> &'static str {
                Self::KEYS[self as usize]
            }
        }
    )*};
}

words! {
    /// What an organisation is.
    OrganisationKind {
        /// A public agency.
        Agency = "agency",
        /// A ministry.
        Ministry = "ministry",
        /// A state itself.
        State = "state",
        /// A region or county.
        Region = "region",
        /// A university.
        University = "university",
        /// A hospital.
        Hospital = "hospital",
        /// A research institute.
        Institute = "institute",
        /// Who gives money.
        Funder = "funder",
        /// An alliance of organisations.
        Alliance = "alliance",
        /// A company.
        Company = "company",
        /// Anything else, and where none is stated.
        Other = "other",
    }

    /// How far an initiative reaches.
    Scope {
        /// A whole country.
        National = "national",
        /// A part of a country.
        Regional = "regional",
        /// Several countries: a body.
        Multilateral = "multilateral",
        /// One institution.
        Institutional = "institutional",
    }

    /// What an initiative is.
    InitiativeKind {
        /// A programme.
        Programme = "programme",
        /// A plan.
        Plan = "plan",
        /// A strategy.
        Strategy = "strategy",
        /// An infrastructure.
        Infrastructure = "infrastructure",
        /// A biobank.
        Biobank = "biobank",
        /// A cohort.
        Cohort = "cohort",
        /// A network.
        Network = "network",
        /// A project.
        Project = "project",
        /// Anything else, and where none is stated.
        Other = "other",
    }

    /// Whether something runs.
    Status {
        /// It runs.
        Active = "active",
        /// It is planned.
        Planned = "planned",
        /// It is over.
        Ended = "ended",
    }

    /// What an agreement is.
    AgreementKind {
        /// A memorandum of understanding.
        Mou = "mou",
        /// A letter of intent.
        LetterOfIntent = "letter-of-intent",
        /// A declaration.
        Declaration = "declaration",
        /// A cooperation whose paper is not named.
        Cooperation = "cooperation",
        /// Anything else, and where none is stated.
        Other = "other",
    }

    /// Between whom an agreement stands.
    Level {
        /// Programmes.
        Programme = "programme",
        /// States.
        State = "state",
        /// Regions.
        Regional = "regional",
        /// Institutes.
        Institute = "institute",
    }

    /// What came of an agreement.
    FollowUpKind {
        /// An article.
        Article = "article",
        /// A conference.
        Conference = "conference",
        /// A workshop.
        Workshop = "workshop",
        /// A visit.
        Visit = "visit",
        /// Anything else, and where none is stated.
        Other = "other",
    }

    /// How sure a fact is.
    Confidence {
        /// Stated by those concerned, or by two sources.
        High = "high",
        /// Stated by one other source, or inferred.
        Medium = "medium",
        /// Weak.
        Low = "low",
    }
}
