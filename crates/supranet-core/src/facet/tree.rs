//! The values of a facet and how they nest.
//!
//! Knows nothing of cards.

use crate::intern::Interner;
use crate::order::by_rank;

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its id: a country or place code, a word of a closed list, the id of an area or an initiative.
    pub id: String,
    /// Its name in the shown language; of a word of a closed list the word, as its name is in the language packs.
    pub label: String,
    /// The language of the name, where it is not the shown one.
    pub label_language: Option<String>,
    /// The position of the value above it.
    pub parent: Option<usize>,
    /// How deep it stands, from 0.
    pub depth: u8,
}

/// The values of one facet: each parent before its children, siblings in the order of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The values.
    pub values: Vec<Value>,
    /// The ids, each with the position of its value for its number.
    ids: Interner,
}

/// A value before its place in the tree is known.
pub(crate) struct Seed {
    pub id: String,
    pub label: String,
    pub label_language: Option<String>,
    /// The number of the seed above it.
    pub parent: Option<usize>,
    /// Its place among its siblings; equal ones stand in the order of their ids.
    pub rank: u32,
}

impl Tree {
    /// Lets seeds nest; also gives the position of each.
    #[inline(never)]
    pub(crate) fn grow(mut seeds: Vec<Seed>) -> (Self, Vec<usize>) {
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); seeds.len()];
        let mut roots = Vec::new();
        // Depth first below: the lists run backwards, as a stack wants them.
        let mut ranks = Vec::with_capacity(seeds.len());
        seeds.iter().for_each(|seed| ranks.push(seed.rank));
        for at in by_rank(&ranks, &|a, b| seeds[a].id.cmp(&seeds[b].id)).into_iter().rev() {
            let at = at as usize;
            match seeds[at].parent {
                Some(parent) => children[parent].push(at),
                None => roots.push(at),
            }
        }

        let mut tree = Self { values: Vec::with_capacity(seeds.len()), ids: Interner::default() };
        let mut places = vec![0; seeds.len()];
        let mut stack = roots;
        while let Some(number) = stack.pop() {
            let at = tree.values.len();
            places[number] = at;
            stack.extend_from_slice(&children[number]);
            let seed = &mut seeds[number];
            // A parent stands before its children: its place is known.
            let parent = seed.parent.map(|parent| places[parent]);
            tree.ids.number(seed.id.as_bytes());
            let depth = parent.map_or(0, |parent: usize| tree.values[parent].depth.saturating_add(1));
            tree.values.push(Value {
                id: std::mem::take(&mut seed.id),
                label: std::mem::take(&mut seed.label),
                label_language: seed.label_language.take(),
                parent,
                depth,
            });
        }
        (tree, places)
    }

    /// The position of a value by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.find(id.as_bytes()).map(|at| at as usize)
    }

    /// The value and everything above it, from the value up.
    pub fn upwards(&self, value: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(value), |at| self.values[*at].parent)
    }

    /// Whether `value` stands somewhere below `above`.
    #[must_use]
    pub fn is_below(&self, value: usize, above: usize) -> bool {
        self.upwards(value).skip(1).any(|at| at == above)
    }
}
