//! Made-up words of several scripts, and texts of them.
//!
//! Knows nothing of records.

use crate::draw::{Draw, Zipf};
use crate::scripts::{MARKED, PLAIN, Script};

/// How many words texts are made of, the real ones included.
const WORDS: usize = 60_000;
/// So many of them come about equally often.
const FLAT: usize = 12;

/// The most frequent words.
const REAL: [&str; 72] = [
    "genomic",
    "medicine",
    "health",
    "data",
    "research",
    "precision",
    "clinical",
    "patients",
    "national",
    "care",
    "sequencing",
    "diagnostics",
    "treatment",
    "biobank",
    "cancer",
    "rare",
    "infrastructure",
    "sharing",
    "cohort",
    "samples",
    "standards",
    "ethics",
    "analysis",
    "screening",
    "population",
    "variants",
    "molecular",
    "registry",
    "personalised",
    "hospital",
    "therapy",
    "trial",
    "disease",
    "network",
    "training",
    "quality",
    "access",
    "regional",
    "newborn",
    "tumour",
    "genome",
    "imaging",
    "pharmacogenomics",
    "prevention",
    "interpretation",
    "laboratory",
    "children",
    "risk",
    "innovation",
    "evidence",
    "partnership",
    "federated",
    "consent",
    "biomarkers",
    "oncology",
    "cardiology",
    "immunology",
    "neurology",
    "proteomics",
    "transcriptomics",
    "reimbursement",
    "implementation",
    "legislation",
    "computation",
    "workforce",
    "haematology",
    "exome",
    "phenotype",
    "multiomics",
    "longitudinal",
    "interoperability",
    "metabolomics",
];

/// The words of all texts, most frequent first.
#[derive(Debug)]
pub struct Words {
    words: Vec<String>,
    zipf: Zipf,
}

impl Words {
    /// Makes them up.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let word = |rank: usize| match REAL.get(rank) {
            Some(word) => (*word).to_owned(),
            None => made_up(
                &mut Draw::new(seed, crate::ask::WORD, rank),
                if rank.is_multiple_of(25) { MARKED } else { PLAIN },
            ),
        };
        Self { words: (0..WORDS).map(word).collect(), zipf: Zipf::new(WORDS, FLAT) }
    }

    /// So many words, as Zipf's law has them.
    #[must_use]
    pub fn text(&self, draw: &mut Draw, count: usize) -> String {
        joined(" ", (0..count).map(|_| self.words[self.zipf.rank(draw)].clone()))
    }
}

/// So many words of a script.
#[must_use]
pub fn text(draw: &mut Draw, script: Script, count: usize) -> String {
    joined(script.between, (0..count).map(|_| made_up(draw, script)))
}

/// A word.
#[must_use]
pub fn made_up(draw: &mut Draw, script: Script) -> String {
    let count = script.shortest + draw.below(3);
    (0..count).map(|_| *draw.one(script.syllables)).collect()
}

/// A short word of ASCII, as ids begin with.
#[must_use]
pub fn stem(draw: &mut Draw) -> String {
    (0..2).map(|_| *draw.one(PLAIN.syllables)).collect()
}

/// A name for one alone, or nearly: longer than other words.
#[must_use]
pub fn proper(draw: &mut Draw, script: Script) -> String {
    let count = script.shortest + 1 + draw.below(2);
    capital(&(0..count).map(|_| *draw.one(script.syllables)).collect::<String>())
}

/// With a capital in front.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A number as letters and digits, as short as can be.
#[must_use]
pub fn short(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

fn joined(between: &str, words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(between)
}
