//! Chains of parents and renewals: none may lead back to where it began.
//!
//! Knows nothing of what the chains mean.

use crate::error::{Issue, IssueCode};
use crate::model::{AgreementIdx, AreaIdx, InitiativeIdx, Network, OrganisationIdx};

/// Cuts each circle at the record that closes it.
pub(super) fn break_circles(network: &mut Network, issues: &mut Vec<Issue>) {
    let Network { areas, organisations, initiatives, agreements, .. } = network;
    cut("areas", areas, |area| area.parent.map(AreaIdx::at), |area| (&area.id, area.parent = None), issues);
    cut(
        "organisations",
        organisations,
        |one| one.parent.map(OrganisationIdx::at),
        |one| (&one.id, one.parent = None),
        issues,
    );
    cut(
        "initiatives",
        initiatives,
        |one| one.parent.map(InitiativeIdx::at),
        |one| (&one.id, one.parent = None),
        issues,
    );
    cut("agreements", agreements, |one| one.renews.map(AgreementIdx::at), |one| (&one.id, one.renews = None), issues);
}

fn cut<T>(
    list: &str,
    records: &mut [T],
    next: impl Fn(&T) -> Option<usize>,
    unlink: impl Fn(&mut T) -> (&String, ()),
    issues: &mut Vec<Issue>,
) {
    let nexts: Vec<Option<usize>> = records.iter().map(next).collect();
    for at in closing(&nexts) {
        let (id, ()) = unlink(&mut records[at]);
        // The record is named by its id, as its place in the file may differ after others were left out.
        issues.push(Issue { path: [list, ".", id].concat(), code: IssueCode::Cycle, detail: id.clone() });
    }
}

/// The positions whose link closes a circle. Each record is looked at once.
fn closing(next: &[Option<usize>]) -> Vec<usize> {
    const NEW: usize = 0;
    let mut walk_of = vec![NEW; next.len()];
    let mut closing = Vec::new();
    for start in 0..next.len() {
        let walk = start + 1;
        let mut at = start;
        while walk_of[at] == NEW {
            walk_of[at] = walk;
            match next[at] {
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
        assert_eq!(closing(&[Some(1), Some(2), None]), []);
        assert_eq!(closing(&[Some(0)]), [0]);
        assert_eq!(closing(&[Some(1), Some(2), Some(0), Some(0)]), [2]);
        assert_eq!(closing(&[Some(1), Some(1), Some(3), Some(2)]), [1, 3]);
    }
}
