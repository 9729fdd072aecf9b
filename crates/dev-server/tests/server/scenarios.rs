//! Sites: isolated, logged, with headers of their own.

use crate::client::{get, send};
use supranet_dev_server::{File, Scenario, Server};
use tempfile::TempDir;

#[tokio::test]
async fn two_sites_share_nothing_and_one_ends_with_its_handle() {
    let server = Server::start().await.expect("a server");
    let one = server.scenario(Scenario::new().file("a.txt", "one"));
    let two = server.scenario(Scenario::new().file("a.txt", "two"));
    assert_eq!(get(&one.url("a.txt"), &[]).await.body, b"one");
    assert_eq!(get(&two.url("a.txt"), &[]).await.body, b"two");
    assert_eq!((one.requests().len(), two.requests().len()), (1, 1));
    let url = one.url("a.txt");
    drop(one);
    assert_eq!(get(&url, &[]).await.status, 404);
    assert_eq!(get(&two.url("a.txt"), &[]).await.status, 200);
}

#[tokio::test]
async fn every_request_is_remembered_with_its_query_status_and_headers() {
    let server = Server::start().await.expect("a server");
    let site = server.scenario(Scenario::new().file("dist/a.js", "x"));
    get(&site.url("dist/a.js?v=1"), &["Accept-Encoding: br", "Origin: http://host.example", "Sec-Fetch-Mode: cors"])
        .await;
    get(&site.url("missing"), &[]).await;
    let requests = site.requests();
    let told: Vec<_> =
        requests.iter().map(|one| (one.method.as_str(), one.path.as_str(), one.file(), one.status)).collect();
    assert_eq!(told, [("GET", "dist/a.js?v=1", "dist/a.js", Some(200)), ("GET", "missing", "missing", Some(404))]);
    assert_eq!(requests[0].header("Sec-Fetch-Mode"), Some("cors"));
    assert_eq!(requests[0].header("origin"), Some("http://host.example"));
    assert_eq!(requests[0].header("accept-encoding"), Some("br"));
    assert_eq!(requests[1].header("origin"), None);
}

#[tokio::test]
async fn icons_are_answered_and_all_other_strays_are_told() {
    let server = Server::start().await.expect("a server");
    let site = server.scenario(Scenario::new());
    assert_eq!(get(&server.url("favicon.ico"), &[]).await.status, 204);
    assert_eq!(get(&server.url("other?a=b"), &[]).await.status, 404);
    assert_eq!(server.strays(), ["GET /other?a=b"]);
    assert!(site.requests().is_empty());
}

#[tokio::test]
async fn only_pages_carry_the_policy_and_its_reports_are_kept() {
    let server = Server::start().await.expect("a server");
    let scenario = Scenario::new().file("page.html", "<p>").file("a.js", "x").policy("default-src 'none';");
    let site = server.scenario(scenario);
    let policy = get(&site.url("page.html"), &[]).await.header("content-security-policy").to_owned();
    let report_uri =
        policy.strip_prefix("default-src 'none'; report-uri /").expect("the policy, then where to report").to_owned();
    assert_eq!(get(&site.url("a.js"), &[]).await.header("content-security-policy"), "");
    let answer =
        send("POST", &server.url(&report_uri), &["Content-Type: application/csp-report"], "{\"csp-report\":{}}").await;
    assert_eq!(answer.status, 204);
    assert_eq!(site.reports(), ["{\"csp-report\":{}}"]);
    assert_eq!(site.requests().len(), 2, "the report is not a request of the page");
}

#[tokio::test]
async fn headers_for_pages_and_for_all_are_added() {
    let server = Server::start().await.expect("a server");
    let scenario = Scenario::new()
        .file("page.html", "<p>")
        .file("a.js", "x")
        .html_header("Cross-Origin-Embedder-Policy", "require-corp")
        .and_then(|scenario| scenario.header("Server-Timing", "all"))
        .expect("headers");
    let site = server.scenario(scenario);
    let (page, script) = (get(&site.url("page.html"), &[]).await, get(&site.url("a.js"), &[]).await);
    assert_eq!((page.header("cross-origin-embedder-policy"), page.header("server-timing")), ("require-corp", "all"));
    assert_eq!((script.header("cross-origin-embedder-policy"), script.header("server-timing")), ("", "all"));
    assert!(Scenario::new().header("not a name", "x").is_err());
}

#[tokio::test]
async fn a_file_in_memory_stands_before_a_folder_and_both_can_be_known_already() {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("a.js"), "folder").expect("a file");
    std::fs::write(folder.path().join("b.js"), "folder").expect("a file");
    let server = Server::start().await.expect("a server");
    let scenario =
        Scenario::new().folder("dist", folder.path()).file_as("dist/a.js", File::new("text/plain", "memory"));
    let site = server.scenario(scenario);
    let (memory, disk) = (get(&site.url("dist/a.js"), &[]).await, get(&site.url("dist/b.js"), &[]).await);
    assert_eq!(
        (memory.body.as_slice(), memory.header("content-type")),
        (b"memory".as_slice(), "text/plain; charset=utf-8")
    );
    assert_eq!(
        (disk.body.as_slice(), disk.header("content-type")),
        (b"folder".as_slice(), "text/javascript; charset=utf-8")
    );
    for (name, answer) in [("a.js", memory), ("b.js", disk)] {
        let known = format!("If-None-Match: {}", answer.header("etag"));
        assert_eq!(get(&site.url(&format!("dist/{name}")), &[&known]).await.status, 304, "{name}");
    }
}

#[tokio::test]
async fn the_same_site_has_a_second_origin() {
    let server = Server::start().await.expect("a server");
    let site = server.scenario(Scenario::new().file("a.txt", "x"));
    let url = site.url_on("localhost", "a.txt");
    assert!(url.starts_with("http://localhost:"));
    assert_eq!(get(&url, &[]).await.body, b"x");
    let host = site.requests()[0].header("host").map(str::to_owned);
    assert!(host.is_some_and(|host| host.starts_with("localhost:")));
}
