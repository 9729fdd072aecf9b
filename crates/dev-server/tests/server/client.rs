//! A client that says exactly what came over the wire. It knows nothing of the server's code.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// What came back, as far as it came.
#[derive(Debug)]
pub struct Answer {
    /// The status, or 0 when nothing came.
    pub status: u16,
    /// The headers, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, with the chunk framing taken out.
    pub body: Vec<u8>,
    /// How the connection ended.
    pub end: End,
}

/// How the connection ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    /// The server closed it in an orderly way.
    Closed,
    /// It was reset.
    Reset,
    /// It was still open when the client's patience was over.
    Open,
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Asks with the headers given, closes after one answer, and waits a second at most.
pub async fn get(url: &str, headers: &[&str]) -> Answer {
    send("GET", url, headers, "").await
}

/// The same with another method and a body.
pub async fn send(method: &str, url: &str, headers: &[&str], body: &str) -> Answer {
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an http address");
    let mut stream = TcpStream::connect(host).await.expect("the server listens");
    let extra: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let length = body.len();
    let request = format!(
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{extra}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.expect("the request goes out");
    let mut all = Vec::new();
    let end = read(&mut stream, &mut all).await;
    parse(&all, end)
}

async fn read(stream: &mut TcpStream, all: &mut Vec<u8>) -> End {
    let mut piece = vec![0; 64 * 1024];
    loop {
        match timeout(Duration::from_secs(1), stream.read(&mut piece)).await {
            Err(_) => return End::Open,
            Ok(Err(_)) => return End::Reset,
            Ok(Ok(0)) => return End::Closed,
            Ok(Ok(count)) => all.extend_from_slice(&piece[..count]),
        }
        // Bodies that never end are cut off here.
        if all.len() > 4 << 20 {
            return End::Open;
        }
    }
}

fn parse(all: &[u8], end: End) -> Answer {
    let Some(split) = all.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Answer { status: 0, headers: Vec::new(), body: Vec::new(), end };
    };
    let head = String::from_utf8_lossy(&all[..split]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok()).unwrap_or(0);
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let raw = &all[split + 4..];
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { unchunk(raw) } else { raw.to_vec() };
    Answer { status, headers, body, end }
}

fn unchunk(mut raw: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(line) = raw.windows(2).position(|two| two == b"\r\n") {
        let size =
            std::str::from_utf8(&raw[..line]).ok().and_then(|hex| usize::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let start = line + 2;
        let stop = (start + size).min(raw.len());
        body.extend_from_slice(&raw[start..stop]);
        raw = raw.get(stop + 2..).unwrap_or_default();
        if size == 0 {
            break;
        }
    }
    body
}
