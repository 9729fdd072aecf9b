//! How one page compares with another that is its mirror image: by the places of its boxes and lines, and by pictures.
//! Knows nothing of what is shown.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Page;

/// The page's own script: takes away what a mirror would turn and a language would not, once a driver asks for it, and sets
/// arrows upright: their two halves are alike, but engines begin each at a whole point.
pub(crate) const PLAIN: &str = "document.addEventListener('plain', () => {
    const root = document.querySelector('supra-network').shadowRoot, sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important }
        ::before, ::after, ::marker { -webkit-text-fill-color: transparent !important; }
        ::marker { color: transparent }
        [type=checkbox] { opacity: 0 }
        summary::after, button::after { transform: none !important; border-width: 1px !important; }
        textarea { resize: none !important }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
});";

/// The places of all that is laid out, from the left edge of the element to the right: boxes, the words in them, and what
/// the sheet adds before and after. What stands in a line of words is left out: the words go from left to right in both.
const PLACES: &str = "const own = element.getBoundingClientRect(), places = [];
    const add = (what, box) => places.push([what, box.left - own.left, own.right - box.right, box.top - own.top, box.bottom - own.top]);
    for (const one of root.querySelectorAll('[part=base] *, [part=notice] *')) {
        const style = getComputedStyle(one), around = one.parentElement.closest('[dir=auto]');
        if (around || one.localName === 'option' || !one.getClientRects().length || style.display === 'inline') continue;
        const what = `${one.localName}.${one.className}#${one.id}`;
        add(what, one.getBoundingClientRect());
        if (one.dir !== 'auto' && one.localName !== 'textarea' && [...one.childNodes].some((node) => node.data?.trim())) {
            const words = document.createRange();
            words.selectNodeContents(one);
            add(`the words of ${what}`, words.getBoundingClientRect());
        }
        for (const pseudo of ['::before', '::after']) {
            const added = getComputedStyle(one, pseudo);
            if (/^(none|normal)$/.test(added.content)) continue;
            const side = (name) => ['left', 'right'].map((side) => parseFloat(added.getPropertyValue(name.replace('*', side))) || 0);
            for (const name of ['*', 'margin-*', 'padding-*']) places.push([`${name} of ${what}${pseudo}`, ...side(name), 0, 0]);
        }
    }
    return places";

/// What of two pictures is not the mirror image of the other, inside a box: the number of points with no like
/// nearby, whether all of it has one colour, and the first of those points.
const COMPARE: &str = "const [one, other, box] = args;
    const points = async (png) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const canvas = document.createElement('canvas'), scale = picture.width / innerWidth;
        canvas.width = Math.round(box.width * scale); canvas.height = Math.round(box.height * scale);
        const drawn = canvas.getContext('2d');
        drawn.drawImage(picture, -Math.round(box.left * scale), -Math.round(box.top * scale));
        return drawn.getImageData(0, 0, canvas.width, canvas.height);
    };
    const [left, right] = [await points(one), await points(other)], {width, height} = left;
    // Edges between points are drawn with shades between: a shade that lies between those within one point is like them.
    const found = (a, b, x, y) => [0, 1, 2].every((part) => {
        let least = 255, most = 0;
        for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (let across = -1; across <= 1; across++) {
                const shade = b.data[4 * (row * width + Math.min(width - 1, Math.max(0, width - 1 - x + across))) + part];
                least = Math.min(least, shade);
                most = Math.max(most, shade);
            }
        }
        const own = a.data[4 * (y * width + x) + part];
        return own >= least - 32 && own <= most + 32;
    });
    const stray = [], [a, b] = [left.data, right.data];
    let isEmpty = true;
    for (let y = 1; y < height - 1; y++) for (let x = 1; x < width - 1; x++) {
        const at = 4 * (y * width + x), to = 4 * (y * width + width - 1 - x);
        isEmpty &&= a[at] === a[0];
        // Most are the same, and looking around takes long.
        if (a[at] === b[to] && a[at + 1] === b[to + 1] && a[at + 2] === b[to + 2]) continue;
        if (!found(left, right, x, y) || !found(right, left, width - 1 - x, y)) stray.push([x, y]);
    }
    return [stray.length, isEmpty, stray.slice(0, 5)]";

/// So many points of a picture may differ: WebKit ends a line now and then at another point.
const STRAYS: usize = 6;

/// Where something is: its name, its distance from the left edge, from the right one, its top and its bottom.
type Place = (String, f64, f64, f64, f64);

/// A part of the element as it was pictured.
#[derive(Debug)]
pub(crate) struct Tile {
    picture: String,
    within: Value,
}

impl Page {
    pub(crate) async fn places(&self) -> Result<Vec<Place>> {
        self.run(PLACES, vec![]).await
    }

    /// Pictures the whole element without its words, a window after the other.
    pub(crate) async fn tiles(&self) -> Result<Vec<Tile>> {
        self.run::<()>("document.dispatchEvent(new Event('plain'))", vec![]).await?;
        let mut tiles = Vec::new();
        loop {
            let script = "const top = element.getBoundingClientRect().top + scrollY + args[0] * innerHeight;
                scrollTo(0, top);
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
                const own = element.getBoundingClientRect(), from = Math.max(0, top - scrollY);
                return {left: own.left, width: own.width, top: from, height: Math.min(own.bottom, innerHeight) - from}";
            let within: Value = self.run_async(script, vec![json!(tiles.len())]).await?;
            if within["height"].as_f64().is_none_or(|height| height < 3.0) {
                return Ok(tiles);
            }
            tiles.push(Tile { picture: self.browser().screenshot_as_png_base64().await?, within });
        }
    }

    /// These pictures of another page are the mirror image of those of this one.
    pub(crate) async fn assert_mirrored(&self, others: &[Tile]) -> Result<()> {
        let own = self.tiles().await?;
        ensure!(own.len() == others.len(), "{} pictures, and {} of the mirror image", others.len(), own.len());
        for (at, (one, other)) in others.iter().zip(&own).enumerate() {
            ensure!(
                one.within == other.within,
                "picture {at} is of {}, and its mirror image of {}",
                one.within,
                other.within
            );
            let args = vec![json!(one.picture), json!(other.picture), one.within.clone()];
            let (strays, is_empty, first): (usize, bool, Value) = self.run_async(COMPARE, args).await?;
            ensure!(!is_empty, "picture {at} is empty");
            ensure!(
                strays <= STRAYS,
                "{strays} points of picture {at} are not mirrored, the first are {first} in {}",
                one.within
            );
        }
        Ok(())
    }
}

/// What is not as far from the right edge as it was from the left one, or at another height.
pub(crate) fn astray(places: &[Place], mirrored: &[Place]) -> Vec<String> {
    let mut astray = Vec::new();
    if places.len() != mirrored.len() {
        astray.push(format!("{} places, then {}", places.len(), mirrored.len()));
    }
    for (one, other) in places.iter().zip(mirrored) {
        let pairs = [(one.1, other.2), (one.2, other.1), (one.3, other.3), (one.4, other.4)];
        if one.0 != other.0 || pairs.iter().any(|(a, b)| (a - b).abs() > 1.0) {
            astray.push(format!("{one:?} became {other:?}"));
        }
    }
    astray
}
