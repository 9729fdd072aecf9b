//! What a behaviour is: a sentence, a function, and the engines that cannot show it, with the reason.

use std::pin::Pin;

use anyhow::Result;

use super::{Engine, Stage};

pub(crate) type Running = Pin<Box<dyn Future<Output = Result<()>>>>;

/// One sentence about the product and the check that it is true.
pub(crate) struct Behaviour {
    pub(crate) module: &'static str,
    pub(crate) run: fn(Stage) -> Running,
    pub(crate) not_in: &'static [(Engine, &'static str)],
}

impl Behaviour {
    /// The sentence: the file's name with spaces.
    pub(crate) fn sentence(&self) -> String {
        self.module.rsplit("::").next().unwrap_or_default().replace('_', " ")
    }

    pub(crate) fn trial_name(&self, engine: Engine) -> String {
        format!("{engine}::{}", self.sentence())
    }

    /// Why this engine cannot show it, if it cannot.
    pub(crate) fn reason_against(&self, engine: Engine) -> Option<&'static str> {
        self.not_in.iter().find(|(without, _)| *without == engine).map(|(_, reason)| *reason)
    }
}

/// `behaviour!(run)`, or `behaviour!(run, not in WebKit: "why", not in Firefox: "why")`: what the registry takes from a file.
macro_rules! behaviour {
    ($run:path $(, not in $engine:ident: $reason:literal)* $(,)?) => {
        pub(crate) const BEHAVIOUR: $crate::harness::Behaviour = $crate::harness::Behaviour {
            module: module_path!(),
            run: |stage| Box::pin($run(stage)),
            not_in: &[$(($crate::harness::Engine::$engine, $reason)),*],
        };
    };
}
pub(crate) use behaviour;
