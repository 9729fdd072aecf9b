//! The one way in which parts of a text are put together, and numbers written.
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

/// A whole number in digits, without grouping. What the standard library has knows of padding and signs besides, and would
/// be the only thing in the widget that formats anything: the package is made without all of it.
#[must_use]
#[inline(never)]
pub fn digits(number: u64) -> String {
    let mut unit = 1;
    while number / unit > 9 {
        unit *= 10;
    }
    let mut digits = String::new();
    while unit > 0 {
        digits.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
    digits
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_stand_in_all_their_digits() {
        for number in [0, 7, 10, 99, 100, 2022, 65_535, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(super::digits(number), number.to_string());
        }
    }

    #[test]
    fn parts_stand_one_after_the_other() {
        assert_eq!(super::concat(&["a", "", "bc"]), "abc");
        assert_eq!(super::concat(&[]), "");
    }
}
