//! The words of all cards, in order, each with the cards that have it.
//!
//! Knows nothing of facets, nor of where a card has a word.

use super::bits::BitSet;
use super::fold::asked;
use super::typo::{allowed, nearest_prefix};
use super::words::{Gathered, NAME, weighed};
use crate::locale::Locale;
use crate::model::{Network, Relations};
use crate::order::{boundary, ordered};

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
        let mut gathered = Gathered::new(network, relations, locale);
        // Card by card: its words, each once, with the greatest weight.
        let (mut of_cards, mut ends): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut met: Vec<usize> = Vec::new();
        for card in network.initiative_positions() {
            let start = of_cards.len();
            gathered.card(card, &mut |word| {
                let number = (word >> 2) as usize;
                if met.len() <= number {
                    met.resize(number + 1, usize::MAX);
                }
                match of_cards.get_mut(met[number]).filter(|_| met[number] >= start) {
                    Some(own) => *own = word.max(*own),
                    None => {
                        met[number] = of_cards.len();
                        of_cards.push(word);
                    }
                }
            });
            ends.push(of_cards.len());
        }
        let words = gathered.words;
        let order = ordered(words.len(), &|a, b| words.word(a).cmp(words.word(b)));

        let mut index = Self { total: network.initiatives.len(), ..Self::default() };
        let mut counts = vec![0_u32; words.len()];
        of_cards.iter().for_each(|word| counts[(word >> 2) as usize] += 1);
        let mut next = vec![0; words.len()];
        let mut sum = 0;
        for number in order {
            index.letters.extend_from_slice(words.word(number));
            index.ends.push(index.letters.len() as u32);
            index.starts.push(sum);
            next[number] = sum;
            sum += counts[number];
        }
        index.starts.push(sum);
        index.cards = vec![0; sum as usize];
        let mut at = 0;
        for (card, end) in (0..).zip(ends) {
            for word in &of_cards[at..end] {
                let place = &mut next[(word >> 2) as usize];
                index.cards[*place as usize] = weighed(card, word & 3);
                *place += 1;
            }
            at = end;
        }
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
