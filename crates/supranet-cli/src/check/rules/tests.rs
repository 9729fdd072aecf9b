//! Each rule on records that meet it and records that do not.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

use super::apply;
use jiff::civil::date;
use serde_json::{Value, json};
use supranet_core::raw;

/// What is found in a dataset with these members: `path: code: message`.
fn found(members: Value) -> Vec<String> {
    let mut dataset = json!({"version": 1, "initiatives": []});
    for (key, value) in members.as_object().expect("members") {
        dataset[key] = value.clone();
    }
    let bytes = dataset.to_string().into_bytes();
    let raw = raw::parse(&bytes).expect("a dataset");
    let said = apply(&[(0, raw)], date(2026, 11, 22)).into_iter();
    said.map(|finding| format!("{}: {}: {}", finding.path, finding.code, finding.message)).collect()
}

/// What is found in an initiative with these fields.
fn of_initiative(fields: Value) -> Vec<String> {
    let mut record = json!({"id": "a", "name": {"en": "A"}});
    for (key, value) in fields.as_object().expect("fields") {
        record[key] = value.clone();
    }
    found(json!({"initiatives": [record]}))
}

/// The codes and the paths alone.
fn short(said: &[String]) -> Vec<String> {
    said.iter().map(|line| line.split(": ").take(2).collect::<Vec<_>>().join(": ")).collect()
}

#[test]
fn a_key_that_the_format_does_not_have_is_named_with_the_one_that_is_meant() {
    let said = |path: &str, key: &str, meant: &str| {
        format!("{path}: unknown-key: the format has no key \"{key}\" here, and what it holds is not read; {meant}")
    };
    let none = "take it out, or see the schema (`supranet schema`) for those that there are";
    for (key, meant) in [
        ("contry", "did you mean `country`?"),
        ("nmae", "did you mean `name`?"),
        ("URL", "did you mean `url`?"),
        ("xy", none),
        ("more", none),
    ] {
        assert_eq!(of_initiative(json!({key: 1})), [said(&format!("initiatives[0].{key}"), key, meant)]);
    }
    let funding = json!({"funding": [{"amount": 1}, {"curency": "SEK", "amount": 2}]});
    assert_eq!(
        of_initiative(funding),
        [said("initiatives[0].funding[1].curency", "curency", "did you mean `currency`?")]
    );
    let at_the_top = json!({"$schema": "s", "initatives": [], "agreements": [{"ends": ["a", "b"], "ens": 1}]});
    assert_eq!(
        found(at_the_top),
        [
            said("initatives", "initatives", "did you mean `initiatives`?"),
            said("agreements[0].ens", "ens", "did you mean `ends`?"),
        ]
    );
}

#[test]
fn a_language_is_no_key_and_a_key_that_stands_twice_is_named_once() {
    assert_eq!(of_initiative(json!({"summary": {"en": "A"}})), Vec::<String>::new());
    let twice = br#"{"version": 1, "initiatives": [{"id": "a", "name": {"en": "A"}, "own": 1, "own": 2}]}"#;
    let said = apply(&[(0, raw::parse(twice).expect("a dataset"))], date(2026, 11, 22));
    assert_eq!(said.iter().map(|own| own.path.as_str()).collect::<Vec<_>>(), ["initiatives[0].own"]);
}

#[test]
fn an_address_has_a_host_or_a_mailbox() {
    for good in ["https://example.org", "http://localhost:8080/a?b#c", "HTTPS://ä.example", "mailto:a@example.org"] {
        assert_eq!(of_initiative(json!({"url": good})), Vec::<String>::new(), "{good}");
    }
    for (bad, wrong) in [
        ("https://[1", "cannot be followed (invalid IPv6 address)"),
        ("https://example.org:99999", "cannot be followed (invalid port number)"),
        ("mailto:nobody", "names no mailbox"),
    ] {
        let said = format!("initiatives[0].url: malformed-address: \"{bad}\" {wrong}; correct the address");
        assert_eq!(of_initiative(json!({"url": bad})), [said]);
    }
    // The reader says so itself.
    for bad in ["javascript:alert(1)", "https://", "https:///path", "mailto:@example.org"] {
        assert_eq!(of_initiative(json!({"url": bad})), Vec::<String>::new(), "{bad}");
    }
}

#[test]
fn a_currency_is_one_of_iso_4217() {
    assert_eq!(of_initiative(json!({"funding": [{"currency": "SEK"}]})), Vec::<String>::new());
    let said = "initiatives[0].funding[1].currency: unknown-currency: \"Euro\" is not a currency of ISO 4217; write a code such as EUR or SEK";
    assert_eq!(of_initiative(json!({"funding": [{"currency": "EUR"}, {"currency": "Euro"}]})), [said]);
}

#[test]
fn a_date_that_says_what_has_happened_is_not_in_the_future() {
    let said =
        "initiatives[0].checked: date-in-future: 2026-11-23 is in the future (today is 2026-11-22); correct the date";
    assert_eq!(of_initiative(json!({"checked": "2026-11-23"})), [said]);
    for today in ["2026", "2026-11", "2026-11-22"] {
        assert_eq!(of_initiative(json!({"checked": today, "started": today})), Vec::<String>::new());
    }
    assert_eq!(short(&of_initiative(json!({"started": "2027"}))), ["initiatives[0].started: date-in-future"]);
    let plans =
        json!({"started": "2027", "status": "planned", "ended": "2030", "figures": [{"value": 1, "horizon": "2035"}]});
    assert_eq!(of_initiative(plans), Vec::<String>::new());
}

#[test]
fn what_comes_later_is_not_dated_before() {
    let said = "initiatives[0].ended: dates-out-of-order: 2019 is before `started`, 2022-04-28; correct one of the two";
    assert_eq!(of_initiative(json!({"started": "2022-04-28", "ended": "2019"})), [said]);
    // As far as both are stated.
    assert_eq!(of_initiative(json!({"started": "2022-04-28", "ended": "2022"})), Vec::<String>::new());
    assert_eq!(of_initiative(json!({"started": "2022", "ended": "2022-01-01"})), Vec::<String>::new());
    assert_eq!(
        short(&of_initiative(json!({"funding": [{"from": "2020-02", "to": "2020-01-31"}]}))),
        ["initiatives[0].funding[0].to: dates-out-of-order"]
    );
    let agreement = json!({"id": "x", "ends": ["a", "b"], "signed": "2022-05-01", "announced": "2022-04-28"});
    assert_eq!(
        found(json!({"agreements": [agreement]})),
        [
            "agreements[0].announced: dates-out-of-order: 2022-04-28 is before `signed`, 2022-05-01; correct one of the two"
        ]
    );
}

#[test]
fn a_record_is_compared_with_its_sources_every_year() {
    for recent in ["2025-11-22", "2025-11", "2025", "2026-01-01"] {
        assert_eq!(of_initiative(json!({"checked": recent})), Vec::<String>::new(), "{recent}");
    }
    let said = "initiatives[0].checked: checked-long-ago: last checked 2025-11-21, over a year ago; compare the record with its sources again";
    assert_eq!(of_initiative(json!({"checked": "2025-11-21"})), [said]);
}

#[test]
fn a_text_has_the_languages_of_the_other_texts_of_its_record() {
    let said =
        "initiatives[0].focus[0]: language-missing: no text in da, sv, which other texts of this record have; add it";
    let three = json!({"en": "A", "sv": "A", "da": "A"});
    assert_eq!(of_initiative(json!({"name": three, "summary": three, "focus": [{"en": "B"}]})), [said]);
    // One text of many may say as well how the source writes it.
    let both = json!({"en": "A", "sv": "A", "fr": "A"});
    let fields =
        |rest: Value| json!({"name": {"en": "A", "sv": "A"}, "summary": both, "focus": [{"en": "B", "sv": "B"}, rest]});
    assert_eq!(of_initiative(fields(json!({"en": "C", "sv": "C"}))), Vec::<String>::new());
    assert_eq!(short(&of_initiative(fields(json!({"en": "C"})))), ["initiatives[0].focus[1]: language-missing"]);
    // A name has the languages that it is known in; a remark on evidence is not shown.
    assert_eq!(of_initiative(json!({"name": {"en": "A", "fr": "A"}, "summary": {"en": "A"}})), Vec::<String>::new());
    let source = json!({"id": "s"});
    let record = json!({"id": "a", "name": three, "summary": three, "evidence": [{"field": "name", "source": "s", "note": {"en": "N"}}]});
    assert_eq!(found(json!({"sources": [source], "initiatives": [record]})), Vec::<String>::new());
    let agreement = json!({"id": "x", "ends": ["a", "b"], "event": {"en": "A"}, "sourceWord": {"sv": "avsiktsförklaring"}, "place": "Oslo"});
    assert_eq!(found(json!({"agreements": [agreement]})), Vec::<String>::new());
}

#[test]
fn a_text_has_the_language_that_texts_fall_back_to() {
    let said = |language: &str| {
        format!(
            "initiatives[0].name: default-language-missing: no text in \"{language}\", the `defaultLanguage` of the file; add one"
        )
    };
    assert_eq!(of_initiative(json!({"name": {"sv": "A"}})), [said("en")]);
    let record = json!({"id": "a", "name": {"en": "A"}});
    assert_eq!(found(json!({"defaultLanguage": "sv", "initiatives": [record]})), [said("sv")]);
}

#[test]
fn a_language_tag_is_one_and_is_written_as_usual() {
    for good in ["sv", "de-CH", "zh-Hant", "sr-Latn-RS", "es-419", "smj"] {
        assert_eq!(found(json!({"sources": []  , "title": {"en": "A", good: "A"}})), Vec::<String>::new(), "{good}");
    }
    for (bad, wrong) in [
        ("EN", "is written \"en\""),
        ("swe", "is written \"sv\""),
        ("de-ch", "is written \"de-CH\""),
        ("dk", "begins with no language that ISO 639 has: \"dk\"; write one such as sv or da"),
        ("English text", "is no language tag; write one such as sv, de-CH or zh-Hant"),
        ("", "is no language tag; write one such as sv, de-CH or zh-Hant"),
    ] {
        let said = format!("title.{bad}: doubtful-language: \"{bad}\" {wrong}");
        assert_eq!(found(json!({"title": {"en": "A", bad: "A"}})), [said]);
    }
    assert_eq!(short(&found(json!({"defaultLanguage": "dk"}))), ["defaultLanguage: doubtful-language"]);
    let agreement = json!({"id": "x", "ends": ["a", "b"], "quotes": [{"text": "T", "language": "se-"}]});
    assert_eq!(
        short(&found(json!({"agreements": [agreement]}))),
        ["agreements[0].quotes[0].language: doubtful-language"]
    );
}

#[test]
fn evidence_is_for_a_field_that_the_record_states() {
    let evidence = |field: &str| {
        let record = json!({
            "id": "a", "name": {"en": "A"}, "funding": [{"amount": 1}], "started": null,
            "evidence": [{"field": field, "source": "s"}],
        });
        found(json!({"initiatives": [record], "sources": [{"id": "s"}]}))
    };
    for good in ["name", "name.en", "funding", "funding[0]", "funding[0].amount"] {
        assert_eq!(evidence(good), Vec::<String>::new(), "{good}");
    }
    for bad in
        ["started", "names", "funding[1]", "funding[0].currency", "funding.amount", "funding[x]", "name.en.x", "ended"]
    {
        let said = format!(
            "initiatives[0].evidence[0].field: unknown-field: the record states no \"{bad}\"; name a field that it has, such as name or funding[0].amount"
        );
        assert_eq!(evidence(bad), [said]);
    }
}

#[test]
fn two_agreements_with_the_same_ends_kind_and_date_may_be_one() {
    let one = json!({"id": "x", "ends": ["a", "b"], "kind": "mou", "signed": "2022"});
    let with = |other: Value| found(json!({"agreements": [one, other]}));
    let said = "agreements[1]: maybe-duplicate: the same ends, kind and date as \"x\" (agreements[0]); make one record of both, or say in which they differ";
    assert_eq!(with(json!({"id": "y", "ends": ["b", "a"], "kind": "mou", "announced": "2022"})), [said]);
    for other in [
        json!({"id": "x", "ends": ["a", "b"], "kind": "mou", "signed": "2022"}),
        json!({"id": "y", "ends": ["a", "c"], "kind": "mou", "signed": "2022"}),
        json!({"id": "y", "ends": ["a", "b"], "kind": "declaration", "signed": "2022"}),
        json!({"id": "y", "ends": ["a", "b"], "kind": "mou", "signed": "2022-04"}),
        json!({"id": "y", "ends": ["a", "b"], "kind": "mou", "signed": "2022", "renews": "x"}),
    ] {
        assert_eq!(with(other.clone()), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn two_initiatives_of_one_name_may_be_one() {
    let named = |id: &str, name: Value| json!({"id": id, "name": name});
    let with =
        |name: Value| found(json!({"initiatives": [named("a", json!({"en": "A B", "sv": "C"})), named("b", name)]}));
    let said = "initiatives[1].name.en: same-name: the same name as \"a\" (initiatives[0]); make one record of both, or tell the names apart";
    assert_eq!(with(json!({"en": " a b", "sv": "c"})), [said]);
    assert_eq!(with(json!({"en": "C"})), Vec::<String>::new());
}

#[test]
fn what_no_record_names_is_not_needed() {
    let said = |at: &str, what: &str| {
        format!("{at}: never-used: no record names the {what}; name it where it belongs, or take it out")
    };
    let lists = json!({
        "areas": [{"id": "a1"}, {"id": "a2", "parent": "a1"}],
        "places": [{"code": "DE-BW"}],
        "organisations": [{"id": "o", "name": {"en": "O"}}],
        "sources": [{"id": "s"}],
    });
    assert_eq!(
        found(lists.clone()),
        [
            said("areas[1]", "area \"a2\""),
            said("places[0]", "place \"DE-BW\""),
            said("organisations[0]", "organisation \"o\""),
            said("sources[0]", "source \"s\""),
        ]
    );
    let mut used = lists;
    used["initiatives"] = json!([{
        "id": "a", "name": {"en": "A"}, "areas": ["a2"], "place": "DE-BW", "participants": ["o"],
        "evidence": [{"field": "name", "source": "s"}],
    }]);
    assert_eq!(found(used), Vec::<String>::new());
}

#[test]
fn a_record_of_any_shape_is_passed_over_where_a_rule_has_nothing_to_read() {
    let odd = json!({
        "title": 7, "defaultLanguage": null,
        "initiatives": [7, null, {"id": 1, "name": "A", "evidence": {}, "funding": [1], "url": [], "checked": {}}],
        "agreements": [{}, {"ends": "a"}, {"ends": [1, null]}],
        "sources": [[]],
    });
    assert_eq!(found(odd), Vec::<String>::new());
}
