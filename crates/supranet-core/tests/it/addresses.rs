//! The state in the address of a page.

use proptest::prelude::*;
use supranet_core::facet::Facet;
use supranet_core::filter::address::{Place, Stated, read, write};
use supranet_core::filter::{Filter, Part, Sort};

/// A question from `country=SE,DK&from=2020`, each value as it is.
fn filter(text: &str) -> Filter {
    let mut filter = Filter::default();
    for (key, value) in text.split('&').filter_map(|part| part.split_once('=')) {
        match Part::from_key(key) {
            Some(Part::Facet(facet)) => filter.set(facet, value.split(',')),
            Some(Part::From) => filter.from = value.parse().ok(),
            Some(Part::To) => filter.to = value.parse().ok(),
            Some(Part::Q) => filter.q = value.into(),
            Some(Part::Sort) => filter.sort = Sort::from_key(value),
            None => panic!("{key} is no part"),
        }
    }
    filter
}

fn place(text: &str) -> Place {
    Place { filter: filter(text), ..Place::default() }
}

fn stated(parameters: &str) -> Stated {
    read(parameters, "sn-").expect("a parameter of ours")
}

#[test]
fn parameters_are_read_part_by_part() {
    let stated =
        stated("utm=1&sn-country=se,DK,,+no+&sn-area=rare%20diseases&sn-from=2020&sn-q=v%C3%A4st+a&sn-sort=links");
    assert_eq!(stated.place, place("country=SE,DK,NO&area=rare diseases&from=2020&q=väst a&sort=links"));
    let parts = [Part::Facet(Facet::Country), Part::Facet(Facet::Area), Part::From, Part::Q, Part::Sort];
    assert_eq!((stated.parts.as_slice(), stated.unread.as_slice()), (&parts[..], &[][..]));

    let stated = crate::addresses::stated("sn-view=map&sn-card=gms&sn-data=2026-01-01&sn-view=table");
    let texts = [stated.place.view, stated.place.card, stated.place.data];
    assert_eq!(texts.map(Option::unwrap_or_default), ["map", "gms", "2026-01-01"]);
    assert!(stated.parts.is_empty());
}

#[test]
fn an_address_without_a_parameter_of_ours_says_nothing() {
    for parameters in
        ["", "&", "country=SE", "sn-countries=SE", "sn-country", "section", "=sn-country", "SN-country=SE"]
    {
        assert_eq!(read(parameters, "sn-"), None, "{parameters}");
    }
    assert_eq!(read("country=SE", "").map(|stated| stated.place), Some(place("country=SE")), "no prefix");
    assert_eq!(read("a%26b=x&a%26country=SE", "a&").map(|stated| stated.place), Some(place("country=SE")));
    assert_eq!(read("country", ""), None, "an anchor");
}

#[test]
fn precedence_is_facet_by_facet() {
    let presets = filter("country=SE&area=cancer&from=2000&q=dna&sort=name");
    for (parameters, expected) in [
        ("sn-country=DK", "country=DK&area=cancer&from=2000&q=dna&sort=name"),
        ("sn-country=&sn-q=", "area=cancer&from=2000&sort=name"),
        ("sn-from=&sn-sort=&sn-area=,", "country=SE&q=dna"),
        ("sn-to=2010&sn-sort=links", "country=SE&area=cancer&from=2000&to=2010&q=dna&sort=links"),
        ("sn-view=map", "country=SE&area=cancer&from=2000&q=dna&sort=name"),
        ("sn-country=DK&sn-country=NO", "country=DK&area=cancer&from=2000&q=dna&sort=name"),
    ] {
        assert_eq!(stated(parameters).over(&presets), filter(expected), "{parameters}");
    }
}

#[test]
fn a_value_that_is_none_is_not_stated_and_told() {
    let presets = filter("from=2000&to=2010&sort=name");
    for bad in ["abc", "65536", "-1", "%2B1", "1.5", "+2020", "99999999999999999999", "2020%00", "٢٠٢٠"] {
        let stated = stated(&format!("sn-from={bad}&sn-from=1990&sn-to={bad}&sn-sort={bad}"));
        assert_eq!(stated.unread, [Part::From, Part::To, Part::Sort], "{bad}");
        assert_eq!(stated.over(&presets), presets);
    }
    assert_eq!(stated("sn-from=0&sn-to=065535").place, place("from=0&to=65535"));
}

#[test]
fn only_what_differs_from_the_presets_is_written_behind_what_is_not_ours() {
    let presets = filter("country=SE,DK&to=2020");
    for (existing, state, expected) in [
        ("", "country=DK,SE&to=2020", ""),
        ("a=1", "country=DK,SE&to=2020", "a=1"),
        ("", "country=SE,AT&to=2020", "sn-country=AT,SE"),
        ("", "", "sn-country=&sn-to="),
        (
            "",
            "sort=recent&q=å b&to=7&from=0&agreement=mou&partner=GB-ENG&membership=m&status=active&scope=national&area=b,a\
             &country=se&initiative=gms",
            "sn-initiative=gms&sn-country=SE&sn-area=a,b&sn-scope=national&sn-status=active&sn-membership=m\
             &sn-partner=GB-ENG&sn-agreement=mou&sn-from=0&sn-to=7&sn-q=%C3%A5%20b&sn-sort=recent",
        ),
        ("section", "country=NO&to=2020", "section&sn-country=NO"),
        ("sn-country=AT&x=%e5+%zz&&a&a=&=b&sn-to=1", "country=NO&to=2020", "x=%e5+%zz&&a&a=&=b&sn-country=NO"),
        ("sn-country", "country=NO&to=2020", "sn-country&sn-country=NO"),
        ("sn%2Dcountry=AT&sn-x=1", "country=NO&to=2020", "sn-x=1&sn-country=NO"),
        ("&", "country=SE,DK&to=2020", "&"),
    ] {
        assert_eq!(write(existing, "sn-", &place(state), &presets), expected, "{state} in {existing:?}");
    }
    let mut whole = place("country=SE,DK&to=2020");
    (whole.view, whole.card, whole.data) = (Some("map".into()), Some("a,b".into()), Some(String::new()));
    assert_eq!(write("", "a&", &whole, &presets), "a%26view=map&a%26card=a%2Cb");
    let mut comma = place("to=2020");
    comma.filter.set(Facet::Country, ["A,B", "C"]);
    assert_eq!(write("", "", &comma, &presets), "country=A%2CB,C");
}

/// Texts of letters that mean something in an address, or of any.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c,&=%+# \u{e5}\u{1f642}/?2C-]{0,6}", any::<String>()]
}

fn filters() -> impl Strategy<Value = Filter> {
    let values = prop::collection::vec(prop::collection::vec(texts(), 0..3), 8);
    let sort = prop::option::of(prop::sample::select(&Sort::ALL[..]));
    (values, any::<Option<u16>>(), any::<Option<u16>>(), texts(), sort).prop_map(|(values, from, to, q, sort)| {
        let mut filter = Filter::default();
        (filter.from, filter.to, filter.q, filter.sort) = (from, to, q, sort);
        Facet::ALL.into_iter().zip(values).for_each(|(facet, values)| filter.set(facet, values));
        filter
    })
}

fn places() -> impl Strategy<Value = Place> {
    let text = || prop::option::of(texts().prop_filter("an empty one is none", |text| !text.is_empty()));
    (filters(), text(), text(), text()).prop_map(|(filter, view, card, data)| Place { filter, view, card, data })
}

fn parameters() -> impl Strategy<Value = String> {
    const NAMES: [&str; 9] = ["sn-", "sn-country", "sn-from", "sn-q", "sn%2Dview", "country", "section", "a", ""];
    let one = (prop::sample::select(&NAMES[..]), prop::option::of("[a-c0-9,=%+#?-]{0,6}"));
    let one = one.prop_map(|(name, value)| value.map_or(name.into(), |value| format!("{name}={value}")));
    prop::collection::vec(one, 0..8).prop_map(|parts: Vec<String>| parts.join("&"))
}

/// What in parameters is not ours.
fn foreign<'p>(parameters: &'p str, prefix: &str) -> Vec<&'p str> {
    parameters.split('&').filter(|part| !part.is_empty() && read(part, prefix).is_none()).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_and_the_rest_stays(
        existing in parameters(), prefix in prop_oneof![Just("sn-".to_owned()), Just(String::new()), texts()],
        place in places(), presets in filters()
    ) {
        let written = write(&existing, &prefix, &place, &presets);
        let stated = read(&written, &prefix).unwrap_or_default();
        let filter = stated.over(&presets);
        for part in Part::ALL {
            prop_assert!(filter.has_same(part, &place.filter), "{part:?} in {written}");
        }
        prop_assert_eq!(&stated.unread, &[]);
        prop_assert_eq!(
            (&stated.place.view, &stated.place.card, &stated.place.data), (&place.view, &place.card, &place.data)
        );
        prop_assert_eq!(foreign(&written, &prefix), foreign(&existing, &prefix));
        prop_assert_eq!(write(&written, &prefix, &place, &presets), written.as_str());
        if read(&existing, &prefix).is_none() {
            prop_assert!(written.starts_with(&existing), "{} in {}", existing, written);
        }
        prop_assert!(written.is_ascii(), "as all that was there is: {}", written);
    }

    #[test]
    fn any_parameters_can_be_read_and_written(parameters in any::<String>(), prefix in texts()) {
        let stated = read(&parameters, &prefix).unwrap_or_default();
        let written = write(&parameters, &prefix, &stated.place, &Filter::default());
        prop_assert_eq!(foreign(&written, &prefix), foreign(&parameters, &prefix));
    }
}
