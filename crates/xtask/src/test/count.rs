//! How many checks passed and failed, read from what test programs print.
//! Knows nothing of which programs those are.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

/// So many passed, so many failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Checks that hold.
    pub passed: usize,
    /// Checks that do not.
    pub failed: usize,
}

impl Count {
    /// One check that is not a test program.
    pub fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed) }
    }

    /// What a run of tests says of itself, and whether it ended well. A run that failed without a failing test, because
    /// it did not compile or because it crashed, is one failure, and so is a run that says nothing.
    pub fn of_run(output: &str, ended_well: bool) -> Self {
        let mut count: Self = output.lines().filter_map(summary).sum();
        if count == Self::default() || (!ended_well && count.failed == 0) {
            count.failed += 1;
        }
        count
    }
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`, as libtest, libtest-mimic and wasm-bindgen's runner write it.
fn summary(line: &str) -> Option<Count> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(word)).and_then(|number| number.trim().parse().ok())
    };
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_added_up() {
        let output = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured\n\n\
                      test result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(Count::of_run(output, false), Count { passed: 4, failed: 2 });
    }

    #[test]
    fn a_run_that_fails_otherwise_is_one_failure() {
        let well = "test result: ok. 3 passed; 0 failed; 0 ignored";
        assert_eq!(Count::of_run(well, false), Count { passed: 3, failed: 1 });
        assert_eq!(Count::of_run("error: could not compile", false), Count { passed: 0, failed: 1 });
    }

    #[test]
    fn a_run_without_any_test_is_no_success() {
        assert_eq!(Count::of_run("", true), Count { passed: 0, failed: 1 });
        assert_eq!(
            Count::of_run("test result: ok. 0 passed; 0 failed; 0 ignored", true),
            Count { passed: 0, failed: 1 }
        );
    }

    #[test]
    fn the_last_line_is_as_promised() {
        let mut total = Count::one(true);
        total += Count::one(false);
        assert_eq!(total.to_string(), "1 passed, 1 failed");
    }
}
