//! Text in a parameter of an address: all but letters and digits of ASCII and `-_.~` stands as its bytes, `%C3%A5`.
//!
//! Knows nothing of which parameters there are.

/// The text as it can stand in a parameter.
pub(super) fn encode(text: &str) -> String {
    let hex = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 });
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    encoded
}

/// The text that a parameter says: `+` is a space, as forms write it. As in browsers a `%` without two digits stays, and
/// bytes that are no UTF-8 are read as U+FFFD.
pub(super) fn decode(encoded: &str) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (b'%', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(half(*high) << 4 | half(*low));
                rest = behind;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*first),
        }
    }
    lossy(&bytes)
}

fn half(digit: u8) -> u8 {
    char::from(digit).to_digit(16).unwrap_or_default() as u8
}

/// `String::from_utf8_lossy` with the one reader of UTF-8 that the wasm has anyway.
fn lossy(mut bytes: &[u8]) -> String {
    let mut text = String::new();
    loop {
        match std::str::from_utf8(bytes) {
            Ok(rest) => {
                text.push_str(rest);
                return text;
            }
            Err(error) => {
                let (valid, rest) = bytes.split_at(error.valid_up_to());
                text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                text.push('\u{fffd}');
                bytes = rest.get(error.error_len().unwrap_or(rest.len())..).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use proptest::prelude::*;

    #[test]
    fn all_but_plain_letters_is_encoded() {
        assert_eq!(encode("aZ09-_.~"), "aZ09-_.~");
        assert_eq!(encode("a b,c&d=e+f%#å/🙂"), "a%20b%2Cc%26d%3De%2Bf%25%23%C3%A5%2F%F0%9F%99%82");
    }

    #[test]
    fn what_is_broken_stays_or_is_a_replacement() {
        for (encoded, text) in [
            ("a+b%20c%2bd", "a b c+d"),
            ("100%", "100%"),
            ("%2", "%2"),
            ("%%41%G1%1G%+1", "%A%G1%1G% 1"),
            ("caf%E9!", "caf\u{fffd}!"),
            ("%C3", "\u{fffd}"),
            ("%C3%C3%A5", "\u{fffd}å"),
            ("%F0%9F%99", "\u{fffd}"),
            ("å🙂", "å🙂"),
        ] {
            assert_eq!(decode(encoded), text, "{encoded}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in any::<String>(), bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(decode(&encode(&text)), text.as_str());
            prop_assert_eq!(super::lossy(&bytes), String::from_utf8_lossy(&bytes).into_owned());
            decode(&text);
        }
    }
}
