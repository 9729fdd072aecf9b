//! Each way to fail, as a client sees it.

use std::time::{Duration, Instant};

use crate::client::{Answer, End, get};
use supranet_dev_server::{Fault, Scenario, Server, Site};

const TEXT: &str = "0123456789";

async fn site() -> (Server, Site) {
    let server = Server::start().await.expect("a server");
    let site = server.scenario(Scenario::new().file("a.json", TEXT));
    (server, site)
}

async fn ask(fault: Fault) -> Answer {
    let (_server, site) = site().await;
    site.set_fault("a.json", fault);
    get(&site.url("a.json"), &[]).await
}

#[tokio::test]
async fn a_status_comes_with_its_body_and_other_origins_may_read_it() {
    let answer = ask(Fault::Status(500, Some("broken".to_owned()))).await;
    assert_eq!((answer.status, answer.body.as_slice()), (500, b"broken".as_slice()));
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn a_status_can_give_way_to_the_good_answer() {
    let (_server, site) = site().await;
    site.set_fault("a.json", Fault::StatusThenOk { status: 503, times: 2 });
    for expected in [503, 503, 200, 200] {
        assert_eq!(get(&site.url("a.json"), &[]).await.status, expected);
    }
    let statuses: Vec<_> = site.requests().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [Some(503), Some(503), Some(200), Some(200)]);
}

#[tokio::test]
async fn a_fault_may_be_there_from_the_start_and_be_cleared() {
    let server = Server::start().await.expect("a server");
    let site = server.scenario(Scenario::new().file("a.json", TEXT).fault("a.json", Fault::Status(404, None)));
    assert_eq!(get(&site.url("a.json?any=query"), &[]).await.status, 404);
    site.clear_fault("a.json");
    assert_eq!(get(&site.url("a.json"), &[]).await.status, 200);
}

#[tokio::test]
async fn a_delay_comes_before_the_first_byte() {
    let start = Instant::now();
    let answer = ask(Fault::Delay(Duration::from_millis(200))).await;
    assert!(start.elapsed() >= Duration::from_millis(200));
    assert_eq!(answer.body, TEXT.as_bytes());
}

#[tokio::test]
async fn a_hanging_file_answers_nothing_and_is_logged_without_a_status() {
    let (_server, site) = site().await;
    site.set_fault("a.json", Fault::Hang);
    let answer = get(&site.url("a.json"), &[]).await;
    assert_eq!((answer.status, answer.end), (0, End::Open));
    assert_eq!(site.requests()[0].status, None);
}

#[tokio::test]
async fn a_stalling_file_sends_some_bytes_and_declares_all() {
    let answer = ask(Fault::Stall(4)).await;
    assert_eq!((answer.status, answer.body.as_slice(), answer.end), (200, b"0123".as_slice(), End::Open));
    assert_eq!(ask(Fault::Stall(4)).await.header("content-length"), "10");
}

#[tokio::test]
async fn a_dripping_file_arrives_whole_and_slowly() {
    let start = Instant::now();
    let answer = ask(Fault::Drip(50)).await;
    assert_eq!((answer.body.as_slice(), answer.end), (TEXT.as_bytes(), End::Closed));
    assert!(start.elapsed() >= Duration::from_millis(150), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_reset_comes_in_the_middle_of_the_body() {
    let answer = ask(Fault::ResetMidBody(4)).await;
    assert_eq!((answer.status, answer.body.as_slice(), answer.end), (200, b"0123".as_slice(), End::Reset));
}

#[tokio::test]
async fn a_truncated_file_looks_whole() {
    let answer = ask(Fault::Truncate(4)).await;
    assert_eq!((answer.body.as_slice(), answer.header("content-length")), (b"0123".as_slice(), "4"));
    assert_eq!(answer.end, End::Closed);
}

#[tokio::test]
async fn a_wrong_type_changes_nothing_else() {
    let answer = ask(Fault::WrongMime("text/plain".to_owned())).await;
    assert_eq!((answer.header("content-type"), answer.body.as_slice()), ("text/plain", TEXT.as_bytes()));
}

#[tokio::test]
async fn a_page_can_stand_where_the_file_should() {
    let answer = ask(Fault::HtmlInstead).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/html; charset=utf-8"));
}

#[tokio::test]
async fn without_cors_no_other_origin_may_use_the_file() {
    let answer = ask(Fault::NoCors).await;
    assert_eq!((answer.header("access-control-allow-origin"), answer.header("cross-origin-resource-policy")), ("", ""));
    assert_eq!(answer.body, TEXT.as_bytes());
}

#[tokio::test]
async fn a_redirect_names_its_target() {
    let answer = ask(Fault::Redirect("http://localhost:1/x".to_owned())).await;
    assert_eq!((answer.status, answer.header("location")), (302, "http://localhost:1/x"));
}

#[tokio::test]
async fn an_endless_file_declares_a_length_or_none() {
    let open = ask(Fault::Endless { declared: None }).await;
    assert_eq!((open.header("content-length"), open.header("transfer-encoding")), ("", "chunked"));
    assert!(open.body.len() > 1 << 20 && open.body.starts_with(TEXT.as_bytes()));
    let declared = ask(Fault::Endless { declared: Some(1 << 40) }).await;
    assert_eq!(declared.header("content-length"), (1_u64 << 40).to_string());
    assert!(declared.body.len() > 1 << 20);
}

#[tokio::test]
async fn a_declared_length_is_kept_by_padding() {
    let answer = ask(Fault::DeclaredLength(2 << 20)).await;
    assert_eq!(answer.header("content-length"), (2 << 20).to_string());
    assert_eq!((answer.body.len(), answer.end), (2 << 20, End::Closed));
    assert!(answer.body[TEXT.len()..].iter().all(|byte| *byte == b' '));
}

#[tokio::test]
async fn a_corrupt_file_differs_in_one_bit() {
    let answer = ask(Fault::Corrupt(3)).await;
    assert_eq!(answer.body, b"0122456789");
    assert_eq!(ask(Fault::Corrupt(99)).await.body, b"0123456788");
}

#[tokio::test]
async fn a_client_that_knows_the_file_gets_the_faulty_one_all_the_same() {
    let (_server, site) = site().await;
    let tag = get(&site.url("a.json"), &[]).await.header("etag").to_owned();
    site.set_fault("a.json", Fault::Truncate(4));
    let answer = get(&site.url("a.json"), &[&format!("If-None-Match: {tag}")]).await;
    assert_eq!((answer.status, answer.body.as_slice()), (200, b"0123".as_slice()));
}
