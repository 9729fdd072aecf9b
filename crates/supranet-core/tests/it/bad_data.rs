//! What an editor is told, and what is still shown.

use crate::read;

/// Reads a dataset with these members and gives the issues, one line each, and what is kept: the ids
/// of initiatives, then of agreements.
fn issues(members: &str) -> (Vec<String>, String) {
    let dataset = format!(r#"{{"version": 1, {members}}}"#);
    let (network, issues) = read(&dataset).expect("the file itself is in order");
    let ids = network.initiatives.iter().map(|one| &one.id).chain(network.agreements.iter().map(|one| &one.id));
    let kept: Vec<&str> = ids.map(String::as_str).collect();
    (issues.iter().map(ToString::to_string).collect(), kept.join(" "))
}

const TWO: &str = r#"{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}"#;

#[test]
fn a_bad_record_is_left_out_and_named() {
    let two_with = |agreements: &str| format!(r#""initiatives": [{TWO}], "agreements": [{agreements}]"#);
    for (members, said, kept) in [
        (
            r#""initiatives": [{"name": {"en": "A"}}]"#.into(),
            "initiatives[0].id: the record needs `id`; it is left out",
            "",
        ),
        (
            r#""initiatives": [{"id": "a", "name": {}}]"#.into(),
            "initiatives[0].name: the record needs a name in one language; it is left out",
            "",
        ),
        (format!(r#""initiatives": [7, {TWO}]"#), "initiatives[0]: an object is expected here; left out", "a b"),
        (
            format!(r#""initiatives": [{TWO}, {{"id": "a", "name": {{"en": "C"}}}}]"#),
            "initiatives[2].id: the id \"a\" stands twice; the first record counts",
            "a b",
        ),
        (
            format!(r#""initiatives": [{TWO}], "organisations": [{{"id": "b", "name": {{"en": "B"}}}}]"#),
            "organisations[0].id: the id \"b\" stands twice; the first record counts",
            "a b",
        ),
        (
            two_with(r#"{"id": "x", "ends": ["a", "dngx"]}"#),
            "agreements[0].ends[1]: no initiative or organisation \"dngx\"",
            "a b",
        ),
        (
            two_with(r#"{"id": "x", "ends": ["a", "a"]}"#),
            "agreements[0].ends: both ends are the same; the agreement is left out",
            "a b",
        ),
        (
            two_with(r#"{"id": "x", "ends": ["a"]}"#),
            "agreements[0].ends: the record needs two ends that exist; it is left out",
            "a b",
        ),
        (two_with(r#"{"id": "x"}"#), "agreements[0].ends: the record needs two ends that exist; it is left out", "a b"),
    ] {
        let (issues, still) = issues(&members);
        assert!(issues.iter().any(|issue| issue == said), "{said} is not in {issues:#?}");
        assert_eq!(still, kept, "{said}");
    }
}

#[test]
fn paths_count_from_the_file_even_after_records_were_left_out() {
    let members = format!(
        r#""initiatives": [{TWO}], "agreements": [null, {{"id": "x", "ends": ["a", "b"]}},
           {{"ends": ["a", "b"]}}, {{"id": "y", "ends": ["b", "a"], "signed": "2022-02-30"}}]"#
    );
    let (issues, kept) = issues(&members);
    assert_eq!(
        issues,
        [
            "agreements[0]: an object is expected here; left out",
            "agreements[2].id: the record needs `id`; it is left out",
            "agreements[3].signed: \"2022-02-30\" is not a date such as 2022-04-28, 2022-04 or 2022; left out",
        ]
    );
    assert_eq!(kept, "a b x y");
}

#[test]
fn a_bad_field_is_left_out_alone_and_its_record_stays() {
    for (field, said) in [
        (r#""country": "UK""#, "country: \"UK\" is not a code of ISO 3166; left out"),
        (r#""country": "SWE""#, "country: \"SWE\" is not a code of ISO 3166; left out"),
        (r#""country": 46"#, "country: a text is expected here; left out"),
        (r#""country": null"#, "country: a text is expected here; left out"),
        (r#""country": "  ""#, "country: an empty text; left out"),
        (r#""place": "Bavaria""#, "place: \"Bavaria\" is not a code of ISO 3166; left out"),
        (r#""place": "DE-BY""#, "place: no place \"DE-BY\""),
        (
            r#""scope": "galactic""#,
            "scope: \"galactic\" is not a word of this list; it is read as `other` where the list has that, else left out; the schema (`supranet schema`) lists the words",
        ),
        (
            r#""kind": "club""#,
            "kind: \"club\" is not a word of this list; it is read as `other` where the list has that, else left out; the schema (`supranet schema`) lists the words",
        ),
        (
            r#""started": "spring 2019""#,
            "started: \"spring 2019\" is not a date such as 2022-04-28, 2022-04 or 2022; left out",
        ),
        (
            r#""url": "javascript:alert(1)""#,
            "url: \"javascript:alert(1)\" is not an address with http or https and a host, or with mailto; left out",
        ),
        (
            r#""url": "https://a b""#,
            "url: \"https://a b\" is not an address with http or https and a host, or with mailto; left out",
        ),
        (r#""areas": ["rare"]"#, "areas[0]: no area \"rare\""),
        (r#""areas": "rare""#, "areas: a list is expected here; left out"),
        (r#""areas": [1]"#, "areas[0]: a text is expected here; left out"),
        (r#""sources": ["s"]"#, "sources[0]: no source \"s\""),
        (r#""memberOf": ["c"]"#, "memberOf[0]: no initiative \"c\""),
        (r#""host": "h""#, "host: no organisation \"h\""),
        (r#""memberCountries": ["SE", "EU"]"#, "memberCountries[1]: \"EU\" is not a code of ISO 3166; left out"),
        (r#""summary": "text""#, "summary: texts by language, such as {\"en\": \"…\"} is expected here; left out"),
        (r#""summary": {"en": 1}"#, "summary.en: a text is expected here; left out"),
        (r#""status": "active", "status": "ended""#, "status: the key \"status\" stands twice; the first counts"),
        (r#""parent": "a""#, "cycle"),
        (
            r#""figures": [{"label": {"en": "n"}, "value": 1.5}]"#,
            "figures[0].value: a whole number is expected here; left out",
        ),
        (r#""funding": [{"amount": "much"}]"#, "funding[0].amount: a whole number is expected here; left out"),
        (r#""evidence": [{"field": "name"}]"#, "evidence[0].source: the record needs `source`; it is left out"),
    ] {
        let (issues, kept) = issues(&format!(r#""initiatives": [{{"id": "a", "name": {{"en": "A"}}, {field}}}]"#));
        let expected = match said {
            "cycle" => "initiatives[0].parent: \"a\" is in the end its own parent; the link is left out".into(),
            said => format!("initiatives[0].{said}"),
        };
        assert!(issues.contains(&expected), "{expected} is not in {issues:#?}");
        assert_eq!(kept, "a", "{said}");
    }
}

#[test]
fn a_field_that_the_format_does_not_know_is_ignored() {
    let (issues, kept) =
        issues(r#""future": {"x": [1]}, "initiatives": [{"id": "a", "name": {"en": "A"}, "more": 1}]"#);
    assert_eq!((issues, kept.as_str()), (Vec::new(), "a"));
}

#[test]
fn an_agreement_that_no_card_can_show_is_named_and_stays() {
    let (issues, kept) = issues(
        r#""initiatives": [], "organisations": [{"id": "o", "name": {"en": "O"}}, {"id": "p", "name": {"en": "P"}}],
           "agreements": [{"id": "x", "ends": ["o", "p"]}]"#,
    );
    assert_eq!(issues, ["agreements[0]: shown on no card: neither end is, hosts or leads an initiative"]);
    assert_eq!(kept, "x");
}

#[test]
fn a_circle_of_parents_is_cut_once() {
    let (issues, _) = issues(
        r#""initiatives": [], "areas": [{"id": "a", "label": {"en": "A"}, "parent": "b"},
           {"id": "b", "label": {"en": "B"}, "parent": "c"}, {"id": "c", "label": {"en": "C"}, "parent": "a"}]"#,
    );
    assert_eq!(issues, ["areas[2].parent: \"c\" is in the end its own parent; the link is left out"]);
}
