//! How far a typed word is from the beginning of another.
//!
//! Optimal string alignment: an insertion, a deletion, a substitution or a swap of neighbours is one edit. Knows nothing
//! of where the words come from.

/// How many edits a word of this many letters may have: one from 5, two from 9.
#[must_use]
pub fn allowed(letters: usize) -> usize {
    usize::from(letters >= 5) + usize::from(letters >= 9)
}

/// The length of the prefix of `word` that is nearest to `typed`, and whether it is the whole word; `None` where each is
/// further than `most` edits. Lengths are in characters.
#[must_use]
pub fn nearest_prefix(typed: &[char], word: &[char], most: usize) -> Option<(usize, bool)> {
    let width = word.len().min(typed.len() + most);
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=width).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut here = Vec::with_capacity(width + 1);
        here.push(row + 1);
        for column in 0..width {
            let substituted = last[column] + usize::from(*letter != word[column]);
            let mut edits = substituted.min(last[column + 1] + 1).min(here[column] + 1);
            if row > 0 && column > 0 && *letter == word[column - 1] && typed[row - 1] == word[column] {
                edits = edits.min(before_last[column - 1] + 1);
            }
            here.push(edits);
        }
        // No later row is nearer than the nearest of two neighbours.
        if here.iter().chain(&last).min().is_none_or(|edits| *edits > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, here);
    }
    let (length, edits) = last.iter().enumerate().min_by_key(|(_, edits)| **edits)?;
    // Where several prefixes are as near, the whole word counts as found.
    let whole = width == word.len() && last.get(width) == Some(edits);
    (*edits <= most).then_some((if whole { width } else { length }, whole))
}

#[cfg(test)]
mod tests {
    use super::{allowed, nearest_prefix};

    fn nearest(typed: &str, word: &str) -> Option<(usize, bool)> {
        let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
        nearest_prefix(&typed, &word, allowed(typed.len()))
    }

    #[test]
    fn a_long_enough_word_may_have_typos() {
        assert_eq!(nearest("genomcis", "genomics"), Some((8, true)), "a swap is one edit");
        assert_eq!(nearest("genoomic", "genomics"), Some((7, false)), "against the best prefix");
        assert_eq!(nearest("gnm", "genome"), None, "too short");
        assert_eq!(nearest("gemonic", "genomics"), None, "two edits are too many for seven letters");
        assert_eq!(nearest("persnalised", "personalized"), Some((12, true)), "one letter missing, one other");
        assert_eq!(nearest("medecinn", "medicine"), None, "two edits are too many for eight letters");
        assert_eq!(nearest("infrastucure", "infrastructure"), Some((14, true)), "two edits in twelve letters");
    }
}
