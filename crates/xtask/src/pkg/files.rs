//! The files of the package, in memory until all of them are made, then put in place at once.
//! Knows nothing of how they are made.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256, Sha384};

/// File names relative to the package, and what is in them.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

/// How many bytes a file has, as it is and compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// `.gz`, level 9.
    pub gzip: usize,
    /// `.br`, quality 11 in a release build.
    pub brotli: usize,
}

impl Files {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, content: Vec<u8>) {
        self.0.insert(name.into(), content);
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many bytes each has.
    pub fn lengths(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(name, content)| (name.as_str(), content.len()))
    }

    /// The hash that the browser compares, SHA-256 in base64; its beginning stands in the address that the entry uses, so
    /// that each content can be cached for ever. Not SHA-384: each language adds one to the entry, which is then 21 bytes
    /// longer.
    ///
    /// # Errors
    /// There is no such file.
    pub fn pin(&self, name: &str) -> Result<String> {
        let content = self.0.get(name).with_context(|| format!("no {name} in the package"))?;
        Ok(STANDARD.encode(Sha256::digest(content)))
    }

    /// Adds `integrity.json`, the hash of each file.
    ///
    /// # Errors
    /// Never in practice: strings are always JSON.
    pub fn add_integrity(&mut self) -> Result<()> {
        let hashes: BTreeMap<_, _> = self.0.iter().map(|(name, content)| (name, integrity(content))).collect();
        let text = serde_json::to_vec_pretty(&hashes)?;
        self.add("integrity.json", text);
        Ok(())
    }

    /// Writes every file, with `.br` and `.gz` beside it, and says how large each is.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn write(&self, folder: &Path, brotli_quality: i32) -> Result<BTreeMap<String, Size>> {
        let mut sizes = BTreeMap::new();
        for (name, content) in &self.0 {
            let (gz, br) = (gzip(content)?, brotli(name, content, brotli_quality)?);
            for (suffix, bytes) in [("", content), (".gz", &gz), (".br", &br)] {
                write(&folder.join(format!("{name}{suffix}")), bytes)?;
            }
            sizes.insert(name.clone(), Size { raw: content.len(), gzip: gz.len(), brotli: br.len() });
        }
        Ok(sizes)
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().context("a file without a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// gzip at level 9, with no time and no name in its header, so that equal content gives equal bytes.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// brotli with the largest window. Code is full of numbers of four bytes, as fonts are: read as one, the widget's module
/// takes 105,751 bytes instead of 105,879.
fn brotli(name: &str, content: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let (mode, lgblock) = match name.ends_with(".wasm") {
        true => (BrotliEncoderMode::BROTLI_MODE_FONT, 16),
        false => (BrotliEncoderMode::BROTLI_MODE_GENERIC, 0),
    };
    let size_hint = content.len();
    let params = BrotliEncoderParams { quality, mode, lgblock, lgwin: 24, size_hint, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &params)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_changes_with_the_content() -> Result<()> {
        let mut files = Files::default();
        files.add("a.js", b"one".to_vec());
        let hash = files.pin("a.js")?;
        // As `openssl dgst -sha256 -binary | base64` says of it.
        assert_eq!(hash, "dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=");
        files.add("a.js", b"two".to_vec());
        assert_ne!(files.pin("a.js")?, hash);
        assert!(files.pin("b.js").is_err());
        Ok(())
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // From the W3C's description of the integrity attribute.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn compressed_files_unpack_to_the_same_bytes() -> Result<()> {
        let content = b"abc ".repeat(1000);
        let mut unpacked = Vec::new();
        for name in ["a.js", "a.wasm"] {
            brotli::BrotliDecompress(&mut brotli(name, &content, 11)?.as_slice(), &mut unpacked)?;
            assert_eq!(unpacked, content, "{name}");
            unpacked.clear();
        }
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip(&content)?.as_slice()), &mut unpacked)?;
        assert_eq!(unpacked, content);
        Ok(())
    }
}
