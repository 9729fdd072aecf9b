//! The values of one record, as they were read.
//!
//! They come in the order of the table, and are taken in that order; a build with debug assertions stops where a table
//! and its taker differ. Knows nothing of single records, nor of the file.

use crate::model::{LocalizedText, PartialDate, Party};
use crate::shape::{Field, Kind};

/// A value of a kind.
#[derive(PartialEq)]
pub(super) enum Value {
    /// Not stated, or left out.
    Nothing,
    Text(String),
    Texts(LocalizedText),
    Date(PartialDate),
    Whole(i64),
    /// The position of a record, or of a word in its list.
    At(u32),
    Party(Party),
    Many(Vec<Value>),
    Record(Fields),
}

/// The values of a record, in the order of its table.
pub(super) struct Fields {
    values: std::vec::IntoIter<Value>,
    shape: std::slice::Iter<'static, Field>,
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        self.values.as_slice() == other.values.as_slice()
    }
}

impl Fields {
    /// The values that were not taken yet, and their fields.
    pub(super) fn left(&self) -> (&[Value], &'static [Field]) {
        (self.values.as_slice(), self.shape.as_slice())
    }

    /// The values that were not taken yet, to be changed.
    pub(super) fn left_mut(&mut self) -> &mut [Value] {
        self.values.as_mut_slice()
    }

    pub(super) fn new(values: Vec<Value>, shape: &'static [Field]) -> Self {
        Self { values: values.into_iter(), shape: shape.iter() }
    }

    fn next(&mut self, fits: fn(Kind) -> bool) -> Value {
        let field = self.shape.next();
        debug_assert!(field.is_some_and(|field| fits(field.kind)), "not the kind of {:?}", field.map(|own| own.key));
        self.values.next().unwrap_or(Value::Nothing)
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let fits = |kind| matches!(kind, Kind::Text | Kind::Country | Kind::Place | Kind::Address);
        if let Value::Text(text) = self.next(fits) { Some(text) } else { None }
    }

    pub(super) fn texts(&mut self) -> LocalizedText {
        let fits = |kind| matches!(kind, Kind::Texts | Kind::Name);
        if let Value::Texts(texts) = self.next(fits) { texts } else { LocalizedText::default() }
    }

    pub(super) fn date(&mut self) -> Option<PartialDate> {
        if let Value::Date(date) = self.next(|kind| matches!(kind, Kind::Date)) { Some(date) } else { None }
    }

    pub(super) fn whole(&mut self) -> Option<i64> {
        if let Value::Whole(number) = self.next(|kind| matches!(kind, Kind::Whole)) { Some(number) } else { None }
    }

    pub(super) fn at(&mut self) -> Option<u32> {
        if let Value::At(at) = self.next(|kind| matches!(kind, Kind::Ref(_))) { Some(at) } else { None }
    }

    /// A word of a closed list, whose values stand in the order of the words.
    pub(super) fn word<T: Copy>(&mut self, words: &[T]) -> Option<T> {
        let at =
            if let Value::At(at) = self.next(|kind| matches!(kind, Kind::Word(_))) { at as usize } else { usize::MAX };
        words.get(at).copied()
    }

    pub(super) fn party(&mut self) -> Option<Party> {
        if let Value::Party(party) = self.next(|kind| matches!(kind, Kind::Party)) { Some(party) } else { None }
    }

    /// Takes a list, one value after the other.
    #[inline(never)]
    fn each(&mut self, take: &mut dyn FnMut(Value)) {
        if let Value::Many(values) = self.next(|kind| matches!(kind, Kind::Many(_))) {
            values.into_iter().for_each(take);
        }
    }

    /// How many values the list has that comes next: room is made for so many and no more.
    pub(super) fn ahead(&self) -> usize {
        if let Some(Value::Many(values)) = self.values.as_slice().first() { values.len() } else { 0 }
    }

    pub(super) fn text_list(&mut self) -> Vec<String> {
        let mut texts = Vec::with_capacity(self.ahead());
        self.each(&mut |value| {
            if let Value::Text(text) = value {
                texts.push(text);
            }
        });
        texts
    }

    pub(super) fn texts_list(&mut self) -> Vec<LocalizedText> {
        let mut lists = Vec::with_capacity(self.ahead());
        self.each(&mut |value| {
            if let Value::Texts(texts) = value {
                lists.push(texts);
            }
        });
        lists
    }

    pub(super) fn parties(&mut self) -> Vec<Party> {
        let mut parties = Vec::with_capacity(self.ahead());
        self.each(&mut |value| {
            if let Value::Party(party) = value {
                parties.push(party);
            }
        });
        parties
    }

    pub(super) fn at_list(&mut self) -> Vec<u32> {
        let mut list = Vec::with_capacity(self.ahead());
        self.each(&mut |value| {
            if let Value::At(at) = value {
                list.push(at);
            }
        });
        list
    }

    /// Takes a list of records, one after the other.
    pub(super) fn records(&mut self, take: &mut dyn FnMut(&mut Self)) {
        self.each(&mut |value| {
            if let Value::Record(mut fields) = value {
                take(&mut fields);
                fields.done();
            }
        });
    }

    /// Passes over a field that is checked and shown by no view.
    pub(super) fn checked_only(&mut self) {
        self.next(|_| true);
    }

    /// Asserts that all fields of the table were taken.
    pub(super) fn done(&mut self) {
        debug_assert!(self.shape.next().is_none(), "a field was not taken");
    }
}
