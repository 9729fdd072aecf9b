//! Dates as precise as they are stated, and no more.
//!
//! Knows nothing of languages or of today.

/// A year, a month or a day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// Reads `2022-04-28`, `2022-04` or `2022`; nothing else, and no day that the month has not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2)).map_or(Some(0), |month| month.filter(|m| *m > 0))?;
        let day = parts.next().map(|part| number(part, 2)).map_or(Some(0), |day| day.filter(|d| *d > 0))?;
        let fits = year > 0 && month <= 12 && day <= days(year, month) && parts.next().is_none();
        fits.then_some(Self { year, month: month as u8, day: day as u8 })
    }

    /// As in the file: ISO 8601 at the precision stated.
    #[must_use]
    pub fn iso(self) -> String {
        // Digits by hand: formatted numbers would bring a kilobyte of padding rules into the wasm.
        let digit = |number: u16| char::from(b'0' + (number % 10) as u8);
        let mut text: String = [1000, 100, 10, 1].iter().map(|unit| digit(self.year / unit)).collect();
        for part in [self.month, self.day] {
            if part > 0 {
                text.extend(['-', digit(u16::from(part / 10)), digit(u16::from(part))]);
            }
        }
        text
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is stated.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where it is stated.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }
}

/// As in the file: ISO 8601 at the precision stated.
impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.iso())
    }
}

fn number(part: &str, digits: usize) -> Option<u16> {
    let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| part.parse().ok()).flatten()
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn a_date_keeps_the_precision_that_is_stated() {
        for text in ["2022-04-28", "2023-10", "2019", "2024-02-29", "2000-02-29", "0001"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        for text in [
            "2022-02-30",
            "2023-02-29",
            "1900-02-29",
            "2022-13",
            "2022-00",
            "2022-04-00",
            "0000",
            "2022-4-8",
            "2022-04-28T10:00",
            "28.4.2022",
            "",
            "-",
            "+202",
            "２０２２",
            "2022-04-28-1",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
