//! Chains of parents and renewals: none may lead back to where it began.
//!
//! Knows nothing of what the chains mean.

use super::Check;
use super::keep::AllKept;
use crate::error::IssueCode;
use crate::model::Network;
use crate::raw::List;

impl Check<'_> {
    /// Cuts each circle at the record that closes it.
    pub(super) fn break_circles(&mut self, network: &mut Network, kept: &AllKept) {
        let mut note = |list, at, field, id: &str| self.note_of(kept, list, at, field, IssueCode::Cycle, id);
        let Network { areas, organisations, initiatives, agreements, .. } = network;
        for at in closing(areas.iter().map(|own| own.parent.map(|to| to.0)).collect()) {
            note(List::Areas, at, "parent", &areas[at].id);
            areas[at].parent = None;
        }
        for at in closing(organisations.iter().map(|own| own.parent.map(|to| to.0)).collect()) {
            note(List::Organisations, at, "parent", &organisations[at].id);
            organisations[at].parent = None;
        }
        for at in closing(initiatives.iter().map(|own| own.parent.map(|to| to.0)).collect()) {
            note(List::Initiatives, at, "parent", &initiatives[at].id);
            initiatives[at].parent = None;
        }
        for at in closing(agreements.iter().map(|own| own.renews.map(|to| to.0)).collect()) {
            note(List::Agreements, at, "renews", &agreements[at].id);
            agreements[at].renews = None;
        }
    }
}

/// The positions whose link closes a circle. Each record is looked at once.
fn closing(next: Vec<Option<u32>>) -> Vec<usize> {
    const NEW: usize = 0;
    let mut walk_of = vec![NEW; next.len()];
    let mut closing = Vec::new();
    for start in 0..next.len() {
        let walk = start + 1;
        let mut at = start;
        while walk_of[at] == NEW {
            walk_of[at] = walk;
            match next[at].map(|to| to as usize) {
                Some(to) if walk_of[to] == walk => closing.push(at),
                Some(to) => at = to,
                None => break,
            }
        }
    }
    closing
}

#[cfg(test)]
mod tests {
    use super::closing;

    #[test]
    fn only_the_link_that_closes_a_circle_is_cut() {
        assert_eq!(closing(vec![Some(1), Some(2), None]), []);
        assert_eq!(closing(vec![Some(0)]), [0]);
        assert_eq!(closing(vec![Some(1), Some(2), Some(0), Some(0)]), [2]);
        assert_eq!(closing(vec![Some(1), Some(1), Some(3), Some(2)]), [1, 3]);
    }
}
