//! A page gets the size that is asked for; where an engine stops at a least width, it says which.

use anyhow::{Result, ensure};

use super::stand_in;
use crate::harness::{Engine, Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page()).await?;
    for (width, height) in [(1000, 700), (640, 800), (1280, 900)] {
        let size = page.resize(width, height).await?;
        ensure!(size == (width, height), "{width} × {height} became {size:?}");
        let seen: (u32, u32) = page.run("return [innerWidth, innerHeight]", vec![]).await?;
        ensure!(seen == size, "the page sees {seen:?}");
    }
    let (narrow, _) = page.resize(320, 700).await?;
    let least = match stage.engine {
        Engine::Chromium => 320..=320,
        Engine::Firefox => 400..=500,
        Engine::WebKit => 320..=460,
    };
    ensure!(least.contains(&narrow), "320 became {narrow}");
    Ok(())
}
