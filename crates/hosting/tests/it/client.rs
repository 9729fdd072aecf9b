//! A client that asks once and says exactly what came. It knows nothing of what should come.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

const PATIENCE: Duration = Duration::from_secs(10);

/// What came back.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    /// As it came, still compressed.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} with {} bytes and {:#?}", self.status, self.body.len(), self.headers)
    }
}

impl Answer {
    /// The value of a header; two of a name are one with a comma between them, as HTTP has it.
    pub fn header(&self, name: &str) -> String {
        let all = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        all.collect::<Vec<_>>().join(", ")
    }

    /// The body as a browser hands it on.
    pub fn decoded(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self.header("content-encoding").as_str() {
            "" => bytes.clone_from(&self.body),
            "br" => drop(brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut bytes)?),
            "gzip" => drop(flate2::read::GzDecoder::new(&*self.body).read_to_end(&mut bytes)?),
            other => anyhow::bail!("no encoding of ours: {other:?}"),
        }
        Ok(bytes)
    }
}

/// Asks for an address with these headers (`Name: value`), on a connection of its own.
pub fn ask(method: &str, url: &str, headers: &[&str]) -> Result<Answer> {
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).context("no http address")?;
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let extra: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let head = format!("{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{extra}\r\n");
    stream.write_all(head.as_bytes())?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all)?;
    parse(&all, method).with_context(|| format!("{method} {url}"))
}

fn parse(all: &[u8], method: &str) -> Result<Answer> {
    let split = all.windows(4).position(|four| four == b"\r\n\r\n").context("no answer")?;
    let head = std::str::from_utf8(&all[..split])?;
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("no status")?.parse()?;
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer { status, headers, body: all[split + 4..].to_vec() };
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = unchunked(&answer.body)?;
    } else if method != "HEAD" && status != 304 {
        let length: usize = answer.header("content-length").parse().context("no length")?;
        ensure!(answer.body.len() == length, "{} bytes of {length}", answer.body.len());
    }
    Ok(answer)
}

fn unchunked(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n").context("a piece has no length")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..line])?, 16)?;
        rest = &rest[line + 2..];
        ensure!(rest.len() >= length + 2, "a piece is cut off");
        if length == 0 {
            return Ok(body);
        }
        body.extend_from_slice(&rest[..length]);
        rest = &rest[length + 2..];
    }
}
