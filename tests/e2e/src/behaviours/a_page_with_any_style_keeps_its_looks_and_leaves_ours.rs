//! On pages with frameworks and resets of style: the widget works, the page around it keeps every pixel, and the widget has
//! the pixels that it has on a plain page.

use anyhow::Result;

use super::hosts::{self, STYLED};
use crate::harness::{Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    hosts::assert_at_home_on(&stage, STYLED).await
}
