//! Chains of renewals.
//!
//! Knows nothing of cards.

use super::{AgreementIdx, Network};

/// For each agreement the first of its chain, which never is a circle; each step is made once.
pub(super) fn firsts(network: &Network) -> Vec<AgreementIdx> {
    let mut firsts: Vec<Option<AgreementIdx>> = vec![None; network.agreements.len()];
    for start in network.agreement_positions() {
        let mut chain = Vec::new();
        let mut at = start;
        let first = loop {
            match (firsts[at.at()], network.agreement(at).renews) {
                (Some(first), _) => break first,
                (None, Some(before)) => chain.push(std::mem::replace(&mut at, before)),
                (None, None) => break at,
            }
        };
        firsts[at.at()] = Some(first);
        chain.into_iter().for_each(|link| firsts[link.at()] = Some(first));
    }
    let mut known = Vec::with_capacity(firsts.len());
    for first in firsts {
        known.extend(first);
    }
    known
}
