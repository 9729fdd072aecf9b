//! `supranet diff`
use anyhow::Result;
use clap::Args;
#[derive(Args)]
pub struct Arguments {}
pub fn run(_: &Arguments) -> Result<(String, bool)> {
    Ok((String::new(), false))
}
