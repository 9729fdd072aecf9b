//! Numbers that look random and are the same on every machine.
//!
//! Knows nothing of what is drawn. Whole numbers only: the last bits of a logarithm or a power differ between machines.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng as _;

/// What a record draws from: each record, and each question about it, has numbers of its own, so that one record can
/// tell what another one says without a list of all of them.
#[derive(Debug, Clone)]
pub struct Draw(Pcg32);

/// Spreads neighbours far apart: the finish of SplitMix64.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

impl Draw {
    /// The numbers for one question about one record.
    #[must_use]
    pub fn new(seed: u64, question: u64, record: usize) -> Self {
        Self(Pcg32::new(mixed(mixed(seed).wrapping_add(record as u64)), question))
    }

    /// A number below `end`, which is below 2^32; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }

    /// A number below `end`; small ones come more often.
    pub fn low(&mut self, end: usize) -> usize {
        let limit = self.below(end) + 1;
        self.below(limit)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of these, as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, of: &[(usize, T)]) -> Option<T> {
        let mut left = self.below(of.iter().map(|(weight, _)| weight).sum());
        let found = of.iter().find(|(weight, _)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        });
        found.map(|(_, item)| *item)
    }
}

/// Zipf's law: the first of a list comes twice as often as the second, three times as often as the third.
#[derive(Debug, Clone)]
pub struct Zipf {
    /// The sums of the weights up to each rank.
    sums: Vec<u64>,
}

impl Zipf {
    /// For so many ranks; `flat` of them come about equally often.
    #[must_use]
    pub fn new(ranks: usize, flat: usize) -> Self {
        let mut sum = 0;
        let weigh = |rank: usize| {
            sum += (1_u64 << 32) / (rank + flat) as u64;
            sum
        };
        Self { sums: (0..ranks).map(weigh).collect() }
    }

    /// A rank, from 0.
    pub fn rank(&self, draw: &mut Draw) -> usize {
        let total = self.sums.last().copied().unwrap_or_default();
        let wanted = (u128::from(draw.0.next_u64()) * u128::from(total)) >> 64;
        self.sums.partition_point(|sum| u128::from(*sum) <= wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::{Draw, Zipf};

    #[test]
    fn the_numbers_are_these_on_every_machine() {
        let mut draw = Draw::new(7, 1, 42);
        let drawn: Vec<usize> = (0..6).map(|_| draw.below(1000)).collect();
        assert_eq!(drawn, [850, 160, 955, 853, 287, 934]);
    }

    #[test]
    fn numbers_stay_below_their_end() {
        let mut draw = Draw::new(1, 1, 1);
        assert!((0..1000).all(|_| draw.below(7) < 7 && draw.low(7) < 7));
        assert_eq!((draw.below(0), draw.below(1)), (0, 0));
    }

    #[test]
    fn the_first_rank_comes_twice_as_often_as_the_second() {
        let (zipf, mut draw) = (Zipf::new(100, 1), Draw::new(1, 2, 3));
        let mut counts = [0_u32; 100];
        (0..100_000).for_each(|_| counts[zipf.rank(&mut draw)] += 1);
        assert!(counts.iter().all(|count| *count > 0));
        assert!(counts[0].abs_diff(2 * counts[1]) < counts[0] / 10);
    }
}
