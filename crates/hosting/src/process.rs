//! A server's process: started, waited for until it listens, ended with its handle; and the log that it writes.
//! Knows nothing of which server it is.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_AGAIN: Duration = Duration::from_millis(10);

#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts a server that stays in the foreground, and waits until it takes connections.
    pub fn start(command: &mut Command, said: &Path, port: u16) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = File::create(said).with_context(|| format!("cannot write {}", said.display()))?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let child = command.spawn().with_context(|| format!("cannot start {program}: is it installed?"))?;
        let mut process = Self(child);
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = process.0.try_wait()?;
            if ended.is_some() || start.elapsed() > PATIENCE {
                bail!("{program} does not listen ({ended:?}): {}", fs::read_to_string(said).unwrap_or_default());
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        Ok(process)
    }
}

impl Drop for Process {
    /// Asked to end, as all three then end their own processes too; by force where it does not.
    fn drop(&mut self) {
        if !matches!(self.0.try_wait(), Ok(None)) {
            return;
        }
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let start = Instant::now();
        while asked.as_ref().is_ok_and(std::process::ExitStatus::success) && start.elapsed() < PATIENCE {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        // It may have ended in between, which is as well.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// With its query.
    pub path: String,
    /// 200, 304, …
    pub status: u16,
}

/// What a server has answered.
#[derive(Debug, Clone)]
pub struct Log(PathBuf);

impl Log {
    pub(crate) fn of(file: &Path) -> Self {
        Self(file.to_owned())
    }

    /// The answers so far, in their order.
    ///
    /// # Errors
    /// A line is not as it was asked for.
    pub fn lines(&self) -> Result<Vec<Line>> {
        // Not there before the first request.
        fs::read_to_string(&self.0).unwrap_or_default().lines().map(line).collect()
    }
}

fn line(text: &str) -> Result<Line> {
    let fields: Vec<&str> = text.split('\t').collect();
    let [method, path, status] = fields[..] else { bail!("no line of ours: {text:?}") };
    Ok(Line { method: method.to_owned(), path: path.to_owned(), status: status.parse().context("no status")? })
}
