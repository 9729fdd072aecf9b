//! A set of small numbers, one bit each.
//!
//! Knows nothing of what the numbers are.

/// A set of the numbers below a length that is fixed when it is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// None of the numbers below `len`.
    #[must_use]
    pub fn empty(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)] }
    }

    /// All numbers below `len`.
    #[must_use]
    pub fn full(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { words }
    }

    /// Adds a number; one that is not below the length changes nothing.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether a number is in it.
    #[must_use]
    pub fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Keeps what is in the other too.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what is in the other.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Calls `each` for the numbers in it, in order.
    pub fn each(&self, each: &mut dyn FnMut(usize)) {
        for (at, word) in self.words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                each(at * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// How many numbers are in it.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many numbers are in both.
    #[must_use]
    pub fn count_common(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::BitSet;

    #[test]
    fn a_full_set_ends_at_its_length() {
        for len in [0, 1, 63, 64, 65, 128, 130] {
            let full = BitSet::full(len);
            assert_eq!(full.count() as usize, len);
            assert!(!full.contains(len));
        }
    }

    #[test]
    fn sets_unite_and_intersect_number_by_number() {
        let set = |numbers: &[usize]| {
            let mut set = BitSet::empty(200);
            numbers.iter().for_each(|number| set.insert(*number));
            set
        };
        let (one, other) = (set(&[0, 63, 64, 199, 500]), set(&[63, 100, 199]));
        assert_eq!(one.count_common(&other), 2);
        let (mut both, mut either) = (one.clone(), one);
        both.intersect(&other);
        either.unite(&other);
        assert_eq!((both, either), (set(&[63, 199]), set(&[0, 63, 64, 100, 199])));
    }
}
