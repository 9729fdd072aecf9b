//! How well words fit a card, by the definition: every word and every prefix is compared.

use super::naive::Naive;
use supranet_core::locale::{Fixed, Locale as _};
use supranet_core::model::{AreaIdx, Initiative, InitiativeIdx, LocalizedText, Party};

type Weighed = Vec<(String, u32)>;

impl Naive<'_> {
    pub fn words_of(&self, card: InitiativeIdx) -> Weighed {
        let one = self.one(card);
        let mut found = Weighed::new();
        let name = |one: &Initiative, found: &mut Weighed, other: Option<u32>| {
            all(&one.name, other.unwrap_or(3), found);
            each(one.abbreviation.as_deref().unwrap_or_default(), other.unwrap_or(3), found);
            one.alt_names.iter().for_each(|own| each(own, other.unwrap_or(2), found));
        };
        let area = |at: &AreaIdx, found: &mut Weighed| all(&self.network.areas[at.at()].label, 2, found);
        name(one, &mut found, None);
        all(&one.summary, 1, &mut found);
        one.areas.iter().for_each(|at| area(at, &mut found));
        for code in one.place.iter().chain(&one.country) {
            match self.network.place_label(code) {
                Some(label) => all(label, 2, &mut found),
                None => each(&Fixed::new("en").country(code), 2, &mut found),
            }
        }
        for (_, agreement, end) in self.agreements(card) {
            agreement.signatories.iter().for_each(|own| each(&own.name, 1, &mut found));
            agreement.topics.iter().for_each(|own| all(own, 1, &mut found));
            agreement.areas.iter().for_each(|at| area(at, &mut found));
            match end {
                Party::Initiative(at) => name(self.one(at), &mut found, Some(1)),
                Party::Organisation(at) => all(&self.network.organisations[at.at()].name, 1, &mut found),
            }
        }
        found
    }

    /// How well the words fit, in quarters; `None` where one is missing.
    pub fn score(&self, card: InitiativeIdx) -> Option<u32> {
        let words = self.words_of(card);
        let mut asked: Vec<String> = split(&self.filter.q);
        asked.sort();
        asked.dedup();
        let mut sum = 0;
        for typed in asked {
            let known = self.words.iter().any(|word| word.starts_with(&typed));
            let weight = |(word, weight): &(String, u32)| match known {
                true => word.starts_with(&typed).then(|| if *word == typed { weight * 4 } else { weight * 2 }),
                false => near(&typed, word).map(|whole| if whole { weight * 2 } else { *weight }),
            };
            sum += words.iter().filter_map(weight).max()?;
        }
        Some(sum)
    }
}

fn all(text: &LocalizedText, weight: u32, found: &mut Weighed) {
    text.texts().for_each(|text| each(text, weight, found));
}

fn each(text: &str, weight: u32, found: &mut Weighed) {
    found.extend(split(text).into_iter().map(|word| (word, weight)));
}

/// The words of these tests have no marks: how letters fold is tested elsewhere.
pub fn split(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect()
}

/// Whether a word may have been meant, and then whether all of it: every prefix is compared, by the definition.
fn near(typed: &str, word: &str) -> Option<bool> {
    let most = match typed.len() {
        0..5 => return None,
        5..9 => 1,
        _ => 2,
    };
    if typed.as_bytes().first() != word.as_bytes().first() {
        return None;
    }
    let distances: Vec<usize> =
        (0..=word.len()).map(|end| distance(typed.as_bytes(), &word.as_bytes()[..end])).collect();
    let best = *distances.iter().min()?;
    (best <= most).then(|| distances.last() == Some(&best))
}

/// Optimal string alignment, by its table.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    table[a.len()][b.len()]
}
