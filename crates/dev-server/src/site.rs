//! A registered scenario: answers under its own address, remembers what was asked, and changes its faults while it runs.
//! It knows nothing of other sites.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use http_body_util::{BodyExt, Limited};
use hyper::{
    Request as HttpRequest, Response, StatusCode,
    header::{CONTENT_SECURITY_POLICY, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, RANGE},
};

use crate::{
    body::Body,
    connection::ResetSwitch,
    fault::Fault,
    log::Request,
    response::{error_page, host_well, is_html, nothing},
    scenario::Scenario,
    server::Sites,
};

/// Where browsers post policy reports, relative to the site.
const REPORT: &str = "__report";
/// No policy report is larger.
const REPORT_LIMIT: usize = 1 << 20;

/// A scenario that is being served. It is served until this handle is dropped.
pub struct Site {
    pub(crate) state: Arc<State>,
    pub(crate) sites: Sites,
    pub(crate) port: u16,
}

pub(crate) struct State {
    id: String,
    scenario: Scenario,
    start: Instant,
    changing: Mutex<Changing>,
}

#[derive(Default)]
struct Changing {
    faults: BTreeMap<String, (Fault, usize)>,
    requests: Vec<Request>,
    reports: Vec<String>,
}

impl Site {
    /// The address of `path` in this site, on 127.0.0.1.
    pub fn url(&self, path: &str) -> String {
        self.url_on("127.0.0.1", path)
    }

    /// The address of `path` by another name of this machine (`localhost`), which makes it another origin.
    pub fn url_on(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}/s/{}/{}", self.port, self.state.id, path.trim_start_matches('/'))
    }

    /// Every request so far, in the order of arrival; policy reports and icons are not among them.
    pub fn requests(&self) -> Vec<Request> {
        self.state.changing().requests.clone()
    }

    /// The bodies of the policy reports so far.
    pub fn reports(&self) -> Vec<String> {
        self.state.changing().reports.clone()
    }

    /// Are its HTML pages served with a policy ([`Scenario::policy`])?
    pub fn has_policy(&self) -> bool {
        self.state.scenario.policy.is_some()
    }

    /// Lets the answers for `path` (without query) fail from now on, in place of any earlier fault.
    pub fn set_fault(&self, path: &str, fault: Fault) {
        self.state.changing().faults.insert(path.trim_start_matches('/').to_owned(), (fault, 0));
    }

    /// Lets the answers for `path` be good again.
    pub fn clear_fault(&self, path: &str) {
        self.state.changing().faults.remove(path.trim_start_matches('/'));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.sites.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.state.id);
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Site").field(&self.url("")).finish()
    }
}

impl State {
    pub(crate) fn new(id: String, mut scenario: Scenario) -> Self {
        let faults = scenario.faults.drain(..).map(|(path, fault)| (path, (fault, 0))).collect();
        let changing = Mutex::new(Changing { faults, ..Changing::default() });
        Self { id, scenario, start: Instant::now(), changing }
    }

    fn changing(&self) -> MutexGuard<'_, Changing> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers for `path`, which is relative to the site.
    pub(crate) async fn answer<B>(&self, mut request: HttpRequest<B>, path: &str, reset: ResetSwitch) -> Response<Body>
    where
        B: hyper::body::Body<Data = bytes::Bytes>,
        B::Error: Into<crate::body::BoxError>,
    {
        if path == REPORT {
            return self.take_report(request).await;
        }
        let entry = self.record(&request, path);
        let fault = self.next_fault(path);
        if fault.as_ref().is_some_and(|(fault, _)| fault.needs_body()) {
            for name in [IF_NONE_MATCH, IF_MODIFIED_SINCE, IF_RANGE, RANGE] {
                request.headers_mut().remove(name);
            }
        }
        let good = self.good(&request, path);
        let response = match fault {
            Some((fault, count)) => fault.apply(good, count, &reset).await,
            None => good.await,
        };
        if let Some(entry) = self.changing().requests.get_mut(entry) {
            entry.status = Some(response.status().as_u16());
        }
        response
    }

    async fn good<B>(&self, request: &HttpRequest<B>, path: &str) -> Response<Body> {
        let mut response = match self.scenario.files.get(path) {
            Some(file) => file.serve(request),
            None => self.folder_answer(request, path).await,
        };
        let headers = response.headers_mut();
        for (name, value) in &self.scenario.headers {
            headers.insert(name, value.clone());
        }
        if is_html(headers) {
            for (name, value) in &self.scenario.html_headers {
                headers.insert(name, value.clone());
            }
            if let Some(policy) = self.policy() {
                headers.append(CONTENT_SECURITY_POLICY, policy);
            }
        }
        response
    }

    async fn folder_answer<B>(&self, request: &HttpRequest<B>, path: &str) -> Response<Body> {
        let full = format!("/{path}");
        for mount in &self.scenario.mounts {
            if let Some(inside) = mount.inside(&full) {
                let outside = format!("/s/{}{}", self.id, mount.prefix);
                return mount.serve(request, inside, &outside).await;
            }
        }
        let mut page = error_page(StatusCode::NOT_FOUND);
        host_well(page.headers_mut());
        page
    }

    fn policy(&self) -> Option<HeaderValue> {
        let policy = self.scenario.policy.as_ref()?;
        HeaderValue::try_from(format!("{policy}; report-uri /s/{}/{REPORT}", self.id)).ok()
    }

    fn record<B>(&self, request: &HttpRequest<B>, path: &str) -> usize {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let mut changing = self.changing();
        changing.requests.push(Request {
            method: request.method().to_string(),
            path: format!("{path}{query}"),
            status: None,
            at: self.start.elapsed(),
            headers,
        });
        changing.requests.len() - 1
    }

    fn next_fault(&self, path: &str) -> Option<(Fault, usize)> {
        let mut changing = self.changing();
        let (fault, count) = changing.faults.get_mut(path)?;
        *count += 1;
        Some((fault.clone(), *count - 1))
    }

    async fn take_report<B>(&self, request: HttpRequest<B>) -> Response<Body>
    where
        B: hyper::body::Body<Data = bytes::Bytes>,
        B::Error: Into<crate::body::BoxError>,
    {
        match Limited::new(request.into_body(), REPORT_LIMIT).collect().await {
            Ok(body) => {
                let text = String::from_utf8_lossy(&body.to_bytes()).into_owned();
                self.changing().reports.push(text);
                nothing()
            }
            Err(_) => error_page(StatusCode::BAD_REQUEST),
        }
    }
}
