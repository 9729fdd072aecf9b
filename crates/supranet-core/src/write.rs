//! JSON, written.
//!
//! Knows nothing of what it says. A crate that writes what it is given by types is several times as large to download.

/// A JSON object or list being written.
#[derive(Debug)]
pub struct Json {
    text: String,
    end: char,
}

impl Json {
    /// An object.
    #[must_use]
    pub fn object() -> Self {
        Self { text: "{".into(), end: '}' }
    }

    /// A list.
    #[must_use]
    pub fn list() -> Self {
        Self { text: "[".into(), end: ']' }
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.len() == 1
    }

    /// Adds an item that is JSON already.
    pub fn item(&mut self, json: &str) {
        if !self.is_empty() {
            self.text.push(',');
        }
        self.text.push_str(json);
    }

    /// Adds a member whose value is JSON already.
    #[inline(never)]
    pub fn member(&mut self, key: &str, json: &str) {
        self.item(&quoted(key));
        self.text.push(':');
        self.text.push_str(json);
    }

    /// All of it.
    #[must_use]
    pub fn end(mut self) -> String {
        self.text.push(self.end);
        self.text
    }
}

/// A text as JSON.
#[must_use]
#[inline(never)]
pub fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            // Few are: each as its code.
            '\0'..='\x1f' => {
                json.push_str("\\u00");
                json.push(char::from(b'0' + (letter as u8 >> 4)));
                json.push(char::from(b"0123456789abcdef"[usize::from(letter as u8 & 15)]));
            }
            letter => json.push(letter),
        }
    }
    json.push('"');
    json
}
