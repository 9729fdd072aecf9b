//! The browser's own knowledge of languages, as the core's `Locale`.
//!
//! Knows nothing of the interface's words.

use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect, RegExp};
use std::cell::OnceCell;
use std::cmp::Ordering;
use supranet_core::join::{concat, digits};
use supranet_core::locale::{Locale, Plural, ranks_by};
use supranet_core::model::PartialDate;
use wasm_bindgen::JsValue;

/// Languages of the packs in which names of languages have no capital.
const LOWER_CASE: [&str; 3] = ["da", "fr", "sv"];

/// `Intl` for one language.
#[derive(Debug)]
pub struct IntlLocale {
    language: String,
    tags: Array,
    /// For a year, a month, a day.
    dates: [OnceCell<Intl::DateTimeFormat>; 3],
    compare: Function,
    countries: Intl::DisplayNames,
    countries_in_english: Intl::DisplayNames,
    /// Made when a text is in another language.
    languages: OnceCell<Intl::DisplayNames>,
    numbers: Function,
    plurals: Intl::PluralRules,
}

impl IntlLocale {
    /// A language by its BCP 47 tag, which must be well formed; the entry script sees to it. Customs
    /// are those of the whole tag (`en-GB`), texts are looked up by its language alone (`en`).
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or(tag);
        let tags = Array::of1(&JsValue::from_str(tag));
        let plain = Object::new();
        let countries = |tags: &Array| Intl::DisplayNames::new(tags, &options(&[("type", "region")]));
        let own = countries(&tags);
        Self {
            language: language.into(),
            dates: Default::default(),
            compare: Intl::Collator::new(&tags, &options(&[("numeric", "true")])).compare(),
            countries_in_english: match language {
                "en" => own.clone(),
                _ => countries(&Array::of1(&JsValue::from_str("en"))),
            },
            countries: own,
            languages: OnceCell::new(),
            numbers: Intl::NumberFormat::new(&tags, &plain).format(),
            plurals: Intl::PluralRules::new(&tags, &plain),
            tags,
        }
    }
}

/// The name of a country; the code itself of what is none, such as a place that no file describes: it throws at that.
#[inline(never)]
fn region(names: &Intl::DisplayNames, code: &str) -> String {
    if code.len() != 2 {
        return code.into();
    }
    names.of(code).map_or_else(|| code.into(), String::from)
}

impl Locale for IntlLocale {
    fn language(&self) -> &str {
        &self.language
    }

    fn country(&self, code: &str) -> String {
        region(&self.countries, code)
    }

    fn country_in_english(&self, code: &str) -> String {
        region(&self.countries_in_english, code)
    }

    fn language_name(&self, tag: &str) -> String {
        // Throws at a tag that is not well formed.
        let make = || Intl::DisplayNames::new(&self.tags, &options(&[("type", "language")]));
        let languages = self.languages.get_or_init(make);
        let name = Reflect::get(languages, &JsValue::from_str("of"))
            .and_then(|of| Function::from(of).call1(languages, &JsValue::from_str(tag)));
        let Ok(name) = name else { return tag.into() };
        // Safari writes it as at the start of a sentence.
        let name = JsString::from(name);
        String::from(if LOWER_CASE.contains(&self.language.as_str()) { name.to_lower_case() } else { name })
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        // Handed over once: a comparison is then a call without a copy.
        let texts: Vec<JsString> = texts.iter().map(|text| JsString::from(*text)).collect();
        ranks_by(texts.len(), &|a, b| {
            let order = self.compare.call2(&JsValue::UNDEFINED, &texts[a], &texts[b]);
            let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
            order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        })
    }

    fn date(&self, date: PartialDate) -> String {
        // A year by itself is a number in every language.
        if date.month().is_none() {
            return date.iso();
        }
        text(self.dates(date).format().call1(&JsValue::UNDEFINED, &moment(date))).unwrap_or_else(|| date.iso())
    }

    fn period(&self, from: PartialDate, to: PartialDate) -> String {
        // At the precision of the less precise.
        let format = self.dates(if from.day().is_some() { to } else { from });
        format.format_range(&moment(from), &moment(to)).map_or_else(|_| from.iso(), String::from)
    }

    fn number(&self, number: i64) -> String {
        // From 2^53 on the last digits would be wrong; such a number is shown ungrouped.
        let exact = (number.unsigned_abs() < 1 << 53).then(|| JsValue::from_f64(number as f64));
        let number_text = || concat(&[if number < 0 { "-" } else { "" }, &digits(number.unsigned_abs())]);
        exact.and_then(|value| text(self.numbers.call1(&JsValue::UNDEFINED, &value))).unwrap_or_else(number_text)
    }

    fn fold(&self, text: &str) -> String {
        fold(text)
    }

    fn plural(&self, count: u64) -> Plural {
        let word = self.plurals.select(u32::try_from(count).map_or(f64::from(u32::MAX), f64::from));
        match String::from(word).as_str() {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }
}

impl IntlLocale {
    /// The format for dates as precise as this one, made once: making one takes as long as drawing a card.
    fn dates(&self, date: PartialDate) -> &Intl::DateTimeFormat {
        let parts = [("timeZone", "UTC"), ("year", "numeric"), ("month", "long"), ("day", "numeric")];
        let stated = usize::from(date.month().is_some()) + usize::from(date.day().is_some());
        let parts = parts.get(..2 + stated).unwrap_or_default();
        self.dates[stated].get_or_init(|| Intl::DateTimeFormat::new(&self.tags, &options(parts)))
    }
}

/// The first day of what is stated.
fn moment(date: PartialDate) -> Date {
    let (month, day) = (i32::from(date.month().unwrap_or(1)) - 1, i32::from(date.day().unwrap_or(1)));
    let moment = Date::new(&JsValue::from_f64(0.0));
    moment.set_utc_full_year_with_month_date(u32::from(date.year()), month, day);
    moment
}

/// All of Unicode's knowledge of letters is in the browser already.
fn fold(text: &str) -> String {
    thread_local! {
        static SEPARATORS: RegExp = RegExp::new("[^\\p{L}\\p{M}\\p{N}]+", "gu");
    }
    let text = JsString::from(text).normalize("NFKD").to_lower_case();
    String::from(SEPARATORS.with(|separators| text.replace_by_pattern(separators, " ")))
}

fn text(value: Result<JsValue, JsValue>) -> Option<String> {
    value.ok().and_then(|value| value.as_string())
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in entries {
        // Setting a member of a fresh plain object cannot fail.
        Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
    }
    options
}
