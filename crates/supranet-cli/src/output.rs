//! What goes out: text without characters that markup may not have, and to whom it is written.
//!
//! Knows nothing of what is said.

use anyhow::{Context as _, Result};
use std::io::{ErrorKind, Write};

/// Writes all of it. Who closed the output, such as `head`, does not want the rest: that is no error.
///
/// # Errors
/// Where it cannot be written.
pub fn write(out: &mut dyn Write, text: &str) -> Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("the output cannot be written"),
        _ => Ok(()),
    }
}

/// The text without what neither HTML nor XML may have; lines stay.
pub fn plain(text: &str) -> String {
    text.chars().filter(|letter| is_plain(*letter)).collect()
}

/// Whether HTML and XML may have it: no control character but a new line, and no noncharacter.
pub fn is_plain(letter: char) -> bool {
    let is_noncharacter = letter as u32 & 0xFFFE == 0xFFFE || matches!(letter, '\u{FDD0}'..='\u{FDEF}');
    letter == '\n' || !letter.is_control() && !is_noncharacter
}

#[cfg(test)]
mod tests {
    use super::{plain, write};
    use std::io::{Error, ErrorKind, Result, Write};

    struct Closed(ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> Result<usize> {
            Err(Error::from(self.0))
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_output_that_was_closed_is_no_error_and_a_full_disk_is_one() {
        assert!(write(&mut Closed(ErrorKind::BrokenPipe), "a").is_ok());
        assert!(write(&mut Closed(ErrorKind::StorageFull), "a").is_err());
    }

    #[test]
    fn what_markup_may_not_have_is_left_out() {
        assert_eq!(plain("a\0b\u{7}c\r\u{85}\u{FDD0}\u{1FFFF}\nå\u{301}"), "abc\nå\u{301}");
    }
}
