//! One engine at work: its driver, its session, and one trial in it.

use std::{any::Any, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use anyhow::{Context, Result, anyhow};
use futures_util::FutureExt;
use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver, common::command::Command};
use tokio::time::timeout;

use super::{
    Behaviour, Engine, Stage,
    driver::{Driver, Started},
    failure,
};

/// The most a trial may take. Waits inside have shorter limits and better messages.
const TRIAL: Duration = Duration::from_secs(90);
const NEW_SESSION: Duration = Duration::from_secs(60);
const QUIT: Duration = Duration::from_secs(10);

pub(super) struct Worker {
    engine: Engine,
    started: Arc<Started>,
    driver: Option<Driver>,
    session: Option<WebDriver>,
}

impl Worker {
    pub(super) fn new(engine: Engine, started: Arc<Started>) -> Self {
        Self { engine, started, driver: None, session: None }
    }

    /// Runs one trial in a clean session. After a failure the next trial gets a new one.
    pub(super) async fn run(&mut self, behaviour: &'static Behaviour) -> Result<()> {
        let stage = self.stage().await.with_context(|| format!("{}: no session", self.engine))?;
        let trial = AssertUnwindSafe((behaviour.run)(stage.clone())).catch_unwind();
        let result = match timeout(TRIAL, trial).await {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => Err(anyhow!("it panicked: {}", words_of(&*panic))),
            Err(_) => Err(anyhow!("not done after {} s", TRIAL.as_secs())),
        };
        let Err(error) = result else { return Ok(()) };
        let report = failure::report(&stage, &behaviour.trial_name(self.engine)).await;
        self.end_session().await;
        Err(anyhow!("{error:#}\n{report}"))
    }

    /// A stage on a session that is clean: the last one, or a new one.
    async fn stage(&mut self) -> Result<Stage> {
        if let Some(session) = &self.session {
            let stage = Stage::new(self.engine, session.handle().clone()).await?;
            if stage.reset().await.is_ok() {
                return Ok(stage);
            }
            self.end_session().await;
        }
        let session = match self.start_session().await {
            Ok(session) => session,
            // A driver that no longer starts sessions is replaced once.
            Err(_) => {
                self.end().await;
                self.start_session().await?
            }
        };
        let handle = session.handle().clone();
        self.session = Some(session);
        let stage = Stage::new(self.engine, handle).await?;
        stage.reset().await?;
        Ok(stage)
    }

    async fn start_session(&mut self) -> Result<WebDriver> {
        if self.driver.is_none() {
            self.driver = Some(Driver::start(self.engine, Arc::clone(&self.started)).await?);
        }
        let driver = self.driver.as_ref().context("no driver")?;
        let Value::Object(capabilities) = self.engine.capabilities() else {
            return Err(anyhow!("capabilities are an object"));
        };
        let connecting = WebDriver::builder(&driver.url, Capabilities::from(capabilities)).connect();
        let session = timeout(NEW_SESSION, connecting).await.map_err(|_| anyhow!("the driver starts no session"));
        session.and_then(|session| session.map_err(Into::into)).with_context(|| driver.log_tail())
    }

    async fn end_session(&mut self) {
        let Some(session) = self.session.take() else { return };
        let ended = timeout(QUIT, session.handle().cmd(Command::DeleteSession)).await;
        // Said to be over even when it is stuck: a handle that is dropped otherwise blocks until it has tried again.
        let _ = session.leak();
        if !matches!(ended, Ok(Ok(_)))
            && let Some(driver) = self.driver.take()
        {
            driver.end().await;
        }
    }

    /// Ends session and driver.
    pub(super) async fn end(&mut self) {
        self.end_session().await;
        if let Some(driver) = self.driver.take() {
            driver.end().await;
        }
    }
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without words")
}
