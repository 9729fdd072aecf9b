//! The looks: the style files, joined in order into the one sheet that every element adopts.
//!
//! Knows nothing of the page or of a framework. `build.rs` joins the files of `style/` and takes
//! comments and indentation out, as they would be downloaded with the code.

/// The whole sheet.
pub const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/sheet.css"));

#[cfg(test)]
mod tests;
