//! Runs behaviours: one browser session for each engine, one trial after the other in it, at most two engines at once.
//! It knows nothing of what a behaviour checks.

mod behaviour;
mod driver;
mod engine;
mod failure;
mod stage;
mod wait;
mod worker;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use anyhow::{Context, Result};
use tokio::sync::{Mutex, Semaphore};

pub(crate) use behaviour::{Behaviour, behaviour};
pub(crate) use engine::Engine;
pub(crate) use failure::screenshot_file;
pub(crate) use stage::Stage;
pub(crate) use wait::{PATIENCE, eventually};

use driver::Started;
use worker::Worker;

/// How many engines may work at once: more only makes each of them slow.
const AT_ONCE: usize = 2;

/// The engines of this run.
pub(crate) struct Harness {
    workers: BTreeMap<Engine, Mutex<Worker>>,
    places: Semaphore,
    started: Arc<Started>,
}

impl Harness {
    pub(crate) fn new(engines: &[Engine]) -> Self {
        let started = Arc::new(Started::default());
        let worker = |engine: &Engine| (*engine, Mutex::new(Worker::new(*engine, Arc::clone(&started))));
        Self { workers: engines.iter().map(worker).collect(), places: Semaphore::new(AT_ONCE), started }
    }

    /// Runs one trial when its engine and a place are free.
    pub(crate) async fn run(&self, behaviour: &'static Behaviour, engine: Engine) -> Result<()> {
        let worker = self.workers.get(&engine).with_context(|| format!("{engine} is not part of this run"))?;
        let mut worker = worker.lock().await;
        let _place = self.places.acquire().await?;
        worker.run(behaviour).await
    }

    /// Ends sessions and drivers in an orderly way, then by force.
    pub(crate) async fn shut_down(&self) {
        for worker in self.workers.values() {
            worker.lock().await.end().await;
        }
        self.kill();
    }

    /// Ends every process that was started, at once.
    pub(crate) fn kill(&self) {
        self.started.kill_all();
    }
}

/// The folder of the Cargo workspace.
pub(crate) fn workspace() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}
