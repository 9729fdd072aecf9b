//! A text of which parts are marked, or are in another language, or are names.
//!
//! Knows nothing of what the words mean. The parts stand between characters that stand for nothing, and in no text.

use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::Element;
use std::mem::take;

/// Before a part.
pub const START: &str = "\u{fdd0}";
/// Between the language of a part, which may be empty, and its words.
pub const SAID: &str = "\u{fdd1}";
/// After a part that is marked.
pub const MARK_END: &str = "\u{fdd2}";
/// After a part in another language.
pub const PART_END: &str = "\u{fdd3}";
/// After a name.
pub const NAME_END: &str = "\u{fdd4}";

/// The first byte of every such character, and of few others.
const FIRST_BYTE: u8 = 0xef;

/// Adds a text to what is inside an element.
#[inline(never)]
pub(super) fn add(node: &Element, text: &str) {
    if !text.bytes().any(|byte| byte == FIRST_BYTE) {
        return Dom::insert_node(node, &Dom::create_text_node(text), None);
    }
    let (mut part, mut language) = (String::new(), String::new());
    for letter in text.chars() {
        match letter {
            '\u{fdd0}' => add_part(node, &mut part),
            '\u{fdd1}' => language = take(&mut part),
            '\u{fdd2}'..='\u{fdd4}' => {
                let is_mark = letter == '\u{fdd2}';
                let inside = Dom::create_element(if is_mark { "mark" } else { "span" }, None);
                if is_mark {
                    Dom::set_attribute(&inside, "class", "mark");
                } else if letter == '\u{fdd4}' {
                    Dom::set_attribute(&inside, "translate", "no");
                }
                if !language.is_empty() {
                    Dom::set_attribute(&inside, "lang", &take(&mut language));
                    // It may be written from the other side, too.
                    Dom::set_attribute(&inside, "dir", "auto");
                }
                add_part(&inside, &mut part);
                Dom::insert_node(node, &inside, None);
            }
            letter => part.push(letter),
        }
    }
    add_part(node, &mut part);
}

fn add_part(node: &Element, part: &mut String) {
    Dom::insert_node(node, &Dom::create_text_node(part), None);
    part.clear();
}
