//! Data that is replaced while visitors ask for it. It knows no server by name.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, Result, ensure};
use supranet_hosting::{Host, Kind};

use crate::client::ask;
use crate::dist;

const ACCEPTED: [&str; 3] = ["Accept-Encoding:", "Accept-Encoding: gzip", "Accept-Encoding: br"];
const SWAPS: usize = 40;

/// As docs/recipes/update-dataset.sh does it: each copy is written beside its place and moved there.
pub fn fresh_data_is_seen_at_once_and_whole(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    let url = host.url("supranet/dataset.json");
    let old = fs::read(host.files().join("dataset.json"))?;
    let before: Vec<_> = ACCEPTED.iter().map(|accept| ask("GET", &url, &[accept])).collect::<Result<_>>()?;
    let new = [b" ".as_slice(), &old].concat();
    replace(&host.files(), &new)?;
    for (accept, before) in ACCEPTED.iter().zip(&before) {
        let answer = ask("GET", &url, &[accept, &format!("If-None-Match: {}", before.header("etag"))])?;
        ensure!(answer.status == 200 && answer.decoded()? == new, "{accept}: {} and the old data", answer.status);
        ensure!(
            answer.header("etag") != before.header("etag"),
            "{accept}: the ETag is still {}",
            before.header("etag")
        );
    }
    // Apache takes the length before it opens the file: who asks in between gets the new data with the old length, cut off
    // or never whole. docs/hosting.md says so.
    if matches!(kind, Kind::Apache | Kind::ApacheAlias) { Ok(()) } else { never_half(&host, &url, &old, &new) }
}

/// Asks without pause while the data goes back and forth.
fn never_half(host: &Host, url: &str, old: &[u8], new: &[u8]) -> Result<()> {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| -> Result<usize> {
            let mut asked = 0;
            while !done.load(Ordering::Relaxed) {
                for accept in ACCEPTED {
                    let answer = ask("GET", url, &[accept])?;
                    let data = answer.decoded().with_context(|| accept.to_owned())?;
                    ensure!(answer.status == 200 && (data == old || data == new), "{accept}: {} bytes", data.len());
                    asked += 1;
                }
            }
            Ok(asked)
        });
        let swapped = (0..SWAPS).try_for_each(|turn| replace(&host.files(), if turn % 2 == 0 { old } else { new }));
        done.store(true, Ordering::Relaxed);
        let asked = asking.join().map_err(|_| anyhow::anyhow!("the asking thread panicked"))??;
        ensure!(asked > 0, "nothing was asked meanwhile");
        swapped
    })
}

fn replace(folder: &Path, data: &[u8]) -> Result<()> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gzip, data)?;
    let mut brotli = Vec::new();
    let quick = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
    brotli::BrotliCompress(&mut &*data, &mut brotli, &quick)?;
    for (name, bytes) in [("dataset.json.br", &*brotli), ("dataset.json.gz", &gzip.finish()?), ("dataset.json", data)] {
        let new = folder.join(format!("{name}.new"));
        fs::write(&new, bytes)?;
        fs::rename(new, folder.join(name))?;
    }
    Ok(())
}

/// Apache would compress it on the way, as Debian sets it up, and never find the ETag again that it makes up for it.
pub fn data_without_compressed_copies_is_asked_about_just_the_same(kind: Kind) -> Result<()> {
    let host = Host::start(kind, &dist()?)?;
    for name in ["dataset.json.br", "dataset.json.gz"] {
        fs::remove_file(host.files().join(name))?;
    }
    let url = host.url("supranet/dataset.json");
    for accept in ACCEPTED {
        let answer = ask("GET", &url, &[accept])?;
        ensure!(answer.status == 200 && answer.decoded()? == fs::read(host.files().join("dataset.json"))?, "{accept}");
        let again = ask("GET", &url, &[accept, &format!("If-None-Match: {}", answer.header("etag"))])?;
        ensure!(again.status == 304, "{accept}: asked again with ETag {}: {}", answer.header("etag"), again.status);
    }
    Ok(())
}
