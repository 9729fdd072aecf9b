//! Numbers for words: each word once, found again by a hash.
//!
//! Knows nothing of what the words are. The standard library's map would be several times as large to download.

use crate::order::by_rank;

/// Gives each word a number, from 0 in the order in which words come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interner {
    letters: Vec<u8>,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Numbers plus one at the places that hashes lead to; 0 where there is none. A power of two long.
    places: Vec<u32>,
}

impl Interner {
    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number.
    #[must_use]
    pub fn word(&self, number: usize) -> &[u8] {
        self.spelling(number)
    }

    /// In a search, a call would take as long as what it does.
    #[inline(always)]
    fn spelling(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        self.letters.get(start as usize..self.ends[number] as usize).unwrap_or_default()
    }

    /// The number of a word, and whether the word is new.
    pub fn number(&mut self, word: &[u8]) -> (u32, bool) {
        // At most half full: a search ends soon.
        if self.places.len() <= self.len() * 2 {
            self.grow();
        }
        let place = self.place(word);
        let is_new = self.places[place] == 0;
        if is_new {
            self.letters.extend_from_slice(word);
            self.ends.push(self.letters.len() as u32);
            self.places[place] = self.len() as u32;
        }
        (self.places[place] - 1, is_new)
    }

    /// The number of a word that was given one.
    #[must_use]
    pub fn find(&self, word: &[u8]) -> Option<u32> {
        if self.places.is_empty() {
            return None;
        }
        self.places[self.place(word)].checked_sub(1)
    }

    /// The numbers, in the order of the words.
    #[must_use]
    pub fn sorted(&self) -> Vec<u32> {
        // By their first letters, and only those that begin alike by all.
        let mut firsts = Vec::with_capacity(self.len());
        for number in 0..self.len() {
            let mut first = [0; 4];
            first.iter_mut().zip(self.word(number)).for_each(|(to, byte)| *to = *byte);
            firsts.push(u32::from_be_bytes(first));
        }
        by_rank(&firsts, &|a, b| self.word(a).cmp(self.word(b)))
    }

    fn place(&self, word: &[u8]) -> usize {
        // FNV-1a, and its upper half folded in, as only the lower bits count.
        let hash = word
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        let mut place = (hash ^ hash >> 32) as usize;
        loop {
            place &= self.places.len() - 1;
            let number = self.places[place] as usize;
            if number == 0 || self.spelling(number - 1) == word {
                return place;
            }
            place += 1;
        }
    }

    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(1024)];
        for number in 0..self.len() {
            let place = self.place(self.word(number));
            self.places[place] = number as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn a_word_keeps_its_number() {
        let mut words = Interner::default();
        assert_eq!(words.find(b"a"), None);
        for number in 0..5000_u32 {
            assert_eq!(words.number(number.to_string().as_bytes()), (number, true));
        }
        for number in 0..5000_u32 {
            let word = number.to_string();
            assert_eq!(words.number(word.as_bytes()), (number, false));
            assert_eq!((words.find(word.as_bytes()), words.word(number as usize)), (Some(number), word.as_bytes()));
        }
        assert_eq!((words.find(b"x"), words.len()), (None, 5000));
    }
}
