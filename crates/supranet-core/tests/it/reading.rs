//! How a file is refused or read.

use crate::{SMALL, read};
use supranet_core::error::DatasetErrorKind::{self, NotJson, NotOurFormat, TooDeep, TooLarge, UnknownVersion};
use supranet_core::model::Evidence;
use supranet_core::raw;

fn refused(bytes: &[u8]) -> Option<(DatasetErrorKind, String)> {
    raw::parse(bytes).err().map(|error| (error.kind, error.place))
}

#[test]
fn a_file_that_is_no_dataset_is_refused_with_its_place() {
    let nested =
        |open: &str, depth| [r#"{"version":1,"initiatives":[],"x":"#, &open.repeat(depth)].concat().into_bytes();
    let cases = [
        (b"".to_vec(), NotJson, "line 1, column 1"),
        (b"<!doctype html>\n<html>".to_vec(), NotJson, "line 1, column 1"),
        (b"{\"version\": 1,\n \"initiatives\": [".to_vec(), NotJson, "line 2, column 18"),
        ("{\"å\": tru}".as_bytes().to_vec(), NotJson, "line 1, column 8"),
        (b"{\"version\": 1, \"initiatives\": []} x".to_vec(), NotJson, "line 1, column 35"),
        (b"\xFF\xFE{\0}\0".to_vec(), NotJson, "line 1, column 1"),
        (b"{\"version\": 1, \"initiatives\": [], \"id\": \"\xC3\"}".to_vec(), NotJson, "line 1, column 43"),
        (b"[]".to_vec(), NotOurFormat, "the file"),
        (b"null".to_vec(), NotOurFormat, "the file"),
        (b"{}".to_vec(), NotOurFormat, "the file"),
        (br#"{"version": 1}"#.to_vec(), NotOurFormat, "the file"),
        (br#"{"version": 2, "initiatives": []}"#.to_vec(), UnknownVersion, "version"),
        (br#"{"version": "1", "initiatives": []}"#.to_vec(), UnknownVersion, "version"),
        (br#"{"version": 1.5, "initiatives": []}"#.to_vec(), UnknownVersion, "version"),
        (nested("[", 100_000), TooDeep, "line 1, column 99"),
        (nested("{\"a\":", 100_000), TooDeep, "line 1, column 355"),
        (vec![b' '; raw::MAX_BYTES + 1], TooLarge, "the file"),
    ];
    for (bytes, kind, place) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        println!("{shown}");
        assert_eq!(refused(&bytes), Some((kind, place.into())));
    }
}

#[test]
fn every_kind_of_refusal_has_its_public_code() {
    let codes = [NotJson, TooDeep, NotOurFormat, UnknownVersion, TooLarge].map(DatasetErrorKind::code);
    assert_eq!(codes, ["SN204", "SN205", "SN205", "SN205", "SN206"]);
}

#[test]
fn a_file_cut_off_anywhere_or_with_any_bit_turned_is_read_or_refused_and_never_worse() {
    let bytes = SMALL.as_bytes();
    for end in 0..bytes.len() {
        let _ = raw::parse(&bytes[..end]).map(supranet_core::validate::network);
    }
    for at in 0..2048 * 8 {
        let mut turned = bytes[..].to_vec();
        turned[at / 8] ^= 1 << (at % 8);
        let _ = raw::parse(&turned).map(supranet_core::validate::network);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let marked = ["\u{feff}", SMALL].concat();
    assert_eq!(read(&marked), read(SMALL));
}

#[test]
fn the_example_with_every_shape_is_read_without_an_issue() {
    let (network, issues) = read(SMALL).expect("a dataset");
    assert_eq!(issues, []);
    assert_eq!((network.initiatives.len(), network.agreements.len(), network.organisations.len()), (9, 5, 5));
}

#[test]
fn evidence_is_about_a_field_and_its_parts_and_about_no_field_that_begins_alike() {
    let (network, _) = read(SMALL).expect("a dataset");
    let evidence = &network.agreements[1].evidence;
    assert_eq!((evidence.len(), evidence[0].field.as_str(), evidence[0].source.at()), (1, "signed", 0));
    let about = |path: &str, field| Evidence { field: path.into(), ..evidence[0].clone() }.is_about(field);
    assert!(about("name.sv", "name") && about("funding[0].amount", "funding") && about("kind", "kind"));
    assert!(!about("signedBy", "signed") && !about("name", "names") && !about("kind", ""));
}

#[test]
fn an_empty_dataset_is_a_dataset() {
    let (network, issues) = read(r#"{"version": 1, "initiatives": []}"#).expect("a dataset");
    assert_eq!((network.initiatives.len(), issues.len()), (0, 0));
    assert_eq!(network.default_language, "en");
}
