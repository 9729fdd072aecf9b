//! The configurations of `www/docs/hosting` in the real servers, each a process of its own that listens on a free port of
//! 127.0.0.1, serves a copy of what it is given, and ends with its handle. No service of the system is started or changed.
//!
//! Knows nothing of what the files are, nor of what is asked of them.

mod apache;
mod caddy;
mod nginx;
mod process;

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::process::Process;
pub use crate::process::{Line, Log};

/// What the site around says of frames with every answer, as many do.
pub const FRAMES: &str = "SAMEORIGIN";
/// What the site around answers where nothing is.
pub const MISSING: &str = "The site's own page of what is missing.\n";

/// A server that partners use, and how its configuration is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// nginx, with Debian's module for files compressed by Brotli.
    Nginx,
    /// Apache, with the lines as `.htaccess` in the folder.
    Apache,
    /// Apache, with the lines in `<Directory>`, for a folder outside the site that has an alias.
    ApacheAlias,
    /// Caddy.
    Caddy,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Nginx, Self::Apache, Self::ApacheAlias, Self::Caddy];

    /// Where Debian puts the program.
    pub fn program(self) -> &'static str {
        match self {
            Self::Nginx => nginx::PROGRAM,
            Self::Apache | Self::ApacheAlias => apache::PROGRAM,
            Self::Caddy => caddy::PROGRAM,
        }
    }
}

/// What a page beside the files is served with.
#[derive(Debug, Clone, Default)]
pub struct Page<'a> {
    /// Its files: name and contents.
    pub files: &'a [(&'a str, &'a str)],
    /// The policy that it is under.
    pub policy: &'a str,
}

/// A running server. It ends when this is dropped.
#[derive(Debug)]
pub struct Host {
    kind: Kind,
    port: u16,
    // Before the folder, so that the process has ended when its files go.
    _process: Process,
    folder: TempDir,
}

impl Host {
    /// Serves a copy of a folder as `/supranet/`.
    ///
    /// # Errors
    /// The server is not installed or does not start; the message holds what it said.
    pub fn start(kind: Kind, files: &Path) -> Result<Self> {
        Self::start_with(kind, files, &Page::default(), 1)
    }

    /// The same with a page above the folder, and with so many processes at work.
    ///
    /// # Errors
    /// The server is not installed or does not start; the message holds what it said.
    pub fn start_with(kind: Kind, files: &Path, page: &Page<'_>, workers: usize) -> Result<Self> {
        // Not below target/: servers give up root's rights, and a workspace may be root's own.
        let folder = tempfile::Builder::new().prefix("supranet-hosting-").tempdir().context("no scratch folder")?;
        let place = Place { root: folder.path().to_owned(), port: free_port()?, policy: page.policy.to_owned() };
        open_to_all(&place.root)?;
        copy(files, &place.files(kind))?;
        write(&place.site().join("404.html"), MISSING)?;
        for (name, contents) in page.files {
            write(&place.site().join(name), contents)?;
        }
        let mut command = match kind {
            Kind::Nginx => nginx::command(&place, workers)?,
            Kind::Apache => apache::command(&place, false)?,
            Kind::ApacheAlias => apache::command(&place, true)?,
            Kind::Caddy => caddy::command(&place)?,
        };
        let process = Process::start(&mut command, &place.root.join("said"), place.port)?;
        Ok(Self { kind, port: place.port, _process: process, folder })
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{}", self.port, path.trim_start_matches('/'))
    }

    /// The port of 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder that it serves as `/`.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The folder that it serves as `/supranet/`, to change it as an operator would.
    pub fn files(&self) -> PathBuf {
        Place { root: self.folder.path().to_owned(), port: self.port, policy: String::new() }.files(self.kind)
    }

    /// What it has answered so far.
    pub fn log(&self) -> Log {
        Log::of(&self.folder.path().join("requests"))
    }
}

/// Where a server finds and writes everything.
#[derive(Debug)]
struct Place {
    root: PathBuf,
    port: u16,
    policy: String,
}

impl Place {
    /// What it serves as `/`.
    fn site(&self) -> PathBuf {
        self.root.join("site")
    }

    fn files(&self, kind: Kind) -> PathBuf {
        if kind == Kind::ApacheAlias { self.root.join("elsewhere") } else { self.site().join("supranet") }
    }
}

/// A configuration as partners get it.
fn configuration(name: &str) -> Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("not in crates/hosting any more")?;
    let file = root.join("www/docs/hosting").join(name);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Free at this moment: the servers cannot be given a socket, nor do they say which port they took. None of those that the
/// system hands out to clients, of which one may take it before the server does.
fn free_port() -> Result<u16> {
    const FIRST: u32 = 20_000;
    const COUNT: u32 = 12_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let start = std::process::id().wrapping_mul(97);
    let all = std::iter::repeat_with(|| NEXT.fetch_add(1, Ordering::Relaxed)).take(COUNT as usize);
    all.map(|next| FIRST + start.wrapping_add(next) % COUNT)
        .filter_map(|port| u16::try_from(port).ok())
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .context("no free port")
}

fn write(file: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(file, contents).with_context(|| format!("cannot write {}", file.display()))
}

fn open_to_all(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).context("the scratch folder stays closed")
}

/// Copies a folder with the times of its files, which ETags are made of, an hour back.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("cannot copy {}", target.display()))?;
            // Not of this second: such a file's tag is another in the next, in Apache.
            let modified = entry.metadata()?.modified()? - Duration::from_secs(3600);
            fs::File::options().write(true).open(&target)?.set_modified(modified)?;
        }
    }
    Ok(())
}
