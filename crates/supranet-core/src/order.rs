//! The one sort, and the one for numbers.
//!
//! A merge sort of some twenty lines: that of the standard library is 1.5 kB more to download
//! (docs/decisions/001-size.md). What has a number is put in order without comparing. Knows nothing of what is sorted.

use std::cmp::Ordering;

/// The positions `0..len` in the order of `compare`; equal ones stay as they are.
#[must_use]
pub fn ordered(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut before = sorted.clone();
    let mut width = 1;
    // From pairs to the whole: two neighbouring stretches that are in order become one.
    while width < len {
        std::mem::swap(&mut sorted, &mut before);
        for start in (0..len).step_by(width * 2) {
            let (middle, end) = ((start + width).min(len), (start + width * 2).min(len));
            let (mut left, mut right) = (start, middle);
            // What is in order already costs one comparison, as one of them may be a call of the browser.
            if middle == end || compare(before[middle - 1], before[middle]).is_le() {
                sorted[start..end].copy_from_slice(&before[start..end]);
                continue;
            }
            for place in &mut sorted[start..end] {
                let takes_left = right == end || left < middle && compare(before[left], before[right]).is_le();
                let next = if takes_left { &mut left } else { &mut right };
                *place = before[*next];
                *next += 1;
            }
        }
        width *= 2;
    }
    sorted
}

/// How many bits of a number are looked at in one pass.
const BITS: u32 = 11;

/// Puts items into the order of their keys; equal ones stay as they are. Digit by digit, the last first.
#[inline(never)]
pub fn by_number(items: &mut Vec<u32>, keys: &[u32]) {
    let mut most = 0;
    items.iter().for_each(|item| most |= keys[*item as usize]);
    let mut before = items.clone();
    let mut shift = 0;
    while shift < u32::BITS && most >> shift != 0 {
        std::mem::swap(items, &mut before);
        let digit = |item: u32| (keys[item as usize] >> shift) as usize % (1 << BITS);
        let mut places = [0_u32; 1 << BITS];
        before.iter().for_each(|item| places[digit(*item)] += 1);
        let mut sum = 0;
        for place in &mut places {
            sum += *place;
            *place = sum - *place;
        }
        for item in &before {
            let place = &mut places[digit(*item)];
            items[*place as usize] = *item;
            *place += 1;
        }
        shift += BITS;
    }
}

/// The positions of these ranks in their order; equal ones in that of `compare`.
#[inline(never)]
pub fn by_rank(ranks: &[u32], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut sorted = numbers(ranks.len());
    by_number(&mut sorted, ranks);
    let mut start = 0;
    for end in 1..=sorted.len() {
        if sorted.get(end).is_some_and(|at| ranks[*at as usize] == ranks[sorted[start] as usize]) {
            continue;
        }
        if end - start > 1 {
            let equal = sorted[start..end].to_vec();
            let order = ordered(equal.len(), &|a, b| compare(equal[a] as usize, equal[b] as usize));
            for (place, at) in order.into_iter().enumerate() {
                sorted[start + place] = equal[at];
            }
        }
        start = end;
    }
    sorted
}

/// The numbers below `len`.
#[must_use]
pub fn numbers(len: usize) -> Vec<u32> {
    (0..len as u32).collect()
}

/// The position of the first item for which `before` no longer holds, in a list of `len` where it
/// holds up to some point.
#[must_use]
pub fn boundary(len: usize, before: &dyn Fn(usize) -> bool) -> usize {
    let (mut from, mut until) = (0, len);
    while from < until {
        let middle = from.midpoint(until);
        if before(middle) {
            from = middle + 1;
        } else {
            until = middle;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::{boundary, by_number, by_rank, numbers, ordered};

    #[test]
    fn equal_items_stay_as_they_are() {
        let items = ["b1", "a1", "b2", "a2", "c"];
        assert_eq!(ordered(items.len(), &|a, b| items[a][..1].cmp(&items[b][..1])), [1, 3, 0, 2, 4]);
    }

    #[test]
    fn the_order_is_that_of_the_standard_library() {
        let mut number = 1_u32;
        for len in 0..200 {
            let items: Vec<u32> = (0..len)
                .map(|_| {
                    number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    number >> 28
                })
                .collect();
            let mut expected: Vec<usize> = (0..len as usize).collect();
            expected.sort_by_key(|at| items[*at]);
            assert_eq!(ordered(items.len(), &|a, b| items[a].cmp(&items[b])), expected);
        }
    }

    #[test]
    fn numbers_are_put_in_order_whatever_their_size() {
        let keys = [u32::MAX, 5, 0, 70_000, 5, 2047, 2048, 1 << 22];
        let mut items = numbers(keys.len());
        by_number(&mut items, &keys);
        assert_eq!(items, [2, 1, 4, 5, 6, 3, 7, 0]);
        by_number(&mut items, &[0; 8]);
        assert_eq!(items, [2, 1, 4, 5, 6, 3, 7, 0], "equal ones stay");
    }

    #[test]
    fn equal_ranks_are_compared() {
        assert_eq!(by_rank(&[1, 0, 1, 1, 0], &|a, b| b.cmp(&a)), [4, 1, 3, 2, 0]);
        assert_eq!(by_rank(&[], &|a, b| b.cmp(&a)), [0_u32; 0]);
    }

    #[test]
    fn the_boundary_is_found_at_both_ends_and_between() {
        for end in 0..=9 {
            assert_eq!(boundary(9, &|at| at < end), end);
        }
    }
}
