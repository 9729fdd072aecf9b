//! What a good static host does, over the wire.

use std::{fs, path::Path};

use crate::client::{get, send};
use supranet_dev_server::{Mount, Server};
use tempfile::TempDir;

async fn serve(files: &[(&str, &str)], prefix: &str) -> (Server, TempDir) {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    let mount = Mount::new(prefix, folder.path()).header("Referrer-Policy", "no-referrer").expect("a header");
    (Server::builder().mount(mount).start().await.expect("a server"), folder)
}

#[tokio::test]
async fn each_file_has_its_media_type_and_text_says_that_it_is_utf_8() {
    let names = ["a.wasm", "a.js", "a.json", "a.css", "a.html", "a.svg", "a.txt"];
    let files: Vec<_> = names.iter().map(|name| (*name, "x")).collect();
    let (server, _folder) = serve(&files, "/").await;
    let mut types = Vec::new();
    for name in names {
        types.push(get(&server.url(name), &[]).await.header("content-type").to_owned());
    }
    assert_eq!(
        types,
        [
            "application/wasm",
            "text/javascript; charset=utf-8",
            "application/json",
            "text/css; charset=utf-8",
            "text/html; charset=utf-8",
            "image/svg+xml; charset=utf-8",
            "text/plain; charset=utf-8",
        ]
    );
}

#[tokio::test]
async fn any_origin_may_use_a_file_and_nobody_guesses_its_type() {
    let (server, _folder) = serve(&[("a.js", "x")], "/").await;
    for path in ["a.js", "missing.js"] {
        let answer = get(&server.url(path), &["Origin: http://partner.example"]).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
}

#[tokio::test]
async fn a_compressed_sibling_is_sent_to_those_who_accept_it() {
    let (server, _folder) = serve(&[("a.js", "plain"), ("a.js.br", "br"), ("a.js.gz", "gz")], "/").await;
    let url = server.url("a.js");
    for (accept, encoding, body) in [
        ("br, gzip", "br", "br"),
        ("gzip", "gzip", "gz"),
        ("gzip;q=1, br;q=0.5", "gzip", "gz"),
        ("identity", "", "plain"),
    ] {
        let answer = get(&url, &[&format!("Accept-Encoding: {accept}")]).await;
        assert_eq!(answer.header("content-encoding"), encoding, "{accept}");
        assert_eq!(answer.body, body.as_bytes(), "{accept}");
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8", "{accept}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accept}");
    }
    assert_eq!(get(&url, &[]).await.body, b"plain");
}

#[tokio::test]
async fn a_file_that_the_client_knows_is_not_sent_again() {
    let (server, folder) = serve(&[("a.js", "one")], "/").await;
    let url = server.url("a.js");
    let first = get(&url, &[]).await;
    let tag = first.header("etag");
    assert!(!tag.is_empty());
    let again = get(&url, &[&format!("If-None-Match: {tag}")]).await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    fs::write(folder.path().join("a.js"), "another").expect("a file");
    let changed = get(&url, &[&format!("If-None-Match: {tag}")]).await;
    assert_eq!((changed.status, changed.body.as_slice()), (200, b"another".as_slice()));
}

#[tokio::test]
async fn a_folder_answers_with_its_index_and_keeps_its_prefix() {
    let (server, _folder) = serve(&[("index.html", "home"), ("docs/index.html", "docs")], "/site").await;
    assert_eq!(get(&server.url("site/"), &[]).await.body, b"home");
    assert_eq!(get(&server.url("site/docs/"), &[]).await.body, b"docs");
    let redirect = get(&server.url("site/docs?a=b"), &[]).await;
    assert_eq!((redirect.status, redirect.header("location")), (307, "/site/docs/?a=b"));
}

#[tokio::test]
async fn a_missing_file_is_a_404_page() {
    let (server, _folder) = serve(&[("a.js", "x")], "/").await;
    let answer = get(&server.url("b.js"), &[]).await;
    assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"));
}

#[tokio::test]
async fn nothing_outside_the_folder_is_reachable() {
    let (server, folder) = serve(&[("inside/a.txt", "x")], "/").await;
    fs::write(folder.path().join("secret.txt"), "secret").expect("a file");
    let narrow =
        Server::builder().mount(Mount::new("/", folder.path().join("inside"))).start().await.expect("a server");
    for path in [
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "x/../../secret.txt",
        "%2e%2e%2fsecret.txt",
        "..%5csecret.txt",
    ] {
        let answer = get(&narrow.url(path), &[]).await;
        assert!(!answer.body.windows(6).any(|six| six == b"secret"), "{path}");
        assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
    }
    drop(server);
}

#[tokio::test]
async fn the_longest_prefix_answers() {
    let (first, second) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    fs::write(first.path().join("a.txt"), "site").expect("a file");
    fs::write(second.path().join("a.txt"), "dist").expect("a file");
    let builder = Server::builder().mount(Mount::new("/", first.path())).mount(Mount::new("/dist", second.path()));
    let server = builder.start().await.expect("a server");
    assert_eq!(get(&server.url("a.txt"), &[]).await.body, b"site");
    assert_eq!(get(&server.url("dist/a.txt"), &[]).await.body, b"dist");
}

#[tokio::test]
async fn files_are_only_read() {
    let (server, _folder) = serve(&[("a.js", "x")], "/").await;
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = send(method, &server.url("a.js"), &[], "").await;
        assert_eq!((answer.status, answer.header("allow")), (405, "GET,HEAD"), "{method}");
    }
    let head = send("HEAD", &server.url("a.js"), &[], "").await;
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, "1", 0));
}

#[tokio::test]
async fn a_taken_port_is_an_error_that_names_the_address() {
    let server = Server::start().await.expect("a server");
    let error = Server::builder().port(server.port()).start().await.expect_err("the port is taken");
    assert!(error.to_string().contains(&server.port().to_string()), "{error}");
}
