//! Synthetic datasets of any size, for benchmarks and tests: the same bytes for the same plan on every machine.
//!
//! Knows the format, and nothing of who reads it. Records are made and written one by one: what one says of another
//! follows from the numbers of both, not from a list.

mod agreements;
mod cast;
mod draw;
mod fixed;
mod initiatives;
mod records;
mod scripts;
mod words;
mod world;

use std::io::{self, Write};

use serde::Serialize;

use cast::Cast;
use words::Words;

/// What is drawn for: each has numbers of its own.
mod ask {
    pub const WORD: u64 = 1;
    pub const ID: u64 = 2;
    pub const COUNTRY: u64 = 3;
    pub const HOST: u64 = 4;
    pub const INITIATIVE: u64 = 5;
    pub const ORGANISATION: u64 = 6;
    pub const ENDS: u64 = 7;
    pub const AGREEMENT: u64 = 8;
    pub const SOURCE: u64 = 9;
    pub const COUNTRY_OF_ORGANISATION: u64 = 10;
}

/// Which dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many initiatives; at least two, as an agreement has two ends.
    pub initiatives: usize,
    /// How many agreements.
    pub agreements: usize,
    /// Another number gives another dataset of the same shape.
    pub seed: u64,
}

impl Plan {
    /// A dataset with two agreements for each initiative.
    #[must_use]
    pub fn new(initiatives: usize, seed: u64) -> Self {
        Self { initiatives, agreements: initiatives * 2, seed }
    }

    /// Writes the dataset; `progress` is told how many records of how many are written, now and then.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn write(self, out: &mut dyn Write, progress: &mut dyn FnMut(usize, usize)) -> io::Result<()> {
        let plan = Self { initiatives: self.initiatives.max(2), ..self };
        let (cast, words) = (Cast::new(plan), Words::new(plan.seed));
        let total = cast.organisations() + plan.initiatives + plan.agreements + cast.sources();
        let mut file = File { out, progress, done: 0, total };
        let title = "\"version\":1,\"id\":\"synthetic\",\"title\":{\"en\":\"Synthetic data: nothing in it is true\"},\
                     \"updated\":\"2026-01-01\",\"license\":\"CC0-1.0\",\"defaultLanguage\":\"en\"";
        write!(file.out, "{{{title}")?;
        file.list("areas", (0..world::AREAS.len()).map(fixed::area))?;
        file.list("places", (0..world::PLACES.len()).map(fixed::place))?;
        file.list("organisations", (0..cast.organisations()).map(|at| fixed::organisation(&cast, at)))?;
        file.list("initiatives", (0..plan.initiatives).map(|at| initiatives::record(&cast, &words, at)))?;
        file.list("agreements", (0..plan.agreements).map(|at| agreements::record(&cast, &words, at)))?;
        file.list("sources", (0..cast.sources()).map(|at| fixed::source(&cast, at)))?;
        file.out.write_all(b"}\n")
    }

    /// The dataset as bytes.
    ///
    /// # Errors
    /// None in practice: memory takes what is written.
    pub fn bytes(self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.write(&mut bytes, &mut |_, _| {})?;
        Ok(bytes)
    }
}

/// A file that is being written.
struct File<'a> {
    out: &'a mut dyn Write,
    progress: &'a mut dyn FnMut(usize, usize),
    done: usize,
    total: usize,
}

/// So many records are written between two reports.
const STEP: usize = 20_000;

impl File<'_> {
    /// One record a line, so that two files can be compared.
    fn list(&mut self, key: &str, records: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
        write!(self.out, ",\n\"{key}\":[")?;
        let mut before = "\n";
        for record in records {
            self.out.write_all(before.as_bytes())?;
            serde_json::to_writer(&mut *self.out, &record)?;
            before = ",\n";
            self.done += 1;
            if self.done.is_multiple_of(STEP) {
                (self.progress)(self.done, self.total);
            }
        }
        self.out.write_all(b"]")
    }
}
