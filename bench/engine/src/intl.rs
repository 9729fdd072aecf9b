//! What the engine asks of a language, answered by `Intl` in the way of the widget's own locale.
//!
//! A copy of what the index needs of `src/browser/intl.rs`, as the widget cannot be linked without a page.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect, RegExp};
use std::cmp::Ordering;
use supranet_core::locale::{Locale, Plural, ranks_by};
use supranet_core::model::PartialDate;
use wasm_bindgen::JsValue;

/// `Intl` for one language.
pub struct IntlLocale {
    language: String,
    compare: Function,
    countries: Intl::DisplayNames,
    english: Intl::DisplayNames,
    separators: RegExp,
}

impl IntlLocale {
    /// A language by its BCP 47 tag, which must be well formed.
    pub fn new(language: &str) -> Self {
        let names = |tag: &str| Intl::DisplayNames::new(&Array::of1(&tag.into()), &options("type", "region"));
        let tags = Array::of1(&language.into());
        Self {
            language: language.into(),
            compare: Intl::Collator::new(&tags, &options("numeric", "true")).compare(),
            countries: names(language),
            english: names("en"),
            separators: RegExp::new("[^\\p{L}\\p{M}\\p{N}]+", "gu"),
        }
    }
}

impl Locale for IntlLocale {
    fn language(&self) -> &str {
        &self.language
    }

    fn country(&self, code: &str) -> String {
        self.countries.of(code).map_or_else(|| code.into(), String::from)
    }

    fn country_in_english(&self, code: &str) -> String {
        self.english.of(code).map_or_else(|| code.into(), String::from)
    }

    fn language_name(&self, tag: &str) -> String {
        tag.into()
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        let texts: Vec<JsString> = texts.iter().map(|text| JsString::from(*text)).collect();
        ranks_by(texts.len(), &|a, b| {
            let order = self.compare.call2(&JsValue::UNDEFINED, &texts[a], &texts[b]);
            let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
            order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        })
    }

    fn date(&self, date: PartialDate) -> String {
        date.iso()
    }

    fn number(&self, number: i64) -> String {
        number.to_string()
    }

    fn fold(&self, text: &str) -> String {
        let text = JsString::from(text).normalize("NFKD").to_lower_case();
        String::from(text.replace_by_pattern(&self.separators, " "))
    }

    fn plural(&self, _: u64) -> Plural {
        Plural::Other
    }
}

fn options(key: &str, value: &str) -> Object {
    let options = Object::new();
    // Setting a member of a fresh plain object cannot fail.
    Reflect::set(&options, &key.into(), &value.into()).ok();
    options
}
