//! What is seen, pixel by pixel: pictures of the window, and how much of one differs from another.
//! It knows nothing of what is on them.

use std::io::Cursor;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Page;
use crate::harness::Engine;

/// Colours that nobody can tell apart: so much may a channel differ before a pixel counts. WebKit paints lines and rings that
/// lie between pixels otherwise from one time to the next, by up to 10 as seen in one of about four pictures.
fn same(engine: Engine) -> u8 {
    if engine == Engine::WebKit { 16 } else { 2 }
}

/// A part of the window, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

/// A picture of the window.
pub(crate) struct Picture {
    width: usize,
    height: usize,
    /// Red, green, blue of each pixel, row by row.
    colours: Vec<[u8; 3]>,
    same: u8,
}

impl Picture {
    fn decode(file: &[u8], same: u8) -> Result<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("a picture without a size")?];
        let info = reader.next_frame(&mut bytes)?;
        let samples = info.color_type.samples();
        ensure!(samples >= 3, "a picture without colours");
        let colours =
            bytes.chunks_exact(samples).filter_map(|pixel| pixel.first_chunk::<3>()).copied().collect::<Vec<_>>();
        Ok(Self { width: usize::try_from(info.width)?, height: usize::try_from(info.height)?, colours, same })
    }

    /// All of it.
    pub(crate) fn all(&self) -> Part {
        Part { left: 0, top: 0, right: self.width, bottom: self.height }
    }

    fn row(&self, part: Part, row: usize) -> &[[u8; 3]] {
        let start = row * self.width;
        self.colours.get(start + part.left..start + part.right).unwrap_or_default()
    }

    /// Which share of the pixels of a part is another in the other picture, those in `mask` left out, and where the first
    /// and the last of them stand.
    pub(crate) fn difference(&self, other: &Self, part: Part, mask: Option<Part>) -> Result<(f64, String)> {
        ensure!((self.width, self.height) == (other.width, other.height), "pictures of windows of two sizes");
        let masked =
            |x, y| mask.is_some_and(|mask| mask.left <= x && x < mask.right && mask.top <= y && y < mask.bottom);
        let (mut seen, mut others) = (0_u32, Vec::new());
        for y in part.top..part.bottom {
            for (at, (one, two)) in self.row(part, y).iter().zip(other.row(part, y)).enumerate() {
                let x = part.left + at;
                if masked(x, y) {
                    continue;
                }
                seen += 1;
                if one.iter().zip(two).any(|(one, two)| one.abs_diff(*two) > self.same) {
                    others.push((x, y));
                }
            }
        }
        ensure!(seen > 0, "there is nothing to compare in {part:?}");
        let share = f64::from(u32::try_from(others.len())?) / f64::from(seen);
        Ok((share, format!("{} of {seen} pixels, from {:?} to {:?}", others.len(), others.first(), others.last())))
    }
}

impl Page {
    /// A picture of the window, once what is new has been painted.
    pub(crate) async fn picture(&self) -> Result<Picture> {
        let painted = "for (let picture = 0; picture < 2; picture++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";
        self.run_async::<()>(painted, vec![]).await?;
        Picture::decode(&self.browser().screenshot_as_png().await?, same(self.engine()))
    }

    /// Where an element of the host page stands in a picture of the window.
    pub(crate) async fn part_of(&self, css: &str) -> Result<Part> {
        let script = "const {left, top, right, bottom} = document.querySelector(args[0]).getBoundingClientRect(); return [left, top, right, bottom]";
        let [left, top, right, bottom]: [usize; 4] =
            self.run(script, vec![json!(css)]).await.context("it stands between pixels, or out of sight")?;
        Ok(Part { left, top, right, bottom })
    }

    /// Takes the pointer into the corner, where nothing changes its looks under it.
    pub(crate) async fn point_at_nothing(&self) -> Result<()> {
        Ok(self.browser().action_chain().move_to(0, 0).perform().await?)
    }
}
