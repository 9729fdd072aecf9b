//! The one sort.
//!
//! Every instance of the standard library's sort is about 4 kB of wasm, so that all lists are put in
//! order by one (docs/decisions/001-size.md). Knows nothing of what is compared.

use std::cmp::Ordering;

/// The positions `0..len` in the order of `compare`; equal ones stay as they are.
#[must_use]
pub fn ordered(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
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
    fn the_boundary_is_found_at_both_ends_and_between() {
        for end in 0..=9 {
            assert_eq!(boundary(9, &|at| at < end), end);
        }
    }
}
