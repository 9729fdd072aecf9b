//! A set of small numbers, one bit each.
//!
//! Knows nothing of what the numbers are.

use std::ops::Range;

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

    /// The positions at which a list has a number of a range.
    #[must_use]
    pub fn within(list: &[u16], from: u16, to: u16) -> Self {
        let mut words = Vec::with_capacity(list.len().div_ceil(64));
        for numbers in list.chunks(64) {
            let mut word = 0;
            for (at, number) in numbers.iter().enumerate() {
                word |= u64::from(from <= *number && *number <= to) << at;
            }
            words.push(word);
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

    /// Calls `each` for the numbers in it that are in a range, in order: a short range costs one look.
    pub fn each_in(&self, range: Range<usize>, each: &mut dyn FnMut(usize)) {
        let mut start = range.start;
        while start < range.end {
            let end = range.end.min((start / 64 + 1) * 64);
            let word = self.words.get(start / 64).copied().unwrap_or_default();
            // At most 64 of its bits, beginning with the one at `start`.
            let mut rest = word >> (start % 64) & (u64::MAX >> (64 - (end - start)));
            while rest != 0 {
                each(start + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
            start = end;
        }
    }

    /// How many numbers are in it.
    #[must_use]
    pub fn count(&self) -> u32 {
        let mut count = 0;
        for word in &self.words {
            count += word.count_ones();
        }
        count
    }

    /// How many numbers are in both.
    #[must_use]
    pub fn count_common(&self, other: &Self) -> u32 {
        let mut count = 0;
        for (word, other) in self.words.iter().zip(&other.words) {
            count += (word & other).count_ones();
        }
        count
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
    fn numbers_of_a_range_are_found_at_both_its_ends() {
        let list: Vec<u16> = (0..200).collect();
        let mut found = Vec::new();
        BitSet::within(&list, 63, 65).each(&mut |at| found.push(at));
        assert_eq!(found, [63, 64, 65]);
        assert_eq!(BitSet::within(&list, 7, 6).count(), 0);
    }

    #[test]
    fn a_range_of_a_set_is_read_across_words() {
        let mut set = BitSet::empty(200);
        [3, 63, 64, 127, 128, 199].into_iter().for_each(|number| set.insert(number));
        for (range, expected) in
            [(0..3, &[][..]), (3..4, &[3]), (60..129, &[63, 64, 127, 128]), (64..128, &[64, 127]), (129..200, &[199])]
        {
            let mut found = Vec::new();
            set.each_in(range.clone(), &mut |number| found.push(number));
            assert_eq!(found, expected, "{range:?}");
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
