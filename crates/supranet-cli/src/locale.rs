//! A language with its customs, by ICU4X and its data of CLDR: what `Intl` is in a browser.
//!
//! Knows nothing of the interface's words, nor of which languages have them.

use anyhow::{Context as _, Result, anyhow};
use icu_calendar::Gregorian;
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::names::{LanguageIdentifierDisplayName, RegionDisplayName};
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale as Tag, locale};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_plurals::{PluralCategory, PluralRules};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use supranet_core::locale::{Locale, Plural, ranks_by};
use supranet_core::model::PartialDate;

/// ICU4X for one language.
pub struct IcuLocale {
    language: String,
    tag: Tag,
    collator: CollatorBorrowed<'static>,
    days: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    months: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    numbers: DecimalFormatter,
    plurals: PluralRules,
}

impl IcuLocale {
    /// A language by its BCP 47 tag. Customs are those of the whole tag (`en-GB`), texts are looked up by its language
    /// alone (`en`), as in the widget.
    ///
    /// # Errors
    /// Where the tag is not well formed.
    pub fn new(tag: &str) -> Result<Self> {
        let well_formed = |_| anyhow!("`{tag}` is no language tag; write one such as `en`, `sv` or `en-GB`");
        let own: LanguageIdentifier = tag.parse().map_err(well_formed)?;
        let language = own.language.to_string();
        // 2 stands before 10.
        let numeric: Tag = format!("{own}-u-kn").parse().map_err(well_formed)?;
        let tag = Tag::from(own);
        let missing = || format!("ICU4X has no customs for `{tag}`");
        Ok(Self {
            language,
            collator: CollatorBorrowed::try_new(numeric.into(), CollatorOptions::default()).with_context(missing)?,
            days: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YMD::long()).with_context(missing)?,
            months: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YM::long()).with_context(missing)?,
            numbers: DecimalFormatter::try_new((&tag).into(), Default::default()).with_context(missing)?,
            plurals: PluralRules::try_new((&tag).into(), Default::default()).with_context(missing)?,
            tag,
        })
    }
}

impl Locale for IcuLocale {
    fn language(&self) -> &str {
        &self.language
    }

    fn country(&self, code: &str) -> String {
        region(&self.tag, code)
    }

    fn country_in_english(&self, code: &str) -> String {
        region(&locale!("en"), code)
    }

    fn language_name(&self, tag: &str) -> String {
        let name = |own| {
            LanguageIdentifierDisplayName::try_new_heavy((&self.tag).into(), own, Default::default())
                .map(|name| name.as_borrowed().to_string())
        };
        let own = tag.parse::<LanguageIdentifier>().ok();
        own.and_then(|own| name(own).ok()).unwrap_or_else(|| tag.into())
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        ranks_by(texts.len(), &|a, b| self.collator.compare(texts[a], texts[b]))
    }

    fn date(&self, date: PartialDate) -> String {
        // A year by itself is a number in every language.
        let Some(month) = date.month() else { return date.iso() };
        let first = Date::try_new_gregorian(date.year().into(), month, date.day().unwrap_or(1));
        match (first, date.day()) {
            (Ok(day), Some(_)) => self.days.format(&day).to_string(),
            (Ok(day), None) => self.months.format(&day).to_string(),
            (Err(_), _) => date.iso(),
        }
    }

    fn number(&self, number: i64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    fn fold(&self, text: &str) -> String {
        let is_word = |letter: char| {
            let category = CodePointMapData::<GeneralCategory>::new().get(letter);
            [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Mark, GeneralCategoryGroup::Number]
                .into_iter()
                .any(|group| group.contains(category))
        };
        let lower = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
        lower.chars().map(|letter| if is_word(letter) { letter } else { ' ' }).collect()
    }

    fn plural(&self, count: u64) -> Plural {
        match self.plurals.category_for(count) {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }
}

fn region(tag: &Tag, code: &str) -> String {
    let region = code.parse::<Region>();
    region.map_or_else(|_| code.into(), |own| RegionDisplayName::new_light_with_fallback(tag.into(), own).to_string())
}

#[cfg(test)]
mod tests {
    use super::IcuLocale;
    use supranet_core::locale::{Locale as _, Plural};
    use supranet_core::model::PartialDate;

    fn locale(tag: &str) -> IcuLocale {
        IcuLocale::new(tag).expect(tag)
    }

    /// The names that the widget shows in browsers: a row per country, a column per language.
    #[test]
    fn countries_are_called_as_in_a_browser() {
        let table = include_str!("../tests/countries.tsv");
        let mut lines = table.lines();
        let tags: Vec<&str> = lines.next().unwrap_or_default().split('\t').skip(1).collect();
        let locales: Vec<IcuLocale> = tags.iter().map(|tag| locale(tag)).collect();
        let mut compared = 0;
        for line in lines {
            let mut cells = line.split('\t');
            let code = cells.next().unwrap_or_default();
            for (tag, (locale, name)) in tags.iter().zip(locales.iter().zip(cells)) {
                assert_eq!(locale.country(code), name, "{code} in {tag}");
                compared += 1;
            }
        }
        assert_eq!(compared, 47 * 7);
    }

    #[test]
    fn a_code_that_is_no_country_stands_for_itself() {
        assert_eq!((locale("sv").country("QX"), locale("sv").country("nowhere")), ("QX".into(), "nowhere".into()));
    }

    #[test]
    fn dates_are_said_at_their_own_precision() {
        let said = |tag: &str, date: &str| PartialDate::parse(date).map(|date| locale(tag).date(date));
        for (tag, date, expected) in [
            ("en", "2022-04-28", "April 28, 2022"),
            ("en-GB", "2022-04-28", "28 April 2022"),
            ("sv", "2022-04-28", "28 april 2022"),
            ("da", "2022-04-28", "28. april 2022"),
            ("en", "2023-10", "October 2023"),
            ("sv", "2023-10", "oktober 2023"),
            ("da", "2023-10", "oktober 2023"),
            ("da", "2019", "2019"),
        ] {
            assert_eq!(said(tag, date).as_deref(), Some(expected), "{date} in {tag}");
        }
    }

    #[test]
    fn names_stand_in_the_order_of_the_language() {
        assert_eq!(locale("sv").ranks(&["Ö", "Z", "Ä", "Å"]), [3, 0, 2, 1]);
        assert_eq!(locale("da").ranks(&["Å", "Z", "Æ", "Ø"]), [3, 0, 1, 2]);
        assert_eq!(locale("en").ranks(&["Ö", "z", "P", "o"]), [1, 3, 2, 0]);
        assert_eq!(locale("en").ranks(&["Part 10", "Part 2", "Part 2"]), [1, 0, 0]);
    }

    #[test]
    fn numbers_are_grouped_and_counted_as_the_language_does() {
        assert_eq!(locale("en").number(-1_234_567), "-1,234,567");
        assert_eq!(locale("sv").number(10_000), "10\u{a0}000");
        assert_eq!((locale("da").plural(1), locale("da").plural(0)), (Plural::One, Plural::Other));
    }

    #[test]
    fn languages_have_names_and_what_is_no_tag_stands_for_itself() {
        assert_eq!(locale("en").language_name("sv"), "Swedish");
        assert_eq!(locale("da").language_name("sv"), "svensk");
        assert_eq!(locale("sv").language_name("fr"), "franska");
        assert_eq!(locale("sv").language_name("<b>"), "<b>");
    }

    #[test]
    fn texts_are_folded_to_letters_marks_and_digits() {
        assert_eq!(locale("sv").fold("Åre–ﬁn, N°\u{2002}2"), "a\u{30a}re fin  n  2");
    }

    #[test]
    fn a_tag_that_is_not_well_formed_is_refused_with_a_way_out() {
        let refused = IcuLocale::new("not a tag").map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(refused, Err("`not a tag` is no language tag; write one such as `en`, `sv` or `en-GB`".into()));
    }
}
