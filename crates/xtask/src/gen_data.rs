//! `cargo xtask gen`: a synthetic dataset, as a file or on the standard output.
//! Knows nothing of what stands in it: that is the crate `supranet-gen`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use supranet_gen::Plan;

/// What is wanted.
#[derive(Debug, Args)]
pub struct Wanted {
    /// How many initiatives.
    #[arg(long)]
    initiatives: usize,
    /// Another number gives another dataset of the same shape.
    #[arg(long)]
    seed: u64,
    /// How many agreements; two for each initiative where it is not said.
    #[arg(long)]
    agreements: Option<usize>,
    /// Where to write it; the standard output where it is not said.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Wanted {
    /// Writes the dataset, and says on the way how far it is.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self) -> Result<()> {
        match &self.out {
            Some(path) => {
                let file = File::create(path).with_context(|| format!("cannot create {}", path.display()))?;
                self.write_to(file).with_context(|| format!("cannot write {}", path.display()))
            }
            None => match self.write_to(io::stdout().lock()) {
                // Who closed the output does not want the rest.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                result => result.context("cannot write to the standard output"),
            },
        }
    }

    fn write_to(&self, out: impl Write) -> io::Result<()> {
        let mut plan = Plan::new(self.initiatives, self.seed);
        plan.agreements = self.agreements.unwrap_or(plan.agreements);
        let mut out = BufWriter::new(out);
        plan.write(&mut out, &mut |done, total| eprintln!("· {done} of {total} records"))?;
        out.flush()
    }
}
