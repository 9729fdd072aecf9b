//! axe finds nothing to object to in any state, in each scheme of colours, in a narrow column and in a wide place.
//!
//! Not everything is tried with everything: that would take minutes for each engine. Every state is tried
//!
//! - in Chromium in light, dark and forced colours, by turns in the narrow column and in the wide place, so that each state
//!   meets both widths, and each scheme and width meet half of the states;
//! - in Firefox and WebKit in light, in one of the widths; they cannot be made to force colours. Dark is the same sheet in
//!   all engines, and Chromium computes its contrasts; `a dark scheme is readable` has a few states in dark in the others;
//! - from right to left in light, in all engines, in the other width: `every state is accessible from right to left`. Colours
//!   do not depend on the side.
//!
//! Not run at all: dark and forced colours from right to left, and dark in every state in Firefox and WebKit.

use std::fmt::Write as _;

use anyhow::{Result, ensure};

use super::states::{Scheme, State, give_scheme, give_width};
use crate::harness::{Engine, Stage, behaviour};

behaviour!(run);

async fn run(stage: Stage) -> Result<()> {
    let schemes: &[Scheme] = match stage.engine {
        Engine::Chromium => &[Scheme::Light, Scheme::Dark, Scheme::Forced],
        Engine::Firefox | Engine::WebKit => &[Scheme::Light],
    };
    each_state(&stage, schemes, false).await
}

/// Brings about every state and looks at it in each of these schemes, in the other widths from right to left.
pub(super) async fn each_state(stage: &Stage, schemes: &[Scheme], is_mirrored: bool) -> Result<()> {
    let mut objections = String::new();
    for (at, state) in State::ALL.iter().enumerate() {
        let looked = look(stage, *state, schemes, at + usize::from(is_mirrored), is_mirrored, &mut objections).await;
        if let Err(error) = looked {
            // Writing to a string cannot fail.
            let _ = writeln!(objections, "{}: {error:#}", state.name());
        }
    }
    ensure!(objections.is_empty(), "{objections}");
    Ok(())
}

async fn look(
    stage: &Stage,
    state: State,
    schemes: &[Scheme],
    turn: usize,
    is_mirrored: bool,
    objections: &mut String,
) -> Result<()> {
    let page = state.bring(stage, is_mirrored).await?;
    for (at, scheme) in schemes.iter().enumerate() {
        let is_narrow = state.is_narrow_only() || (turn + at) % 2 == 1;
        give_width(&page, is_narrow).await?;
        give_scheme(&page, *scheme).await?;
        let name = format!("{}, {scheme:?}, {}", state.name(), if is_narrow { "320 px" } else { "1280 px" });
        if let Err(error) = page.assert_axe_clean(&name).await {
            let _ = writeln!(objections, "{error:#}");
        }
    }
    page.assert_no_error().await
}
