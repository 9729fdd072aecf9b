//! What visitors and host pages can rely on, checked through WebDriver in Chromium, Firefox and WebKit.
//!
//! One file in `behaviours/` is one behaviour; its name is the sentence that the result prints. `harness/` starts drivers
//! and browsers and runs one trial after the other in each; `page/` is what a behaviour does with a page and may claim of it.
//!
//! `cargo run -p supranet-e2e -- [--browser chromium,firefox,webkit] [FILTER]`, and every option of libtest.
//! `SUPRANET_E2E_BROWSER` stands in for the option, `SUPRANET_DIST` for `pkg/dist`.

mod behaviours;
mod harness;
mod page;

use std::{process::ExitCode, sync::Arc};

use anyhow::{Context, Result};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::{
    runtime::Runtime,
    signal::unix::{SignalKind, signal},
};

use crate::harness::{Behaviour, Engine, Harness};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("e2e: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode> {
    let (engines, arguments) = parse(std::env::args().collect())?;
    let runtime = Arc::new(Runtime::new().context("no async runtime")?);
    let harness = Arc::new(Harness::new(&engines));
    // More threads than engines: a thread that waits for its engine must not keep another engine idle.
    let threads = arguments.test_threads.unwrap_or(engines.len() * 2);
    let arguments = Arguments { test_threads: Some(threads.max(2)), ..arguments };
    let trials = trials(&engines, &harness, &runtime);

    let running = std::thread::spawn(move || libtest_mimic::run(&arguments, trials));
    let interrupted = runtime.spawn(end_on_signal(Arc::clone(&harness)));
    let conclusion = running.join().map_err(|_| anyhow::anyhow!("the test runner panicked"))?;
    interrupted.abort();
    runtime.block_on(harness.shut_down());
    Ok(conclusion.exit_code())
}

/// Takes `--browser` out of the arguments; the rest is libtest's.
fn parse(mut all: Vec<String>) -> Result<(Vec<Engine>, Arguments)> {
    let mut list = std::env::var("SUPRANET_E2E_BROWSER").ok();
    if let Some(at) = all.iter().position(|one| one == "--browser" || one.starts_with("--browser=")) {
        let flag = all.remove(at);
        list = Some(match flag.split_once('=') {
            Some((_, value)) => value.to_owned(),
            None if at < all.len() => all.remove(at),
            None => anyhow::bail!("--browser needs a list, such as chromium,firefox,webkit"),
        });
    }
    let engines = match list {
        None => Engine::ALL.to_vec(),
        Some(list) => list.split(',').map(str::parse).collect::<Result<_>>()?,
    };
    Ok((engines, Arguments::from_iter(all)))
}

/// Every behaviour in every engine, the engines taking turns so that they all have work from the start.
fn trials(engines: &[Engine], harness: &Arc<Harness>, runtime: &Arc<Runtime>) -> Vec<Trial> {
    let each = |behaviour: &'static Behaviour| engines.iter().map(move |engine| (behaviour, *engine));
    let trial = |(behaviour, engine): (&'static Behaviour, Engine)| {
        let (harness, runtime) = (Arc::clone(harness), Arc::clone(runtime));
        let name = behaviour.trial_name(engine);
        Trial::ignorable_test(name, move || match behaviour.reason_against(engine) {
            Some(reason) => Ok(Completion::ignored_with(reason)),
            None => match runtime.block_on(harness.run(behaviour, engine)) {
                Ok(()) => Ok(Completion::Completed),
                Err(error) => Err(Failed::from(format!("{error:#}"))),
            },
        })
    };
    behaviours::ALL.iter().flat_map(each).map(trial).collect()
}

/// Leaves no browser behind when the run is stopped from outside.
async fn end_on_signal(harness: Arc<Harness>) {
    let (Ok(mut interrupt), Ok(mut terminate)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    harness.kill();
    std::process::exit(130);
}
