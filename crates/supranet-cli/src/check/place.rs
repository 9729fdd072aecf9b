//! From a path such as `agreements[3].ends[1]` to the line and column where it stands.
//!
//! Knows nothing of what is wrong there.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A line and a column, both counted from one; columns count characters, as an editor does.
pub type Place = (usize, usize);

/// A file with the beginnings of its lines.
pub struct Places<'a> {
    text: &'a [u8],
    root: Option<Value<'a>>,
    lines: Vec<usize>,
    /// How many characters stand before each block: a file may be one line of many megabytes.
    before: Vec<usize>,
}

const BLOCK: usize = 4096;

impl<'a> Places<'a> {
    /// Reads a file that was read before as a dataset; of any other, everything stands at its beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        let text = str::from_utf8(bytes).unwrap_or_default();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut characters = 0;
        let mut before = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            characters += count(block);
            before.push(characters);
        }
        Self { text: text.as_bytes(), root: root.ok().and_then(|root| root.value), lines, before }
    }

    /// Where a path stands, or as much of it as there is.
    pub fn of(&self, path: &str) -> Place {
        let at = self.root.as_ref().map_or(0, |root| deepest(root, path).1);
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.wrapping_sub(1)).copied().unwrap_or_default();
        (line.max(1), self.characters(at) - self.characters(start) + 1)
    }

    /// How many characters stand before this byte.
    fn characters(&self, at: usize) -> usize {
        let block = at / BLOCK;
        let inside = self.text.get(block * BLOCK..at).map_or(0, count);
        self.before.get(block).copied().unwrap_or_default() + inside
    }
}

/// The bytes that do not continue a character.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// The place of a refusal, which is `line 1, column 2` where it is one.
pub fn stated(path: &str) -> Option<Place> {
    let (line, column) = path.strip_prefix("line ")?.split_once(", column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// How many bytes of the path were not found, and where the last value stands that was. Keys may hold points and
/// brackets themselves, so that each that fits is tried.
fn deepest(value: &Value<'_>, path: &str) -> (usize, usize) {
    let here = (path.len(), value.start());
    let rest = path.strip_prefix('.').unwrap_or(path);
    let found = match value {
        _ if path.is_empty() => None,
        Value::Object(object) => object
            .properties
            .iter()
            .filter_map(|member| {
                let after = rest.strip_prefix(member.name.as_str())?;
                let (left, at) =
                    (after.is_empty() || after.starts_with(['.', '['])).then(|| deepest(&member.value, after))?;
                // The key is what an editor looks for, and of one that stands twice the later.
                Some((left, if left == 0 && after.is_empty() { member.start() } else { at }))
            })
            .reduce(|best, next| if next.0 <= best.0 { next } else { best }),
        Value::Array(array) => item(array.elements.as_slice(), rest),
        _ => None,
    };
    found.filter(|(left, _)| *left < here.0).unwrap_or(here)
}

/// An item by its position.
fn item(items: &[Value<'_>], path: &str) -> Option<(usize, usize)> {
    let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
    items.get(index.parse::<usize>().ok()?).map(|item| deepest(item, rest))
}

#[cfg(test)]
mod tests {
    use super::{Places, stated};

    const FILE: &str = "{\n  \"areas\": [\n    {\"id\": \"å\", \"label\": {\"en\": \"1\"}, \"parent\": \"b\"},\n    {\"id\": \"b\",\n     \"a.b\": {\"c[0]\": [1, 22]}, \"twice\": 1, \"twice\": 2}\n  ]\n}\n";

    #[test]
    fn a_path_leads_to_the_line_and_the_column_of_its_key_or_item() {
        let places = Places::new(FILE.as_bytes());
        for (path, place) in [
            ("", (1, 1)),
            ("areas", (2, 3)),
            ("areas[0]", (3, 5)),
            ("areas[0].parent", (3, 39)),
            ("areas[0].label.en", (3, 27)),
            ("areas[1].a.b", (5, 6)),
            ("areas[1].a.b.c[0][1]", (5, 26)),
            ("areas[1].twice", (5, 44)),
        ] {
            assert_eq!(places.of(path), place, "{path}");
        }
    }

    #[test]
    fn what_is_missing_stands_where_it_should_be() {
        let places = Places::new(FILE.as_bytes());
        assert_eq!(places.of("areas[1].label.sv"), (4, 5));
        assert_eq!(places.of("areas[7].id"), (2, 12));
        assert_eq!(places.of("areas.nobody"), (2, 12));
        assert_eq!(places.of("sources"), (1, 1));
    }

    #[test]
    fn columns_are_counted_in_characters_however_long_the_line_is() {
        let file = format!("{{\"a\": \"{}\", \"b\": 1}}", "å".repeat(10_000));
        assert_eq!(Places::new(file.as_bytes()).of("b"), (1, 10_011));
    }

    #[test]
    fn a_byte_order_mark_is_not_counted_and_what_is_no_json_has_no_places() {
        assert_eq!(Places::new(format!("\u{feff}{FILE}").as_bytes()).of("areas"), (2, 3));
        assert_eq!(Places::new(b"\xFF").of("areas"), (1, 1));
    }

    #[test]
    fn a_refusal_that_states_its_place_stands_there() {
        assert_eq!(stated("line 12, column 3"), Some((12, 3)));
        assert_eq!((stated("version"), stated("line x, column 3"), stated("line 1")), (None, None, None));
    }
}
