//! The recipe of the documentation: fetch, check, swap. A good file takes the place of the old one; of any other the old one stays.

use crate::{root, said};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;
use std::time::Duration;

const OLD: &str = r#"{"version": 1, "initiatives": [{"id": "old", "name": {"en": "Old"}}]}"#;
const GOOD: &str = r#"{"version": 1, "initiatives": [{"id": "new", "name": {"en": "New"}}]}"#;

/// A folder with the old file, which is gone afterwards.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("supranet-recipe-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("dataset.json"), OLD).expect("the old file");
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("dataset.json")
    }

    /// Runs the recipe with the command in its path.
    fn update(&self, address: &str) -> Output {
        self.update_with(address, &[])
    }

    /// The same with further files that the new one is read with.
    fn update_with(&self, address: &str, others: &[&Path]) -> Output {
        let mut recipe = Command::new("update-dataset.sh");
        recipe.arg(address).arg(self.file()).args(others).env("PATH", path()).output().expect("it runs")
    }

    /// The same with what stands in a file.
    fn update_from(&self, text: &str) -> Output {
        let from = self.0.with_extension("from");
        fs::write(&from, text).expect("a file");
        let output = self.update(&format!("file://{}", from.display()));
        fs::remove_file(&from).expect("the file");
        output
    }

    /// Nothing but the dataset is left, and it is this.
    fn assert_has(&self, text: &str) {
        let names: Vec<_> =
            fs::read_dir(&self.0).expect("the folder").map(|own| own.expect("a file").file_name()).collect();
        assert_eq!(names, ["dataset.json"]);
        assert_eq!(fs::read_to_string(self.file()).expect("the file"), text);
    }
}

/// Where programs are looked for: the command and the recipes are found by their names, as where they are installed.
fn path() -> OsString {
    let command = Path::new(env!("CARGO_BIN_EXE_supranet")).parent().expect("its folder").to_path_buf();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let ours = [command, root().join("docs/recipes")];
    std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&path))).expect("a path")
}

impl Drop for Site {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn a_good_file_takes_the_place_of_the_old_one_and_can_be_read_by_all() {
    let site = Site::new("good");
    assert_eq!(said(&site.update_from(GOOD)), (Some(0), String::new(), String::new()));
    site.assert_has(GOOD);
    assert_eq!(fs::metadata(site.file()).expect("the file").permissions().mode() & 0o777, 0o644);
}

/// Servers send the compressed copies in place of the file: an old one would hide the new data from everybody.
#[test]
fn compressed_copies_follow_the_file() {
    let site = Site::new("copies");
    let copy = |kind: &str| site.0.join(format!("dataset.json.{kind}"));
    for kind in ["br", "gz"] {
        fs::write(copy(kind), "old").expect("an old copy");
    }
    assert_eq!(site.update_from(GOOD).status.code(), Some(0));
    let unpacked = Command::new("gzip").args(["--decompress", "--stdout"]).arg(copy("gz")).output().expect("gzip");
    assert_eq!(String::from_utf8_lossy(&unpacked.stdout), GOOD);
    assert_eq!(fs::metadata(copy("gz")).expect("the copy").permissions().mode() & 0o777, 0o644);
    // brotli may be missing on a machine: then there is no copy, and no old one.
    if let Ok(unpacked) = Command::new("brotli").args(["--decompress", "--stdout"]).arg(copy("br")).output() {
        assert_eq!(String::from_utf8_lossy(&unpacked.stdout), GOOD);
    } else {
        assert!(!copy("br").exists(), "the old copy is still there");
    }
    for kind in ["br", "gz"] {
        fs::remove_file(copy(kind)).ok();
    }
    site.assert_has(GOOD);
}

/// As when somebody copied the file alone into its place, or unpacked a release without its copies.
#[test]
fn a_copy_that_is_older_than_its_file_is_made_anew_though_nothing_has_changed() {
    let site = Site::new("stale");
    let copy = site.0.join("dataset.json.gz");
    let made = fs::metadata(site.file()).and_then(|own| own.modified()).expect("a time");
    let put = |time| {
        fs::write(&copy, "another").expect("a copy");
        File::options().write(true).open(&copy).and_then(|file| file.set_modified(time)).expect("a time");
        assert_eq!(site.update_from(OLD).status.code(), Some(0));
    };
    put(made + Duration::from_secs(60));
    assert_eq!(fs::read(&copy).expect("the copy"), b"another", "a copy that is newer was made anew");
    put(made - Duration::from_secs(60));
    let unpacked = Command::new("gzip").args(["--decompress", "--stdout"]).arg(&copy).output().expect("gzip");
    assert_eq!(String::from_utf8_lossy(&unpacked.stdout), OLD);
    assert_eq!(fs::metadata(site.file()).and_then(|own| own.modified()).expect("a time"), made, "the file was swapped");
    fs::remove_file(&copy).expect("the copy");
    site.assert_has(OLD);
}

#[test]
fn a_file_that_has_not_changed_is_left_as_it_is() {
    let site = Site::new("same");
    let before = fs::metadata(site.file()).and_then(|own| own.modified()).expect("a time");
    assert_eq!(said(&site.update_from(OLD)).0, Some(0));
    assert_eq!(fs::metadata(site.file()).and_then(|own| own.modified()).expect("a time"), before);
    site.assert_has(OLD);
}

#[test]
fn the_first_file_needs_no_old_one() {
    let site = Site::new("first");
    fs::remove_file(site.file()).expect("the old file");
    assert_eq!(said(&site.update_from(GOOD)).0, Some(0));
    site.assert_has(GOOD);
}

#[test]
fn of_a_bad_file_the_old_one_stays_and_what_is_wrong_is_said() {
    let site = Site::new("bad");
    for (bad, exit, wanted) in [
        (r#"{"version": 1, "initiatives": [], "updated": "soon"}"#, 1, "\"soon\" is not a date"),
        (r#"{"version": 1, "initiatives": [], "sources": [{"id": "s"}]}"#, 1, "warning: no record names"),
        (r#"{"version": 1, "initiatives": []}"#, 1, "no initiative can be shown"),
        (&GOOD[..GOOD.len() / 2], 2, "this is not JSON"),
        ("<!doctype html>", 2, "this is not JSON"),
        ("", 2, "the file is empty"),
        (r#"{"version": 2, "initiatives": []}"#, 2, "a version of the format that this release does not read"),
    ] {
        let (code, out, err) = said(&site.update_from(bad));
        assert_eq!(code, Some(exit), "{bad}: {out}{err}");
        assert!(format!("{out}{err}").contains(wanted), "{bad}: {out}{err}");
        site.assert_has(OLD);
    }
}

#[test]
fn a_file_that_names_records_of_another_is_checked_together_with_it() {
    let site = Site::new("two");
    let ours = r#"{"version": 1, "initiatives": [{"id": "ours", "name": {"en": "Ours"}, "participants": ["theirs"]}]}"#;
    let theirs = r#"{"version": 1, "initiatives": [{"id": "theirs", "name": {"en": "Theirs"}}]}"#;
    let [from, other] = ["from", "other"].map(|name| site.0.with_extension(name));
    fs::write(&from, ours).expect("a file");
    fs::write(&other, theirs).expect("a file");
    let address = format!("file://{}", from.display());

    let (code, out, _) = said(&site.update(&address));
    assert!(code == Some(1) && out.contains("no initiative or organisation \"theirs\""), "{out}");
    site.assert_has(OLD);
    assert_eq!(said(&site.update_with(&address, &[&other])), (Some(0), String::new(), String::new()));
    site.assert_has(ours);
    assert_eq!(fs::read_to_string(&other).expect("the other file"), theirs, "it is only read");
    for file in [from, other] {
        fs::remove_file(file).expect("the file");
    }
}

#[test]
fn of_a_file_that_cannot_be_had_whole_the_old_one_stays() {
    let site = Site::new("half");
    let (code, _, err) = said(&site.update("file:///no/such/file.json"));
    assert!(code.is_some_and(|code| code > 2) && err.contains("curl"), "{err}");
    site.assert_has(OLD);
    // The server promises all of it and hangs up in the middle, where what came is a dataset by itself.
    for answer in [
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{GOOD}", GOOD.len() + 10),
        "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}".to_owned(),
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", 65_000_000),
        // It does not say how much it sends, and sends more than the widget takes.
        format!("HTTP/1.1 200 OK\r\n\r\n{GOOD}{}", " ".repeat(64_000_001 - GOOD.len())),
    ] {
        let (code, _, err) = said(&site.update(&served_once(answer)));
        assert!(code.is_some_and(|code| code > 2) && err.contains("curl"), "{code:?}: {err}");
        site.assert_has(OLD);
    }
}

/// Who can change an answer on its way, or a server that was asked for long ago, leads nowhere else but to a server with a name
/// that it proves.
#[test]
fn a_redirect_leads_to_https_only() {
    let site = Site::new("redirect");
    let other = served_once(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{GOOD}", GOOD.len()));
    let (_, _, err) = said(&site.update(&served_once(format!(
        "HTTP/1.1 302 Found\r\nlocation: {other}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    ))));
    assert!(err.contains("curl: (1)"), "{err}");
    site.assert_has(OLD);
}

/// The address of a server that answers one visitor with this.
fn served_once(answer: String) -> String {
    let server = TcpListener::bind("127.0.0.1:0").expect("a server");
    let address = server.local_addr().expect("its address");
    thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a visitor");
        let _asked = stream.read(&mut [0; 1024]).expect("a question");
        // Who has enough of it hangs up.
        let _sent = stream.write_all(answer.as_bytes());
    });
    format!("http://{address}/dataset.json")
}

#[test]
fn the_recipe_says_how_it_is_used() {
    let output = Command::new(root().join("docs/recipes/update-dataset.sh")).output().expect("it runs");
    let (code, out, err) = said(&output);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (Some(64), "", "usage: update-dataset.sh ADDRESS FILE [OTHER-FILE...]\n")
    );
}

#[test]
fn the_documentation_shows_the_recipe_as_it_is() {
    let recipe = fs::read_to_string(root().join("docs/recipes/update-dataset.sh")).expect("the recipe");
    let page = fs::read_to_string(root().join("docs/supranet-command.md")).expect("the page");
    let (_, body) = recipe.split_once("set -eu\n").expect("where it begins");
    assert!(page.contains(body.trim()), "docs/supranet-command.md does not show the recipe");
}

/// As docs/embedding/fragment.md has it, but for its folder and where the data comes from.
#[test]
fn the_daily_fragment_is_of_data_that_was_checked_and_is_hidden_by_no_old_copy() {
    let site = Site::new("fragment");
    let page = fs::read_to_string(root().join("docs/embedding/fragment.md")).expect("the page");
    let (_, script) = page.split_once("```sh\n#!/bin/sh\n").expect("the recipe");
    let (script, _) = script.split_once("```").expect("its end");
    let from = site.0.with_extension("from");
    let (folder, address) = (site.0.display().to_string(), format!("file://{}", from.display()));
    let here =
        script.replace("/var/www/html/supranet/data", &folder).replace("https://example.org/supranet.json", &address);
    assert!(here.contains(&folder) && here.contains(&address), "it does not say where: {script}");
    let own = |name: &str| site.0.join(name);
    let run = |data: &str| {
        fs::write(&from, data).expect("a file");
        let done = Command::new("sh").args(["-c", &here]).env("PATH", path()).output().expect("it runs");
        fs::remove_file(&from).expect("the file");
        done.status.success()
    };
    for name in ["fragment.en.html", "fragment.en.html.br", "fragment.en.html.gz"] {
        fs::write(own(name), "old").expect("an old fragment");
    }
    let doubtful = GOOD.replace("\"initiatives\"", "\"sources\": [{\"id\": \"s\"}], \"initiatives\"");
    assert!(!run(&doubtful), "doubtful data was taken");
    assert_eq!(fs::read(own("fragment.en.html")).expect("the fragment"), b"old");
    assert!(run(GOOD), "good data was not taken");
    let fragment = fs::read_to_string(own("fragment.en.html")).expect("the fragment");
    assert!(fragment.contains("supra-card-new"), "{fragment}");
    fs::remove_file(own("fragment.en.html")).expect("the fragment");
    site.assert_has(GOOD);
}
