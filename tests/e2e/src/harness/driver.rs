//! Driver processes: started on a free port with a home of their own, ended with everything they started.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::Stdio,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

use super::{Engine, eventually};

const START: Duration = Duration::from_secs(30);
const END: Duration = Duration::from_secs(5);

/// What was started and is still there, so that it can be ended from anywhere.
#[derive(Default)]
pub(super) struct Started(Mutex<Things>);

#[derive(Default)]
struct Things {
    groups: BTreeSet<i32>,
    homes: BTreeSet<PathBuf>,
}

impl Started {
    fn things(&self) -> MutexGuard<'_, Things> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn home(&self) -> Result<TempDir> {
        let home = TempDir::with_prefix("supranet-e2e-").context("no temporary folder")?;
        self.things().homes.insert(home.path().to_owned());
        Ok(home)
    }

    fn start(&self, command: &mut Command) -> Result<(Child, i32)> {
        let child = command.process_group(0).kill_on_drop(true).stdin(Stdio::null()).spawn()?;
        let group = child.id().and_then(|id| i32::try_from(id).ok()).context("it ended at once")?;
        self.things().groups.insert(group);
        Ok((child, group))
    }

    fn kill(&self, group: i32) {
        if self.things().groups.remove(&group) {
            signal(group, Signal::KILL);
        }
    }

    /// Kills every process and removes every folder. Meant for the end: what is started later is not found again.
    pub(super) fn kill_all(&self) {
        let Things { groups, homes } = std::mem::take(&mut *self.things());
        for group in groups {
            signal(group, Signal::KILL);
        }
        for home in homes {
            // Most are gone with their driver; one that resists is a temporary folder all the same.
            let _ = std::fs::remove_dir_all(home);
        }
    }
}

fn signal(group: i32, signal: Signal) {
    if let Some(pid) = Pid::from_raw(group) {
        // It may have ended by itself, which is as good.
        let _ = kill_process_group(pid, signal);
    }
}

/// A running driver and what belongs to it.
pub(super) struct Driver {
    pub(super) url: String,
    home: TempDir,
    /// The driver first, then its display.
    processes: Vec<(Child, i32)>,
    started: Arc<Started>,
}

impl Driver {
    pub(super) async fn start(engine: Engine, started: Arc<Started>) -> Result<Self> {
        let home = started.home()?;
        let port = free_port()?;
        let (program, arguments) = engine.driver(port);
        let log = File::create(home.path().join("driver.log"))?;
        let mut command = Command::new(&program);
        command.args(arguments).stdout(log.try_clone()?).stderr(log);
        // Profiles and caches go where they are thrown away.
        for name in ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
            command.env(name, home.path());
        }
        let mut driver = Self { url: format!("http://127.0.0.1:{port}"), home, processes: Vec::new(), started };
        if engine.needs_display() {
            let display = driver.start_display().await.context("cannot start Xvfb")?;
            command
                .env("DISPLAY", display)
                .env("NO_AT_BRIDGE", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("LANG", "C.UTF-8");
        }
        let name = program.display();
        let started =
            driver.started.start(&mut command).with_context(|| format!("cannot start {name}: is it installed?"))?;
        driver.processes.insert(0, started);
        let listens = eventually("the driver listens", START, async || {
            if let Some(status) = driver.processes.first_mut().and_then(|(child, _)| child.try_wait().ok().flatten()) {
                anyhow::bail!("it ended: {status}");
            }
            Ok(TcpStream::connect(("127.0.0.1", port)).await.ok().map(drop))
        })
        .await;
        listens.with_context(|| format!("{name}: {}", driver.log_tail()))?;
        Ok(driver)
    }

    /// Starts Xvfb on a display of its own choice.
    async fn start_display(&mut self) -> Result<String> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let (mut child, group) = self.started.start(&mut command)?;
        let output = child.stdout.take().context("no output")?;
        self.processes.push((child, group));
        let file = File::from(output.into_owned_fd()?);
        let read = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(file).read_line(&mut line).map(|_| line)
        });
        let line = tokio::time::timeout(START, read).await.context("it names no display")???;
        ensure!(!line.trim().is_empty(), "it names no display");
        Ok(format!(":{}", line.trim()))
    }

    /// The last lines that the driver wrote.
    pub(super) fn log_tail(&self) -> String {
        tail(&self.home.path().join("driver.log"))
    }

    /// Ends it and everything it started.
    pub(super) async fn end(mut self) {
        for (child, group) in &mut self.processes {
            signal(*group, Signal::TERM);
            // Whether it ended or not: the group is killed next.
            let _ = tokio::time::timeout(END, child.wait()).await;
            self.started.kill(*group);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for (_, group) in &self.processes {
            self.started.kill(*group);
        }
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).context("no free port")?.local_addr()?.port())
}

fn tail(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}
