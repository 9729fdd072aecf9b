//! The words of all cards, in order, each with the cards that have it.
//!
//! Knows nothing of facets, nor of where a card has a word.

use super::bits::BitSet;
use super::fold::asked;
use super::typo::{allowed, nearest_prefix};
use super::words::{Gathered, NAME, weighed};
use crate::locale::Locale;
use crate::model::{Network, Relations};
use crate::order::boundary;

/// The searched words.
#[derive(Debug, Clone, Default)]
pub struct TextIndex {
    /// The letters of all words, in order: UTF-8, whose order is that of its bytes.
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// Where the cards of each word begin in `cards`; one more than there are words.
    starts: Vec<u32>,
    /// The cards, word by word, each with the weight of the word there in the two lowest bits.
    cards: Vec<u32>,
    total: usize,
}

/// What words find.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The cards.
    pub cards: BitSet,
    /// For each card how well the words fit, in quarters; empty where no word was asked.
    pub scores: Vec<u32>,
}

impl TextIndex {
    /// Reads all cards.
    #[must_use]
    pub fn new(network: &Network, relations: &Relations, locale: &dyn Locale) -> Self {
        let gathered = Gathered::new(network, locale);
        let words = &gathered.words;
        // For each word where its next card stands, and its last card. There is room for each time that it is read.
        let mut places = gathered.counts(relations);
        let mut index = Self { total: network.initiatives.len(), ..Self::default() };
        let mut sum = 0;
        for number in words.sorted() {
            let number = number as usize;
            let (count, _) = std::mem::replace(&mut places[number], (sum, u32::MAX));
            // Who is on no card is not searched.
            if count > 0 {
                index.letters.extend_from_slice(words.word(number));
                index.ends.push(index.letters.len() as u32);
                index.starts.push(sum);
            }
            sum += count;
        }
        let mut cards = vec![0_u32; sum as usize];
        for card in network.initiative_positions() {
            gathered.card(relations, card, &mut |words, most| {
                for word in words {
                    let (place, last) = &mut places[(*word >> 2) as usize];
                    *place += u32::from(*last != card.0);
                    *last = card.0;
                    // The greatest weight counts.
                    let own = &mut cards[*place as usize - 1];
                    *own = weighed(card.0, most.min(*word & 3)).max(*own);
                }
            });
        }
        // The room that is left is behind the cards of each word: there the weight is 0.
        let mut end = 0;
        for word in 0..index.starts.len() {
            let from = index.starts[word] as usize;
            let until = index.starts.get(word + 1).map_or(cards.len(), |next| *next as usize);
            index.starts[word] = end as u32;
            for at in from..until {
                if cards[at] == 0 {
                    break;
                }
                cards[end] = cards[at];
                end += 1;
            }
        }
        cards.truncate(end);
        index.starts.push(end as u32);
        index.cards = cards;
        index
    }

    /// The cards that have every word of a question, each as the beginning of one of theirs, and how well; all cards for
    /// no word. A word that begins none of the dataset may have typos.
    #[must_use]
    pub fn find(&self, question: &str, locale: &dyn Locale) -> Found {
        let words = asked(question, locale);
        if words.is_empty() {
            return Found { cards: BitSet::full(self.total), scores: Vec::new() };
        }
        let mut scores = vec![0_u32; self.total];
        let mut misses = vec![false; self.total];
        for word in &words {
            let best = self.best(word);
            for (card, weight) in best.into_iter().enumerate() {
                scores[card] += u32::from(weight);
                misses[card] |= weight == 0;
            }
        }
        let mut cards = BitSet::empty(self.total);
        for (card, misses) in misses.into_iter().enumerate() {
            if !misses {
                cards.insert(card);
            }
        }
        Found { cards, scores }
    }

    /// For each card the greatest weight at which it has a word, in quarters: halved where it only begins a word, and
    /// again where it has typos.
    fn best(&self, word: &str) -> Vec<u8> {
        let mut best = vec![0; self.total];
        let (from, until) = self.beginning_with(word.as_bytes());
        for at in from..until {
            let halved = u32::from(self.word(at).len() > word.len());
            self.weigh(at, halved, &mut best);
        }
        if from == until {
            self.each_near(word, &mut |at, is_whole| self.weigh(at, 1 + u32::from(!is_whole), &mut best));
        }
        best
    }

    fn weigh(&self, word: usize, halved: u32, best: &mut [u8]) {
        let quarters = [0, 1, 2, NAME].map(|weight| ((weight * 4) >> halved) as u8);
        for own in &self.cards[self.starts[word] as usize..self.starts[word + 1] as usize] {
            let card = &mut best[(own >> 2) as usize];
            *card = quarters[(own & 3) as usize].max(*card);
        }
    }

    /// Calls `each` for the words that a typed one, which begins none, may have been meant for.
    fn each_near(&self, typed: &str, each: &mut dyn FnMut(usize, bool)) {
        let typed: Vec<char> = typed.chars().collect();
        let most = allowed(typed.len());
        let Some(first) = typed.first().filter(|_| most > 0) else { return };
        let (from, until) = self.beginning_with(first.encode_utf8(&mut [0; 4]).as_bytes());
        let mut letters = Vec::new();
        for at in from..until {
            letters.clear();
            letters.extend(std::str::from_utf8(self.word(at)).unwrap_or_default().chars());
            if let Some((_, is_whole)) = nearest_prefix(&typed, &letters, most) {
                each(at, is_whole);
            }
        }
    }

    /// From which word until which all begin with a prefix.
    fn beginning_with(&self, prefix: &[u8]) -> (usize, usize) {
        let from = boundary(self.ends.len(), &|at| self.word(at) < prefix);
        let until = boundary(self.ends.len(), &|at| at < from || self.word(at).starts_with(prefix));
        (from, until)
    }

    /// Whether a folded word begins one of the dataset.
    pub(super) fn has_beginning(&self, word: &str) -> bool {
        let (from, until) = self.beginning_with(word.as_bytes());
        from < until
    }

    fn word(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        self.letters.get(start..self.ends[at] as usize).unwrap_or_default()
    }
}
