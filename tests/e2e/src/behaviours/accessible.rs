//! axe in every state, in one scheme of colours or from right to left, in a narrow column and in a wide place. It knows nothing
//! of the states but that each can be brought about.
//!
//! Firefox and WebKit cannot be made to force colours. Not run at all: dark and forced colours from right to left, as colours
//! do not depend on the side.

use std::fmt::Write as _;

use anyhow::{Result, ensure};

use super::states::{Scheme, State, give_scheme, give_width};
use crate::harness::Stage;

/// Brings about every state and looks at it in both widths; all that axe objects to is told at the end.
pub(super) async fn in_every_state(stage: &Stage, scheme: Scheme, is_mirrored: bool) -> Result<()> {
    let mut objections = String::new();
    for state in State::ALL {
        if let Err(error) = look(stage, *state, scheme, is_mirrored, &mut objections).await {
            // Writing to a string cannot fail.
            let _ = writeln!(objections, "{}: {error:#}", state.name());
        }
    }
    ensure!(objections.is_empty(), "{objections}");
    Ok(())
}

async fn look(stage: &Stage, state: State, scheme: Scheme, is_mirrored: bool, objections: &mut String) -> Result<()> {
    let page = state.bring(stage, is_mirrored).await?;
    give_scheme(&page, scheme).await?;
    for is_narrow in [true, false] {
        if state.is_narrow_only() && !is_narrow {
            continue;
        }
        give_width(&page, is_narrow).await?;
        let name = format!("{}, {scheme:?}, {}", state.name(), if is_narrow { "320 px" } else { "1280 px" });
        if let Err(error) = page.assert_axe_clean(&name).await {
            let _ = writeln!(objections, "{error:#}");
        }
    }
    page.assert_no_error().await
}
