//! What was found as a table and as references.

use super::{Fixed, Index, SMALL, asked, query};
use proptest::prelude::*;
use supranet_core::export::{Found, cards, csv, ris};
use supranet_core::model::AgreementKind;
use supranet_core::{raw, validate};

fn written(dataset: &str, filter: &str, language: &str, how: fn(&Found<'_>) -> String) -> String {
    let (network, _) = validate::network(raw::parse(dataset.as_bytes()).expect("a dataset"));
    let locale = Fixed::new(language);
    let index = Index::new(&network, &locale);
    let outcome = query::run(&network, &index, &asked(&index, filter), &locale);
    let kind = |kind: AgreementKind| kind.key().to_uppercase();
    how(&Found { network: &network, cards: &cards(&index, &outcome), language, kind: &kind })
}

/// The table as rows of cells by the name of their column.
fn rows(table: &str) -> Vec<Vec<(String, String)>> {
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names: Vec<String> = reader.headers().expect("names").iter().map(Into::into).collect();
    let row = |row: csv::StringRecord| names.iter().cloned().zip(row.iter().map(Into::into)).collect();
    reader.records().map(|own| row(own.expect("as many cells as names"))).collect()
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    row.iter().find(|(own, _)| own == name).map_or("no such column", |(_, cell)| cell)
}

const PAIR: &str = r#"{"version": 1, "title": {"en": "The list"}, "initiatives": [
    {"id": "a", "name": {"en": "A", "sv": "Å"}, "country": "SE", "scope": "national", "status": "active", "areas": ["c"],
     "started": "2019", "url": "https://a.example", "sources": ["s"], "summary": {"en": "What\nit does"}},
    {"id": "b", "name": {"en": "B"}, "place": "DE-BW"}, {"id": "n", "name": {"en": "N"}, "sources": ["s"]}],
    "places": [{"code": "DE-BW"}],
    "areas": [{"id": "c", "label": {"en": "Cancer"}}],
    "agreements": [{"id": "x", "ends": ["a", "b"], "kind": "mou", "signed": "2022-04-28", "areas": ["c"], "place": "Lund",
      "sources": ["s", "t"], "confidence": "medium", "checked": "2026-11-22"},
      {"id": "y", "ends": ["a", "b"], "announced": "2024-10"}],
    "sources": [{"id": "s", "title": "News", "publisher": "P", "url": "https://s.example", "language": "en",
      "published": "2022-04-29", "retrieved": "2026-11"}, {"id": "t", "title": "T", "url": "https://t.example"},
      {"id": "unused", "title": "U"}]}"#;

#[test]
fn the_table_has_a_row_for_each_agreement_on_each_card_and_one_for_a_card_without() {
    let table = written(PAIR, "sort=name", "en", csv);
    let rows = rows(&table);
    let of: Vec<_> = rows.iter().map(|row| (cell(row, "initiative_id"), cell(row, "agreement_id"))).collect();
    assert_eq!(of, [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("n", "")]);
    for (name, expected) in [
        ("initiative", "A"),
        ("country", "SE"),
        ("scope", "national"),
        ("status", "active"),
        ("areas", "Cancer"),
        ("started", "2019"),
        ("url", "https://a.example"),
        ("agreement_kind", "mou"),
        ("partner_id", "b"),
        ("partner", "B"),
        ("partner_country", "DE"),
        ("signed", "2022-04-28"),
        ("announced", ""),
        ("agreement_areas", "Cancer"),
        ("sources", "https://s.example; https://t.example"),
        ("confidence", "medium"),
        ("checked", "2026-11-22"),
    ] {
        assert_eq!(cell(&rows[0], name), expected, "{name}");
    }
    assert_eq!((cell(&rows[2], "country"), cell(&rows[2], "place")), ("DE", "DE-BW"));
}

#[test]
fn only_what_was_found_is_in_the_table_and_in_the_language_asked() {
    let table = written(PAIR, "country=SE&from=2023", "sv", csv);
    let rows = rows(&table);
    assert_eq!(rows.len(), 1);
    assert_eq!((cell(&rows[0], "initiative"), cell(&rows[0], "agreement_id")), ("Å", "y"));
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    for begin in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
        let name = format!("{begin}1+1");
        let dataset = serde_json::json!({"version": 1, "initiatives": [{"id": "a", "name": {"en": name}}]}).to_string();
        let table = written(&dataset, "", "en", csv);
        assert_eq!(cell(&rows(&table)[0], "initiative"), format!("'{name}"));
    }
}

#[test]
fn a_reference_manager_gets_agreements_initiatives_and_their_sources() {
    let file = written(PAIR, "country=SE", "en", ris);
    let expected = "TY  - GEN\r\nID  - x\r\nTI  - MOU: A – B\r\nPY  - 2022\r\nDA  - 2022/04/28/\r\nCY  - Lund\r\n\
        T2  - The list\r\nKW  - Cancer\r\nUR  - https://s.example\r\nUR  - https://t.example\r\nER  - \r\n\
        TY  - GEN\r\nID  - y\r\nTI  - OTHER: A – B\r\nPY  - 2024\r\nDA  - 2024/10//\r\nT2  - The list\r\nER  - \r\n\
        TY  - GEN\r\nID  - a\r\nTI  - A\r\nAB  - What it does\r\nT2  - The list\r\nKW  - Cancer\r\n\
        UR  - https://a.example\r\nUR  - https://s.example\r\nER  - \r\n\
        TY  - ELEC\r\nID  - s\r\nTI  - News\r\nPB  - P\r\nLA  - en\r\nPY  - 2022\r\nDA  - 2022/04/29/\r\nY2  - 2026/11//\r\n\
        UR  - https://s.example\r\nER  - \r\n\
        TY  - ELEC\r\nID  - t\r\nTI  - T\r\nUR  - https://t.example\r\nER  - \r\n";
    assert_eq!(file, expected);
}

#[test]
fn every_shape_of_the_format_can_be_written() {
    for filter in ["", "country=SE", "area=cancer", "q=nothing-of-this-kind"] {
        assert!(rows(&written(SMALL, filter, "en", csv)).len() < 1000);
        let file = written(SMALL, filter, "en", ris);
        assert_eq!(file.matches("TY  - ").count(), file.matches("ER  - ").count());
    }
}

proptest! {
    #[test]
    fn any_name_comes_back_from_the_table_and_keeps_to_its_line_in_a_reference(name in "x[\u{0}-\u{7f}é\"',;\n\r]{0,30}") {
        let dataset = serde_json::json!({"version": 1, "initiatives": [{"id": "a", "name": {"en": name}}]}).to_string();
        let table = written(&dataset, "", "en", csv);
        let rows = rows(&table);
        prop_assert_eq!(cell(&rows[0], "initiative"), name);
        let file = written(&dataset, "", "en", ris);
        prop_assert!(file.lines().all(|line| line.get(2..6) == Some("  - ")), "{:?}", file);
        prop_assert_eq!(file.lines().count(), 4);
    }
}
