//! A small custom element in place of the widget, for the behaviours of the harness itself.

use crate::page::HostPage;

const SCRIPT: &str = include_str!("stand_in.js");
pub(crate) const STYLE: &str = "supra-network { display: block; min-block-size: 20rem; }\n";

/// A host page with the stand-in.
pub(crate) fn page() -> HostPage {
    page_with("")
}

/// The same, with more script after the element is defined.
pub(crate) fn page_with(script: &str) -> HostPage {
    HostPage::with_stand_in(&format!("{SCRIPT}\n{script}\n"), STYLE)
}

/// Fails unless a check that should object did, and named `reason`.
pub(crate) fn must_object(check: anyhow::Result<()>, reason: &str) -> anyhow::Result<()> {
    match check {
        Ok(()) => anyhow::bail!("the check found nothing, but there was {reason:?}"),
        Err(error) => {
            let text = format!("{error:#}");
            anyhow::ensure!(text.contains(reason), "the check did not name {reason:?}, but said: {text}");
            Ok(())
        }
    }
}
