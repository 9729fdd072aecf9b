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
        let Some(most) = to.checked_sub(from) else { return Self::empty(list.len()) };
        let mut words = Vec::with_capacity(list.len().div_ceil(64));
        for numbers in list.chunks(64) {
            let mut word = 0;
            for (at, number) in numbers.iter().enumerate() {
                word |= u64::from(number.wrapping_sub(from) <= most) << at;
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
        holds(&self.words, number)
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

    /// Adds the numbers of a range.
    pub fn insert_all(&mut self, range: Range<usize>) {
        let mut start = range.start;
        while start < range.end {
            let end = range.end.min((start / 64 + 1) * 64);
            if let Some(word) = self.words.get_mut(start / 64) {
                *word |= u64::MAX >> (64 - (end - start)) << (start % 64);
            }
            start = end;
        }
    }

    /// How many groups have a number that is in this set and in the other; `lasts` has the last number of each group of
    /// neighbours.
    #[must_use]
    #[inline(never)]
    pub fn count_groups(&self, other: &Self, lasts: &Self) -> u32 {
        let (mut count, mut carry) = (0, 0);
        for ((word, other), lasts) in self.words.iter().zip(&other.words).zip(&lasts.words) {
            count += groups(word & other, *lasts, &mut carry).count_ones();
        }
        count
    }

    /// How many groups have a number of this list that is in the set; `groups` has the group of each number.
    #[must_use]
    #[inline(never)]
    pub fn count_groups_of(&self, list: &[u32], groups: &[u32]) -> u32 {
        let (mut count, mut last) = (0, u32::MAX);
        for number in list {
            if holds(&self.words, *number as usize) {
                let group = groups[*number as usize];
                count += u32::from(group != last);
                last = group;
            }
        }
        count
    }

    /// The last number of each group that has one in this set.
    #[must_use]
    pub fn groups(&self, lasts: &Self) -> Self {
        let (mut words, mut carry) = (Vec::with_capacity(self.words.len()), 0);
        for (word, lasts) in self.words.iter().zip(&lasts.words) {
            words.push(groups(*word, *lasts, &mut carry));
        }
        Self { words }
    }

    /// Those of a list that are in it.
    pub fn pick(&self, list: &[u32]) -> Vec<u32> {
        let mut picked = Vec::with_capacity(self.count() as usize);
        for number in list {
            if holds(&self.words, *number as usize) {
                picked.push(*number);
            }
        }
        picked
    }

    /// How many of a list are in it.
    #[must_use]
    pub fn count_of(&self, list: &[u32]) -> u32 {
        let mut count = 0;
        for number in list {
            count += u32::from(holds(&self.words, *number as usize));
        }
        count
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

/// In loops a call would take longer than the look.
#[inline(always)]
fn holds(words: &[u64], number: usize) -> bool {
    words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
}

/// Of 64 numbers the last of each group that has one. Below the last of a group, all ones are added to what is there, so
/// that one is carried to the last if there is any; from word to word too.
#[inline(always)]
fn groups(word: u64, lasts: u64, carry: &mut u64) -> u64 {
    let (sum, is_over) = (word & !lasts).overflowing_add(!lasts);
    let (sum, is_over_too) = sum.overflowing_add(*carry);
    *carry = u64::from(is_over | is_over_too);
    (sum | word) & lasts
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
    fn a_range_is_added_across_words() {
        for range in [0..0, 0..3, 3..4, 60..129, 64..128, 129..200] {
            let (mut set, mut found) = (BitSet::empty(200), Vec::new());
            set.insert_all(range.clone());
            set.each(&mut |number| found.push(number));
            assert_eq!(found, range.collect::<Vec<_>>());
        }
    }

    #[test]
    fn groups_are_counted_across_words() {
        let set = |fits: &dyn Fn(usize) -> bool| {
            let mut set = BitSet::empty(1000);
            (0..1000).filter(|number| fits(*number)).for_each(|number| set.insert(number));
            set
        };
        for length in [1, 2, 3, 7, 63, 64, 65, 200, 1000] {
            let lasts = set(&|number| number % length == length - 1 || number == 999);
            for step in [1, 2, 5, 64, 131, 999] {
                let (one, other) = (set(&|number| number % step == 0), set(&|number| number % 3 < 2));
                let mut groups: Vec<usize> = Vec::new();
                (0..1000).filter(|at| at % step == 0 && at % 3 < 2).for_each(|at| groups.push(at / length));
                groups.dedup();
                assert_eq!(one.count_groups(&other, &lasts) as usize, groups.len(), "{length} {step}");
                let (mut both, mut found) = (one, Vec::new());
                both.intersect(&other);
                both.groups(&lasts).each(&mut |last| found.push(last / length));
                assert_eq!(found, groups);
            }
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
