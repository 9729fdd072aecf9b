//! The one way in which parts of a text are put together.
//!
//! Knows nothing of ours. What the standard library has is copied to each caller, and downloaded.

/// The parts, one after the other.
#[must_use]
#[inline(never)]
pub fn concat(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_stand_one_after_the_other() {
        assert_eq!(super::concat(&["a", "", "bc"]), "abc");
        assert_eq!(super::concat(&[]), "");
    }
}
