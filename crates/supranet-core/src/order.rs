//! The one sort.
//!
//! A merge sort of some twenty lines: that of the standard library is 1.5 kB more to download
//! (docs/decisions/001-size.md). Knows nothing of what is compared.

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
    use super::{boundary, ordered};

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
    fn the_boundary_is_found_at_both_ends_and_between() {
        for end in 0..=9 {
            assert_eq!(boundary(9, &|at| at < end), end);
        }
    }
}
